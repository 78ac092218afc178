#include "config/source_list.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <unordered_map>

#include "base/format.h"
#include "config/reader.h"

namespace lobby::config {

namespace {

constexpr std::size_t most_sources = 100;

/// The scheme of a URL («https»), or nothing for a path.
std::string scheme_of(std::string_view location) {
  const std::size_t end = location.find_first_of(":/?#");
  if (end == 0 || end == std::string_view::npos || location[end] != ':') return {};
  std::string scheme(location.substr(0, end));
  std::ranges::transform(scheme, scheme.begin(), [](unsigned char letter) { return std::tolower(letter); });
  return scheme;
}

bool is_host_end(char letter) { return letter == '/' || letter == '?' || letter == '#' || letter == ':'; }

/// Why `location` is neither an http(s) address nor a path, or nothing.
std::string location_fault(std::string_view location) {
  if (location.find_first_of(" \t\r\n") != std::string_view::npos) return "must not contain spaces";
  const std::string scheme = scheme_of(location);
  if (scheme.empty()) return {};
  if (scheme != "http" && scheme != "https") {
    return format("must be an http or https address or a path; '{}' addresses are not supported", scheme);
  }
  const std::string_view rest = location.substr(scheme.size() + 1);
  if (!rest.starts_with("//") || rest.size() < 3 || is_host_end(rest[2])) return "is an address without a host";
  return {};
}

/// «portal.example/rss.xml»: a path by its form, but surely meant as an address.
bool looks_like_host(std::string_view location) {
  const std::string_view first = location.substr(0, location.find('/'));
  const bool is_path = first.size() == location.size() || first.starts_with('.');
  return location.starts_with("www.") || (!is_path && first.find('.') != std::string_view::npos);
}

std::string read_location(const MapReader& map, std::string_view key) {
  std::string location;
  if (!map.read(key, verbatim("an http or https address or a path"), location)) return {};
  if (const std::string fault = location_fault(location); !fault.empty()) {
    map.report().error(map.place(key), format("'{}' {}", key, fault));
  } else if (scheme_of(location).empty() && looks_like_host(location)) {
    map.report().warning(map.place(key),
                         format("'{}' is read as the path of a file; an address begins with https://", key));
  }
  return location;
}

PageSource read_page(const MapReader& map) {
  PageSource page{read_location(map, "page"), std::nullopt};
  if (const Node* recipe = map.find("recipe")) page.recipe = read_recipe(*recipe, map.report());
  return page;
}

void read_what(const MapReader& map, Source& source) {
  const int kinds = map.has("feed") + map.has("page") + map.has("photos");
  if (kinds != 1) {
    map.report().error(map.at(), "a source needs exactly one of the keys feed, page, photos");
    return;
  }
  if (map.has("recipe") && !map.has("page")) {
    map.report().error(map.place("recipe"), "'recipe' goes with 'page' only");
  }
  if (map.has("feed")) {
    source.what = FeedSource{read_location(map, "feed")};
  } else if (map.has("page")) {
    source.what = read_page(map);
  } else {
    std::string folder;
    map.read("photos", verbatim("the path of a folder"), folder);
    source.what = PhotoFolder{folder};
    if (map.has("articles")) map.report().warning(map.place("articles"), "'articles' has no effect on photos");
  }
}

Source read_source(const Node& node, Report& report) {
  const MapReader map(node, "an entry of 'sources'",
                      {"name", "feed", "page", "photos", "recipe", "every", "keep", "max_age", "articles"}, report);
  Source source;
  map.require("name", screen_text(1, 100), source.name);
  if (map.readable()) read_what(map, source);
  map.read("every", duration("10s", "7d"), source.every);
  map.read("keep", whole_number(1, 500), source.keep);
  map.read("max_age", duration("1m", "3650d"), source.max_age);
  map.read("articles", truth(), source.articles);
  return source;
}

}  // namespace

std::vector<Source> read_sources(const Node& node, Report& report) {
  std::vector<Source> sources;
  std::unordered_map<std::string, int> lines;
  for (const Node& entry : read_list(node, "'sources'", report)) {
    if (sources.size() == most_sources) {
      report.error(entry.at, format("more than {} sources", most_sources));
      break;
    }
    Source source = read_source(entry, report);
    const auto [first, is_new] = lines.emplace(source.name, entry.at.line);
    if (!is_new && !source.name.empty()) {
      report.error(entry.at, format("the source on line {} is named '{}', too", first->second, source.name));
    }
    sources.push_back(std::move(source));
  }
  return sources;
}

Recipe read_recipe(const Node& node, Report& report) {
  const MapReader map(node, "'recipe'", {"item", "title", "link", "date", "summary", "image"}, report);
  const Scalar<std::string> xpath = verbatim("an XPath expression");
  Recipe recipe;
  map.require("item", xpath, recipe.item);
  map.require("title", xpath, recipe.title);
  map.read("link", xpath, recipe.link);
  map.read("date", xpath, recipe.date);
  map.read("summary", xpath, recipe.summary);
  map.read("image", xpath, recipe.image);
  return recipe;
}

}  // namespace lobby::config
