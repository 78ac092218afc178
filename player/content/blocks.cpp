#include "content/blocks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "content/article_marks.h"
#include "content/ascii.h"
#include "content/boilerplate.h"
#include "content/html_text.h"
#include "content/links.h"
#include "content/pictures.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

/// What the elements around a text make of it.
struct Style {
  bool centred = false;
  bool right = false;
  bool italic = false;
  bool bold = false;
  bool heading = false;
  bool caption = false;
  bool linked = false;
  bool author = false;
  Node container;
  Node inner;
  Node figure;
  Node cell;
  Node anchor;
};

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_caption(Node element) {
  if (element.is("figcaption") || element.is("caption")) return true;
  if (!element.has("class")) return false;
  const std::string names = lower_ascii(element.attribute("class"));
  static constexpr std::array<std::string_view, 12> parts{"caption",    "chuthich",   "chu-thich",  "chu_thich",
                                                          "image-desc", "image_desc", "img-desc",   "imgdesc",
                                                          "photo-desc", "ghichuanh",  "image-note", "pic-desc"};
  return std::ranges::any_of(parts, [&names](auto part) { return names.find(part) != names.npos; }) ||
         (element.is("p") && names == "image");
}

bool is_author(Node element) {
  if (!element.has("class")) return false;
  std::string names = lower_ascii(element.attribute("class"));
  std::erase_if(names, [](char c) { return c == '-' || c == '_'; });
  static constexpr std::array<std::string_view, 4> parts{"author", "tacgia", "butdanh", "byline"};
  return std::ranges::any_of(parts, [&names](auto part) { return names.find(part) != names.npos; });
}

std::string inline_style(Node element) {
  std::string style = lower_ascii(element.attribute("style"));
  std::erase(style, ' ');
  return style;
}

void set_alignment(Style& style, Node element) {
  std::string align = lower_ascii(element.attribute("align"));
  const std::string css = inline_style(element);
  if (const auto at = css.find("text-align:"); at != css.npos) align = css.substr(at + 11);
  if (element.is("center")) align = "center";
  if (align.empty()) return;
  style.centred = align.starts_with("center");
  style.right = align.starts_with("right");
}

Style inside(Style style, Node element) {
  const auto name = element.name();
  if (name == "em" || name == "i" || inline_style(element).find("font-style:italic") != std::string::npos) {
    style.italic = true;
  }
  if (name == "strong" || name == "b" || inline_style(element).find("font-weight:bold") != std::string::npos) {
    style.bold = true;
  }
  style.inner = element;
  if (name == "a") {
    style.linked = true;
    style.anchor = element;
  }
  if (name == "figure" || name == "picture") style.figure = name == "figure" ? element : style.figure;
  if (name == "td" || name == "th") style.cell = element;
  if (is_heading(name)) style.heading = true;
  if (is_caption(element)) style.caption = true;
  if (is_author(element)) style.author = true;
  if (is_block(name)) {
    style.container = element;
    set_alignment(style, element);
  }
  return style;
}

/// Letters of an open paragraph that have a property; a property holds when it covers them all.
struct Tally {
  std::size_t all = 0, centred = 0, right = 0, italic = 0, bold = 0, heading = 0, caption = 0, linked = 0, author = 0;
  void add(const Style& style, std::size_t letters) {
    all += letters;
    if (style.centred) centred += letters;
    if (style.right) right += letters;
    if (style.italic) italic += letters;
    if (style.bold) bold += letters;
    if (style.heading) heading += letters;
    if (style.caption) caption += letters;
    if (style.linked) linked += letters;
    if (style.author) author += letters;
  }
};

/// A picture that leads to another site is a banner, unless it leads to itself in full size.
bool is_advertisement(Node anchor, std::string_view base) {
  if (!anchor || base.empty()) return false;
  const std::string target = resolve_link(base, anchor.attribute("href"));
  return !target.empty() && !is_same_site(target, base) && !is_picture_file(target);
}

/// «Đọc thêm »»: a link at the end of an announcement that only repeats where it leads.
bool leads_on(Node element) {
  static constexpr std::array<std::string_view, 7> openings{"đọc thêm", "đọc tiếp",  "xem tiếp",        "xem thêm",
                                                            "chi tiết", "read more", "continue reading"};
  if (!element.is("a")) return false;
  const std::string key = text::compare_key(plain_text(element));
  return std::ranges::any_of(openings, [&key](auto opening) { return key.starts_with(text::compare_key(opening)); });
}

