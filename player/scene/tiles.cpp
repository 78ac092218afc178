#include "scene/tiles.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <tuple>

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

class TileSetter {
 public:
  TileSetter(const config::Tiles& tiles, const std::vector<Fields>& rows, const playlist::Slide& slide, const Rect& box,
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

/// What stands beside each other stands on one line, whatever marks its letters carry.
void level(std::vector<SetTile>& tiles, const Grid& grid) {
  const auto columns = static_cast<std::size_t>(grid.columns);
  for (std::size_t begin = 0; begin < tiles.size(); begin += columns) {
    const std::span row(tiles.data() + begin, std::min(columns, tiles.size() - begin));
    std::map<const config::Text*, std::pair<int, int>> most;  // above and below
    for (const auto& tile : row) {
      for (const Block& block : tile) {
        auto& [above, below] = most[block.text];
        above = std::max(above, block.above);
        below = std::max(below, block.below);
      }
    }
    for (auto& tile : row) {
      for (Block& block : tile) std::tie(block.above, block.below) = most[block.text];
    }
  }
}

/// The drawing of the theme that a tile asks for; null where there is none.
std::shared_ptr<const std::string> drawing_of(const config::TileArt& art, const Fields& fields,
                                              const config::Theme& theme) {
  const auto found = theme.art.find(filled_part(art.file, fields));
  return found == theme.art.end() ? nullptr : found->second;
}

/// A tile with a drawing: the texts before it, it, and the texts after it.
struct Illustrated {
  const SetTile& texts;
  std::shared_ptr<const std::string> drawing;
  int drawing_height = 0;
  int gap = 0;  ///< Above and below the drawing.

  void place(const config::Text* first_after, Rect tile, const config::Theme& theme, TextMeasurer& measurer,
             std::vector<Op>& ops) const {
    const auto middle = std::ranges::find_if(texts, [&](const Block& block) { return block.text >= first_after; });
    const SetTile before(texts.begin(), middle);
    scene::place(before, tile, tile.y, theme, measurer, ops);
    const int top = tile.y + height_of(before) + gap;
    if (drawing) ops.push_back(ArtOp{{tile.x, top, tile.width, drawing_height}, drawing, std::nullopt});
    scene::place({middle, texts.end()}, tile, top + drawing_height + gap, theme, measurer, ops);
  }
};

}  // namespace

std::vector<Op> set_tiles(const config::Tiles& tiles, const Rect& box, const std::vector<Fields>& rows,
                          const playlist::Slide& slide, const config::Theme& theme, Size screen,
                          TextMeasurer& measurer) {
  if (rows.empty() || box.empty()) return {};
  constexpr double thickness = 0.3;
  constexpr double under_rule = 3.4;
  const TileSetter setter(tiles, rows, slide, box, screen, measurer);
  const int gap = setter.pixels(tiles.gap);
  const int above = tiles.rule.empty() ? 0 : setter.pixels(under_rule);
  const int art_gap = tiles.art ? setter.pixels(tiles.art->gap) : 0;
  const int art_height = tiles.art ? setter.pixels(tiles.art->size) : 0;
  const int beside_texts = above + art_height + 2 * art_gap;
  const int count = static_cast<int>(rows.size());
  std::vector<Grid> grids;
  for (int columns = count; columns >= 1; --columns) grids.push_back(grid_of(columns, count, box, gap));
  auto [grid, set] = setter.set(grids, beside_texts);
  if (tiles.art) level(set, grid);
  std::vector<Op> ops;
  for (int index = 0; index < static_cast<int>(set.size()); ++index) {
    const int row = index / grid.columns;
    const int height = beside_texts + highest_in(set, row, grid.columns);
    const Rect tile{box.x + index % grid.columns * (grid.tile.width + gap),
                    box.y + row * (grid.tile.height + gap) + std::max(0, grid.tile.height - height) / 2,
                    grid.tile.width, height};
    if (!tiles.rule.empty()) {
      const Rect rule{tile.x, tile.y, tile.width, std::max(1, setter.pixels(thickness))};
      ops.push_back(FillOp{rule, config::resolve(theme, tiles.rule), std::nullopt, 0, 0});
    }
    const auto& texts = set[static_cast<std::size_t>(index)];
    const Rect below_rule{tile.x, tile.y + above, tile.width, tile.height - above};
    if (!tiles.art) {
      place(texts, tile, below_rule.y, theme, measurer, ops);
      continue;
    }
    const auto drawing = drawing_of(*tiles.art, rows[static_cast<std::size_t>(index)], theme);
    Illustrated{texts, drawing, art_height, art_gap}.place(tiles.texts.data() + tiles.art->after, below_rule, theme,
                                                           measurer, ops);
  }
  return ops;
}

}  // namespace lobby::scene
