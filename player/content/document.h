#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "config/recipe.h"
#include "content/item.h"
#include "content/legacy_text.h"

namespace lobby::content {

/// The bytes of one fetch and what the transport said of them.
struct Document {
  std::string bytes;
  std::string base_url;      ///< Where it came from after redirects; empty when unknown.
  std::string content_type;  ///< The HTTP header, charset included; empty when unknown.
};

enum class Format { rss, atom, jsonfeed, page };
enum class PageKind { list, article, gate };

/// What the player gets out of a document.
struct Reading {
  Format format = Format::page;
  std::string title;
  std::vector<Headline> items;
  std::optional<PageKind> page_kind;  ///< Set for pages only.
  std::string gate;                   ///< For a gate: what it is («login page», «cookie script», …).
  std::vector<std::string> content;   ///< For an article: its paragraphs as plain text.
  std::string feed_url;               ///< For a page: the feed it links to; may be empty.
  /// False when the document ends early: what was whole is here, but it must not replace better content.
  bool complete = true;
  std::string charset;         ///< What the bytes were: «utf-8», «windows-1258», …
  std::string charset_reason;  ///< Why: «byte order mark», «declared by HTTP», …
  Repairs repairs;             ///< Of words inside it that were in another encoding than the document.
};

/// What the caller knows of a document before reading it.
enum class Expect { feed, page, anything };

/// How much of a long feed is read: of its items the `most` that would be shown first at `now` (see newest.h). A feed
/// may have hundreds, and to read one costs three times what it costs to find it.
struct Extent {
  std::size_t most = std::numeric_limits<std::size_t>::max();
  WallTime now = {};
};

/// Reads a feed or a page; a feed that comes where a page was expected is read as the feed it is. Of a document that is
/// cut, the items that are whole are read and `complete` is false. Errs (invalid) with a plain reason when the document
/// is none («a login page came instead of a feed», «the feed ends in the middle of an element», «the feed is empty: 0
/// bytes», a recipe that finds nothing), and (refused) over 10 MiB. Pure; any thread.
Result<Reading> read_document(const Document& document, Expect expect, const config::Recipe* recipe = nullptr,
                              const Extent& extent = {});

}  // namespace lobby::content
