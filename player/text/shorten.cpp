#include <algorithm>
#include <cstddef>

#include "text/lines.h"
#include "text/setting.h"
#include "text/token.h"
#include "text/unicode.h"
#include "text/vocabulary.h"

namespace lobby::text {
namespace {

constexpr std::string_view ellipsis = "…";

bool is_date_range(std::string_view text) {
  const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 8 && std::ranges::all_of(code_points(text), [](char32_t c) {
           return kind_of(c) == Kind::digit || is_dash(c) || c == U'/' || c == U'.' || c == U' ' || c == U'(' ||
                  c == U')';
         });
}

/// Drops every «(16/6/1967 – 16/6/2022)»; the sign after the bracket moves to the word before it.
std::vector<Piece> without_date_ranges(const std::vector<Piece>& pieces) {
  std::vector<Piece> result;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::size_t last = i;
    const auto closes = [](const Piece& piece) { return piece.text.find(')') != std::string::npos; };
    if (!result.empty() && pieces[i].text.starts_with('(')) {
      while (last < pieces.size() && !closes(pieces[last])) ++last;
    }
    if (last < pieces.size() && closes(pieces[last]) && pieces[i].text.starts_with('(') && !result.empty()) {
      const std::string& end = pieces[last].text;
      const std::size_t bracket = end.find(')') + 1;
      std::vector<Piece> inside(pieces.begin() + static_cast<std::ptrdiff_t>(i),
                                pieces.begin() + static_cast<std::ptrdiff_t>(last + 1));
      inside.back().text.resize(bracket);
      if (is_date_range(joined(inside))) {
        result.back().text += end.substr(bracket);
        result.back().after = pieces[last].after;
        i = last;
        continue;
      }
    }
    result.push_back(pieces[i]);
  }
  return result;
}

/// The brackets and quotations that are open after a piece.
struct Open {
  int brackets = 0;
  std::u32string quotes;  ///< The signs that would close the quotations, the innermost last.
};

void read_quote(std::u32string& quotes, char32_t c) {
  constexpr std::u32string_view opening = U"“«‘";
  constexpr std::u32string_view closing = U"”»’";
  const bool closes = !quotes.empty() && quotes.back() == c;
  if (closes) {
    quotes.pop_back();
  } else if (c == U'"') {
    quotes.push_back(c);
  } else if (const auto at = opening.find(c); at != std::u32string_view::npos) {
    quotes.push_back(closing[at]);
  }
}

void read_signs(Open& open, std::string_view text) {
  char32_t before = 0;
  for (const char32_t c : code_points(text)) {
    const bool inches = c == U'"' && open.quotes.empty() && kind_of(before) == Kind::digit;  // «màn hình 21"»
    before = c;
    if (inches) continue;
    if (c == U'(' || c == U'[') ++open.brackets;
    if ((c == U')' || c == U']') && open.brackets > 0) --open.brackets;
    read_quote(open.quotes, c);
  }
}

/// The text without the signs that must not stand before «…».
std::string_view without_dangling(std::string_view text) {
  constexpr std::u32string_view dangling = U" ,;:.…([{“‘«\"";
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    const char32_t last = code_point_at(text, start).value;
    if (dangling.find(last) == std::u32string_view::npos && !is_dash(last)) break;
    text = text.substr(0, start);
  }
  return text;
}

/// Ends a text early in a column.
class Shortening {
 public:
  using Lines = std::vector<std::string>;

  Shortening(std::vector<Piece> pieces, CachedMeasure& measure, const Column& column)
      : pieces_(std::move(pieces)), measure_(measure), column_(column) {
    Open open;
    for (const Piece& piece : pieces_) {
      read_signs(open, piece.text);
      open_.push_back(open);
      ends_.push_back(piece.after);
    }
    most_ = most_pieces(pieces_, measure_, column_);
  }

  /// The longest beginning that fits and ends where a break costs less than `limit`; before the quotation that it would
  /// end in, where that leaves something to read.
  std::optional<Lines> lines(Penalty limit) {
    for (std::size_t count = most_; count > 0; --count) {
      if (!may_end(count, limit)) continue;
      auto found = set_in_column(ended(count), measure_, column_);
      if (!found || found->empty()) continue;
      const std::size_t before = count_before_quotation(count, limit);
      if (before == count) return found;
      auto outside = set_in_column(ended(before), measure_, column_);
      return outside && !outside->empty() ? outside : found;
    }
    return std::nullopt;
  }

