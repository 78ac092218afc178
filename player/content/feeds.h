#pragma once

#include <string_view>

#include "content/document.h"
#include "content/markup.h"

// The feed formats. Each takes what read_document has recognised; `base` is where the document came from. Items without
// words and pictures are left out; at most most_items are read, and of more than are wanted the newest. Pure; any
// thread.
namespace lobby::content {

/// RSS 0.9x, 1.0 (RDF) and 2.0 with the modules content, dc and media. `root` is <rss> or <rdf:RDF>.
Reading read_rss(Node root, std::string_view base, const Extent& extent);

/// Atom 0.3 and 1.0 (RFC 4287), xml:base included. `root` is <feed>.
Reading read_atom(Node root, std::string_view base, const Extent& extent);

/// JSON Feed 1.0 and 1.1. Of a text that ends early, the items before the end are read. Errs (invalid) where it is no
/// JSON or no feed.
Result<Reading> read_jsonfeed(std::string_view text, std::string_view base, const Extent& extent);

}  // namespace lobby::content
