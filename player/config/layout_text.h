#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/geometry.h"

// How slides look, as a designer writes it in layouts/<theme>/*.yaml. All lengths are percent: boxes of the screen's
// width and height, text sizes, gaps, radii and line widths of the shorter side of the 16:9 screen that fits in it.
// Plain data; any thread.
namespace lobby::config {

/// Something that is true or false of a slide and its screen. An element or variant shows only where every fact in
/// `when` holds; a leading `no_` in YAML («no_photo») asks for the opposite.
enum class Fact {
  landscape,
  portrait,
  square,  ///< Neither side is more than a sixth longer than the other.
  wide,    ///< At least 2.2 times as wide as high.
  photo,
  tall_photo,      ///< The lead picture is higher than wide.
  wide_photo,      ///< It is at least twice as wide as high.
  several_photos,  ///< There are two pictures or more.
  series,          ///< The photo is one of several of its story that follow each other.
  shared_caption,  ///< Two photos say the same.
  link,            ///< The story has an address on the web.
  qr,              ///< It has one that is short enough for a code, and the config asks for codes.
  summary,
  tradition,
  memorial,  ///< Of mourning, too.
  mourning,
  motto,
  counted,  ///< The figure of an anniversary is a number of years or of days, not that of its day.
  round_year,
  half_round_year,  ///< And none of the banner's years are round.
  banner,           ///< An anniversary or a countdown.
  joint,
  countdown,
  now,  ///< The weather is that of this hour.
  urgent
};

struct Condition {
  Fact fact;
  bool holds = true;
  bool operator==(const Condition&) const = default;
};
using Conditions = std::vector<Condition>;

enum class HorizontalAlign { left, centre, right };
enum class Digits { natural, equal };        ///< equal: every digit takes the width of the widest.
enum class Presence { required, optional };  ///< optional: left out where there is no room for it.
enum class Capitals { as_written, all };

/// A run of text. `parts` may hold fields in braces («{title}», «{weekday_date}»); a part whose fields are all empty
/// is dropped, what is left is joined by `separator`, and a text without parts is not drawn.
struct Text {
  std::string role;  ///< Its name in the snapshot's index: title, summary, kicker, …
  std::vector<std::string> parts;
  std::string separator = " · ";
  std::string face;    ///< A name of Theme::faces.
  double least = 3.4;  ///< Smallest size, percent of the shorter side.
  double most = 3.4;   ///< Largest size: the text takes the largest at which everything fits.
  int lines = 1;       ///< At most so many;
  int more_lines = 0;  ///< so many where a required text would end early for want of them; 0: no more.
  HorizontalAlign align = HorizontalAlign::left;
  std::string colour = "text";  ///< As every colour here: a name of Theme::palette, or «#rrggbb», «#rrggbbaa».
  Digits digits = Digits::natural;
  Presence presence = Presence::required;
  Capitals capitals = Capitals::as_written;
  double tracking = 0;  ///< Extra space between letters, percent of the text size.
  double gap = 2;       ///< Space above it inside a stack, percent of the shorter side.
  Conditions when;
  int most_lines() const { return more_lines > lines ? more_lines : lines; }
  bool operator==(const Text&) const = default;
};

/// What one percent of a text size, gap, radius or line width is taken of: the shorter side of the 16:9 screen that
/// fits into this one. Boxes follow the width and type must too: on a 4:3 screen a clock as high as the height allows
/// would not fit its box.
int unit_of(Size screen);

/// Whether a fact about screens holds; nothing of any other fact.
std::optional<bool> holds_of_screen(Fact fact, Size screen);

/// Every fact with its word in a `when`, in the order of the documentation.
std::vector<std::pair<std::string_view, Fact>> fact_words();

struct Node;
class Report;

/// Checks that the braces of a text are paired and name fields.
void check_fields(const Node& part, Report& report);

/// The names that a text's parts may hold in braces, in alphabetical order.
std::span<const std::string_view> known_fields();

}  // namespace lobby::config
