#include <algorithm>
#include <cassert>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/format.h"
#include "config/layout.h"
#include "config/layout_reader.h"
#include "config/weather_conditions.h"

namespace lobby::config {

namespace {

/// The entries of a map whose keys are names of the designer's choice. Only what extends another theme may lack it.
std::span<const MapEntry> named_entries(const MapReader& map, std::string_view key) {
  const Node* node = map.has("extends") ? map.find(key) : map.require(key);
  if (!node) return {};
  return read_names(*node, format("'{}'", key), identifier(), map.report());
}

Scalar<Colour> hex_colour() {
  return {"a colour such as \"#1a2b3c\" or \"#1a2b3c80\", in quotes",
          parse_hex_colour,
          {},
          form_of_pattern("^#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})$")};
}

std::optional<std::string> parse_font_file(std::string_view text) {
  const bool is_font = text.ends_with(".ttf") || text.ends_with(".otf");
  if (!is_font || text.find('/') != std::string_view::npos) return std::nullopt;
  return std::string(text);
}

std::vector<std::string> read_face(const MapEntry& entry, Report& report) {
  const std::string what = format("'{}'", entry.key);
  const Scalar<std::string> font{
      "the name of a .ttf or .otf file in fonts/", parse_font_file, {}, form_of_pattern(R"(^[^/]*\.(ttf|otf)$)")};
  std::vector<std::string> names;
  for (const Node& file : read_filled_list(entry.value, what, report)) {
    if (auto name = read_scalar(file, format("an entry of {}", what), font, report)) names.push_back(*std::move(name));
  }
  return names;
}

std::map<std::string, std::string> read_weather_words(const Node& node, Report& report) {
  const MapReader map(node, "'weather_words'", weather_conditions, report);
  std::map<std::string, std::string> words;
  for (const std::string_view condition : weather_conditions) {
    if (std::string word; map.read(condition, screen_text(1, 40), word)) words.emplace(condition, std::move(word));
  }
  return words;
}

void read_base(const MapReader& map, const std::string& file, Theme& theme) {
  std::string name;
  if (!map.read("extends", identifier(), name)) return;
  const Position at = map.place("extends");
  theme.extends = BaseTheme{std::move(name), Where{file, at.line, at.column}};
}

}  // namespace

Colour resolve(const Theme& theme, std::string_view colour) {
  const auto named = theme.palette.find(std::string(colour));
  if (named != theme.palette.end()) return named->second;
  const auto literal = parse_hex_colour(colour);
  assert(literal && "parse_layout lets no other colour pass");
  return literal.value_or(Colour{});
}

namespace {

void read_theme(const Node& root, const std::string& file, Theme& theme, Report& report) {
  const MapReader map(root, "the file", {"extends", "pictures", "calm", "weather_words", "palette", "faces"}, report);
  read_base(map, file, theme);
  map.read("pictures", choice<PictureTone>({{"natural", PictureTone::natural}, {"grey", PictureTone::grey}}),
           theme.pictures);
  map.read("calm", truth(), theme.calm);
  if (const Node* words = map.find("weather_words")) theme.weather_words = read_weather_words(*words, report);
  for (const MapEntry& entry : named_entries(map, "palette")) {
    if (const auto value = read_scalar(entry.value, format("'{}'", entry.key), hex_colour(), report)) {
      theme.palette.emplace(entry.key, *value);
    }
  }
  for (const MapEntry& entry : named_entries(map, "faces")) {
    theme.faces.emplace(entry.key, read_face(entry, report));
  }
}

}  // namespace

Checked<Theme> parse_theme(std::string_view yaml, const std::string& file) {
  Report report(file, Severity::error);
  Theme theme;
  theme.name = std::filesystem::path(file).parent_path().filename().string();
  if (const auto root = parse_yaml(yaml, report)) read_theme(*root, file, theme, report);
  return std::move(report).checked(std::move(theme));
}

Schema theme_schema() {
  return Recorder::schema_of(
      [](const Node& root, Report& report) {
        Theme theme;
        read_theme(root, {}, theme, report);
      },
      theme_notes());
}

Theme overlaid(Theme base, Theme over) {
  over.palette.merge(std::move(base.palette));
  over.faces.merge(std::move(base.faces));
  over.weather_words.merge(std::move(base.weather_words));
  over.art.merge(std::move(base.art));
  over.layouts.merge(std::move(base.layouts));
  if (!over.pictures) over.pictures = base.pictures;
  if (!over.calm) over.calm = base.calm;
  return over;
}

}  // namespace lobby::config
