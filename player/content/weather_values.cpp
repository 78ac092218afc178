#include "content/weather_values.h"

#include <cmath>

#include "base/format.h"

namespace lobby::content {

namespace {

/// A value in a message: short, and on one line.
std::string shown(const Json& value) {
  constexpr std::size_t most = 40;
  if (value.is_null()) return "nothing";
  if (value.is_structured()) return value.is_array() ? "a list" : "an object";
  std::string text = value.dump(-1, ' ', true, Json::error_handler_t::replace);
  if (text.size() > most) text = text.substr(0, most) + "…";
  return text;
}

}  // namespace

void WeatherValues::fault(std::string message) {
  if (!error_) error_ = Error{ErrorKind::invalid, std::move(message)};
}

double WeatherValues::number(const Json& value, std::string_view what, const Bounds& bounds) {
  if (!value.is_number()) {
    fault(format("the forecast has {} where {} must be a number", shown(value), what));
    return 0;
  }
  const auto number = value.get<double>();
  if (!std::isfinite(number) || number < bounds.least || number > bounds.most) {
    fault(format("the forecast says that {} is {} {}, which cannot be: it lies between {:g} and {:g}", what,
                 shown(value), bounds.unit, bounds.least, bounds.most));
  }
  return number;
}

std::optional<double> WeatherValues::maybe_number(const Json& value, std::string_view what, const Bounds& bounds) {
  return value.is_null() ? std::nullopt : std::optional(number(value, what, bounds));
}

std::optional<int> WeatherValues::maybe_share(const Json& value, std::string_view what) {
  const auto share = maybe_number(value, what, share_bounds);
  return share && !error_ ? std::optional(static_cast<int>(std::lround(*share))) : std::nullopt;
}

Date WeatherValues::date(const Json& value, std::string_view what) {
  constexpr std::size_t length = 10;
  const auto* text = value.get_ptr<const std::string*>();
  const auto time = text != nullptr && text->size() == length ? parse_iso8601(*text, TimeZone())
                                                              : Result<WallTime>(fail(ErrorKind::invalid, {}));
  if (time) return TimeZone().local(*time).date;
  fault(format("the forecast has {} where {} must be a date such as 2026-11-26", shown(value), what));
  return {};
}

WallTime WeatherValues::time(const Json& value, std::string_view what, const TimeZone& zone) {
  const auto* text = value.get_ptr<const std::string*>();
  const auto time =
      text != nullptr ? parse_iso8601(*text, zone) : Result<WallTime>(fail(ErrorKind::invalid, std::string()));
  if (time) return *time;
  fault(format("the forecast has {} where {} must be a time such as 2026-11-26T09:00+07:00", shown(value), what));
  return {};
}

}  // namespace lobby::content
