#include "text/setting.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace lobby::text {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// What a first line of one short syllable costs, a last one of one word, and one of a single date or name.
constexpr double lone_opening = 400;
constexpr double orphan = 5'000;
constexpr double lone_phrase = 200;
/// A line half as long again as the mean costs 250, as much as ending it badly twice.
constexpr double raggedness = 1'000;

std::string line_of(const std::vector<Piece>& pieces, std::size_t first, std::size_t last) {
  return joined(
      {pieces.begin() + static_cast<std::ptrdiff_t>(first), pieces.begin() + static_cast<std::ptrdiff_t>(last)});
}

double space_of(CachedMeasure& measure) { return std::max(0.0, measure("n n") - measure("nn")); }

/// The pieces between two places where a line may end.
struct Unit {
  std::size_t first = 0;
  std::size_t last = 0;
  double start = 0;  ///< Where it would start and end if the text were one line, in pixels.
  double end = 0;
  Penalty after = 0;
};

/// A text laid out on one endless line.
class Ribbon {
 public:
  Ribbon(const std::vector<Piece>& pieces, CachedMeasure& measure, double whole) : pieces_(pieces) {
    const double space = space_of(measure);
    double at = 0;
    for (const Piece& piece : pieces) {
      starts_.push_back(at);
      at += measure(piece.text);
      ends_.push_back(at);
      if (piece.spaced) at += space;
    }
    // A shaper's width of a line is not the sum of its pieces: what lies between is spread evenly.
    const double scale = ends_.back() > 0 ? whole / ends_.back() : 1;
    for (double& x : starts_) x *= scale;
    for (double& x : ends_) x *= scale;
  }

  /// Cuts where no word is torn; a word wider than `width` also inside. Nothing where a part stays wider.
  std::optional<std::vector<Unit>> units(double width) const {
    std::vector<Unit> result;
    for (std::size_t first = 0; first < pieces_.size();) {
      const std::size_t last = end_of_unit(first, tear);
      if (ends_[last - 1] - starts_[first] <= width) {
        result.push_back(unit(first, last));
      } else if (!torn(first, last, width, result)) {
        return std::nullopt;
      }
      first = last;
    }
    return result;
  }

 private:
  std::size_t end_of_unit(std::size_t first, Penalty limit) const {
    std::size_t last = first + 1;
    while (last < pieces_.size() && pieces_[last - 1].after >= limit) ++last;
    return last;
  }

  Unit unit(std::size_t first, std::size_t last) const {
    return {first, last, starts_[first], ends_[last - 1], pieces_[last - 1].after};
  }

  /// Before names first, and inside what is still too wide wherever a line may end at all.
  bool torn(std::size_t first, std::size_t last, double width, std::vector<Unit>& out) const {
    while (first < last) {
      std::size_t end = first + 1;
      while (end < last && pieces_[end - 1].after != before_name) ++end;
      if (ends_[end - 1] - starts_[first] <= width) {
        out.push_back(unit(first, end));
      } else if (!torn_anywhere(first, end, width, out)) {
        return false;
      }
      first = end;
    }
    return true;
  }

  bool torn_anywhere(std::size_t first, std::size_t last, double width, std::vector<Unit>& out) const {
    while (first < last) {
      const std::size_t end = std::min(last, end_of_unit(first, never));
      if (ends_[end - 1] - starts_[first] > width) return false;
      out.push_back(unit(first, end));
      first = end;
    }
    return true;
  }

  const std::vector<Piece>& pieces_;
  std::vector<double> starts_;
  std::vector<double> ends_;
};

/// How many lines the units need at least.
int fewest_lines(const std::vector<Unit>& units, double width) {
  int lines = 1;
  double start = units.front().start;
  for (const Unit& unit : units) {
    if (unit.end - start <= width) continue;
    ++lines;
    start = unit.start;
  }
  return lines;
}

/// The best cut of units into exactly so many lines: dynamic programming over (line, last unit). A line may only end
/// between where the lines up to it reach at most and where those after it begin at the latest, and looks back only as
/// far as its width, so that time and memory are linear in the units, whatever the number of lines.
class BestCut {
 public:
  BestCut(const std::vector<Unit>& units, double width, int lines) : units_(units), width_(width) {
    mean_ = std::max(1e-9, (units.back().end - units.front().start) / lines);
    rows_.resize(static_cast<std::size_t>(lines) + 1);
    bound();
    std::vector<double> before{0};
    for (std::size_t line = 1; line < rows_.size(); ++line) {
      std::vector<double> now(rows_[line].from.size(), infinite);
      for (std::size_t i = 0; i < now.size(); ++i) relax(before, line, i, now);
      before = std::move(now);
    }
  }

  /// The first unit of each line and, at the end, the number of units.
  std::vector<std::size_t> lines() const {
    std::vector<std::size_t> result{units_.size()};
    for (std::size_t line = rows_.size(); --line > 0;) {
      result.push_back(rows_[line].from[result.back() - rows_[line].least]);
    }
    std::ranges::reverse(result);
    return result;
  }

