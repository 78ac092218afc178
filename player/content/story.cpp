#include "content/story.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/format.h"
#include "content/ascii.h"
#include "content/captions.h"
#include "content/dates.h"
#include "content/html_text.h"
#include "content/limits.h"
#include "content/links.h"
#include "content/mend.h"
#include "content/pictures.h"
#include "text/clean.h"
#include "text/legible.h"

namespace lobby::content {

namespace {

constexpr int words_of_a_title = 16;
constexpr int words_of_a_summary = 60;

void add_image(const Image& image, std::vector<Image>& images) {
  const auto same = std::ranges::find(images, image.url, &Image::url);
  if (same != images.end()) {
    if (same->caption.empty()) same->caption = image.caption;
    if (same->credit.empty()) same->credit = image.credit;
  } else if (images.size() < most_images_per_item) {
    images.push_back(image);
  }
}

void add_images_inside(std::string_view html, std::string_view base, std::vector<Image>& images) {
  const bool escaped = find_word(html, "<img") == html.npos;
  if (escaped && find_word(html, "&lt;img") == html.npos) return;
  const Markup tree = Markup::html(escaped ? decode_entities(html) : std::string(html));
  for (const Image& image : captioned(blocks(tree.root(), base, Boilerplate::kept)).images) add_image(image, images);
}

std::vector<Image> images_of(const Story& story) {
  std::vector<Image> images;
  for (const Image& named : story.images) {
    const auto url = picture_url(named.url, story.base);
    if (!url) continue;
    Image image{*url, caption_text(named.caption)};
    image.credit = credit_text(html_text(named.credit));
    add_image(image, images);
  }
  add_images_inside(story.summary, story.base, images);
  add_images_inside(story.content, story.content_base.empty() ? story.base : story.content_base, images);
  return images;
}

/// Signs alone are no title, nor are letters that no font at hand has, nor the name that a camera gave to a file.
bool says_something(std::string_view title) {
  const bool file = title.find(' ') == title.npos && is_picture_file(title);
  return text::readable(title) && !file;
}

/// What WordPress writes under every story of a feed: «The post … appeared first on …», and the same in Vietnamese.
std::string_view without_post_mark(std::string_view summary) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> marks{
      {{"The post ", " appeared first on "},
       {"Bài viết ", " xuất hiện đầu tiên "},
       {"Bài viết ", " đã xuất hiện đầu tiên "}}};
  for (const auto& [opening, middle] : marks) {
    const auto at = summary.rfind(middle);
    const auto start = at == summary.npos ? at : summary.rfind(opening, at);
    if (start != summary.npos) return trimmed(summary.substr(0, start));
  }
  return summary;
}

std::string summary_text(const std::string& html) {
  const std::string text = text::clean_caption(html_text(html));
  const std::string_view said = without_post_mark(text);
  return says_something(said) ? std::string(said) : std::string();
}

/// RSS writes «address (name)», mail programs «name <address>»: the name is the author.
std::string author_text(const std::string& text) {
  const auto at = text.find('@');
  if (at == text.npos) return text;
  const auto open = text.find('(', at);
  const auto close = text.rfind(')');
  if (open != text.npos && close != text.npos && close > open + 1) {
    return std::string(trimmed(std::string_view(text).substr(open + 1, close - open - 1)));
  }
  const auto bracket = text.rfind('<', at);
  const auto name = bracket == text.npos ? std::string_view() : trimmed(std::string_view(text).substr(0, bracket));
  return name.empty() ? text : std::string(name);
}

std::string id_of(const Story& story, const Headline& headline) {
  std::string id = text::clean(story.id);
  if (!id.empty()) return id;
  // A feed that links every story to the home page would otherwise have a single story.
  return link_key(headline.link).empty() ? digest(headline.title) : headline.link;
}

}  // namespace

std::string digest(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return format("{:016x}", hash);
}

Headline headline_of(const Story& story) {
  Headline headline;
  headline.title = text::clean_caption(html_text(story.title));
  if (!says_something(headline.title)) headline.title.clear();
  headline.summary = summary_text(story.summary);
  if (headline.summary.empty()) headline.summary = first_words(summary_text(story.content), words_of_a_summary);
  if (headline.title.empty() && text::readable(headline.summary)) {
    headline.title = first_words(headline.summary, words_of_a_title);
  }
  headline.link = resolve_link(story.base, story.link);
  headline.author = author_text(html_text(story.author));
  headline.section = text::clean(html_text(story.section));
  headline.published = parse_date(story.date);
  headline.images = images_of(story);
  headline.id = id_of(story, headline);
  return headline;
}

}  // namespace lobby::content
