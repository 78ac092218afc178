#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.h"
#include "config/element.h"
#include "config/finding.h"

// How slides look, as a designer writes it in layouts/<theme>/*.yaml. All lengths are percent: boxes of the screen's
// width and height, text sizes, gaps, radii and line widths of the shorter side of the 16:9 screen that fits in it.
// Plain data; any thread.
namespace lobby::config {

/// How one slide kind looks: elements drawn in order, each placed on the whole screen.
struct Layout {
  std::vector<Element> elements;
  bool operator==(const Layout&) const = default;
};

/// The theme that another one extends, and where it says so.
struct BaseTheme {
  std::string name;
  Where where;
  bool operator==(const BaseTheme&) const = default;
};

/// How pictures are shown in a theme.
enum class PictureTone { natural, grey };

/// A face is a list of font files: the first is the face, the others serve words that it lacks.
struct Theme {
  std::string name;
  std::optional<BaseTheme> extends;  ///< What is missing here is there.
  std::map<std::string, Colour> palette;
  std::map<std::string, std::vector<std::string>> faces;          ///< Names of files in fonts/.
  std::optional<PictureTone> pictures;                            ///< Nothing: natural.
  std::optional<bool> calm;                                       ///< Nothing moves: what would, fades.
  std::map<std::string, std::string> weather_words;               ///< What visitors read of each condition.
  std::map<std::string, std::shared_ptr<const std::string>> art;  ///< By file name; SVG, plain.
  std::map<std::string, Layout> layouts;                          ///< By file name without .yaml: headline, …, strip.
  bool operator==(const Theme&) const = default;
};

/// The colour that a layout names: one of the palette, or «#rrggbb» or «#rrggbbaa». The name was checked by
/// `parse_layout` against the same theme; any other is a bug of the caller.
Colour resolve(const Theme& theme, std::string_view colour);

/// Parses theme.yaml: `extends`, `pictures`, `calm`, `weather_words`, `palette` and `faces`; the latter two may be
/// missing where the first is there. The theme is named after the folder of `file`; `layouts` stays empty.
Checked<Theme> parse_theme(std::string_view yaml, const std::string& file);

/// A theme over the one that it extends: what it has stands in for what has the same name there.
Theme overlaid(Theme base, Theme over);

struct Position;

/// Parses one layout file; names of colours, faces and art are checked against `theme`, fields in braces against
/// `known_fields`. Unknown keys are errors. `text_places` gets, of each text in the order of the file, the place of its
/// colour, or its own where it names none.
Checked<Layout> parse_layout(std::string_view yaml, const std::string& file, const Theme& theme,
                             std::vector<Position>* text_places = nullptr);

}  // namespace lobby::config
