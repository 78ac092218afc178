#pragma once

#include <string>
#include <string_view>

// What bytes are, judged by themselves and not by what a server says of them. Pure; any thread.
namespace lobby::content {

enum class Kind { empty, rss, atom, json, html, picture, archive, plain_text };

/// Of a decoded text; «rss» covers RDF. What a faulty script prints before a feed does not hide it.
Kind kind_of(std::string_view text);

/// Where the feed starts in a text of kind rss or atom.
std::size_t feed_start(std::string_view text);

/// Of raw bytes: picture, archive (also PDF and gzip) or nothing special (plain_text).
Kind binary_kind(std::string_view bytes);

/// The value of `charset=` in a Content-Type header; empty where there is none.
std::string_view http_charset(std::string_view content_type);

/// The charset that the XML declaration or a <meta> among the first 4 KiB names; empty where none does.
std::string_view document_charset(std::string_view bytes);

}  // namespace lobby::content
