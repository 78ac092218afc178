#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "content/article_title.h"
#include "content/blocks.h"

// The small parts of an article around its body. Pure; any thread.
namespace lobby::content {

/// True for a line that says when: «Thứ Tư, 15/06/2022 | 08:15», not «Ngày 15/6, Công an tỉnh tổ chức hội nghị.»
bool is_date_line(std::string_view line);

/// The date shown closest to the headline: in the lines after it, else in those just before it.
std::optional<WallTime> date_near(Node root, const ArticleTitle& title, const std::vector<Block>& all);

/// The lead that a page sets apart between its headline and the first paragraph of the story, which stands in `story`
/// (class sapo, hometext, description, …); empty where it does not.
std::string lead_after(Node root, const ArticleTitle& title, const std::vector<Block>& all, Node story);

/// Who wrote it, of a line that says so («Tác giả: …»); empty where it does not.
std::string byline_of(std::string_view line);

/// What stands in an element called «author» or «byline» after the headline; empty where none is short enough to be a
/// name.
std::string author_near(Node root, const ArticleTitle& title, const std::vector<Block>& all, Node body);

/// Where the story was taken from, of a line that says so («Nguồn: …»); empty where it does not.
std::string source_of(std::string_view line);

/// The last link of the page's breadcrumbs that leads neither home nor to the story itself.
std::string trail_section(Node root, const std::string& title);

/// Who signs the story: a short line at the right among the last paragraphs.
std::string signature(const std::vector<Paragraph>& paragraphs);

}  // namespace lobby::content
