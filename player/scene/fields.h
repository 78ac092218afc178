#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/local_time.h"
#include "config/layout.h"
#include "playlist/slide.h"

namespace lobby::scene {

/// On which side of its slide the strip hangs.
enum class StripSide { below, above };

/// What a slide does not know of itself.
struct Surroundings {
  std::string organisation;
  TimeZone zone;
  std::optional<LocalTime> now;      ///< Nothing while the clock cannot be trusted: no date and no time is shown.
  std::optional<LocalTime> updated;  ///< Set when the content has aged: the time of the last successful update.
  StripSide strip = StripSide::below;
  std::vector<std::string> ticker = {};  ///< What runs under the slides; empty: there is no ticker.
};

/// The texts that a layout may name in braces.
using Fields = std::map<std::string, std::string, std::less<>>;

/// The fields of a slide and of the strip around it.
Fields fields_of(const playlist::Slide& slide, const Surroundings& surroundings);

/// The fields of each row of a slide that has rows: headlines of a list, anniversaries of a banner.
std::vector<Fields> row_fields_of(const playlist::Slide& slide, const Surroundings& surroundings);

/// The slide's usable picture of that number, the lead picture being 0; null where there are not so many.
const content::Image* picture_of(const playlist::Slide& slide, std::size_t index);

/// One part of a text with its fields filled in; empty where it names fields and all of them are empty.
std::string filled_part(std::string_view part, const Fields& fields);

/// A text's parts with their fields filled in; empty when no part with a value is left.
std::string filled(const config::Text& text, const Fields& fields);

}  // namespace lobby::scene
