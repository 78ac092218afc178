#include "gather/local_items.h"

#include <nlohmann/json.hpp>

namespace lobby::gather {

namespace {

using Json = nlohmann::json;

std::string text(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The elements of a list of maps; empty where there is none.
std::vector<Json> maps(const Json& object, const char* key) {
  std::vector<Json> all;
  const auto found = object.find(key);
  if (found == object.end() || !found->is_array()) return all;
  for (const auto& element : *found) {
    if (element.is_object()) all.push_back(element);
  }
  return all;
}

Json json_of(const content::Image& image) {
  return {{"url", image.url}, {"caption", image.caption}, {"credit", image.credit}};
}

content::Image image_from(const Json& json) {
  return {text(json, "url"), text(json, "caption"), {}, {}, text(json, "credit")};
}

Json json_of(const content::Headline& headline) {
  Json json = {{"id", headline.id},           {"title", headline.title},   {"link", headline.link},
               {"summary", headline.summary}, {"author", headline.author}, {"section", headline.section},
               {"images", Json::array()}};
  if (headline.published) json["published"] = headline.published->time_since_epoch().count();
  for (const auto& image : headline.images) json["images"].push_back(json_of(image));
  return json;
}

content::Headline headline_from(const Json& json) {
  content::Headline headline;
  headline.id = text(json, "id");
  headline.title = text(json, "title");
  headline.link = text(json, "link");
  headline.summary = text(json, "summary");
  headline.author = text(json, "author");
  headline.section = text(json, "section");
  if (const auto time = json.find("published"); time != json.end() && time->is_number_integer()) {
    headline.published = WallTime(std::chrono::seconds(time->get<std::int64_t>()));
  }
  for (const auto& image : maps(json, "images")) headline.images.push_back(image_from(image));
  return headline;
}

}  // namespace

std::string to_json(const LocalItems& items) {
  Json json = {{"headlines", Json::array()}, {"photos", Json::array()}};
  for (const auto& headline : items.headlines) json["headlines"].push_back(json_of(headline));
  for (const auto& photo : items.photos) {
    json["photos"].push_back(json_of(photo.image));
    json["photos"].back()["name"] = photo.name;
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<LocalItems> local_items_from(std::string_view bytes) {
  const Json json = Json::parse(bytes, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  LocalItems items;
  for (const auto& headline : maps(json, "headlines")) items.headlines.push_back(headline_from(headline));
  for (const auto& photo : maps(json, "photos")) {
    items.photos.push_back({image_from(photo), {}, std::nullopt, {}, std::nullopt, text(photo, "name")});
  }
  return items;
}

}  // namespace lobby::gather
