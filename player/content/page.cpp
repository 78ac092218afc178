#include "content/page.h"

#include <algorithm>
#include <array>

#include "base/format.h"
#include "content/ascii.h"
#include "content/budget.h"
#include "content/gate.h"
#include "content/page_data.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

/// HTML may end without its closing tags, so only a page that opened <html> or <body> and closed neither counts as cut,
/// and one that ends inside a tag.
bool is_complete(std::string_view html) {
  if (find_word(html, "</html") != html.npos || find_word(html, "</body") != html.npos) return true;
  const auto open = html.rfind('<');
  const bool inside_tag = open != html.npos && html.find('>', open) == html.npos;
  const bool whole_page = find_word(html, "<html") != html.npos || find_word(html, "<body") != html.npos;
  return !inside_tag && !whole_page;
}

Reading page_reading(const PageHead& head, PageKind kind) {
  Reading reading;
  reading.format = Format::page;
  reading.title = head.title;
  reading.page_kind = kind;
  reading.feed_url = head.feed_url;
  return reading;
}

Reading gate_reading(const PageHead& head, std::string name) {
  Reading reading = page_reading(head, PageKind::gate);
  reading.gate = std::move(name);
  return reading;
}

Reading list_reading(const PageHead& head, std::vector<Headline> items) {
  Reading reading = page_reading(head, PageKind::list);
  reading.items = std::move(items);
  return reading;
}

Reading article_reading(const PageHead& head, Article article) {
  Reading reading = page_reading(head, PageKind::article);
  reading.items.push_back(std::move(article.item));
  reading.content = std::move(article.content);
  return reading;
}

/// Of a page that is empty until a script has run, what it carries for that script.
std::optional<Reading> data_reading(const Markup& page, const PageHead& head) {
  PageData data = page_data(page, head.base);
  if (data.items.empty()) return std::nullopt;
  if (data.content.empty()) return list_reading(head, std::move(data.items));
  Article article{std::move(data.items.front()), std::move(data.content)};
  if (!head.url.empty()) article.item.link = article.item.id = head.url;
  return article_reading(head, std::move(article));
}

bool asks_to_log_in(std::string_view title) {
  static constexpr std::array<std::string_view, 5> openings{"đăng nhập", "login", "log in", "sign in", "xác thực"};
  const std::string key = text::compare_key(title);
  return std::ranges::any_of(openings, [&key](auto opening) { return key.starts_with(text::compare_key(opening)); });
}

/// A page that asks for a password tells a story only where there is more than an explanation of the form.
bool is_told_at_length(const Article& article, const PageHead& head) {
  constexpr std::size_t explanation = 600;
  constexpr std::size_t story = 150;
  std::size_t bytes = 0;
  for (const std::string& paragraph : article.content) bytes += paragraph.size();
  if (bytes >= explanation || (head.says_article && !article.content.empty())) return true;
  const bool form = asks_to_log_in(article.item.title) || asks_to_log_in(head.title);
  return !form && bytes >= story && article.item.published;
}

Result<Reading> reading_of(const Markup& page, std::string_view html, std::string_view base_url,
                           const config::Recipe* recipe) {
  if (!page.root()) return fail(ErrorKind::refused, "the page is no HTML that can be read, or nests too deep");
  const PageHead head = page_head(page, base_url);
  // A page that a script fills is empty, but may tell its story to search engines.
  const bool told_in_head = head.says_article && !head.headline.empty();
  if (std::string gate = gate_name(page, html); !gate.empty() && !(told_in_head && gate == "empty page")) {
    auto told = gate == "empty page" ? data_reading(page, head) : std::nullopt;
    return told ? std::move(*told) : gate_reading(head, std::move(gate));
  }
  if (recipe != nullptr) {
    auto items = recipe_items(page, head.base, *recipe);
    if (items) return list_reading(head, std::move(*items));
    if (std::string gate = login_name(page); !gate.empty()) return gate_reading(head, std::move(gate));
    return std::unexpected(items.error());
  }
  FoundList list = found_list(page, head.base);
  const std::string notice = notice_name(page);
  auto article = found_article(page, head, list);
  const bool dated = article && article->item.published;
  if (!notice.empty() && !dated && !list.rich) return gate_reading(head, notice);
  const std::string login = login_name(page);
  if (article && (login.empty() || is_told_at_length(*article, head))) {
    return article_reading(head, std::move(*article));
  }
  if (!list.items.empty() && (list.rich || login.empty())) return list_reading(head, std::move(list.items));
  if (!login.empty()) return gate_reading(head, login);
  return fail(ErrorKind::invalid, head.title.empty() ? "no news was found in the page"
                                                     : format("no news was found in the page «{}»", head.title));
}

}  // namespace

Result<Reading> read_page(std::string_view html, std::string_view base_url, const config::Recipe* recipe) {
  std::string repaired = within_budget(html, budget_of_html);
  Repairs repairs;
  repair_legacy({&repaired}, repairs);
  const Markup page = Markup::html(repaired);
  Result<Reading> reading = reading_of(page, repaired, base_url, recipe);
  if (!reading) return reading;
  reading->complete = is_complete(html);
  reading->repairs = std::move(repairs);
  return reading;
}

}  // namespace lobby::content
