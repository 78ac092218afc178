#include "config/layout_reader.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/format.h"
#include "config/weather_conditions.h"

namespace lobby::config {

namespace {

template <typename Map>
std::vector<std::string_view> keys_of(const Map& map) {
  std::vector<std::string_view> keys;
  for (const auto& entry : map) keys.push_back(entry.first);
  return keys;
}

/// Colours written out are right without being in the palette.
Scalar<std::string> colour_scalar(const Theme& theme) {
  Scalar<std::string> scalar =
      name_of("a colour of the palette, or one such as \"#1a2b3c\" in quotes", keys_of(theme.palette));
  scalar.parse = [named = scalar.parse](std::string_view text) -> std::optional<std::string> {
    return parse_hex_colour(text) ? std::optional<std::string>(text) : named(text);
  };
  scalar.form = form_of_pattern("^(#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})|[a-z0-9][a-z0-9-]*)$", 0, 1e15);
  return scalar;
}

Scalar<std::string> face_scalar(const Theme& theme) {
  if (theme.faces.empty()) return name_of("a face of the theme", {});
  return name_of(format("a face of the theme ({})", fmt::join(keys_of(theme.faces), ", ")), keys_of(theme.faces));
}

/// A name with «{icon}» stands for one file a condition, all of which must be there.
Scalar<std::string> art_scalar(const Theme& theme) {
  Scalar<std::string> scalar =
      name_of(theme.art.empty() ? std::string("an .svg file in the theme's folder, which has none")
                                : format("an .svg file of the theme ({})", fmt::join(keys_of(theme.art), ", ")),
              keys_of(theme.art));
  scalar.parse = [named = scalar.parse](std::string_view text) -> std::optional<std::string> {
    return text.find("{icon}") == std::string_view::npos ? named(text) : std::optional<std::string>(text);
  };
  scalar.form.expected = "an .svg file of the theme";
  return scalar;
}

struct FactName {
  std::string_view holds;
  std::string_view does_not;
  Fact fact;
};
constexpr std::array<FactName, 25> facts{{{"landscape", "no_landscape", Fact::landscape},
                                          {"portrait", "no_portrait", Fact::portrait},
                                          {"square", "no_square", Fact::square},
                                          {"wide", "no_wide", Fact::wide},
                                          {"photo", "no_photo", Fact::photo},
                                          {"tall_photo", "no_tall_photo", Fact::tall_photo},
                                          {"wide_photo", "no_wide_photo", Fact::wide_photo},
                                          {"several_photos", "no_several_photos", Fact::several_photos},
                                          {"series", "no_series", Fact::series},
                                          {"shared_caption", "no_shared_caption", Fact::shared_caption},
                                          {"link", "no_link", Fact::link},
                                          {"qr", "no_qr", Fact::qr},
                                          {"summary", "no_summary", Fact::summary},
                                          {"tradition", "no_tradition", Fact::tradition},
                                          {"memorial", "no_memorial", Fact::memorial},
                                          {"mourning", "no_mourning", Fact::mourning},
                                          {"motto", "no_motto", Fact::motto},
                                          {"counted", "no_counted", Fact::counted},
                                          {"round_year", "no_round_year", Fact::round_year},
                                          {"half_round_year", "no_half_round_year", Fact::half_round_year},
                                          {"banner", "no_banner", Fact::banner},
                                          {"joint", "no_joint", Fact::joint},
                                          {"countdown", "no_countdown", Fact::countdown},
                                          {"now", "no_now", Fact::now},
                                          {"urgent", "no_urgent", Fact::urgent}}};

Scalar<Condition> condition_scalar() {
  std::vector<std::pair<std::string_view, Condition>> words;
  std::string expected;
  for (const FactName& name : facts) {
    words.push_back({name.holds, {name.fact, true}});
    words.push_back({name.does_not, {name.fact, false}});
    expected += format("{}{}", expected.empty() ? "" : ", ", name.holds);
  }
  Scalar<Condition> scalar = choice(std::move(words));
  scalar.expected = format("one of {}, or one of them after 'no_'", expected);
  return scalar;
}

}  // namespace

std::vector<std::pair<std::string_view, Fact>> fact_words() {
  std::vector<std::pair<std::string_view, Fact>> words;
  for (const FactName& name : facts) words.emplace_back(name.holds, name.fact);
  return words;
}

std::optional<Colour> parse_hex_colour(std::string_view text) {
  if (!text.starts_with('#') || (text.size() != 7 && text.size() != 9)) return std::nullopt;
  text.remove_prefix(1);
  if (text.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos) return std::nullopt;
  const auto channel = [&](std::size_t index) {
    std::uint8_t value = 0;
    std::from_chars(text.data() + 2 * index, text.data() + 2 * index + 2, value, 16);
    return value;
  };
  return Colour{channel(0), channel(1), channel(2), text.size() == 8 ? channel(3) : std::uint8_t{255}};
}

LayoutReader::LayoutReader(const Theme& theme, LayoutRole role, Report& report, std::vector<Position>* text_places)
    : theme_(theme),
      role_(role),
      report_(report),
      text_places_(text_places),
      colours_(colour_scalar(theme)),
      faces_(face_scalar(theme)),
      art_(art_scalar(theme)),
      conditions_(condition_scalar()) {}

void LayoutReader::read_box(const MapReader& map, Box& box) const {
  const Node* node = map.find("box");
  if (!node) return;
  const auto numbers = list_of(*node, 4);
  if (!numbers) {
    const std::string found =
        node->kind == Node::Kind::list ? format("a list of {}", node->items.size()) : description(*node);
    report_.error(node->at, format("'box' must be a list of four numbers [x, y, width, height], not {}", found));
    return;
  }
  static const auto percent = number(0, 100);
  std::array<double, 4> sides{};
  for (std::size_t index = 0; index < sides.size(); ++index) {
    const auto side = read_scalar((*numbers)[index], "a side of 'box'", percent, report_);
    if (!side) return;
    sides[index] = *side;
  }
  const auto [x, y, width, height] = sides;
  constexpr double rounding = 1e-6;
  if (width <= 0 || height <= 0) {
    report_.error(node->at, "'box' is empty; its third and fourth number are width and height");
  } else if (x + width > 100 + rounding || y + height > 100 + rounding) {
    report_.error(node->at,
                  format("'box' leaves the screen: it ends at {:g} across and {:g} down", x + width, y + height));
  } else {
    box = {x, y, width, height};
  }
}

Conditions LayoutReader::read_when(const MapReader& map) const {
  Conditions conditions;
  for (const Node& entry : map.list("when")) {
    const auto condition = read_scalar(entry, "an entry of 'when'", conditions_, report_);
    if (!condition) continue;
    const auto earlier = std::ranges::find(conditions, condition->fact, &Condition::fact);
    if (earlier != conditions.end()) {
      report_.error(entry.at, format("'when' asks for '{}' twice, or for both it and its opposite", entry.scalar));
    }
    conditions.push_back(*condition);
  }
  return conditions;
}

void LayoutReader::read_colour(const MapReader& map, std::string_view key, std::string& into) const {
  if (map.has(key)) {
    map.read(key, colours_, into);
  } else if (!into.empty() && !colours_.parse(into)) {
    report_.error(map.at(),
                  format("'{}' is missing, and the palette has no colour '{}' to stand in for it", key, into));
  }
}

void LayoutReader::require_colour(const MapReader& map, std::string& into) const {
  map.require("colour", colours_, into);
}

void LayoutReader::require_face(const MapReader& map, std::string& into) const { map.require("face", faces_, into); }

void LayoutReader::require_art(const MapReader& map, std::string& into) const {
  if (!map.require("file", art_, into)) return;
  const std::size_t field = into.find("{icon}");
  if (field == std::string::npos) return;
  for (const std::string_view condition : weather_conditions) {
    const std::string file = std::string(into).replace(field, std::string_view("{icon}").size(), condition);
    if (theme_.art.contains(file)) continue;
    report_.error(map.place("file"), format("the theme has no {}, which '{}' may ask for", file, into));
  }
}

void LayoutReader::check_weather_words(const MapReader& map, const std::vector<std::string>& parts) const {
  const auto asks = [](const std::string& part) { return part.find("{condition}") != std::string::npos; };
  if (std::ranges::none_of(parts, asks)) return;
  for (const std::string_view condition : weather_conditions) {
    if (theme_.weather_words.contains(std::string(condition))) continue;
    report_.error(map.place("parts"),
                  format("'{{condition}}' may be {}, for which 'weather_words' of theme.yaml has no "
                         "words",
                         condition));
    return;
  }
}

}  // namespace lobby::config
