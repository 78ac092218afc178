#include "config/scalar.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <span>

#include "base/format.h"
#include "config/source_text.h"
#include "text/clean.h"

namespace lobby::config {

namespace {

using std::chrono::milliseconds;

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number value{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

template <typename Number>
std::optional<Number> within(std::optional<Number> value, Number least, Number most) {
  // Written so that it is false for a NaN, too.
  const bool inside = value && *value >= least && *value <= most;
  return inside ? value : std::nullopt;
}

struct Unit {
  std::string_view name;
  milliseconds length;
};
constexpr std::array<Unit, 4> long_units{{{"s", std::chrono::seconds(1)},
                                          {"m", std::chrono::minutes(1)},
                                          {"h", std::chrono::hours(1)},
                                          {"d", std::chrono::days(1)}}};
constexpr std::array<Unit, 2> short_units{{{"ms", milliseconds(1)}, {"s", std::chrono::seconds(1)}}};

std::optional<milliseconds> parse_duration(std::string_view text, std::span<const Unit> units) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
  const auto count = within(parse_number<double>(text.substr(0, digits)), 0.0, 1e6);
  const auto unit = std::ranges::find(units, text.substr(digits), &Unit::name);
  if (!count || unit == units.end()) return std::nullopt;
  return milliseconds(std::llround(*count * static_cast<double>(unit->length.count())));
}

/// Only its units are in it, not its limits.
std::string duration_pattern(std::span<const Unit> units) {
  std::string names;
  for (const Unit& unit : units) names += format("{}{}", names.empty() ? "" : "|", unit.name);
  return format(R"(^([0-9]+\.?[0-9]*|\.[0-9]+)({})$)", names);
}

Scalar<milliseconds> duration_in(std::span<const Unit> units, std::string_view least, std::string_view most,
                                 std::string_view examples) {
  const auto shortest = parse_duration(least, units);
  const auto longest = parse_duration(most, units);
  assert(shortest && longest);
  return {format("a duration from {} to {}, such as {}", least, most, examples),
          [=](std::string_view text) { return within(parse_duration(text, units), *shortest, *longest); },
          {},
          form_of_pattern(duration_pattern(units))};
}

/// That of numbers within bounds.
Form form_of_number(Form::Kind kind, double least, double most) { return {.kind = kind, .least = least, .most = most}; }

}  // namespace

Scalar<int> whole_number(int least, int most) {
  return {format("a whole number from {} to {}", least, most),
          [=](std::string_view text) { return within(parse_number<int>(text), least, most); },
          {},
          form_of_number(Form::Kind::whole, least, most)};
}

Scalar<double> number(double least, double most) {
  return {format("a number from {} to {}", least, most),
          [=](std::string_view text) { return within(parse_number<double>(text), least, most); },
          {},
          form_of_number(Form::Kind::number, least, most)};
}

Scalar<bool> truth() {
  Scalar<bool> scalar =
      choice<bool>({{"true", true}, {"false", false}, {"yes", true}, {"no", false}, {"on", true}, {"off", false}});
  scalar.expected = "true or false";
  scalar.form.kind = Form::Kind::truth;
  return scalar;
}

Scalar<std::string> screen_text(int least, int most) {
  const auto parse = [=](std::string_view utf8) -> std::optional<std::string> {
    std::string clean = text::clean(utf8);
    const int length = count_characters(clean);
    return length >= least && length <= most ? std::optional(std::move(clean)) : std::nullopt;
  };
  return {
      least > 0 ? format("text of {} to {} characters", least, most) : format("text of at most {} characters", most),
      parse,
      {},
      form_of_number(Form::Kind::text, least, most)};
}

Scalar<std::string> verbatim(std::string expected) {
  return {std::move(expected),
          [](std::string_view text) { return text.empty() ? std::nullopt : std::optional<std::string>(text); },
          {},
          form_of_number(Form::Kind::text, 1, 0)};
}

Scalar<std::string> web_address() {
  return {"an address that begins with https:// or http://",
          [](std::string_view text) -> std::optional<std::string> {
            const std::size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
            const bool host = scheme > 0 && text.size() > scheme && text[scheme] != '/';
            if (!host || text.find_first_of(" \t\r\n") != std::string_view::npos) return std::nullopt;
            return std::string(text);
          },
          {},
          form_of_pattern(R"(^https?://[^/\s]\S*$)")};
}

Scalar<std::string> identifier() {
  const auto parse = [](std::string_view text) -> std::optional<std::string> {
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
    if (text.empty() || text.front() == '-' || text.find_first_not_of(allowed) != std::string_view::npos)
      return std::nullopt;
    return std::string(text);
  };
  constexpr double largest_in_figures = 1e15;
  return {"a name of lower-case letters, digits and hyphens",
          parse,
          {},
          form_of_pattern("^[a-z0-9][a-z0-9-]*$", 0, largest_in_figures)};
}

Scalar<std::chrono::seconds> duration(std::string_view least, std::string_view most) {
  auto exact = duration_in(long_units, least, most, "30s, 10m, 1h or 7d");
  return {std::move(exact.expected),
          [parse = std::move(exact.parse)](std::string_view text) {
            const auto value = parse(text);
            return value ? std::optional(std::chrono::round<std::chrono::seconds>(*value)) : std::nullopt;
          },
          {},
          std::move(exact.form)};
}

Scalar<milliseconds> short_duration(std::string_view least, std::string_view most) {
  return duration_in(short_units, least, most, "300ms or 2.5s");
}

Scalar<std::string> name_of(std::string expected, std::vector<std::string_view> names) {
  const auto parse = [names](std::string_view text) -> std::optional<std::string> {
    const bool known = std::ranges::find(names, text) != names.end();
    return known ? std::optional<std::string>(text) : std::nullopt;
  };
  return {std::move(expected), parse, std::move(names), form_of_number(Form::Kind::text, 1, 0)};
}

}  // namespace lobby::config
