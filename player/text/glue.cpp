#include <algorithm>
#include <cstddef>

#include "text/joins.h"
#include "text/numbers.h"
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
constexpr Penalty neighbours = 240;
constexpr Penalty body = 300;

char32_t first_sign(std::string_view text) { return text.empty() ? U'\0' : code_point_at(text, 0).value; }
char32_t last_sign(std::string_view text) { return text.empty() ? U'\0' : code_points(text).back(); }

/// Fills the price after each token. Every rule only raises prices, so that their order does not matter.
class Pricing {
 public:
  explicit Pricing(const std::vector<Token>& tokens)
      : tokens_(tokens), joins_(joins(tokens)), after_(tokens.size(), 0) {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      raise(i, base(i));
      raise(i, of_join(joins_[i]));
      if (!tokens_[i].spaced && is_hard_joint(i)) raise(i, tear);
    }
    price_punctuation();
    price_numbers(tokens_, joins_, after_);
  }
  const std::vector<Penalty>& after() const { return after_; }

 private:
  void raise(std::size_t i, Penalty price) { after_[i] = std::max(after_[i], price); }
  /// A joint that a line breaks at only when nothing else is left.
  bool is_hard_joint(std::size_t i) const {
    const char32_t last = last_sign(tokens_[i].text);
    return last == U'-' || last == U'/' || tokens_[i].shape == Shape::part;
  }

  static Penalty of_join(Join join) {
    switch (join) {
      case Join::none:
        return 0;
      case Join::neighbours:
        return neighbours;
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
    if (a.shape == Shape::dash) return between_names(i) ? neighbours : after_sentence;
    if (!a.trail.empty()) {
      if (last == U',') return after_comma;
      constexpr std::u32string_view ends = U".;:!?…–—";
      return ends.find(last) != std::u32string_view::npos ? after_sentence : after_bracket;
    }
    if (is_leaning(a.core) && (i == 0 || !is_same_word(joins_[i - 1]))) return leaning;
    if (b.lead == "(" && b.trail.starts_with(')') && b.shape == Shape::caps) return near;  // «bảo hiểm y tế (BHYT)»
    if (is_opening(first_sign(b.lead)) || first_sign(b.lead) == U'"') return before_bracket;
    if (is_conjunction(b.core)) return before_conjunction;
    if (b.core == "số") return near;  // «Quyết định số 426»
    if (is_preposition(b.core) && !is_same_word(joins_[i + 1])) return before_preposition;
    return ordinary;
  }

  /// «Bà Rịa – | Vũng Tàu», «Việt Nam – | Lào»; but «Phạm Đức Vĩnh – | Trưởng phòng», «Đà Nẵng – | Khai mạc».
  bool between_names(std::size_t dash) const {
    if (dash == 0 || tokens_[dash - 1].shape != Shape::capital || !tokens_[dash - 1].trail.empty()) return false;
    const Token& next = tokens_[dash + 1];
    if (next.shape != Shape::capital || !next.lead.empty()) return false;
    return dash + 2 == tokens_.size() || tokens_[dash + 2].shape != Shape::lower || !next.trail.empty();
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
      if (i > 0 && tokens_[i - 1].spaced && (t.shape == Shape::dash || is_closing(first) || (lone && open)))
        raise(i - 1, never);
      if (is_opening(last) || (lone && !open)) raise(i, never);
      if (i == 0 && bare) raise(i, never);  // The dash or bullet of a list.
      if (marks % 2 == 1) open = !open;
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
