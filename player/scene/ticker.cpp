#include "scene/ticker.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace lobby::scene {

namespace {

bool hold_on(const config::Conditions& conditions, Size screen) {
  return std::ranges::all_of(conditions, [screen](const config::Condition& condition) {
    return config::holds_of_screen(condition.fact, screen) == condition.holds;
  });
}

const config::TickerBand* band_of(const config::Theme& theme, Size screen) {
  const auto strip = theme.layouts.find("strip");
  if (strip == theme.layouts.end()) return nullptr;
  for (const auto& element : strip->second.elements) {
    const auto* band = std::get_if<config::TickerBand>(&element.what);
    if (band != nullptr && hold_on(element.when, screen)) return band;
  }
  return nullptr;
}

/// The highest and the lowest that Vietnamese reaches.
constexpr std::string_view tall_and_deep = "ẴỘgỵ";

/// Capitals stand in the middle of the band, unless their marks would leave it then.
int baseline_in(int height, const TextSetting& setting, TextMeasurer& measurer) {
  const Ink reach = measurer.ink(setting, tall_and_deep);
  const int centred = (height + measurer.ink(setting, "H").above) / 2;
  return std::max(reach.above, std::min(centred, height - reach.below));
}

}  // namespace

std::optional<Ticker> ticker_on(const config::Theme& theme, Size screen, TextMeasurer& measurer) {
  const auto* band = theme.calm.value_or(false) ? nullptr : band_of(theme, screen);
  if (band == nullptr) return std::nullopt;
  const auto pixels = [&](double percent, int whole) { return static_cast<int>(std::lround(percent * whole / 100)); };
  const int unit = config::unit_of(screen);
  const int height = std::max(1, pixels(band->height, screen.height));
  Ticker ticker;
  ticker.box = {0, screen.height - height, screen.width, height};
  ticker.setting = {band->face, std::max(1, pixels(band->size, unit))};
  ticker.colour = config::resolve(theme, band->colour);
  ticker.ground = config::resolve(theme, band->ground);
  ticker.separator_colour =
      config::resolve(theme, band->separator_colour.empty() ? band->colour : band->separator_colour);
  ticker.gap = pixels(band->gap, unit);
  const auto too_large = [&] {
    const Ink reach = measurer.ink(ticker.setting, tall_and_deep);
    return reach.above + reach.below > height;
  };
  while (ticker.setting.size > 1 && too_large()) --ticker.setting.size;
  ticker.baseline = baseline_in(height, ticker.setting, measurer);
  if (measurer.covers(band->face, band->separator)) ticker.separator = band->separator;
  return ticker;
}

Size beside(const std::optional<Ticker>& ticker, Size screen) {
  return {screen.width, screen.height - (ticker ? ticker->box.height : 0)};
}

}  // namespace lobby::scene
