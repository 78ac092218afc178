#include "playlist/weather_slides.h"

#include <algorithm>

namespace lobby::playlist {

namespace {

using std::chrono::hours;

constexpr hours now_lasts(3);
constexpr hours forecast_lasts(48);
/// Clocks differ; what is dated further ahead has a wrong date.
constexpr std::chrono::minutes most_ahead(20);
/// As many as are read at a glance.
constexpr std::size_t most_days = 5;

WallTime end_of_now(const content::Weather& forecast) { return forecast.as_of + now_lasts; }

WallTime end_of(const content::Weather& forecast) {
  return forecast.as_of + forecast.max_age.value_or(std::chrono::seconds(forecast_lasts));
}

std::optional<WeatherSlide> slide_of(content::Weather forecast, const Moment& moment, Date today) {
  if (moment.time >= end_of(forecast) || forecast.as_of > moment.time + most_ahead) return std::nullopt;
  if (moment.time >= end_of_now(forecast)) forecast.now.reset();
  WeatherSlide slide;
  const auto first = std::ranges::find(forecast.days, today, &content::WeatherDay::date);
  if (first != forecast.days.end()) slide.today = *first;
  if (!forecast.now && !slide.today) return std::nullopt;
  std::erase_if(forecast.days, [&](const auto& day) { return day.date <= today; });
  if (forecast.days.size() > most_days) forecast.days.resize(most_days);
  slide.forecast = std::move(forecast);
  return slide;
}

}  // namespace

std::vector<Slide> weather_slides(const content::Snapshot& snapshot, const Moment& moment) {
  std::vector<Slide> slides;
  const auto now = moment.local(snapshot.config->screen.timezone);
  if (!now) return slides;
  for (const auto& forecast : snapshot.weather) {
    if (auto slide = slide_of(forecast, moment, now->date)) {
      slides.push_back({"weather:" + forecast.source, *std::move(slide)});
    }
  }
  return slides;
}

std::optional<WallTime> weather_changes_at(const content::Snapshot& snapshot, const Moment& moment) {
  std::optional<WallTime> next;
  const auto meet = [&](WallTime edge) {
    if (edge > moment.time && (!next || edge < *next)) next = edge;
  };
  for (const auto& forecast : snapshot.weather) {
    meet(forecast.as_of - most_ahead);
    meet(end_of_now(forecast));
    meet(end_of(forecast));
  }
  return next;
}

}  // namespace lobby::playlist