 private:
  /// The numbers of units after which a line may end, and where that line would best begin.
  struct Row {
    std::size_t least = 0;
    std::vector<std::size_t> from{0};
  };

  void bound() {
    const std::size_t lines = rows_.size() - 1;
    std::vector<std::size_t> most(lines + 1, 0);
    for (std::size_t line = 1; line <= lines; ++line) {
      std::size_t& end = most[line] = most[line - 1];
      while (end < units_.size() && units_[end].end - units_[most[line - 1]].start <= width_) ++end;
    }
    std::size_t first = units_.size();
    for (std::size_t line = lines; line > 0; --line) {
      rows_[line].least = std::max(first, line);
      const std::size_t last = std::min(most[line], units_.size() - (lines - line));
      rows_[line].from.assign(last + 1 - std::min(last + 1, rows_[line].least), 0);
      const std::size_t end = first;
      while (first > 0 && units_[end - 1].end - units_[first - 1].start <= width_) --first;
    }
  }

  void relax(const std::vector<double>& before, std::size_t line, std::size_t i, std::vector<double>& now) {
    const std::size_t last = rows_[line].least + i;
    const std::size_t least = rows_[line - 1].least;
    const bool final_line = line > 1 && last == units_.size();
    for (std::size_t first = std::min(last, least + before.size()); first-- > least;) {
      const double length = units_[last - 1].end - units_[first].start;
      if (length > width_) break;
      const double cost = before[first - least] + cost_of(first, last, length, final_line);
      if (cost < now[i]) {
        now[i] = cost;
        rows_[line].from[i] = first;
      }
    }
  }

  double cost_of(std::size_t first, std::size_t last, double line, bool final_line) const {
    const double off = (line - mean_) / mean_;
    double cost = raggedness * off * off;
    if (last < units_.size()) cost += units_[last - 1].after;
    if (first == 0 && last == 1 && units_.size() > 1 && units_[0].last == 1 && line * 2 < mean_) cost += lone_opening;
    if (final_line && last - first == 1) {
      const bool word = units_[first].last - units_[first].first <= 2;
      cost += word ? orphan : lone_phrase;
    }
    return cost;
  }

  const std::vector<Unit>& units_;
  double width_;
  double mean_ = 1;
  std::vector<Row> rows_;
};

std::vector<std::string> lines_of(const std::vector<Piece>& pieces, const std::vector<Unit>& units,
                                  const std::vector<std::size_t>& cuts) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    lines.push_back(line_of(pieces, units[cuts[i]].first, units[cuts[i + 1] - 1].last));
  }
  return lines;
}

}  // namespace

double CachedMeasure::operator()(std::string_view text) {
  if (const auto found = widths_.find(text); found != widths_.end()) return found->second;
  const double width = measure_(text);
  widths_.emplace(text, width);
  return width;
}

std::optional<std::vector<std::string>> set_in_column(const std::vector<Piece>& pieces, CachedMeasure& measure,
                                                      const Column& column) {
  if (pieces.empty()) return std::vector<std::string>{};
  if (column.lines < 1) return std::nullopt;
  // Much too long a text is not measured to its end.
  constexpr std::size_t long_text = 40;
  if (pieces.size() > long_text && most_pieces(pieces, measure, column) < pieces.size()) return std::nullopt;
  const std::string text = joined(pieces);
  const double whole = measure(text);
  if (whole <= column.width) return std::vector{text};
  constexpr double lost_spaces = 1.1;  // No face has a space wider than a tenth of a line.
  if (column.lines == 1 || !(whole <= column.width * column.lines * lost_spaces)) return std::nullopt;

  const Ribbon ribbon(pieces, measure, whole);
  double width = column.width * (1 + 1e-9);
  constexpr int most_tries = 8;
  for (int i = 0; i < most_tries; ++i) {
    const auto units = ribbon.units(width);
    if (!units) return std::nullopt;
    const int lines = std::max(2, fewest_lines(*units, width));
    if (lines > column.lines || static_cast<std::size_t>(lines) > units->size()) return std::nullopt;
    std::vector<std::string> result = lines_of(pieces, *units, BestCut(*units, width, lines).lines());
    double widest = 0;
    for (const std::string& line : result) widest = std::max(widest, measure(line));
    if (widest <= column.width) return result;
    width = std::min(width * (1 - 1e-4), width - (widest - column.width));
  }
  return std::nullopt;
}

std::size_t most_pieces(const std::vector<Piece>& pieces, CachedMeasure& measure, const Column& column) {
  constexpr double kerning = 1.01;  // A shaper may set a line closer than its pieces.
  const double width = column.width * kerning;
  const double space = space_of(measure);
  double end = 0;
  double begin = 0;  // Of the line, and of a next one after the last place to break.
  double next_begin = 0;
  int lines = 1;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const double start = end;
    end += measure(pieces[i].text);
    if (end - begin > width) {
      if (++lines > column.lines) return i;
      begin = next_begin > begin ? next_begin : start;
      if (end - begin > width) begin = start;
    }
    if (pieces[i].spaced) end += space;
    if (pieces[i].after < tear) next_begin = end;
  }
  return pieces.size();
}

}  // namespace lobby::text
