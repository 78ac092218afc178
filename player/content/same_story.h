#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "content/item.h"

// Which items of all sources tell the same story. Pure; any thread.
namespace lobby::content {

/// What a story is told apart by.
struct Identity {
  std::string source;
  std::string id;     ///< Its own one (guid, atom:id); empty where it was made from the link or the title.
  std::string link;   ///< As a link_key; empty: none that tells it apart.
  std::string title;  ///< As a text::compare_key.
  std::optional<WallTime> published;
};

Identity identity_of(const Headline& headline);

/// For each story the index of the first one that it is the same as; its own where it is the first or stands alone.
struct Sameness {
  std::vector<std::size_t> certain;  ///< Same id or same link: what one lacks the other may give.
  std::vector<std::size_t> shown;  ///< Also by the title: one of them is enough, but each keeps its text and pictures.
};

/// Whatever is the same as a third is the same. The rules, in this order:
///  * The same own id is the same story, whatever its link or title: the newer is an edit. An id counts everywhere
///    where it is a URL, `tag:` or `urn:`; any other («4711», «news_1234») counts within its source. One that several
///    items of a source have with different links and titles (the address of the portal) tells nothing.
///  * The same link is the same story, across sources, too; a changed title is an edit. Where one source has several
///    stories with different ids and titles behind a link («/thong-bao»), the link tells nothing: only those with the
///    same title are the same.
///  * The same title is the same story where nothing speaks against it: it says enough (eight words, and it does not
///    begin as notices do: «Thông báo …», «Lịch …»), its dates lie within three days or one has none, there are no two
///    different links on one host, and no two different own ids in one source. Where anything speaks against any two
///    stories of a title, it joins none of them; nor does a title that more than eight stories of the same days have.
///  * Stories of one source with the same title, and neither an id nor a link, are the same.
Sameness sameness(const std::vector<Identity>& stories);

/// For each element the index of the first that shares a key with it, directly or through others.
std::vector<std::size_t> joined_by_keys(const std::vector<std::vector<std::string>>& keys);

}  // namespace lobby::content