  /// The whole text with every tie between its pieces given up, so that lines may end at any space.
  std::optional<Lines> loosened() {
    for (Piece& piece : pieces_) piece.after = std::min(piece.after, tear - 1);
    most_ = most_pieces(pieces_, measure_, column_);
    return set_in_column(pieces_, measure_, column_);
  }

 private:
  bool may_end(std::size_t count, Penalty limit) const {
    return ends_[count - 1] < limit && (limit > tear || open_[count - 1].brackets == 0);
  }

  /// `count`, or how many pieces end before the quotation that these end in: two words or a third of the text. Where
  /// less than that stands before it, or words that announce it («Tổng Bí thư: “…”»), the quotation is the text.
  std::size_t count_before_quotation(std::size_t count, Penalty limit) const {
    constexpr std::size_t two_words = 4;
    std::size_t before = count;
    while (before > 0 && !(may_end(before, limit) && open_[before - 1].quotes.empty())) --before;
    if (before == count) return count;
    const bool enough = before >= two_words || before * 3 >= count;
    if (!enough || before == 0 || pieces_[before - 1].text.ends_with(':')) return count;
    // «… với chủ đề | “…”»: what a preposition announces goes too.
    constexpr std::size_t longest = 3;
    for (std::size_t i = before - 1; i >= two_words && i + longest >= before; --i) {
      if (is_preposition(lower(pieces_[i].text)) && may_end(i, limit)) return i;
    }
    return before;
  }

  std::vector<Piece> ended(std::size_t count) const {
    std::vector<Piece> result(pieces_.begin(), pieces_.begin() + static_cast<std::ptrdiff_t>(count));
    while (!result.empty() && without_dangling(result.back().text).empty()) result.pop_back();
    if (result.empty()) return result;
    Open open;
    for (const Piece& piece : result) read_signs(open, piece.text);
    std::string& last = result.back().text;
    last = std::string(without_dangling(last)).append(ellipsis);
    for (; !open.quotes.empty(); open.quotes.pop_back()) append(last, open.quotes.back());
    return result;
  }

  std::vector<Piece> pieces_;
  std::vector<Open> open_;  ///< After each piece.
  std::vector<Penalty> ends_;
  CachedMeasure& measure_;
  Column column_;
  std::size_t most_ = 0;
};

/// As many letters of one piece as fit a line.
std::string cut_between_letters(std::string_view text, CachedMeasure& measure, double width) {
  std::vector<std::size_t> ends;
  for (std::size_t at = 0; at < text.size(); ends.push_back(at)) at = letter_end(text, at);
  const auto fits = [&](std::size_t end) {
    return measure(std::string(text.substr(0, end)).append(ellipsis)) <= width;
  };
  const auto end = std::ranges::partition_point(ends, fits);
  return std::string(text.substr(0, end == ends.begin() ? 0 : *(end - 1))).append(ellipsis);
}

}  // namespace

std::vector<std::string> shorten_to_lines(const std::vector<Piece>& pieces, const Measure& measure, double width,
                                          int most_lines) {
  CachedMeasure cached(measure);
  const Column column{width, std::max(1, most_lines)};
  if (auto whole = set_in_column(pieces, cached, column)) return *whole;
  const std::vector<Piece> undated = without_date_ranges(pieces);
  if (auto all = set_in_column(undated, cached, column)) return *all;
  Shortening shortening(undated, cached, column);
  constexpr Penalty leaning = 150;  // Words that lean on the next, bodies torn from their level.
  for (const Penalty limit : {leaning, tear}) {
    if (auto good = shortening.lines(limit)) return *good;
  }
  if (auto whole = shortening.loosened()) return *whole;
  for (const Penalty limit : {never, never + 1}) {
    if (auto poor = shortening.lines(limit)) return *poor;
  }
  return {cut_between_letters(undated.front().text, cached, width)};
}

}  // namespace lobby::text
