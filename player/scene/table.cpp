#include "scene/table.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "scene/typeset.h"

namespace lobby::scene {

namespace {

constexpr int boundless = 1 << 20;

/// A cell of the table: its texts, before they are set and after.
using Cell = std::vector<Copy>;
using SetCell = std::vector<Block>;

struct Line {
  std::vector<Cell> cells;  ///< By column.
  bool marked = false;
};

struct SetLine {
  std::vector<SetCell> cells;
  int height = 0;  ///< Of its highest cell.
};

/// How wide a column must be, and how wide it wants to be.
struct Span {
  double least = 0;
  double natural = 0;
};

/// A table at one size.
struct SetTable {
  std::vector<int> widths;  ///< By column, without gaps.
  std::vector<SetLine> lines;
  int height = 0;
  std::size_t count = 0;  ///< Of lines of text.
};

/// The parts of a text that no line may end in.
std::vector<std::string> unbroken(const std::vector<text::Piece>& pieces) {
  std::vector<std::string> parts;
  std::vector<text::Piece> part;
  for (const auto& piece : pieces) {
    part.push_back(piece);
    if (piece.after >= text::tear) continue;
    parts.push_back(text::joined(std::exchange(part, {})));
  }
  if (!part.empty()) parts.push_back(text::joined(part));
  return parts;
}

class Setter {
 public:
  Setter(const config::Table& table, const Rect& box, const playlist::RosterPage& page, const playlist::Slide& slide,
         Size screen, TextMeasurer& measurer)
      : box_(box), unit_(unit_of(screen)), gap_(pixels(table.gap)), measurer_(measurer) {
    const auto add = [&](const std::vector<config::Text>& style, const std::vector<std::string>& texts, bool marked) {
      Line& line = lines_.emplace_back();
      line.marked = marked;
      for (const auto& each : texts) {
        line.cells.push_back(copies_of(style, {{"cell", each}}, slide, {screen, box.width}, measurer));
      }
    };
    add(table.head, page.columns, false);
    for (const auto& row : page.rows) {
      add(row.due && !table.marked.empty() ? table.marked : table.cells, row.cells, row.due);
    }
  }

  const std::vector<Line>& lines() const { return lines_; }
  int gap() const { return gap_; }
  int pixels(double percent) const { return static_cast<int>(std::lround(percent * unit_ / 100.0)); }
  /// Above and below what stands in a row.
  int padding() const {
    constexpr double share = 1.1;
    return pixels(share);
  }

  /// The largest size at which all fits; a somewhat smaller one where that sets it in fewer lines.
  SetTable set() const {
    constexpr double worth_fewer_lines = 0.34;
    std::optional<SetTable> best;
    double largest = 0;
    for (const double scale : scales()) {
      if (best && scale < largest - worth_fewer_lines) break;
      auto made = set_at(scale, Latitude::complete);
      if (!made) continue;
      if (!best) largest = scale;
      if (!best || made->count < best->count) best = std::move(made);
    }
    return best ? *std::move(best) : set_at(0, Latitude::force).value_or(SetTable());
  }

 private:
  /// Where a cell has all the room it wants.
  Span span_of(const Cell& cell, double scale) const {
    Span span;
    for (const auto& block : scene::set_at(cell, {boundless, boundless}, scale, Latitude::force, unit_, measurer_)
                                 .value_or(std::vector<Block>())) {
      const auto copy = std::ranges::find(cell, block.text, &Copy::text);
      span.natural = std::max(span.natural, measurer_.width(block.setting, text::joined(copy->pieces)));
      for (const auto& part : unbroken(copy->pieces)) {
        span.least = std::max(span.least, measurer_.width(block.setting, part));
      }
    }
    return {std::ceil(span.least), std::ceil(span.natural)};
  }

  std::vector<Span> spans_at(double scale) const {
    std::vector<Span> spans(lines_.front().cells.size());
    for (const Line& line : lines_) {
      for (std::size_t column = 0; column < spans.size(); ++column) {
        const Span span = span_of(line.cells[column], scale);
        spans[column].least = std::max(spans[column].least, span.least);
        spans[column].natural = std::max(spans[column].natural, span.natural);
      }
    }
    return spans;
  }

