#include "stage/svg_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/format.h"

namespace lobby::stage {

namespace {

constexpr std::array<std::string_view, 13> properties{
    "display",           "fill",           "fill-opacity", "fill-rule",      "opacity",
    "stop-color",        "stop-opacity",   "stroke",       "stroke-linecap", "stroke-linejoin",
    "stroke-miterlimit", "stroke-opacity", "stroke-width"};

constexpr std::array<std::string_view, 25> attributes{
    "cx",     "cy",         "d", "fx", "fy", "gradientTransform", "gradientUnits", "height", "href", "id",
    "offset", "points",     "r", "rx", "ry", "spreadMethod",      "transform",     "width",  "x",    "x1",
    "x2",     "xlink:href", "y", "y1", "y2"};

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() <= ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() <= ' ') text.remove_suffix(1);
  return text;
}

/// A number from 1 to 100000, perhaps in pixels.
std::optional<double> side(std::string_view text) {
  text = trimmed(text);
  if (text.ends_with("px")) text.remove_suffix(2);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_side = error == std::errc() && end == text.data() + text.size() && value >= 1 && value <= 100000;
  return is_side ? std::optional(value) : std::nullopt;
}

}  // namespace

bool is_drawn_property(std::string_view name) { return std::ranges::find(properties, name) != properties.end(); }

bool is_drawn_attribute(std::string_view name) {
  return std::ranges::find(attributes, name) != attributes.end() || is_drawn_property(name);
}

std::optional<std::string> fault_of(std::string_view name, std::string_view value) {
  const bool is_none = value == "none";
  if (name == "clip-path" || name == "mask" || name == "filter" || name == "stroke-dasharray") {
    if (is_none) return std::nullopt;
    return format("'{}' is not drawn; turn what it does into paths and save the drawing as plain SVG", name);
  }
  if (name == "visibility" && value != "visible") return "'visibility' is not drawn; leave out what is hidden";
  if (!is_drawn_attribute(name)) return std::nullopt;
  if (value == "currentColor") return format("'{}' needs a colour of its own, not currentColor", name);
  if (std::ranges::any_of(
          value, [](char letter) { return letter < ' ' && letter != '\n' && letter != '\t' && letter != '\r'; }) ||
      value.find_first_of("<>&\"") != std::string_view::npos) {
    return format("'{}' has letters that do not belong there", name);
  }
  const std::size_t url = value.find("url(");
  const bool is_elsewhere = url != std::string_view::npos && !value.substr(url).starts_with("url(#");
  if (is_elsewhere || (name.ends_with("href") && !value.starts_with('#'))) {
    return format("'{}' refers to something outside the drawing", name);
  }
  if (name == "transform" && value.find("skew") != std::string_view::npos) {
    return "a skewed shape is not drawn; turn it into paths and save the drawing as plain SVG";
  }
  return std::nullopt;
}

std::vector<std::pair<std::string_view, std::string_view>> declarations(std::string_view style) {
  std::vector<std::pair<std::string_view, std::string_view>> all;
  while (!style.empty()) {
    const std::string_view one = style.substr(0, style.find(';'));
    style.remove_prefix(std::min(style.size(), one.size() + 1));
    const std::size_t colon = one.find(':');
    if (colon == std::string_view::npos) continue;
    all.emplace_back(trimmed(one.substr(0, colon)), trimmed(one.substr(colon + 1)));
  }
  return all;
}

std::vector<double> numbers_in(std::string_view value) {
  std::vector<double> numbers;
  const char* at = value.data();
  const char* const end = at + value.size();
  const auto is_of_a_name = [](char letter) {
    return is_digit(letter) || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  };
  while (at != end) {
    if (*at == '#') at = std::find_if_not(at + 1, end, is_of_a_name);
    if (at == end) break;
    if (!is_digit(*at) && !(*at == '.' && at + 1 != end && is_digit(at[1]))) {
      ++at;
      continue;
    }
    double number = 0;
    const auto [after, error] = std::from_chars(at, end, number);
    numbers.push_back(error == std::errc() ? number : std::numeric_limits<double>::infinity());
    at = after;
  }
  return numbers;
}

double growth_of(std::string_view transform) {
  double growth = 1;
  while (!transform.empty()) {
    const std::string_view one = transform.substr(0, transform.find(')'));
    transform.remove_prefix(std::min(transform.size(), one.size() + 1));
    auto numbers = numbers_in(one);
    const bool is_matrix = one.find("matrix") != std::string_view::npos;
    if (!is_matrix && one.find("scale") == std::string_view::npos) continue;
    constexpr std::size_t enlarging = 4;  // the last two numbers of a matrix move
    numbers.resize(std::min(numbers.size(), enlarging));
    if (!numbers.empty()) growth *= std::ranges::max(numbers);
  }
  return growth;
}

std::optional<std::array<double, 4>> view_of(const Tag& root) {
  const std::string_view box = value_of(root, "viewBox");
  if (!box.empty()) {
    std::array<double, 4> view{};
    std::string_view rest = box;
    for (double& number : view) {
      while (!rest.empty() && (rest.front() <= ' ' || rest.front() == ',')) rest.remove_prefix(1);
      const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
      if (error != std::errc() || !(std::abs(number) <= 100000)) return std::nullopt;
      rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    }
    const bool is_view = trimmed(rest).empty() && view[2] >= 1 && view[3] >= 1;
    return is_view ? std::optional(view) : std::nullopt;
  }
  const auto width = side(value_of(root, "width"));
  const auto height = side(value_of(root, "height"));
  if (!width || !height) return std::nullopt;
  return std::array<double, 4>{0, 0, *width, *height};
}

}  // namespace lobby::stage
