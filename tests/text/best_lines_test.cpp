#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "column.h"
#include "text/lines.h"

// `break_lines` against a search through every way to cut.
namespace lobby::text {
namespace {

using Lines = std::vector<std::string>;

double width_of(const std::vector<Piece>& pieces) { return TenPixels()(joined(pieces)); }

/// A text of up to eleven words of up to seven letters with every kind of price between them.
std::vector<Piece> random_pieces(std::mt19937& random) {
  constexpr Penalty prices[] = {0, 5, 10, 25, 40, 40, 40, 100, 150, 300, tear, never};
  const auto below = [&random](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  std::vector<Piece> result;
  const std::size_t size = 2 + below(10);
  for (std::size_t i = 0; i < size; ++i) {
    result.push_back({std::string(1 + below(7), static_cast<char>('a' + i)), prices[below(std::size(prices))], true});
  }
  result.back().after = 0;
  return result;
}

/// What the plan of a setting says, in its own words: the raggedness of the lines, the prices of their ends, the first
/// line, which should not be one short syllable, and the last, which should not be one word nor one phrase.
double cost_of(const std::vector<std::vector<Piece>>& lines, double whole) {
  const double mean = whole / static_cast<double>(lines.size());
  double cost = 0;
  for (const auto& line : lines) {
    const double off = (width_of(line) - mean) / mean;
    cost += 1'000 * off * off;
    if (&line != &lines.back()) cost += line.back().after;
  }
  if (lines.size() > 1 && lines[0].size() == 1 && width_of(lines[0]) * 2 < mean) cost += 400;
  const auto& last = lines.back();
  const bool breaks = std::any_of(last.begin(), last.end() - 1, [](const Piece& piece) { return piece.after < tear; });
  if (lines.size() > 1 && !breaks) cost += last.size() <= 2 ? 5'000 : 200;
  return cost;
}

struct Best {
  std::size_t lines = std::numeric_limits<std::size_t>::max();
  double cost = std::numeric_limits<double>::infinity();
};

/// The fewest lines and the least cost of all cuts that tear nothing.
std::optional<Best> best_of(const std::vector<Piece>& pieces, double width) {
  Best best;
  for (unsigned cuts = 0; cuts < 1U << (pieces.size() - 1); ++cuts) {
    std::vector<std::vector<Piece>> lines(1);
    bool allowed = true;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      lines.back().push_back(pieces[i]);
      if (i + 1 == pieces.size() || (cuts >> i & 1U) == 0) continue;
      allowed = allowed && pieces[i].after < tear;
      lines.emplace_back();
    }
    for (const auto& line : lines) allowed = allowed && width_of(line) <= width;
    if (!allowed || lines.size() > best.lines) continue;
    const double cost = cost_of(lines, width_of(pieces));
    if (lines.size() < best.lines || cost < best.cost) best = {lines.size(), cost};
  }
  if (best.cost == std::numeric_limits<double>::infinity()) return std::nullopt;
  return best;
}

std::vector<std::vector<Piece>> cut_as(const Lines& lines, const std::vector<Piece>& pieces) {
  std::vector<std::vector<Piece>> result;
  std::size_t next = 0;
  for (const auto& line : lines) {
    result.emplace_back();
    do {
      result.back().push_back(pieces[next++]);
    } while (joined(result.back()).size() < line.size());
  }
  return result;
}

/// The widest part that a line may not break.
double widest_unit(const std::vector<Piece>& pieces) {
  double widest = 0;
  std::vector<Piece> unit;
  for (const Piece& piece : pieces) {
    unit.push_back(piece);
    if (piece.after >= tear) continue;
    widest = std::max(widest, width_of(unit));
    unit.clear();
  }
  return widest;
}

TEST(BestLines, AreTheBestOfAllCutsIntoTheFewestLines) {
  std::mt19937 random(20'260'101);
  for (int round = 0; round < 1'500; ++round) {
    const auto all = random_pieces(random);
    const double width = widest_unit(all) + static_cast<double>(random() % 12) * 10;
    TenPixels face;
    const auto lines = break_lines(all, face.measure(), width, 12);
    const auto best = best_of(all, width);
    ASSERT_TRUE(lines && best) << joined(all) << " at " << width;
    ASSERT_EQ(lines->size(), best->lines) << joined(all) << " at " << width;
    EXPECT_NEAR(cost_of(cut_as(*lines, all), width_of(all)), best->cost, 1e-6) << joined(all) << " at " << width;
  }
}

TEST(BestLines, AreNothingOnlyWhereNoCutFits) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    const auto all = random_pieces(random);
    const double width = widest_unit(all) + static_cast<double>(random() % 12) * 10;
    const int most_lines = 1 + static_cast<int>(random() % 4);
    TenPixels face;
    const auto best = best_of(all, width);
    const bool fits = best && best->lines <= static_cast<std::size_t>(most_lines);
    EXPECT_EQ(break_lines(all, face.measure(), width, most_lines).has_value(), fits) << joined(all) << " at " << width;
  }
}

/// A hundred thousand different words.
std::string long_text() {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "từ" + std::to_string(i) + " ";
  text.pop_back();
  return text;
}

TEST(BestLines, OfAHundredThousandWordsAreMeasuredOnce) {
  TenPixels face;
  const auto all = pieces(long_text());
  ASSERT_EQ(all.size(), 100'000U);
  const auto lines = break_lines(all, face.measure(), 1'000, 100'000);
  ASSERT_TRUE(lines);
  EXPECT_LE(face.asked, 100'000 + static_cast<int>(lines->size()) + 3);
}

TEST(BestLines, OfAHundredThousandWordsThatMustBeShortenedMeasureOnlyWhatFits) {
  TenPixels face;
  const auto lines = shorten_to_lines(pieces(long_text()), face.measure(), 1'000, 4);
  EXPECT_EQ(lines.size(), 4U);
  EXPECT_LE(face.asked, 300);
}

}  // namespace
}  // namespace lobby::text
