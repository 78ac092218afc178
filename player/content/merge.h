#pragma once

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

/// Every story and every picture once, newest first.
///  * Stories that the rules of their source leave out or hold (selection.h) do not count at all. A source that is
///  shown
///    as photos gives only the pictures of its stories, with their titles where they have no caption.
///  * Of each source the newest `keep` items not older than `max_age` at `now` stay; an item without a date has no age.
///  * Within a source an item without a date stays where its document has it, and within one hour the document's order
///    counts: NukeViet prints the month where the minutes belong. A source without any date comes last.
///  * Two stories are one when they have the same id, link or text::compare_key(title). The newer is shown, and takes
///    from the older what it lacks. Ids that are mere numbers count within their source only.
///  * The pictures of a headline are photos, too, where its source reads articles. The same picture is one by its file
///    or its URL; a caption is never lost.
/// Pure; any thread.
Merged merge(std::vector<SourceItems> sources, WallTime now);

}  // namespace lobby::content
