#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stage/markup.h"

// What the attributes of an SVG may say, for `plain_svg`. Pure; any thread.
namespace lobby::stage {

/// Whether the drawing library knows an attribute that stands in a tag, or in `style`.
bool is_drawn_attribute(std::string_view name);
bool is_drawn_property(std::string_view name);

/// Why a value would be drawn otherwise than it is meant; nothing where it would not.
std::optional<std::string> fault_of(std::string_view name, std::string_view value);

/// The properties of a `style` with their values.
std::vector<std::pair<std::string_view, std::string_view>> declarations(std::string_view style);

/// The numbers in a value without their signs; infinity for one that no machine holds. The figures of colours and of
/// names after a «#» are none.
std::vector<double> numbers_in(std::string_view value);

/// How many times longer a line becomes by a `transform` at most, but for a turn.
double growth_of(std::string_view transform);

/// The part of the plane that the root shows: its viewBox, else its width and height; nothing where it has neither.
std::optional<std::array<double, 4>> view_of(const Tag& root);

}  // namespace lobby::stage
