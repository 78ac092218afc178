#include "content/reading_json.h"

#include <nlohmann/json.hpp>

#include "base/format.h"

namespace lobby::content {

namespace {

/// Keys keep the order in which they are written.
using Json = nlohmann::ordered_json;

std::string_view name_of(Format kind) {
  switch (kind) {
    case Format::rss:
      return "rss";
    case Format::atom:
      return "atom";
    case Format::jsonfeed:
      return "jsonfeed";
    case Format::page:
      break;
  }
  return "page";
}

std::string_view name_of(PageKind kind) {
  if (kind == PageKind::gate) return "gate";
  return kind == PageKind::article ? "article" : "list";
}

Json published_of(const Headline& item) {
  return item.published ? Json(format("{:%Y-%m-%dT%H:%M:%SZ}", *item.published)) : Json(nullptr);
}

Json images_of(const Headline& item) {
  Json images = Json::array();
  for (const Image& image : item.images) {
    Json entry = {{"url", image.url}, {"caption", image.caption}};
    if (!image.credit.empty()) entry["credit"] = image.credit;
    images.push_back(std::move(entry));
  }
  return images;
}

Json item_of(const Headline& item) {
  Json entry = {{"id", item.id},           {"title", item.title},
                {"link", item.link},       {"published", published_of(item)},
                {"summary", item.summary}, {"author", item.author}};
  if (!item.section.empty()) entry["section"] = item.section;
  entry["images"] = images_of(item);
  return entry;
}

}  // namespace

std::string to_json(const Reading& reading) {
  Json json;
  json["format"] = name_of(reading.format);
  if (reading.page_kind) json["kind"] = name_of(*reading.page_kind);
  if (reading.page_kind == PageKind::gate) json["gate"] = reading.gate;
  json["title"] = reading.title;
  if (!reading.charset.empty()) {
    json["charset"] = reading.charset;
    json["charset_reason"] = reading.charset_reason;
  }
  if (!reading.repairs.empty()) json["repaired_from"] = reading.repairs;
  json["items"] = Json::array();
  for (const Headline& item : reading.items) {
    Json entry = item_of(item);
    if (reading.page_kind == PageKind::article) entry["content"] = reading.content;
    json["items"].push_back(std::move(entry));
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lobby::content
