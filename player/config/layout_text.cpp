#include <algorithm>
#include <array>

#include "base/format.h"
#include "config/layout_reader.h"
#include "text/clean.h"

namespace lobby::config {

namespace {

/// Smaller text cannot be read from across a lobby.
constexpr double least_readable = 2.4;

constexpr std::array<std::string_view, 41> fields{"as_of",
                                                  "author",
                                                  "can_chi_day",
                                                  "caption",
                                                  "cell",
                                                  "change",
                                                  "condition",
                                                  "count",
                                                  "credit",
                                                  "date",
                                                  "date_in_words",
                                                  "figure",
                                                  "greeting",
                                                  "high",
                                                  "humidity",
                                                  "kicker",
                                                  "link",
                                                  "low",
                                                  "lunar_date",
                                                  "mark",
                                                  "motto",
                                                  "organisation",
                                                  "page",
                                                  "published",
                                                  "published_relative",
                                                  "rain",
                                                  "range",
                                                  "second_caption",
                                                  "second_credit",
                                                  "solar_term",
                                                  "source",
                                                  "summary",
                                                  "temperature",
                                                  "time",
                                                  "title",
                                                  "unit",
                                                  "updated",
                                                  "weekday",
                                                  "weekday_date",
                                                  "wind",
                                                  "years"};

}  // namespace

void check_fields(const Node& part, Report& report) {
  std::string_view rest = part.scalar;
  while (true) {
    const std::size_t brace = rest.find_first_of("{}");
    if (brace == std::string_view::npos) return;
    const std::size_t end = rest.find_first_of("{}", brace + 1);
    if (rest[brace] == '}' || end == std::string_view::npos || rest[end] == '{') {
      report.error(part.at, format("a brace in {} is not paired; a field is written as {{title}}", description(part)));
      return;
    }
    const std::string_view name = rest.substr(brace + 1, end - brace - 1);
    if (std::ranges::find(fields, name) == fields.end()) {
      report.error(part.at, format("unknown field '{{{}}}'{}", name, suggestion(name, fields)));
    }
    rest.remove_prefix(end + 1);
  }
}

namespace {

std::vector<std::string> read_parts(const MapReader& map) {
  std::vector<std::string> parts;
  for (const Node& entry : map.require_list("parts")) {
    const auto part = read_scalar(entry, "an entry of 'parts'", verbatim("text"), map.report());
    if (!part) continue;
    check_fields(entry, map.report());
    parts.push_back(text::nfc(*part));
  }
  return parts;
}

/// «5», or «[5, 6.6]» from the smallest to the largest.
void read_size(const MapReader& map, Text& text) {
  const Node* node = map.find("size");
  static const auto size = number(0.5, 80);
  const auto range = node ? list_of(*node, 2) : std::nullopt;
  if (range) {
    const auto least = read_scalar((*range)[0], "the least 'size'", size, map.report());
    const auto most = read_scalar((*range)[1], "the most 'size'", size, map.report());
    if (least && most && *least > *most) {
      map.report().error(node->at, "'size' must be written as [least, most], the smaller number first");
    }
    text.least = least.value_or(text.least);
    text.most = most.value_or(text.most);
  }
  if (node && may_be_scalar(*node)) {
    text.least = text.most = read_scalar(*node, "'size'", size, map.report()).value_or(text.least);
  } else if (node && !range) {
    report_mismatch(*node, "'size'", "a number or a list [least, most]", {}, map.report());
  }
  if (text.least < least_readable) {
    map.report().warning(map.place("size"), format("text of size {:g} may be drawn; below {:g} it cannot be read "
                                                   "from across a room",
                                                   text.least, least_readable));
  }
}

/// «4», or «[4, 7]»: usually at most four, seven where the text needs them.
void read_lines(const MapReader& map, Text& text) {
  static const auto lines = whole_number(1, 20);
  const Node* node = map.find("lines");
  if (node == nullptr || may_be_scalar(*node) || !may_be_list(*node)) map.read("lines", lines, text.lines);
  if (node == nullptr || !may_be_list(*node)) return;
  const auto both = list_of(*node, 2);
  if (!both) {
    report_mismatch(*node, "'lines'", "a whole number or a list [usual, most]", {}, map.report());
    return;
  }
  const auto usual = read_scalar((*both)[0], "the usual 'lines'", lines, map.report());
  const auto most = read_scalar((*both)[1], "the most 'lines'", lines, map.report());
  if (usual && most && *usual >= *most) {
    map.report().error(node->at, "'lines' must be written as [usual, most], the smaller number first");
  }
  text.lines = usual.value_or(text.lines);
  text.more_lines = most.value_or(text.more_lines);
}

void read_style(const MapReader& map, Text& text) {
  static const auto align = choice<HorizontalAlign>(
      {{"left", HorizontalAlign::left}, {"centre", HorizontalAlign::centre}, {"right", HorizontalAlign::right}});
  static const auto digits = choice<Digits>({{"natural", Digits::natural}, {"equal", Digits::equal}});
  static const auto presence = choice<Presence>({{"required", Presence::required}, {"optional", Presence::optional}});
  static const auto capitals = choice<Capitals>({{"as_written", Capitals::as_written}, {"all", Capitals::all}});
  static const auto tracking = number(-10, 100);
  static const auto gap = number(0, 50);
  map.read("align", align, text.align);
  map.read("digits", digits, text.digits);
  map.read("presence", presence, text.presence);
  map.read("capitals", capitals, text.capitals);
  map.read("tracking", tracking, text.tracking);
  map.read("gap", gap, text.gap);
}

}  // namespace

std::span<const std::string_view> known_fields() { return fields; }

Text LayoutReader::read_text(const Node& node) const {
  const MapReader map(node, "an entry of 'texts'",
                      {"role", "parts", "separator", "face", "size", "lines", "align", "colour", "digits", "presence",
                       "capitals", "tracking", "gap", "when"},
                      report_);
  Text text;
  if (!map.readable()) return text;
  if (text_places_ != nullptr) text_places_->push_back(map.place("colour"));
  map.require("role", identifier(), text.role);
  text.parts = read_parts(map);
  check_weather_words(map, text.parts);
  if (map.read("separator", verbatim("text"), text.separator)) text.separator = text::nfc(text.separator);
  require_face(map, text.face);
  read_size(map, text);
  read_lines(map, text);
  read_colour(map, "colour", text.colour);
  read_style(map, text);
  text.when = read_when(map);
  return text;
}

std::vector<Text> LayoutReader::read_texts(const MapReader& map, std::string_view key) const {
  std::vector<Text> texts;
  for (const Node& entry : map.require_list(key)) texts.push_back(read_text(entry));
  return texts;
}

}  // namespace lobby::config
