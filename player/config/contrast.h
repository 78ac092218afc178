#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/layout.h"

namespace lobby::config {

/// Text stands at this contrast or more: WCAG 2.1, 1.4.6.
inline constexpr double least_contrast = 7;

/// Large text may stand at this one: the same criterion. It calls 18 points large, which are half a degree at 70 cm;
/// as large is, at five metres from a screen 68 cm high, a text of 6.5 percent.
inline constexpr double least_contrast_of_large = 4.5;
inline constexpr double large = 6.5;

/// A warning for the texts of each colour in a layout file that may stand on something too like it, at the worst of
/// them with its measured ratio, or on a picture without a scrim; at its colour or at its own place. The trim among the
/// layouts of `theme` lies under the texts, too. Every screen and every slide that the file tells apart is looked at,
/// which takes up to a second: for `check`, not for the start. Nothing where the file has errors.
std::vector<Finding> contrast_findings(std::string_view yaml, const std::string& file, const Theme& theme);

}  // namespace lobby::config
