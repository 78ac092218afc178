#include "scene/rows.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <ranges>

#include "scene/typeset.h"

namespace lobby::scene {

namespace {

using Cells = std::vector<std::vector<Copy>>;       // of one row, by column
using RowBlocks = std::vector<std::vector<Block>>;  // of one row, by column

class RowSetter {
 public:
  RowSetter(const config::Rows& rows, int frame_width, const std::vector<Fields>& fields, const playlist::Slide& slide,
            Size screen, TextMeasurer& measurer)
      : rows_(rows), frame_width_(frame_width), unit_(unit_of(screen)), measurer_(measurer) {
    for (const auto& row : fields | std::views::take(rows.most)) {
      auto& cells = cells_.emplace_back();
      for (const auto& column : rows.columns) {
        cells.push_back(copies_of(column.texts, row, slide, {screen, width_of(column)}, measurer));
      }
    }
  }

  std::size_t count() const { return cells_.size(); }
  double length(double percent) const { return percent * unit_ / 100.0; }
  int width_of(const config::Column& column) const { return static_cast<int>(column.width * frame_width_ / 100.0); }

  std::vector<RowBlocks> set(int row_height) const {
    for (const double scale : scales()) {
      if (auto blocks = set_at(row_height, scale, Latitude::complete)) return *blocks;
    }
    return set_at(row_height, 0, Latitude::force).value_or(std::vector<RowBlocks>());
  }

 private:
  std::optional<std::vector<RowBlocks>> set_at(int row_height, double scale, Latitude latitude) const {
    constexpr double padding = 1.6;
    const int height = row_height - 2 * static_cast<int>(length(padding));
    std::vector<RowBlocks> all;
    for (const auto& row : cells_) {
      auto& row_blocks = all.emplace_back();
      for (std::size_t column = 0; column < row.size(); ++column) {
        const Size room{width_of(rows_.columns[column]), height};
        auto blocks = scene::set_at(row[column], room, scale, latitude, unit_, measurer_);
        if (!blocks) return std::nullopt;
        row_blocks.push_back(*std::move(blocks));
      }
    }
    return all;
  }

  const config::Rows& rows_;
  int frame_width_;
  int unit_;
  TextMeasurer& measurer_;
  std::vector<Cells> cells_;
};

}  // namespace

std::vector<Op> set_rows(const config::Rows& rows, const Rect& box, int frame_width, const std::vector<Fields>& fields,
                         const playlist::Slide& slide, const config::Theme& theme, Size screen,
                         TextMeasurer& measurer) {
  constexpr double thickness = 0.14;
  const RowSetter setter(rows, frame_width, fields, slide, screen, measurer);
  if (setter.count() == 0) return {};
  const int row_height = box.height / static_cast<int>(setter.count());
  const auto blocks = setter.set(row_height);
  std::vector<Op> ops;
  for (std::size_t row = 0; row < blocks.size(); ++row) {
    const int top = box.y + row_height * static_cast<int>(row);
    if (!rows.rule.empty()) {
      const int height = std::max(1, static_cast<int>(std::lround(setter.length(thickness))));
      ops.push_back(FillOp{{box.x, top, box.width, height}, config::resolve(theme, rows.rule), std::nullopt, 0, 0});
    }
    int x = box.x;
    for (std::size_t column = 0; column < rows.columns.size(); ++column) {
      const Rect cell{x, top, setter.width_of(rows.columns[column]), row_height};
      const auto& set = blocks[row][column];
      place(set, cell, top_of(cell, rows.columns[column].align, height_of(set)), theme, measurer, ops);
      x = cell.right() + static_cast<int>(setter.length(rows.gap));
    }
  }
  return ops;
}

}  // namespace lobby::scene
