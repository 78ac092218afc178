#include "playlist/mood.h"

#include <algorithm>

#include "calendar/anniversary.h"

namespace lobby::playlist {

namespace {

/// What has no place in mourning.
bool is_festive(const Slide& slide) {
  if (const auto* day = std::get_if<AnniversarySlide>(&slide.what)) {
    const auto mourns = [](const auto& occurrence) { return occurrence.anniversary.tone == calendar::Tone::mourning; };
    return !std::ranges::all_of(day->banner.occurrences, mourns);
  }
  if (const auto* placard = std::get_if<PlacardSlide>(&slide.what)) return !is_information(placard->placard);
  return std::holds_alternative<PhotoSlide>(slide.what) || std::holds_alternative<PhotoPairSlide>(slide.what) ||
         std::holds_alternative<CountdownSlide>(slide.what) || std::holds_alternative<WeatherSlide>(slide.what);
}

}  // namespace

Mood mood_at(const config::Config& config, const Moment& moment) {
  if (!config.mourning) return Mood::normal;
  return moment.lies_between(config.mourning->from, config.mourning->until) ? Mood::mourning : Mood::normal;
}

bool restrained_at(const config::Config& config, const Moment& moment) {
  if (mood_at(config, moment) == Mood::mourning || (config.mourning && !moment.date_known)) return true;
  const auto now = moment.local(config.screen.timezone);
  return now && calendar::mourned(now->date, config.anniversaries);
}

std::vector<Slide> restrained(std::vector<Slide> slides) {
  std::erase_if(slides, is_festive);
  for (auto& slide : slides) {
    if (auto* news = std::get_if<HeadlineSlide>(&slide.what)) news->headline.images.clear();
    if (auto* list = std::get_if<HeadlineListSlide>(&slide.what)) {
      for (auto& headline : list->headlines) headline.images.clear();
    }
  }
  return slides;
}

std::vector<Slide> mourning_slides(const config::Config& config, const Moment& moment) {
  const auto& mourning = config.mourning;
  if (!mourning || mourning->text.empty() || mood_at(config, moment) != Mood::mourning) return {};
  return {{"mourning:" + mourning->text, MourningSlide{mourning->text, mourning->detail}}};
}

}  // namespace lobby::playlist
