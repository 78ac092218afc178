#pragma once

#include <string>
#include <string_view>

// What the pages that commands write for people have in common. Pure; any thread.
namespace lobby::preview {

/// For texts and attributes. What no document may hold is left out or replaced.
std::string escaped(std::string_view utf8);

/// A relative path as a link: what an address would read as its own signs is written by numbers.
std::string link_to(std::string_view path);

/// A whole page in the look of all. The title and the note are texts; `head` goes under them and `body` below, both
/// HTML. `language` is that of the title and of most of what the body says.
std::string html_page(std::string_view language, std::string_view title, std::string_view note, std::string_view head,
                      std::string_view body);

}  // namespace lobby::preview