/// A link that says nothing but how many comments there are.
bool is_count(Node element) {
  if (!element.is("a")) return false;
  const std::string text = plain_text(element);
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

/// Set apart by style alone: «Chú thích<span class="credit">Ảnh: …</span>».
bool is_credit(Node element) {
  return element.is("span") && (is_called(element, "credit") || is_called(element, "author"));
}

std::size_t letters_of(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += is_ascii_space(c) ? 0 : 1;
  return count;
}

constexpr std::size_t most_date_line_bytes = 100;

/// Recursion is bounded by most_nesting.
class Scanner {
 public:
  Scanner(std::string_view base, Boilerplate boilerplate) : base_(base), boilerplate_(boilerplate) {}

  void visit(Node element, const Style& outer) {
    const Style style = inside(outer, element);
    const bool block = is_block(element.name()) && !element.is("br");
    if (block) flush();
    for (Node at = element.first(); at; at = at.next()) {
      if (at.is_text()) {
        add_text(text_of(at), style);
      } else if (at.is("br")) {
        line_break();
      } else if (at.is("img") || at.is("amp-img")) {
        add_image(at, style);
      } else if (!is_hidden(at) && !is_skipped(at)) {
        if (is_credit(at)) text_ += ' ';
        add_background(at, style);
        visit(at, style);
      }
    }
    if (block) flush();
  }

  std::vector<Block> taken() {
    flush();
    return std::move(found_);
  }

 private:
  bool is_skipped(Node element) const {
    return boilerplate_ == Boilerplate::skipped ? is_boilerplate(element) : leads_on(element) || is_count(element);
  }

  /// Cards of a list often paint their picture as the background of an empty element.
  void add_background(Node element, const Style& style) {
    if (boilerplate_ == Boilerplate::skipped || !element.has("style") || element.children().size() > 1) return;
    const std::string css = element.attribute("style");
    const auto at = find_word(css, "url(");
    if (at == css.npos || find_word(css, "background") > at) return;
    const auto begin = std::min(css.size(), css.find_first_not_of(" '\"", at + 4));
    const auto url = picture_url(std::string_view(css).substr(begin, css.find_first_of("'\")", begin) - begin), base_);
    if (!url) return;
    flush();
    found_.push_back({{}, {*url, {}}, style.container, element, style.figure, style.cell});
  }

  void add_text(const std::string& text, const Style& style) {
    const std::size_t letters = letters_of(text);
    text_.append(text);
    if (letters == 0) return;
    if (breaks_ > 0 && tally_.all > 0 && (differs(style) || is_date_line(text::clean(text)))) {
      text_.resize(text_.size() - text.size());
      flush();
      text_ = text;
    }
    if (tally_.all == 0) first_ = style;
    breaks_ = 0;
    tally_.add(style, letters);
  }

  /// A line set otherwise than all lines before it: a title and its date, a lead and its story.
  bool differs(const Style& style) const {
    const bool bold = tally_.bold == tally_.all;
    const bool italic = tally_.italic == tally_.all;
    return bold != style.bold || italic != style.italic;
  }

  /// Two line breaks in a row end a paragraph of a hand-made page.
  void line_break() {
    const bool date = text_.size() <= most_date_line_bytes && is_date_line(text::clean(text_));
    text_ += ' ';
    if (++breaks_ >= 2 || date) flush();
  }

  void add_image(Node img, const Style& style) {
    const auto url = picture_url(img, base_);
    if (!url || (boilerplate_ == Boilerplate::skipped && is_advertisement(style.anchor, base_))) return;
    flush();
    std::string caption = caption_text(img.attribute("alt"));
    if (caption.empty()) caption = caption_text(img.attribute("title"));
    found_.push_back({{}, {*url, caption}, style.container, img, style.figure, style.cell});
  }

  void flush() {
    const std::string text = text::clean_caption(literal_text(text_));
    const Tally tally = tally_;
    text_.clear();
    tally_ = {};
    breaks_ = 0;
    if (text.empty()) return;
    const auto covers = [&tally](std::size_t part) { return part > 0 && part == tally.all; };
    found_.push_back(
        {{text, covers(tally.centred), covers(tally.right), covers(tally.italic), covers(tally.bold),
          covers(tally.heading), covers(tally.caption), tally.linked * 5 > tally.all * 4, covers(tally.author)},
         {},
         first_.container,
         first_.inner,
         first_.figure,
         first_.cell});
  }

  std::string_view base_;
  Boilerplate boilerplate_;
  std::vector<Block> found_;
  std::string text_;
  Tally tally_;
  Style first_;
  int breaks_ = 0;
};

}  // namespace

std::vector<Block> blocks(Node top, std::string_view base, Boilerplate boilerplate) {
  if (!top.is_element()) return {};
  Scanner scanner(base, boilerplate);
  scanner.visit(top, {});
  return scanner.taken();
}

bool is_inside(Node node, Node top) {
  while (node && node != top) node = node.parent();
  return static_cast<bool>(node);
}

}  // namespace lobby::content
