#include "scene/typeset.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <ranges>

#include "text/lines.h"

namespace lobby::scene {

namespace {

int pixels(double percent, int unit) { return static_cast<int>(std::lround(percent * unit / 100.0)); }

TextSetting setting_at(const config::Text& text, double scale, int unit) {
  const int size = std::max(1, pixels(text.least + scale * (text.most - text.least), unit));
  return {text.face, size, static_cast<int>(std::lround(text.tracking * size / 100.0)),
          text.digits == config::Digits::equal ? DigitWidth::equal : DigitWidth::natural};
}

/// Distances from measured ink, so that no mark is clipped or touches the line above; never tighter than a text
/// without stacked marks would be set, so that blocks of one style look alike.
Block block_of(const config::Text& text, const TextSetting& setting, std::vector<std::string> lines, int unit,
               TextMeasurer& measurer) {
  constexpr double least_pitch = 1.24;
  constexpr double least_above = 0.74;
  constexpr double least_below = 0.2;
  constexpr double air = 0.06;
  const auto em = [&](double share) { return static_cast<int>(std::lround(share * setting.size)); };
  Block block{&text,           setting,         std::move(lines),      em(least_above),
              em(least_pitch), em(least_below), pixels(text.gap, unit)};
  std::optional<Ink> before;
  for (const auto& line : block.lines) {
    const Ink ink = measurer.ink(setting, line);
    if (before) block.pitch = std::max(block.pitch, before->below + ink.above + em(air));
    if (!before) block.above = std::max(block.above, ink.above);
    before = ink;
  }
  if (before) block.below = std::max(block.below, before->below);
  return block;
}

/// Sets one text in at most `most_lines`, whole or shortened.
std::optional<Block> set_text(const Copy& copy, double scale, int width, int most_lines, bool may_shorten, int unit,
                              TextMeasurer& measurer) {
  const auto setting = setting_at(*copy.text, scale, unit);
  const text::Measure measure = [&](std::string_view line) { return measurer.width(setting, line); };
  auto lines = text::break_lines(copy.pieces, measure, width, most_lines);
  const bool smaller_is_possible = scale > 0 && copy.text->least < copy.text->most;
  if (lines) {
    const auto worst = text::worst_break(copy.pieces, *lines);
    if (smaller_is_possible && worst >= text::tear) return std::nullopt;
    auto block = block_of(*copy.text, setting, std::move(*lines), unit, measurer);
    block.ends_badly = worst >= text::bad_end;
    return block;
  }
  if (!may_shorten) return std::nullopt;
  auto shortened = text::shorten_to_lines(copy.pieces, measure, width, most_lines);
  return block_of(*copy.text, setting, std::move(shortened), unit, measurer);
}

bool optional_text(const Copy& copy) { return copy.text->presence == config::Presence::optional; }

/// Shortens one text line by line until the stack fits; false where even `least` lines are too many.
bool shrink(std::vector<Block>& blocks, std::size_t index, const Copy& copy, Size room, double scale, int least,
            int unit, TextMeasurer& measurer) {
  while (height_of(blocks) > room.height) {
    const int lines = static_cast<int>(blocks[index].lines.size()) - 1;
    if (lines < least) return false;
    auto shorter = set_text(copy, scale, room.width, lines, true, unit, measurer);
    if (!shorter) return false;
    blocks[index] = std::move(*shorter);
  }
  return true;
}

/// Makes the text with the most lines give way, line by line, down to one line each.
void force_into(std::vector<Block>& blocks, const std::vector<Copy>& copies, Size room, double scale, int unit,
                TextMeasurer& measurer) {
  while (height_of(blocks) > room.height) {
    const auto longest = std::ranges::max_element(blocks, {}, [](const Block& block) { return block.lines.size(); });
    if (longest == blocks.end() || longest->lines.size() < 2) return;
    const auto copy = std::ranges::find(copies, longest->text, &Copy::text);
    const int lines = static_cast<int>(longest->lines.size()) - 1;
    auto shorter = set_text(*copy, scale, room.width, lines, true, unit, measurer);
    if (!shorter) return;
    *longest = std::move(*shorter);
  }
}

/// True where a line but the last is so short beside the longest that it looks like a mistake: long names that may not
/// be broken do that to large type.
bool is_ragged(const Block& block, TextMeasurer& measurer) {
  constexpr double least_share = 0.5;
  double shortest = std::numeric_limits<double>::infinity();
  double longest = 0;
  for (const auto& line : block.lines) {
    const double width = measurer.width(block.setting, line);
    longest = std::max(longest, width);
    if (&line != &block.lines.back()) shortest = std::min(shortest, width);
  }
  return shortest < least_share * longest;
}

/// How much a somewhat smaller size might mend: a line that ends in a word that leads on counts more than an uneven
/// edge, for sense goes before shape. A lead is not worth a smaller headline.
int faults_of(const std::vector<Block>& blocks, TextMeasurer& measurer) {
  int faults = 0;
  for (const auto& block : blocks) {
    if (block.ends_badly && block.text->presence != config::Presence::optional) faults += 2;
    if (is_ragged(block, measurer)) ++faults;
  }
  return faults;
}

/// How the texts of one size only were set, by the index of their copies: they are set once for all sizes of the
/// others.
using Fixed = std::vector<std::optional<Block>>;

std::optional<std::vector<Block>> set_at(const std::vector<Copy>& copies, Size room, double scale, Latitude latitude,
                                         int unit, TextMeasurer& measurer, Fixed& fixed) {
  std::vector<Block> blocks;
  std::optional<std::size_t> last_optional;
  const Copy* shortened = nullptr;
  for (const auto& copy : copies) {
    if (optional_text(copy) && latitude >= Latitude::drop) continue;
    const bool may_shorten = latitude == Latitude::force || (optional_text(copy) && latitude == Latitude::shorten);
    auto& known = fixed[static_cast<std::size_t>(&copy - copies.data())];
    const int lines = latitude == Latitude::force ? copy.text->most_lines() : copy.lines;
    auto block = known ? known : set_text(copy, scale, room.width, lines, may_shorten, unit, measurer);
    if (!block) return std::nullopt;
    if (copy.text->least == copy.text->most) known = block;
    if (optional_text(copy)) {
      last_optional = blocks.size();
      shortened = &copy;
    }
    blocks.push_back(std::move(*block));
  }
  if (latitude == Latitude::force) force_into(blocks, copies, room, scale, unit, measurer);
  if (latitude == Latitude::shorten && last_optional) {
    constexpr int least_lines = 2;
    if (!shrink(blocks, *last_optional, *shortened, room, scale, least_lines, unit, measurer)) return std::nullopt;
  }
  if (latitude != Latitude::force && height_of(blocks) > room.height) return std::nullopt;
  return blocks;
}

/// The largest setting of at least `least_scale`; where it has faults, the one with the fewest among those that are
/// somewhat smaller.
std::optional<std::vector<Block>> set_largest(const std::vector<Copy>& copies, Size room, double least_scale,
                                              Latitude latitude, int unit, TextMeasurer& measurer) {
  constexpr double worth_good_lines = 0.34;
  std::optional<std::vector<Block>> best;
  int fewest_faults = 0;
  double scale_of_largest = 0;
  Fixed fixed(copies.size());
  const double smallest =
      *std::ranges::find_if(scales() | std::views::reverse, [&](double each) { return each >= least_scale; });
  for (const double scale : scales()) {
    if (scale < least_scale || (best && scale < scale_of_largest - worth_good_lines)) break;
    auto blocks = set_at(copies, room, scale, latitude, unit, measurer, fixed);
    // What does not fit at the smallest size fits at none between.
    if (!blocks && scale == 1 && !set_at(copies, room, smallest, latitude, unit, measurer, fixed)) return std::nullopt;
    if (!blocks) continue;
    const int faults = faults_of(*blocks, measurer);
    if (!best) scale_of_largest = scale;
    if (best && faults >= fewest_faults) continue;
    best = std::move(blocks);
    fewest_faults = faults;
    if (faults == 0) break;
  }
  return best;
}

/// What is left of texts that were made to end early.
std::vector<Copy> kept_copies(const std::vector<Copy>& copies, const std::vector<Block>& blocks) {
  std::vector<Copy> kept;
  for (const auto& block : blocks) {
    const std::string whole = text::joined(std::ranges::find(copies, block.text, &Copy::text)->pieces);
    std::string text;
    for (const auto& line : block.lines) {
      if (!text.empty() && !whole.starts_with(text + line)) text += ' ';
      text += line;
    }
    kept.push_back({block.text, text::pieces(text), block.text->most_lines()});
  }
  return kept;
}

}  // namespace

int height_of(const std::vector<Block>& blocks) {
  int height = 0;
  for (const auto& block : blocks) height += block.height() + (&block == &blocks.front() ? 0 : block.gap);
  return height;
}

std::optional<std::vector<Block>> set_at(const std::vector<Copy>& copies, Size room, double scale, Latitude latitude,
                                         int unit, TextMeasurer& measurer) {
  Fixed fixed(copies.size());
  return set_at(copies, room, scale, latitude, unit, measurer, fixed);
}

const std::vector<double>& scales() {
  static const std::vector<double> steps = [] {
    constexpr int count = 12;
    std::vector<double> values;
    for (int step = count; step >= 0; --step) values.push_back(static_cast<double>(step) / count);
    return values;
  }();
  return steps;
}

namespace {

/// With every text whole, or optional ones cut short or left out.
std::optional<std::vector<Block>> set_unforced(const std::vector<Copy>& copies, Size room, int unit,
                                               TextMeasurer& measurer) {
  // A complete lead is worth a somewhat smaller headline, but not a small one.
  constexpr double least_for_complete = 0.5;
  auto blocks = set_largest(copies, room, least_for_complete, Latitude::complete, unit, measurer);
  for (const auto latitude : {Latitude::shorten, Latitude::drop}) {
    if (!blocks) blocks = set_largest(copies, room, 0, latitude, unit, measurer);
  }
  return blocks;
}

}  // namespace

std::vector<Block> set_stack(std::vector<Copy> copies, Size room, int unit, TextMeasurer& measurer) {
  if (auto blocks = set_unforced(copies, room, unit, measurer)) return *std::move(blocks);
  if (allow_more_lines(copies)) {
    if (auto blocks = set_unforced(copies, room, unit, measurer)) return *std::move(blocks);
  }
  const auto forced = set_at(copies, room, 0, Latitude::force, unit, measurer).value_or(std::vector<Block>());
  // What is left of a title that ended before its quotation may be set larger.
  return set_largest(kept_copies(copies, forced), room, 0, Latitude::complete, unit, measurer).value_or(forced);
}

void place(const std::vector<Block>& blocks, const Rect& box, int top, const config::Theme& theme,
           TextMeasurer& measurer, std::vector<Op>& ops) {
  for (const auto& block : blocks) {
    if (&block != &blocks.front()) top += block.gap;
    TextOp op{block.text->role, block.setting, config::resolve(theme, block.text->colour), {}, {}};
    int left = box.right();
    int right = box.x;
    int baseline = top + block.above;
    for (const auto& line : block.lines) {
      const int width = static_cast<int>(std::ceil(measurer.width(block.setting, line)));
      int x = box.x;
      if (block.text->align == config::HorizontalAlign::centre) x += (box.width - width) / 2;
      if (block.text->align == config::HorizontalAlign::right) x += box.width - width;
      op.lines.push_back({line, x, baseline});
      left = std::min(left, x);
      right = std::max(right, x + width);
      baseline += block.pitch;
    }
    op.box = {left, top, right - left, block.height()};
    top += block.height();
    ops.push_back(std::move(op));
  }
}

int top_of(const Rect& box, config::VerticalAlign align, int height) {
  switch (align) {
    case config::VerticalAlign::top:
      return box.y;
    case config::VerticalAlign::middle:
      return box.y + (box.height - height) / 2;
    case config::VerticalAlign::bottom:
      return box.bottom() - height;
  }
  return box.y;
}

}  // namespace lobby::scene
