#include "config/source_list.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <unordered_map>

#include "base/format.h"
#include "config/reader.h"

namespace lobby::config {

namespace {

constexpr std::size_t most_sources = 300;
constexpr std::size_t most_photos = 500;
/// Items that all sources keep together. At ten seconds each they take eleven hours to be shown, and 15 MiB.
constexpr int most_kept = 4000;
constexpr std::size_t most_marks = 200;
constexpr std::string_view expected_location = "an http or https address or a path";
constexpr std::array<std::string_view, 5> kinds{"feed", "page", "photos", "usb", "weather"};

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
  if (!map.read(key, verbatim(std::string(expected_location)), location)) return {};
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

PhotoList::Entry read_photo(const Node& node, Report& report) {
  PhotoList::Entry photo;
  note_form(node, verbatim({}).form, expected_location, {});
  if (node.kind == Node::Kind::scalar) {
    photo.location = node.scalar;
    if (const std::string fault = location_fault(photo.location); !fault.empty()) {
      report.error(node.at, format("a photo {}", fault));
    }
    return photo;
  }
  const MapReader map(node, "an entry of 'photos'", {"image", "caption"}, report);
  if (!map.readable()) return photo;
  map.require("image");
  photo.location = read_location(map, "image");
  map.read("caption", screen_text(1, 300), photo.caption);
  return photo;
}

/// A folder, or a list of pictures.
void read_photos(const MapReader& map, Source& source) {
  const Node& node = *map.require("photos");
  if (may_be_scalar(node) || !may_be_list(node)) {
    std::string folder;
    Scalar<std::string> scalar = verbatim("the path of a folder, or a list of pictures");
    scalar.form.expected = "the path of a folder";
    map.read("photos", scalar, folder);
    source.what = PhotoFolder{folder};
  }
  if (!may_be_list(node)) return;
  PhotoList list;
  const auto entries = read_filled_list(node, "'photos'", map.report());
  for (const Node& entry : first_of(entries, most_photos, format("more than {} photos", most_photos), map.report())) {
    list.photos.push_back(read_photo(entry, map.report()));
  }
  source.what = std::move(list);
}

/// The name of one folder at the top of a stick.
UsbStick read_stick(const MapReader& map) {
  UsbStick stick;
  if (!map.read("usb", verbatim("the name of a folder on the stick"), stick.folder)) return stick;
  const std::filesystem::path path(stick.folder);
  if (path.empty() || path != path.filename() || path == "." || path == "..") {
    map.report().error(map.place("usb"), "'usb' is the name of one folder at the top of the stick, such as lobby");
  }
  return stick;
}

void warn_without_effect(const MapReader& map, std::initializer_list<std::string_view> keys, std::string_view on) {
  for (const std::string_view key : keys) {
    if (map.has(key)) map.report().warning(map.place(key), format("'{}' has no effect on {}", key, on));
  }
}

/// A forecast changes more seldom than news.
WeatherSource read_weather(const MapReader& map, Source& source) {
  source.every = std::chrono::minutes(30);
  source.articles = false;
  warn_without_effect(map, {"keep", "articles", "show", "include", "exclude", "hold", "approved"}, "weather");
  WeatherSource weather{read_location(map, "weather"), {}};
  map.read("place", screen_text(1, 60), weather.place);
  return weather;
}

void read_what(const MapReader& map, Source& source) {
  if (!map.has_one_of(kinds, "a source needs exactly one of the keys feed, page, photos, usb, weather")) return;
  map.check_goes_with("recipe", "page");
  map.check_goes_with("place", "weather");
  if (map.has("feed")) {
    source.what = FeedSource{read_location(map, "feed")};
  } else if (map.has("page")) {
    source.what = read_page(map);
  } else if (map.has("weather")) {
    source.what = read_weather(map, source);
  } else if (map.has("usb")) {
    source.what = read_stick(map);
    if (!map.has("keep")) source.keep = static_cast<int>(most_photos);
  } else {
    read_photos(map, source);
    if (!map.has("keep")) source.keep = static_cast<int>(most_photos);
    warn_without_effect(map, {"articles", "show"}, "photos");
  }
}

std::vector<std::string> read_marks(const MapReader& map, std::string_view key) {
  std::vector<std::string> marks;
  const std::string too_many = format("more than {} entries in '{}'", most_marks, key);
  for (const Node& entry : first_of(map.list(key), most_marks, too_many, map.report())) {
    if (auto mark = read_scalar(entry, format("an entry of '{}'", key), screen_text(1, 300), map.report())) {
      marks.push_back(std::move(*mark));
    }
  }
  return marks;
}

Marks read_mark_lists(const MapReader& source, std::string_view key) {
  const Node* node = source.find(key);
  if (node == nullptr) return {};
  const MapReader map(*node, format("'{}'", key), {"sections", "words"}, source.report());
  if (!map.readable()) return {};
  return {read_marks(map, "sections"), read_marks(map, "words")};
}

/// Which of the stories are wanted, and as what.
void read_choice(const MapReader& map, Source& source) {
  map.read("show", choice<ShownAs>({{"news", ShownAs::news}, {"photos", ShownAs::photos}}), source.shown_as);
  source.include = read_mark_lists(map, "include");
  source.exclude = read_mark_lists(map, "exclude");
  map.read("hold", truth(), source.hold);
  source.approved = read_marks(map, "approved");
  if (!source.hold && !source.approved.empty()) {
    map.report().warning(map.place("approved"), "'approved' has no effect without 'hold: true'");
  }
}

Source read_source(const Node& node, Report& report) {
  const MapReader map(node, "an entry of 'sources'",
                      {"name", "feed", "page", "photos", "usb", "weather", "place", "recipe", "every", "keep",
                       "max_age", "articles", "show", "include", "exclude", "hold", "approved", "weight"},
                      report);
  Source source;
  map.require("name", screen_text(1, 100), source.name);
  if (map.readable()) read_what(map, source);
  map.read("every", duration("10s", "7d"), source.every);
  map.read("keep", whole_number(1, 500), source.keep);
  map.read("max_age", duration("1m", "3650d"), source.max_age);
  if (!map.has("weather")) map.read("articles", truth(), source.articles);
  map.read("weight", whole_number(1, 5), source.weight);
  read_choice(map, source);
  return source;
}

/// The number that no source may keep more than, so that all keep at most `most_kept` together.
int fair_share(const std::vector<Source>& sources) {
  std::vector<int> wishes;
  for (const Source& source : sources) wishes.push_back(source.keep);
  std::ranges::sort(wishes);
  int left = most_kept;
  auto sharing = static_cast<int>(wishes.size());
  for (const int wish : wishes) {
    if (wish > left / sharing) return left / sharing;
    left -= wish;
    --sharing;
  }
  return most_kept;
}

void share_out(std::vector<Source>& sources, Position at, Report& report) {
  const int share = fair_share(sources);
  if (std::ranges::none_of(sources, [share](const Source& source) { return source.keep > share; })) return;
  report.warning(at,
                 format("all sources together keep at most {} items; of each the newest {} count", most_kept, share));
  for (Source& source : sources) source.keep = std::min(source.keep, share);
}

}  // namespace

std::vector<Source> read_sources(const Node& node, Report& report) {
  std::vector<Source> sources;
  std::unordered_map<std::string, int> lines;
  const auto entries = read_list(node, "'sources'", report);
  for (const Node& entry : first_of(entries, most_sources, format("more than {} sources", most_sources), report)) {
    Source source = read_source(entry, report);
    const auto [first, is_new] = lines.emplace(source.name, entry.at.line);
    if (!is_new && !source.name.empty()) {
      report.error(entry.at, format("the source on line {} is named '{}', too", first->second, source.name));
    }
    sources.push_back(std::move(source));
  }
  share_out(sources, node.at, report);
  return sources;
}

std::vector<std::string> read_source_names(const Node& node, std::string_view what, std::span<const Source> sources,
                                           Report& report) {
  std::vector<std::string_view> known;
  for (const Source& source : sources) known.push_back(source.name);
  const auto name = name_of("the name of a source", std::move(known));
  std::vector<std::string> names;
  for (const Node& entry : read_one_or_more(node, what, report)) {
    if (auto value = read_scalar(entry, format("an entry of {}", what), name, report)) {
      names.push_back(*std::move(value));
    }
  }
  return names;
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
