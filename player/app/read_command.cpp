#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "base/log.h"
#include "config/config.h"
#include "content/document.h"
#include "content/photo_notes.h"
#include "content/reading_json.h"
#include "content/weather.h"
#include "gather/weather_json.h"
#include "host/exit_status.h"
#include "host/files.h"
#include "picture/decoder.h"
#include "picture/picture.h"
#include "picture/png.h"

namespace lobby::app {

namespace {

Result<std::string> read_input(const std::string& file) {
  if (file != "-") return host::read_file(file);
  std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
  return bytes;
}

int read_picture(const std::string& bytes, const ReadOptions& options) {
  constexpr int most_side = 3840;
  picture::Decoder decoder;
  const auto info = decoder.verify(bytes);
  if (!info) return host::failed(info.error());
  if (options.out) {
    const Rect most{0, 0, std::min(info->size.width, most_side), std::min(info->size.height, most_side)};
    const Rect shown = contained(info->size, most);
    const auto pixels = decoder.decode_bytes(bytes, {{shown.width, shown.height}});
    if (!pixels) return host::failed(pixels.error());
    if (const auto written = picture::write_png(*pixels, options.out->string()); !written)
      return host::failed(written.error());
  }
  nlohmann::ordered_json json;
  json["format"] = "image";
  json["type"] = picture::to_string(info->type);
  json["width"] = info->size.width;
  json["height"] = info->size.height;
  const auto notes = content::photo_notes(bytes);
  if (!notes.caption.empty()) json["caption"] = notes.caption;
  if (!notes.credit.empty()) json["credit"] = notes.credit;
  std::cout << json.dump() << '\n';
  return 0;
}

Result<config::Recipe> read_recipe(const std::filesystem::path& file) {
  const auto yaml = host::read_file(file, 1U << 20U);
  if (!yaml) return std::unexpected(yaml.error());
  const auto checked = config::parse_recipe(*yaml, file);
  for (const auto& finding : checked.findings) log::warning("{}", to_string(finding));
  if (!checked.value) return fail(ErrorKind::invalid, "the recipe cannot be used");
  return *checked.value;
}

int read_weather(std::string bytes, const ReadOptions& options) {
  const auto weather = content::read_weather({std::move(bytes), options.base_url, options.content_type}, TimeZone());
  if (!weather) return host::failed(weather.error());
  std::cout << gather::weather_json(*weather);
  return 0;
}

int read_document(std::string bytes, const ReadOptions& options) {
  std::optional<config::Recipe> recipe;
  if (options.recipe) {
    auto parsed = read_recipe(*options.recipe);
    if (!parsed) return host::failed(parsed.error());
    recipe = std::move(*parsed);
  }
  auto expect = content::Expect::anything;
  if (options.as == "feed") expect = content::Expect::feed;
  if (options.as == "page" || recipe) expect = content::Expect::page;
  const content::Document document{std::move(bytes), options.base_url, options.content_type};
  const auto reading = content::read_document(document, expect, recipe ? &*recipe : nullptr);
  if (!reading) return host::failed(reading.error());
  std::cout << content::to_json(*reading);
  return 0;
}

}  // namespace

int read(const ReadOptions& options) {
  auto bytes = read_input(options.file);
  if (!bytes) return host::failed(bytes.error());
  if (options.as == "weather") return read_weather(std::move(*bytes), options);
  const bool picture =
      options.as == "image" || (options.as == "auto" && picture::read_picture_info(*bytes).has_value());
  return picture ? read_picture(*bytes, options) : read_document(std::move(*bytes), options);
}

}  // namespace lobby::app
