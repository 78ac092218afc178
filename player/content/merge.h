#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "config/config.h"
#include "content/item.h"

namespace lobby::content {

/// The newest good items of one source, in the order of its document or folder.
struct SourceItems {
  config::Source source;
  std::vector<Headline> headlines;
  std::vector<Photo> photos;  ///< Of a folder. The photos of articles are taken from their headlines.
};

/// What all sources together have to show.
struct Merged {
  std::vector<Headline> headlines;
  std::vector<Photo> photos;
  bool operator==(const Merged&) const = default;
};

/// A `now` by which nothing is old and nothing lies ahead: the clock is not believed.
inline constexpr WallTime unknown_now = WallTime::min();

/// The date of an item; nothing where it lies more than a day ahead, which is a slip of the editor.
std::optional<WallTime> believable(const std::optional<WallTime>& published, WallTime now);

/// Every story and every picture once, newest first.
///  * Stories that the rules of their source leave out or hold (selection.h) do not count at all. A source that is
///    shown as photos gives only the pictures of its stories, with their titles where they have no caption.
///  * Of each source the newest `keep` items not older than `max_age` at `now` stay, and say when they expire; an item
///    without a date has no age. A date more than a day ahead is none.
///  * Within a source an item without a date stays where its document has it, and within one hour the document's order
///    counts: NukeViet prints the month where the minutes belong. A source without any date comes last.
///  * Of the items that tell the same story (same_story.h) the newest is shown. It takes what it lacks from those that
///    are the same for certain, by id or link, and nothing from those that only have its title.
///  * The pictures of a headline are photos, too, where its source reads articles. The same picture is one by its file
///    or its URL; a caption is never lost.
/// Pure; any thread.
Merged merge(std::vector<SourceItems> sources, WallTime now);

}  // namespace lobby::content
