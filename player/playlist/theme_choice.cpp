#include "playlist/theme_choice.h"

#include <algorithm>
#include <functional>

#include "calendar/holidays.h"
#include "playlist/mood.h"

namespace lobby::playlist {

namespace {

using calendar::Occurrence;
using calendar::Tone;

bool is_tet(const calendar::Anniversary& day) {
  const auto* yearly = std::get_if<calendar::YearlyDay>(&day.day);
  const auto* lunar = yearly != nullptr ? std::get_if<calendar::LunarDay>(&yearly->day) : nullptr;
  return lunar != nullptr && *lunar == calendar::LunarDay{.day = 1, .month = 1};
}

bool is_mourned(const Occurrence& day) { return day.anniversary.tone == Tone::mourning; }

bool is_remembered(const Occurrence& day, Date today) {
  return day.anniversary.tone == Tone::memorial && day.date == today;
}

bool is_celebrated(const Occurrence& day, Date today) {
  if (day.anniversary.tone != Tone::celebration) return false;
  if (is_tet(day.anniversary)) return true;
  return day.date == today && (calendar::is_great_day(today) || calendar::is_public_holiday(today) || day.round_year());
}

/// The first day on the banners of which `holds` is true; null where there is none.
const Occurrence* find(const std::vector<calendar::Banner>& banners,
                       const std::function<bool(const Occurrence&)>& holds) {
  for (const auto& banner : banners) {
    const auto found = std::ranges::find_if(banner.occurrences, holds);
    if (found != banner.occurrences.end()) return &*found;
  }
  return nullptr;
}

std::optional<ThemeChoice> theme_of_day(const config::Themes& themes, const std::vector<calendar::Banner>& banners,
                                        Date today) {
  const auto* remembered = find(banners, [&](const Occurrence& day) { return is_remembered(day, today); });
  if (remembered != nullptr && themes.solemn) return ThemeChoice{*themes.solemn, remembered->anniversary.name};
  const auto* celebrated = find(banners, [&](const Occurrence& day) { return is_celebrated(day, today); });
  // Who wants no solemn theme does not want a festive one on such a day either.
  if (celebrated != nullptr && remembered == nullptr && themes.festive) {
    return ThemeChoice{*themes.festive, celebrated->anniversary.name};
  }
  return std::nullopt;
}

config::Occasion at_night(const config::NightTheme& night) { return {.hours = {night.hours}}; }

}  // namespace

ThemeChoice theme_for(const config::Config& config, const std::vector<calendar::Banner>& banners,
                      const Moment& moment) {
  if (mood_at(config, moment) == Mood::mourning) return {config.themes.mourning, "mourning"};
  if (const auto* mourned = find(banners, is_mourned)) return {config.themes.mourning, mourned->anniversary.name};
  if (restrained_at(config, moment)) return {config.theme, {}};
  const auto now = moment.local(config.screen.timezone);
  const auto* ruler = config::rulers_at(config, now).theme;
  if (ruler != nullptr && ruler->theme) return {*ruler->theme, ruler->name};
  if (!now) return {config.theme, {}};
  if (auto of_day = theme_of_day(config.themes, banners, now->date)) return *std::move(of_day);
  const auto& night = config.themes.night;
  if (night && config::holds(at_night(*night), *now)) return {night->theme, "night"};
  return {config.theme, {}};
}

ThemeChoice theme_at(const config::Config& config, const Moment& moment) {
  const auto now = moment.local(config.screen.timezone);
  return theme_for(
      config, now ? calendar::banners_on(now->date, config.anniversaries) : std::vector<calendar::Banner>(), moment);
}

std::optional<WallTime> night_changes_at(const config::Config& config, const Moment& moment) {
  const auto& zone = config.screen.timezone;
  const auto now = moment.local(zone);
  if (!now || !config.themes.night) return std::nullopt;
  const auto edge = config::changes_at(at_night(*config.themes.night), *now, std::chrono::days(2));
  return edge ? std::optional(zone.wall(*edge)) : std::nullopt;
}

std::string stand_in_for(const config::Config& config, const std::string& theme) {
  return stand_in_for(config.theme, config.themes.mourning, theme);
}

std::string stand_in_for(const std::string& usual, const std::string& mourning, const std::string& theme) {
  return theme == mourning && theme != usual ? "mourning" : "hq";
}

std::vector<std::string> themes_of(const config::Config& config) {
  std::vector<std::string> themes{config.theme};
  const auto add = [&](const std::string& theme) {
    if (std::ranges::find(themes, theme) == themes.end()) themes.push_back(theme);
  };
  const auto keeps = [&](Tone tone) {
    return std::ranges::any_of(config.anniversaries, [&](const auto& day) { return day.tone == tone; });
  };
  if (config.mourning || keeps(Tone::mourning)) add(config.themes.mourning);
  for (const auto& programme : config.programmes) {
    if (programme.theme) add(*programme.theme);
  }
  if (config.themes.solemn && keeps(Tone::memorial)) add(*config.themes.solemn);
  if (config.themes.festive && keeps(Tone::celebration)) add(*config.themes.festive);
  if (config.themes.night) add(config.themes.night->theme);
  return themes;
}

}  // namespace lobby::playlist
