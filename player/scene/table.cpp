#include "scene/table.h"

#include <algorithm>
#include <cmath>
#include <list>
#include <numeric>
#include <optional>
#include <utility>

#include "scene/typeset.h"

namespace lobby::scene {

namespace {

constexpr int boundless = 1 << 20;

/// A cell of the table: its texts, before they are set and after.
using Cell = std::vector<Copy>;
using SetCell = std::vector<Block>;

/// The texts of a table that a line is set in.
using Style = std::vector<config::Text> config::Table::*;

struct Line {
  Style style;
  std::vector<Cell> cells;  ///< By column.
  bool marked = false;
};

struct SetLine {
  std::vector<SetCell> cells;
  int height = 0;  ///< Of its highest cell.
};

/// How wide a column wants to be, must be where no name is parted, and must be at any rate.
struct Span {
  double natural = 0;
  double least = 0;
  double hard = 0;
};

Span wider(const Span& a, const Span& b) {
  return {std::max(a.natural, b.natural), std::max(a.least, b.least), std::max(a.hard, b.hard)};
}

/// A table at one size.
struct SetTable {
  std::vector<int> widths;  ///< By column, without gaps.
  std::vector<SetLine> lines;
  int height = 0;
  std::size_t count = 0;  ///< Of lines of text.
};

bool has_digit(const text::Piece& piece) { return piece.text.find_first_of("0123456789") != std::string::npos; }

/// Between a rank and its name a narrow column may end a line.
bool holds_together(const text::Piece& piece, const text::Piece& /*next*/) {
  return piece.after >= text::tear && piece.after != text::before_name;
}

/// Numbers hold together even where nothing else does.
bool is_number(const text::Piece& piece, const text::Piece& next) { return has_digit(piece) && has_digit(next); }

/// The width of the widest part of a text that `together` leaves whole.
template <typename Together>
double widest_part(const std::vector<text::Piece>& pieces, Together together, const TextSetting& setting,
                   TextMeasurer& measurer) {
  double widest = 0;
  std::vector<text::Piece> part;
  for (std::size_t index = 0; index < pieces.size(); ++index) {
    part.push_back(pieces[index]);
    if (index + 1 < pieces.size() && together(pieces[index], pieces[index + 1])) continue;
    widest = std::max(widest, measurer.width(setting, text::joined(std::exchange(part, {}))));
  }
  return std::ceil(widest);
}

/// The table with one size for each text. Then a line may end where only a smaller size would do without, which is what
/// the widths of the columns are for.
config::Table fixed_at(config::Table table, double scale) {
  for (auto* style : {&table.head, &table.cells, &table.marked}) {
    for (auto& text : *style) text.least = text.most = text.least + scale * (text.most - text.least);
  }
  return table;
}

/// What columns get that cannot have all they must: the widest give way first, and none of its numbers.
std::vector<double> yielded(const std::vector<Span>& spans, double room) {
  const auto total = [&](double cap) {
    return std::accumulate(spans.begin(), spans.end(), 0.0, [&](double sum, const Span& span) {
      return sum + std::max(span.hard, std::min(span.least, cap));
    });
  };
  double low = 0;
  double high = room;
  constexpr int steps = 24;
  for (int step = 0; step < steps; ++step) {
    const double cap = (low + high) / 2;
    if (total(cap) > room) {
      high = cap;
    } else {
      low = cap;
    }
  }
  const double share = std::min(1.0, room / std::max(1.0, total(low)));
  std::vector<double> widths;
  for (const Span& span : spans) widths.push_back(std::max(span.hard, std::min(span.least, low)) * share);
  return widths;
}

class TableSetter {
 public:
  TableSetter(const config::Table& table, const Rect& box, const playlist::RosterPage& page,
              const playlist::Slide& slide, Size screen, TextMeasurer& measurer)
      : table_(table), box_(box), unit_(unit_of(screen)), measurer_(measurer) {
    // Gaps take no more than half of the box.
    gap_ = std::min(pixels(table.gap), box.width / (2 * std::max(1, static_cast<int>(page.columns.size()))));
    const auto add = [&](Style style, const std::vector<std::string>& texts, bool marked) {
      Line& line = lines_.emplace_back(style, std::vector<Cell>(), marked);
      for (const auto& each : texts) {
        line.cells.push_back(copies_of(table.*style, {{"cell", each}}, slide, {screen, box.width}, measurer));
      }
    };
    add(&config::Table::head, page.columns, false);
    const Style of_due = table.marked.empty() ? &config::Table::cells : &config::Table::marked;
    for (const auto& row : page.rows) add(row.due ? of_due : &config::Table::cells, row.cells, row.due);
  }

  const std::vector<Line>& lines() const { return lines_; }
  int gap() const { return gap_; }
  int pixels(double percent) const { return static_cast<int>(std::lround(percent * unit_ / 100.0)); }
  /// Above and below what stands in a row.
  int padding() const {
    constexpr double share = 1.1;
    return pixels(share);
  }

