#pragma once

#include <string_view>

#include "content/markup.h"

// What a page carries besides its story. Pure; any thread.
namespace lobby::content {

/// True for an element that is a menu, a footer, a list of related stories, a counter, an advertisement, …, judged by
/// its name, role, id and classes, as portals here name them. Never for one that holds the page's `<h1>`.
bool is_boilerplate(Node element);

/// True for the line that announces other stories: «Các tin khác», «Tin liên quan:», «Xem thêm».
bool announces_others(std::string_view line);

/// Of these, a line that may stand in the middle of a story, which goes on below.
bool announces_related(std::string_view line);

/// True for a short line that belongs to the page: «Lượt xem: 1234», «Tags: …», «In bài viết».
bool is_furniture(std::string_view line);

/// True where one of the words of the element's id or classes is `word`: class="box title-detail" has «detail».
bool is_called(Node element, std::string_view word);

}  // namespace lobby::content
