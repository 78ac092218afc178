#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "config/layout.h"
#include "scene/fields.h"
#include "scene/measurer.h"
#include "scene/scene.h"
#include "text/words.h"

// Setting stacks of texts: which size, which lines, how far apart.
namespace lobby::scene {

/// A text of the layout with its fields filled in and cut into pieces.
struct Copy {
  const config::Text* text = nullptr;
  std::vector<text::Piece> pieces;
  int lines = 1;  ///< At most so many.
};

using config::unit_of;

/// Where texts stand: on what screen, and how wide their box is.
struct Place {
  Size screen;
  int width = 0;
};

/// The texts of a stack that apply to a slide and have something to say that their faces can draw. What is
/// much longer than its box ends early already here, in «…».
std::vector<Copy> copies_of(const std::vector<config::Text>& texts, const Fields& fields, const playlist::Slide& slide,
                            const Place& place, TextMeasurer& measurer);

/// Lets texts take all the lines that their layout has for long ones. False where that is no more than before.
bool allow_more_lines(std::vector<Copy>& copies);

/// A text set at one size: its lines and the distances that keep their ink apart.
struct Block {
  const config::Text* text = nullptr;
  TextSetting setting;
  std::vector<std::string> lines;
  int above = 0;            ///< From the top of the block to the first baseline.
  int pitch = 0;            ///< From baseline to baseline.
  int below = 0;            ///< From the last baseline to the bottom.
  int gap = 0;              ///< Above the block, unless it is the first.
  bool ends_badly = false;  ///< A line but the last does, by `text::bad_end`.
  int height() const { return above + pitch * (static_cast<int>(lines.size()) - 1) + below; }
};

int height_of(const std::vector<Block>& blocks);

/// How far a stack may go to fit.
enum class Latitude {
  complete,  ///< Every text whole.
  shorten,   ///< Optional texts may end early.
  drop,      ///< Optional texts may be left out.
  force,     ///< Required texts may end early too: this always gives a result.
};

/// Sets texts into a box of `room` pixels at a point between their smallest (`scale` 0) and largest (1) sizes; nothing
/// when they do not fit. `unit` is the shorter side of the screen in pixels.
std::optional<std::vector<Block>> set_at(const std::vector<Copy>& copies, Size room, double scale, Latitude latitude,
                                         int unit, TextMeasurer& measurer);

/// The scales to try, from 1 down to 0.
const std::vector<double>& scales();

/// Sets texts at the largest sizes at which they fit, in more lines where they fit at none.
std::vector<Block> set_stack(std::vector<Copy> copies, Size room, int unit, TextMeasurer& measurer);

/// Turns blocks into operations with their top at `top`; `colours` come from the theme.
void place(const std::vector<Block>& blocks, const Rect& box, int top, const config::Theme& theme,
           TextMeasurer& measurer, std::vector<Op>& ops);

/// Where a stack of that height begins in its box.
int top_of(const Rect& box, config::VerticalAlign align, int height);

}  // namespace lobby::scene
