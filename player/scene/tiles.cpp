#include "scene/tiles.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "scene/typeset.h"

namespace lobby::scene {

namespace {

using SetTile = std::vector<Block>;

/// A division of the box.
struct Grid {
  int columns = 1;
  int rows = 1;
  int free = 0;  ///< Places without a tile.
  Size tile;
};

/// The tiles of a grid at one scale.
struct SetGrid {
  Grid grid;
  std::vector<SetTile> tiles;
};

Grid grid_of(int columns, int count, const Rect& box, int gap) {
  const int rows = (count + columns - 1) / columns;
  const Size tile{(box.width - gap * (columns - 1)) / columns, (box.height - gap * (rows - 1)) / rows};
  return {columns, rows, columns * rows - count, tile};
}

/// What is lost where texts end early: a number that lost a digit is a wrong number.
struct Loss {
  int numbers = 0;
  int texts = 0;
  auto operator<=>(const Loss&) const = default;
};

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

Loss loss_of(const SetTile& tile, const std::vector<Copy>& copies) {
  Loss loss;
  for (const Copy& copy : copies) {
    const std::string whole = without_spaces(text::joined(copy.pieces));
    const auto block = std::ranges::find(tile, copy.text, &Block::text);
    std::string set;
    if (block != tile.end()) {
      for (const auto& line : block->lines) set += without_spaces(line);
    }
    if (set == whole) continue;
    ++loss.texts;
    if (whole.find_first_of("0123456789") != std::string::npos) ++loss.numbers;
  }
  return loss;
}

/// Tiles of a row begin at one height and stand in the middle of their row together.
int highest_in(const std::vector<SetTile>& tiles, int row, int columns) {
  int highest = 0;
  for (int index = row * columns; index < std::min((row + 1) * columns, static_cast<int>(tiles.size())); ++index) {
    highest = std::max(highest, height_of(tiles[static_cast<std::size_t>(index)]));
  }
  return highest;
}

class Setter {
 public:
  Setter(const config::Tiles& tiles, const std::vector<Fields>& rows, const playlist::Slide& slide, const Rect& box,
         Size screen, TextMeasurer& measurer)
      : unit_(unit_of(screen)), measurer_(measurer) {
    for (const auto& fields : rows) {
      copies_.push_back(copies_of(tiles.texts, fields, slide, {screen, box.width}, measurer));
    }
  }

  int pixels(double percent) const { return static_cast<int>(std::lround(percent * unit_ / 100.0)); }

  SetGrid set(const std::vector<Grid>& grids, int above) const {
    for (const double scale : scales()) {
      std::optional<SetGrid> best;
      for (const Grid& grid : grids) {
        if (best && best->grid.free <= grid.free) continue;
        if (auto tiles = set_at(grid, above, scale, Latitude::complete)) best = {grid, *std::move(tiles)};
      }
      if (best) return *std::move(best);
    }
    return with_least_loss(grids, above);
  }

 private:
  /// Where some text must end early, the grid in which the fewest numbers do, then the fewest texts.
  SetGrid with_least_loss(const std::vector<Grid>& grids, int above) const {
    SetGrid best;
    std::optional<Loss> least;
    for (const Grid& grid : grids) {
      auto tiles = set_at(grid, above, 0, Latitude::force).value_or(std::vector<SetTile>());
      Loss loss;
      for (std::size_t tile = 0; tile < tiles.size(); ++tile) {
        const auto [numbers, texts] = loss_of(tiles[tile], copies_[tile]);
        loss.numbers += numbers;
        loss.texts += texts;
      }
      if (least && *least <= loss) continue;
      least = loss;
      best = {grid, std::move(tiles)};
    }
    return best;
  }

  std::optional<std::vector<SetTile>> set_at(const Grid& grid, int above, double scale, Latitude latitude) const {
    std::vector<SetTile> tiles;
    for (const auto& copies : copies_) {
      const Size room{grid.tile.width, grid.tile.height - above};
      auto blocks = scene::set_at(copies, room, scale, latitude, unit_, measurer_);
      if (!blocks) return std::nullopt;
      tiles.push_back(*std::move(blocks));
    }
    return tiles;
  }

  int unit_;
  TextMeasurer& measurer_;
  std::vector<std::vector<Copy>> copies_;  ///< By tile.
};

}  // namespace

std::vector<Op> set_tiles(const config::Tiles& tiles, const Rect& box, const std::vector<Fields>& rows,
                          const playlist::Slide& slide, const config::Theme& theme, Size screen,
                          TextMeasurer& measurer) {
  if (rows.empty() || box.empty()) return {};
  constexpr double thickness = 0.3;
  constexpr double under_rule = 3.4;
  const Setter setter(tiles, rows, slide, box, screen, measurer);
  const int gap = setter.pixels(tiles.gap);
  const int above = tiles.rule.empty() ? 0 : setter.pixels(under_rule);
  const int count = static_cast<int>(rows.size());
  std::vector<Grid> grids;
  for (int columns = count; columns >= 1; --columns) grids.push_back(grid_of(columns, count, box, gap));
  const auto [grid, set] = setter.set(grids, above);
  std::vector<Op> ops;
  for (int index = 0; index < static_cast<int>(set.size()); ++index) {
    const int row = index / grid.columns;
    const int height = above + highest_in(set, row, grid.columns);
    const Rect tile{box.x + index % grid.columns * (grid.tile.width + gap),
                    box.y + row * (grid.tile.height + gap) + std::max(0, grid.tile.height - height) / 2,
                    grid.tile.width, height};
    if (!tiles.rule.empty()) {
      const Rect rule{tile.x, tile.y, tile.width, std::max(1, setter.pixels(thickness))};
      ops.push_back(FillOp{rule, config::resolve(theme, tiles.rule), std::nullopt, 0, 0});
    }
    place(set[static_cast<std::size_t>(index)], tile, tile.y + above, theme, measurer, ops);
  }
  return ops;
}

}  // namespace lobby::scene
