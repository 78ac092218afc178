#include "content/page_head.h"

#include <algorithm>
#include <array>

#include "content/ascii.h"
#include "content/dates.h"
#include "content/html_text.h"
#include "content/links.h"
#include "content/pictures.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

void fill(std::string& field, const std::string& value) {
  if (field.empty()) field = value;
}

void apply_meta(Node meta, PageHead& head, std::string& own_url) {
  std::string name = lower_ascii(meta.attribute("property"));
  if (name.empty()) name = lower_ascii(meta.attribute("name"));
  const std::string content = meta.attribute("content");
  if (name == "og:title") fill(head.headline, text::clean_caption(html_text(content)));
  if (name == "og:description" || name == "description") fill(head.description, html_text(content));
  if (name == "og:image") fill(head.image, content);
  if (name == "og:url") fill(own_url, content);
  if (name == "og:type" && same_word(content, "article")) head.says_article = true;
  if (name == "og:site_name") fill(head.site_name, html_text(content));
  if (name == "author") fill(head.site_author, html_text(content));
  if (name == "article:author" && !is_absolute(content)) fill(head.author, html_text(content));
  if (name == "article:section") fill(head.section, html_text(content));
  static constexpr std::array<std::string_view, 9> dates{
      "article:published_time", "og:published_time", "pubdate",         "date",           "dc.date",
      "dc.date.issued",         "publishdate",       "dc.date.created", "dcterms.created"};
  if (!head.published && std::ranges::find(dates, name) != dates.end()) head.published = parse_date(content);
}

void apply_link(Node link, PageHead& head, std::string& own_url) {
  const std::string rel = lower_ascii(link.attribute("rel"));
  const std::string type = lower_ascii(link.attribute("type"));
  if (rel == "canonical") fill(own_url, link.attribute("href"));
  const bool feed = type == "application/rss+xml" || type == "application/atom+xml" || type == "application/feed+json";
  if (rel == "alternate" && feed) fill(head.feed_url, link.attribute("href"));
}

std::string item_value(Node element) {
  for (const std::string_view name : {"content", "datetime", "title"}) {
    if (element.has(name)) return element.attribute(name);
  }
  return plain_text(element);
}

/// The name inside an element that says more than a name («Được viết bởi: …»); an organisation is the site, no author.
std::string named_author(Node element) {
  if (element.attribute("itemtype").ends_with("Organization")) return {};
  for (Node at = element; at; at = following(at, element)) {
    if (at != element && same_word(at.attribute("itemprop"), "name")) return html_text(item_value(at));
  }
  return html_text(item_value(element));
}

/// RDFa of Drupal 7: property="dc:date dc:created".
void apply_rdfa(Node element, PageHead& head) {
  const std::string property = lower_ascii(element.attribute("property"));
  const bool date =
      property.find("dc:date") != property.npos || property == "schema:datepublished" || property == "datepublished";
  if (date && !head.published) head.published = parse_date(item_value(element));
}

/// NukeViet hides the ISO date in an element that no reader sees, so hidden elements count here.
void apply_microdata(Node element, PageHead& head) {
  const std::string property = lower_ascii(element.attribute("itemprop"));
  if (property == "datepublished" && !head.published) head.published = parse_date(item_value(element));
  if (property == "author") fill(head.author, named_author(element));
  if (property == "articlesection" || property == "genre") fill(head.section, html_text(item_value(element)));
  if (property == "articlebody") head.says_article = true;
  if (element.attribute("itemtype").ends_with("Article")) head.says_article = true;
}

void apply_element(Node element, PageHead& head, std::string& own_url) {
  if (element.is("meta")) apply_meta(element, head, own_url);
  if (element.is("link")) apply_link(element, head, own_url);
  if (element.is("base")) fill(head.base, element.attribute("href"));
  if (element.is("script") && find_word(element.attribute("type"), "ld+json") != std::string::npos) {
    apply_json_ld(element.text(), head);
  }
  if (element.has("property") && !element.is("meta")) apply_rdfa(element, head);
  if (element.has("itemprop") || element.has("itemtype")) apply_microdata(element, head);
}

}  // namespace

namespace {

/// Many sites name themselves as the author of every story: «Tiêu đề | Thông tấn» by «Thông tấn».
void set_site_apart(PageHead& head) {
  const std::string author = text::compare_key(head.author);
  const bool site = author == text::compare_key(head.site_name) || text::compare_key(head.title).ends_with(author);
  if (author.empty() || !site) return;
  if (head.site_author.empty()) head.site_author = head.author;
  head.author.clear();
}

}  // namespace

std::string page_title(const Markup& page) {
  const std::vector<Node> titles = descendants(page.root(), "title");
  return titles.empty() ? std::string() : text::clean_caption(html_text(titles.front().text()));
}

PageHead page_head(const Markup& page, std::string_view base_url) {
  PageHead head;
  std::string own_url;
  const Node root = page.root();
  for (Node at = root; at; at = following(at, root)) {
    if (at.is_element()) apply_element(at, head, own_url);
  }
  head.title = page_title(page);
  set_site_apart(head);
  std::string base(base_url);
  if (base.empty() && is_absolute(own_url)) base = own_url;
  head.url = base;
  head.base = head.base.empty() ? base : resolve(base, head.base);
  head.image = picture_url(head.image, head.base).value_or("");
  if (!head.feed_url.empty()) head.feed_url = resolve(head.base, head.feed_url);
  return head;
}

}  // namespace lobby::content