  /// As a browser shares out a table: to each column what it must have, and of the rest in proportion to what it still
  /// wants. Nothing where there is not enough, unless it is forced.
  std::optional<std::vector<int>> widths_of(const std::vector<Span>& spans, Latitude latitude) const {
    const double room = box_.width - gap_ * static_cast<double>(spans.size());
    const auto sum = [&](double Span::* part) {
      return std::accumulate(spans.begin(), spans.end(), 0.0,
                             [&](double all, const Span& span) { return all + span.*part; });
    };
    const double least = sum(&Span::least);
    const double natural = sum(&Span::natural);
    if (least > room && latitude != Latitude::force) return std::nullopt;
    std::vector<int> widths;
    for (const Span& span : spans) {
      double width = natural > 0 ? span.natural * room / natural : room / static_cast<double>(spans.size());
      if (natural > room && natural > least) {
        width = span.least + (room - least) * (span.natural - span.least) / (natural - least);
      }
      if (least > room) width = span.least * room / least;
      widths.push_back(static_cast<int>(width));
    }
    return widths;
  }

  std::optional<SetTable> set_at(double scale, Latitude latitude) const {
    const auto widths = widths_of(spans_at(scale), latitude);
    if (!widths) return std::nullopt;
    SetTable table{*widths, {}, 0, 0};
    const int share = box_.height / static_cast<int>(lines_.size()) - 2 * padding();
    const int room = latitude == Latitude::force ? share : box_.height;
    for (const Line& line : lines_) {
      SetLine& set = table.lines.emplace_back();
      for (std::size_t column = 0; column < line.cells.size(); ++column) {
        auto blocks = scene::set_at(line.cells[column], {(*widths)[column], room}, scale, latitude, unit_, measurer_);
        if (!blocks) return std::nullopt;
        for (const Block& block : *blocks) table.count += block.lines.size();
        set.height = std::max(set.height, height_of(*blocks));
        set.cells.push_back(*std::move(blocks));
      }
      table.height += set.height + 2 * padding();
    }
    if (table.height > box_.height && latitude != Latitude::force) return std::nullopt;
    return table;
  }

  Rect box_;
  int unit_;
  int gap_;
  TextMeasurer& measurer_;
  std::vector<Line> lines_;  ///< The head first.
};

/// Rows take some of the room that is left, the head none.
int extra_of(const SetTable& set, const Rect& box, int least_row) {
  const int rows = static_cast<int>(set.lines.size()) - 1;
  const int left = std::max(0, box.height - set.height);
  return rows > 0 ? std::min(left / rows, least_row * 6 / 10) : 0;
}

}  // namespace

std::vector<Op> set_table(const config::Table& table, const Rect& box, const playlist::Slide& slide,
                          const config::Theme& theme, Size screen, TextMeasurer& measurer) {
  const auto* placard = std::get_if<playlist::PlacardSlide>(&slide.what);
  const auto* page = placard == nullptr ? nullptr : std::get_if<playlist::RosterPage>(&placard->placard);
  if (page == nullptr || page->columns.empty() || box.empty()) return {};
  const Setter setter(table, box, *page, slide, screen, measurer);
  const SetTable set = setter.set();
  std::vector<Op> ops;
  int top = box.y;
  for (std::size_t index = 0; index < set.lines.size(); ++index) {
    const SetLine& line = set.lines[index];
    const int least = line.height + 2 * setter.padding();
    const int height = least + (index == 0 ? 0 : extra_of(set, box, least));
    if (setter.lines()[index].marked && !table.mark.empty()) {
      ops.push_back(FillOp{{box.x, top, box.width, height}, config::resolve(theme, table.mark), std::nullopt, 0, 0});
    }
    int x = box.x + setter.gap() / 2;
    for (std::size_t column = 0; column < line.cells.size(); ++column) {
      const Rect cell{x, top, set.widths[column], height};
      const auto& blocks = line.cells[column];
      place(blocks, cell, top_of(cell, config::VerticalAlign::middle, height_of(blocks)), theme, measurer, ops);
      x = cell.right() + setter.gap();
    }
    top += height;
    if (!table.rule.empty()) {
      constexpr double thickness = 0.14;
      const Rect rule{box.x, top, box.width, std::max(1, setter.pixels(thickness))};
      ops.push_back(FillOp{rule, config::resolve(theme, table.rule), std::nullopt, 0, 0});
    }
  }
  return ops;
}

}  // namespace lobby::scene
