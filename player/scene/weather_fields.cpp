#include "scene/weather_fields.h"

#include <cmath>

#include "base/format.h"
#include "calendar/dates.h"

namespace lobby::scene {

namespace {

/// No forecast knows tenths of a degree of a town.
std::string whole(double number) {
  const long rounded = std::lround(number);
  return rounded < 0 ? format("\u2212{}", -rounded) : format("{}", rounded);
}

std::string degrees(double temperature) { return whole(temperature) + "°"; }

/// Between numbers with a sign a bare dash would be read as one.
std::string range_of(double low, double high) {
  if (std::lround(low) == std::lround(high)) return degrees(high);
  return std::lround(low) < 0 ? format("{} – {}", degrees(low), degrees(high))
                              : format("{}–{}", whole(low), degrees(high));
}

std::string percent(const std::optional<int>& share) { return share ? format("{}%", *share) : std::string(); }

void add_day(Fields& fields, const content::WeatherDay& day) {
  fields["icon"] = day.condition;
  fields["low"] = degrees(day.low);
  fields["high"] = degrees(day.high);
  fields["range"] = range_of(day.low, day.high);
  fields["rain"] = percent(day.rain_chance);
  fields["weekday"] = calendar::weekday_name(day.date);
  fields["date"] = format("{}/{}", static_cast<unsigned>(day.date.day()), static_cast<unsigned>(day.date.month()));
}

/// Where today's expectation goes without a measurement there is nothing to say of humidity and wind.
void add_now(Fields& fields, const content::WeatherNow& now) {
  fields["temperature"] = degrees(now.temperature);
  fields["humidity"] = percent(now.humidity);
  if (now.wind) fields["wind"] = format("{} km/h", whole(*now.wind));
  if (!now.condition.empty()) fields["icon"] = now.condition;
}

}  // namespace

void add_weather(Fields& fields, const playlist::WeatherSlide& slide, const Surroundings& surroundings) {
  const auto& forecast = slide.forecast;
  fields["title"] = forecast.place;
  fields["source"] = forecast.credit;
  if (slide.today) add_day(fields, *slide.today);
  if (forecast.now) add_now(fields, *forecast.now);
  const LocalTime as_of = surroundings.zone.local(forecast.as_of);
  fields["as_of"] = calendar::time_in_figures(as_of.hour, as_of.minute);
  if (!surroundings.now || surroundings.now->date != as_of.date) {
    fields["as_of"] += ", " + calendar::in_figures(as_of.date);
  }
  const auto& temperature = forecast.now ? fields["temperature"] : fields["range"];
  fields["summary"] = temperature;
}

std::vector<Fields> rows_of(const playlist::WeatherSlide& slide) {
  std::vector<Fields> rows;
  for (const auto& day : slide.forecast.days) add_day(rows.emplace_back(), day);
  return rows;
}

void add_weather_words(Fields& fields, const config::Theme& theme) {
  const auto icon = fields.find("icon");
  if (icon == fields.end()) return;
  const auto words = theme.weather_words.find(icon->second);
  if (words != theme.weather_words.end()) fields["condition"] = words->second;
}

bool tells_now(const playlist::Slide& slide) {
  const auto* weather = std::get_if<playlist::WeatherSlide>(&slide.what);
  return weather != nullptr && weather->forecast.now.has_value();
}

}  // namespace lobby::scene
