#pragma once

#include <vector>

#include "playlist/slide.h"
#include "scene/fields.h"

// What a slide of the weather says.
namespace lobby::scene {

/// Adds what is measured now, what is expected of today, and how old that is. Numbers are whole, with the minus of
/// typography: «−3°», «19–26°», «−3° – 2°».
void add_weather(Fields& fields, const playlist::WeatherSlide& slide, const Surroundings& surroundings);

/// The fields of each day after today.
std::vector<Fields> rows_of(const playlist::WeatherSlide& slide);

/// Adds the words of a theme for the condition that `{icon}` names.
void add_weather_words(Fields& fields, const config::Theme& theme);

/// Whether a slide says what the weather is now.
bool tells_now(const playlist::Slide& slide);

}  // namespace lobby::scene
