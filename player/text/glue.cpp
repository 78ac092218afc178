#include <algorithm>
#include <cstddef>

#include "text/joins.h"
#include "text/token.h"
#include "text/unicode.h"
#include "text/vocabulary.h"
#include "text/words.h"

namespace lobby::text {
namespace {

constexpr Penalty after_sentence = 0;
constexpr Penalty after_comma = 5;
constexpr Penalty before_conjunction = 10;
constexpr Penalty before_bracket = 10;
constexpr Penalty after_bracket = 15;
constexpr Penalty before_preposition = 25;
constexpr Penalty ordinary = 40;
constexpr Penalty near = 100;
constexpr Penalty leaning = 150;
constexpr Penalty body = 300;

char32_t first_sign(std::string_view text) { return text.empty() ? U'\0' : code_point_at(text, 0).value; }
char32_t last_sign(std::string_view text) { return text.empty() ? U'\0' : code_points(text).back(); }

bool ends_with_dash(const Token& t) { return t.shape != Shape::dash && is_dash(last_sign(t.text)); }
bool is_numberish(const Token& t) { return t.shape == Shape::number; }

bool is_roman(const Token& t) {
  return !t.core.empty() && t.shape != Shape::lower && t.core.find_first_not_of("ivxlcdm") == std::string::npos;
}

/// «24/07/2024», «16-6-1967», «15.4.1974»
bool is_date(const Token& t) {
  return is_numberish(t) && t.core.find_first_not_of("0123456789/-.") == std::string::npos &&
         std::ranges::count_if(t.core, [](char c) { return c < '0'; }) >= 2;
}

/// Fills the price after each token. Every rule only raises prices, so that their order does not matter.
class Pricing {
 public:
  explicit Pricing(const std::vector<Token>& tokens)
      : tokens_(tokens), joins_(joins(tokens)), after_(tokens.size(), 0) {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      raise(i, base(i));
      raise(i, of_join(joins_[i]));
      if (!tokens_[i].spaced && is_hard_joint(last_sign(tokens_[i].text))) raise(i, tear);
    }
    price_punctuation();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].shape == Shape::dash || ends_with_dash(tokens_[i])) price_range(i);
      if (is_numberish(tokens_[i]) || is_roman(tokens_[i])) price_number(i);
    }
  }
  const std::vector<Penalty>& after() const { return after_; }

 private:
  void raise(std::size_t i, Penalty price) { after_[i] = std::max(after_[i], price); }
  bool has(std::size_t i) const { return i < tokens_.size(); }
  bool touches(std::size_t i) const { return has(i + 1) && tokens_[i].trail.empty() && tokens_[i + 1].lead.empty(); }
  /// A joint between words that a line breaks at only when nothing else is left.
  static bool is_hard_joint(char32_t c) { return c == U'-' || c == U'/'; }

  static Penalty of_join(Join join) {
    switch (join) {
      case Join::none:
        return 0;
      case Join::neighbours:
        return leaning;
      case Join::body:
        return body;
      case Join::kind:
      case Join::compound:
      case Join::name:
        return tear;
      case Join::title:
      case Join::person:
        return never;
    }
    return 0;
  }

  Penalty base(std::size_t i) const {
    const Token& a = tokens_[i];
    const Token& b = tokens_[i + 1];
    const char32_t last = last_sign(a.text);
    if (a.shape == Shape::dash) return after_sentence;
    if (!a.trail.empty()) {
      if (last == U',') return after_comma;
      constexpr std::u32string_view ends = U".;:!?…–—";
      return ends.find(last) != std::u32string_view::npos ? after_sentence : after_bracket;
    }
    if (is_leaning(a.core) && (i == 0 || !is_same_word(joins_[i - 1]))) return leaning;
    if (is_opening(first_sign(b.lead)) || first_sign(b.lead) == U'"') return before_bracket;
    if (is_conjunction(b.core)) return before_conjunction;
    if (b.core == "số") return near;  // «Quyết định số 426»
    if (is_preposition(b.core) && !is_same_word(joins_[i + 1])) return before_preposition;
    return ordinary;
  }

  void price_punctuation() {
    bool open = false;  // A straight quotation mark does not say which of the two it is.
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& t = tokens_[i];
      const bool bare = t.core.empty();
      const auto marks = std::ranges::count(t.text, '"');
      const bool lone = bare && t.text == "\"";
      const char32_t first = first_sign(t.text);
      const char32_t last = last_sign(t.text);
      if (i > 0 && (t.shape == Shape::dash || is_closing(first) || (lone && open))) raise(i - 1, never);
      if (is_opening(last) || (lone && !open)) raise(i, never);
      if (i == 0 && bare) raise(i, never);  // The dash or bullet of a list.
      if (marks % 2 == 1) open = !open;
    }
  }

  /// «16/6/1967 – 16/6/2022», «02/9/1945- 02/9/2019», «XV – XVI»
  void price_range(std::size_t i) {
    const bool spaced = tokens_[i].shape == Shape::dash;
    if (!has(i + 1) || (spaced && i == 0)) return;
    const Token& from = tokens_[spaced ? i - 1 : i];
    const Token& to = tokens_[i + 1];
    const bool numbers = is_numberish(from) && is_numberish(to);
    if (numbers || (is_roman(from) && is_roman(to))) raise(i, never);
  }

  void price_number(std::size_t i) {
    const Token& t = tokens_[i];
    const bool labelled = i > 0 && touches(i - 1) && is_label(tokens_[i - 1].core);
    if (labelled) raise(i - 1, never);
    if (labelled && tokens_[i - 1].core == "thứ" && i > 1) raise(i - 2, never);  // «lần thứ XIII»
    if (is_date(t)) price_weekday(i);
    if (i > 0 && is_dash(first_sign(t.lead)) && is_numberish(tokens_[i - 1])) raise(i - 1, never);
    if (labelled) {
      price_rest_of_date(i);
    } else if (is_plain_number(t)) {
      price_counted(i);
    }
  }

  /// «Thứ Tư, 24/07/2024»
  void price_weekday(std::size_t i) {
    if (i < 2 || !is_weekday(tokens_[i - 1].core) || tokens_[i - 2].core != "thứ") return;
    raise(i - 2, never);
    raise(i - 1, tear);
  }

  /// «ngày 24 | tháng 7 | năm 2024»
  void price_rest_of_date(std::size_t i) {
    if (!touches(i) || !has(i + 2) || !is_numberish(tokens_[i + 2])) return;
    const std::string& next = tokens_[i + 1].core;
    if (next == "tháng" || next == "năm") raise(i, never);
  }

  /// «48 | nghìn | tỷ | đồng», «7 | giờ | 30 | phút», «35 | mô hình»
  void price_counted(std::size_t i) {
    while (touches(i) && is_scale(tokens_[i + 1].core)) raise(i++, never);
    if (!touches(i)) return;
    const Token& next = tokens_[i + 1];
    const bool sign = next.shape == Shape::sign && !is_opening(first_sign(next.text));  // «₫», «°»
    if (sign || is_unit(next.core)) {
      raise(i, never);
      const bool clock = next.core == "giờ" || next.core == "phút" || next.core == "độ";
      if (clock && touches(i + 1) && (is_numberish(tokens_[i + 2]) || tokens_[i + 2].text == "C")) raise(i + 1, never);
    } else if (next.shape == Shape::lower && (!is_leaning(next.core) || is_same_word(joins_[i + 1]))) {
      raise(i, tear);
    }
  }

  const std::vector<Token>& tokens_;
  std::vector<Join> joins_;
  std::vector<Penalty> after_;
};

}  // namespace

std::vector<Piece> pieces(std::string_view line) {
  const std::vector<Token> all = tokens(line);
  const Pricing pricing(all);
  std::vector<Piece> result;
  result.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    result.push_back({std::string(all[i].text), pricing.after()[i], all[i].spaced});
  }
  return result;
}

}  // namespace lobby::text