  /// The largest size at which all fits; a somewhat smaller one where that sets it in fewer lines. Where not even the
  /// smallest does, names are parted, then texts end early.
  SetTable set() {
    constexpr double worth_fewer_lines = 0.34;
    std::optional<SetTable> best;
    double largest = 0;
    for (const double scale : scales()) {
      if (best && scale < largest - worth_fewer_lines) break;
      auto made = set_at(scale, Widths::whole, Latitude::complete);
      if (!made) continue;
      if (!best) largest = scale;
      if (!best || made->count < best->count) best = std::move(made);
    }
    if (!best) best = set_at(0, Widths::yielding, Latitude::complete);
    return best ? *std::move(best) : set_at(0, Widths::yielding, Latitude::force).value_or(SetTable());
  }

 private:
  enum class Widths { whole, yielding };  ///< Whether names may be parted for want of width.

  /// The texts of a cell in the sizes of `fixed`.
  Cell sized(const Line& line, const Cell& cell, const config::Table& fixed) const {
    Cell sized = cell;
    for (Copy& copy : sized)
      copy.text = &(fixed.*line.style)[static_cast<std::size_t>(copy.text - (table_.*line.style).data())];
    return sized;
  }

  Span span_of(const Cell& cell) const {
    Span span;
    const auto blocks = scene::set_at(cell, {boundless, boundless}, 0, Latitude::force, unit_, measurer_);
    for (const auto& block : blocks.value_or(std::vector<Block>())) {
      const auto& pieces = std::ranges::find(cell, block.text, &Copy::text)->pieces;
      const double natural = std::ceil(measurer_.width(block.setting, text::joined(pieces)));
      span = wider(span, {natural, widest_part(pieces, holds_together, block.setting, measurer_),
                          widest_part(pieces, is_number, block.setting, measurer_)});
    }
    return span;
  }

  /// As a browser shares out a table: to each column what it must have, and of the rest in proportion to what it still
  /// wants. Nothing where there is not enough, unless they yield.
  std::optional<std::vector<int>> widths_of(const std::vector<Span>& spans, Widths widths) const {
    const double room = box_.width - gap_ * static_cast<double>(spans.size());
    const auto sum = [&](double Span::* part) {
      return std::accumulate(spans.begin(), spans.end(), 0.0,
                             [&](double all, const Span& span) { return all + span.*part; });
    };
    const double least = sum(&Span::least);
    const double natural = sum(&Span::natural);
    std::vector<double> shares;
    if (least > room) {
      if (widths == Widths::whole) return std::nullopt;
      shares = yielded(spans, room);
    }
    for (const Span& span : spans) {
      if (least > room) break;
      const double wish = natural - least;
      shares.push_back(natural > room ? span.least + (room - least) * (span.natural - span.least) / wish
                                      : span.natural * room / std::max(1.0, natural));
    }
    return std::vector<int>(shares.begin(), shares.end());
  }

  std::optional<SetTable> set_at(double scale, Widths how, Latitude latitude) {
    const config::Table& fixed = fixed_.emplace_back(fixed_at(table_, scale));
    std::vector<std::vector<Cell>> cells;
    std::vector<Span> spans(lines_.front().cells.size());
    for (const Line& line : lines_) {
      auto& row = cells.emplace_back();
      for (const Cell& cell : line.cells) row.push_back(sized(line, cell, fixed));
      for (std::size_t column = 0; column < spans.size(); ++column) {
        spans[column] = wider(spans[column], span_of(row[column]));
      }
    }
    const auto widths = widths_of(spans, how);
    return widths ? set_in(*widths, cells, latitude) : std::nullopt;
  }

  std::optional<SetTable> set_in(const std::vector<int>& widths, const std::vector<std::vector<Cell>>& cells,
                                 Latitude latitude) const {
    SetTable table{widths, {}, 0, 0};
    const int share = box_.height / static_cast<int>(cells.size()) - 2 * padding();
    const int room = latitude == Latitude::force ? share : box_.height;
    for (const auto& row : cells) {
      SetLine& set = table.lines.emplace_back();
      for (std::size_t column = 0; column < row.size(); ++column) {
        auto blocks = scene::set_at(row[column], {widths[column], room}, 0, latitude, unit_, measurer_);
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

  const config::Table& table_;
  Rect box_;
  int unit_;
  int gap_;
  TextMeasurer& measurer_;
  std::vector<Line> lines_;         ///< The head first.
  std::list<config::Table> fixed_;  ///< What blocks point into.
};

/// Rows take some of the room that is left, the head none.
int extra_of(const SetTable& set, const Rect& box, int least_row) {
  const int rows = static_cast<int>(set.lines.size()) - 1;
  const int left = std::max(0, box.height - set.height);
  return rows > 0 ? std::min(left / rows, least_row * 8 / 10) : 0;
}

}  // namespace

std::vector<Op> set_table(const config::Table& table, const Rect& box, const playlist::Slide& slide,
                          const config::Theme& theme, Size screen, TextMeasurer& measurer) {
  const auto* placard = std::get_if<playlist::PlacardSlide>(&slide.what);
  const auto* page = placard == nullptr ? nullptr : std::get_if<playlist::RosterPage>(&placard->placard);
  if (page == nullptr || page->columns.empty() || box.empty()) return {};
  TableSetter setter(table, box, *page, slide, screen, measurer);
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
