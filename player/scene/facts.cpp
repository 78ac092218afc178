#include "scene/facts.h"

#include <algorithm>

#include "scene/fields.h"
#include "scene/photo_fields.h"
#include "scene/weather_fields.h"

namespace lobby::scene {

const calendar::Banner* banner_of(const playlist::Slide& slide) {
  const auto* anniversary = std::get_if<playlist::AnniversarySlide>(&slide.what);
  return anniversary == nullptr ? nullptr : &anniversary->banner;
}

const calendar::Countdown* countdown_of(const playlist::Slide& slide) {
  const auto* countdown = std::get_if<playlist::CountdownSlide>(&slide.what);
  return countdown == nullptr ? nullptr : &countdown->countdown;
}

bool on_the_web(std::string_view link) { return link.starts_with("https://") || link.starts_with("http://"); }

namespace {

bool urgent(const playlist::Slide& slide) {
  const auto* notice = std::get_if<playlist::NoticeSlide>(&slide.what);
  return notice != nullptr && notice->notice.urgent;
}

std::optional<calendar::Tone> tone_of(const playlist::Slide& slide) {
  if (const auto* banner = banner_of(slide)) return banner->occurrences.front().anniversary.tone;
  if (const auto* countdown = countdown_of(slide)) return countdown->occurrence.anniversary.tone;
  if (std::holds_alternative<playlist::MourningSlide>(slide.what)) return calendar::Tone::mourning;
  return std::nullopt;
}

bool counted(const playlist::Slide& slide) {
  if (const auto* banner = banner_of(slide)) return banner->occurrences.front().years.has_value();
  return countdown_of(slide) != nullptr;
}

bool any_occurrence(const playlist::Slide& slide, bool (calendar::Occurrence::*holds)() const) {
  const auto* banner = banner_of(slide);
  return banner != nullptr && std::ranges::any_of(banner->occurrences, holds);
}

std::optional<bool> holds_of_pictures(config::Fact fact, const playlist::Slide& slide) {
  const auto* lead = slide.picture();
  switch (fact) {
    case config::Fact::photo:
      return lead != nullptr;
    case config::Fact::tall_photo:
      return lead != nullptr && lead->size.height > lead->size.width;
    case config::Fact::wide_photo:
      return lead != nullptr && lead->size.width >= 2 * lead->size.height;
    case config::Fact::several_photos:
      return picture_of(slide, 1) != nullptr;
    case config::Fact::series:
      return in_series(slide);
    case config::Fact::shared_caption:
      return shares_caption(slide);
    default:
      return std::nullopt;
  }
}

/// A code of version 7 and level M holds 122 bytes: in a box a quarter as high as a screen of 720 rows its modules have
/// three pixels. A longer one would be too large for a lobby or too fine for a telephone.
bool fits_code(std::string_view link) {
  constexpr std::size_t most_bytes = 120;
  return on_the_web(link) && link.size() <= most_bytes;
}

std::optional<bool> holds_of_story(config::Fact fact, const playlist::Slide& slide) {
  const auto* story = std::get_if<playlist::HeadlineSlide>(&slide.what);
  if (fact == config::Fact::link) return story != nullptr && on_the_web(story->headline.link);
  if (fact == config::Fact::qr) return story != nullptr && story->with_code && fits_code(story->headline.link);
  if (fact == config::Fact::summary) return story != nullptr && !story->headline.summary.empty();
  return std::nullopt;
}

bool holds_of_day(config::Fact fact, const playlist::Slide& slide) {
  const auto* banner = banner_of(slide);
  switch (fact) {
    case config::Fact::tradition:
      return tone_of(slide) == calendar::Tone::tradition;
    case config::Fact::memorial:
      return tone_of(slide) == calendar::Tone::memorial || tone_of(slide) == calendar::Tone::mourning;
    case config::Fact::mourning:
      return tone_of(slide) == calendar::Tone::mourning;
    case config::Fact::motto:
      return banner != nullptr && !banner->occurrences.front().anniversary.motto.empty();
    case config::Fact::counted:
      return counted(slide);
    case config::Fact::round_year:
      return any_occurrence(slide, &calendar::Occurrence::round_year);
    case config::Fact::half_round_year:
      return any_occurrence(slide, &calendar::Occurrence::half_round_year) &&
             !any_occurrence(slide, &calendar::Occurrence::round_year);
    case config::Fact::joint:
      return banner != nullptr && banner->occurrences.size() > 1;
    case config::Fact::countdown:
      return countdown_of(slide) != nullptr;
    default:
      return false;
  }
}

}  // namespace

bool holds(config::Fact fact, const playlist::Slide& slide, Size screen) {
  if (fact == config::Fact::banner) return slide.kind() == "anniversary" || slide.kind() == "welcome";
  if (fact == config::Fact::urgent) return urgent(slide);
  if (fact == config::Fact::now) return tells_now(slide);
  if (const auto of_screen = config::holds_of_screen(fact, screen)) return *of_screen;
  if (const auto of_pictures = holds_of_pictures(fact, slide)) return *of_pictures;
  if (const auto of_story = holds_of_story(fact, slide)) return *of_story;
  return holds_of_day(fact, slide);
}

bool hold(const config::Conditions& conditions, const playlist::Slide& slide, Size screen) {
  return std::ranges::all_of(conditions, [&](const config::Condition& condition) {
    return holds(condition.fact, slide, screen) == condition.holds;
  });
}

}  // namespace lobby::scene
