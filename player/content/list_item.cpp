#include "content/list_item.h"

#include "content/article_marks.h"
#include "content/ascii.h"
#include "content/blocks.h"
#include "content/boilerplate.h"
#include "content/dates.h"
#include "content/html_text.h"
#include "content/story.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

constexpr std::size_t most_date_bytes = 80;
constexpr std::size_t least_summary_bytes = 24;

std::string heading_in(Node block) {
  for (Node at = block; at; at = following(at, block)) {
    const auto name = at.name();
    if (name.size() != 2 || name[0] != 'h' || name[1] < '1' || name[1] > '6') continue;
    std::string text = plain_text(at);
    if (!text.empty()) return text;
  }
  return {};
}

bool is_shortened(std::string_view title) { return title.ends_with("...") || title.ends_with("…"); }

std::string title_of(Node block, Node anchor, std::string_view base) {
  std::string title = heading_in(block);
  if (title.empty()) {
    const std::vector<Block> inside = blocks(anchor, base, Boilerplate::kept);
    for (const Block& part : inside) {
      if (title.empty() && !part.is_image() && !parse_date(part.paragraph.text)) title = part.paragraph.text;
    }
  }
  const std::string full = text::clean(anchor.attribute("title"));
  return title.empty() || (is_shortened(title) && full.size() + 3 >= title.size()) ? full : title;
}

/// What a paragraph says besides the title: «Tiêu đề (15/06/2022)» says its date.
std::string_view besides(std::string_view paragraph, std::string_view title) {
  if (!title.empty() && paragraph.starts_with(title)) paragraph.remove_prefix(title.size());
  return trimmed(paragraph);
}

/// A date without words before the summary: «24/07/2024 08:15 Sáng nay …». Empty where none is.
std::string_view leading_date(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && !is_ascii_letter(text[end]) && static_cast<unsigned char>(text[end]) < 0x80) ++end;
  // The first number of the sentence is not the date's: «24/07/2024 15 đơn vị …».
  const auto date = trimmed(text.substr(0, end));
  return end > 0 && end < text.size() && parse_date(date) ? date : std::string_view();
}

/// A date in brackets before the summary, as hand-made tables set it: «(15/06/2022) Sáng nay …». Empty where none is.
std::string_view bracketed_date(std::string_view text) {
  const auto end = text.substr(0, most_date_bytes).find(')');
  if (!text.starts_with('(') || end == text.npos) return {};
  const auto inside = text.substr(1, end - 1);
  return parse_date(inside) ? inside : std::string_view();
}

std::string machine_date(Node block) {
  for (const Node time : descendants(block, "time")) {
    if (time.has("datetime")) return time.attribute("datetime");
  }
  // «3 giờ trước» for readers, the moment itself for scripts.
  for (Node at = block; at; at = following(at, block)) {
    for (const std::string_view name : {"title", "data-time", "data-date", "data-datetime"}) {
      const std::string value = at.has(name) ? at.attribute(name) : std::string();
      const bool iso = value.size() >= 10 && is_digit(value[3]) && value[4] == '-' && value[7] == '-';
      if (iso && parse_date(value)) return value;
    }
  }
  return {};
}

}  // namespace

ListItem list_item(Node block, Node anchor, std::string_view base) {
  Story story;
  story.base = base;
  story.title = title_of(block, anchor, base);
  story.link = anchor.attribute("href");
  story.date = machine_date(block);
  for (const Block& part : blocks(block, base, Boilerplate::kept)) {
    if (part.is_image()) {
      if (story.images.empty()) story.images.push_back(part.image);
      continue;
    }
    auto rest = besides(part.paragraph.text, story.title);
    if (is_furniture(rest)) continue;
    if (const auto date = leading_date(rest); !date.empty() && rest.size() - date.size() >= least_summary_bytes) {
      if (story.date.empty()) story.date = date;
      rest = trimmed(rest.substr(rest.find(date) + date.size()));
    }
    if (const auto date = bracketed_date(rest); !date.empty() && date.size() + 2 < rest.size()) {
      if (story.date.empty()) story.date = date;
      rest = trimmed(rest.substr(date.size() + 2));
    }
    const bool dated = is_date_line(rest);
    if (dated && story.date.empty()) story.date = rest;
    if (!dated && rest.size() >= least_summary_bytes && rest.size() > story.summary.size()) story.summary = rest;
  }
  ListItem item{headline_of(story)};
  const bool words = !item.headline.summary.empty() || item.headline.published;
  item.rich = words || !item.headline.images.empty();
  item.full = words && !item.headline.images.empty();
  return item;
}

}  // namespace lobby::content
