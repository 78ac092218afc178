#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "text/compounds.h"
#include "text/joins.h"
#include "text/numbers.h"
#include "text/syllable.h"
#include "text/token.h"
#include "text/unicode.h"
#include "text/vocabulary.h"
#include "text/words.h"

namespace lobby::text {
namespace {

constexpr Penalty after_sentence = 0;
constexpr Penalty after_comma = 5;
constexpr Penalty after_short_word = 20;
constexpr Penalty before_conjunction = 10;
constexpr Penalty before_bracket = 10;
constexpr Penalty after_bracket = 15;
constexpr Penalty before_preposition = 25;
constexpr Penalty ordinary = 40;
constexpr Penalty near = 100;
constexpr Penalty leaning = 150;
constexpr Penalty dangling = bad_end;
constexpr Penalty neighbours = 280;
constexpr Penalty dangling_before_name = 360;  // «của | Giám đốc», «đến | 14/02/2027»
constexpr Penalty body = 400;
constexpr Penalty post = 700;
constexpr Penalty inner_tear = tear + 500;

/// Fills the price after each token. Every rule only raises prices, so that their order does not matter.
class Pricing {
 public:
  explicit Pricing(const std::vector<Token>& tokens)
      : tokens_(tokens), joins_(joins(tokens)), after_(tokens.size(), 0) {
    for (const Token& token : tokens_) keys_.push_back(token.key);
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      raise(i, base(i));
      raise(i, of_join(joins_[i]));
      if (is_word_in_word(i)) raise(i, inner_tear);
      const std::size_t particle = tokens_[i].trail.empty() ? particle_size(i) : 0;
      if (particle > 0) raise(i, dangling);
      for (std::size_t k = 1; k < particle; ++k) raise(i - k, leaning);
      if (!tokens_[i].spaced && is_hard_joint(i)) raise(i, tear);
    }
    price_punctuation();
    price_numbers(tokens_, joins_, after_);
  }
  const std::vector<Penalty>& after() const { return after_; }

 private:
  void raise(std::size_t i, Penalty price) { after_[i] = std::max(after_[i], price); }
  /// «Ngày | truyền_thống», where no line holds the three, rather than «Ngày_truyền | thống».
  bool is_word_in_word(std::size_t i) const {
    if (joins_[i] != Join::compound) return false;
    if (joins_[i + 1] != Join::compound && (i == 0 || joins_[i - 1] != Join::compound)) return false;
    return is_compound(std::span(keys_).subspan(i, 2));
  }
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
      case Join::post:
        return post;
      case Join::kind:
      case Join::compound:
      case Join::name:
        return tear;
      case Join::title:
        return before_name;
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
      // «giao, | nhận quân»: one short word is no clause.
      const bool word = i > 0 && is_same_word(joins_[i - 1]);
      if (last == U',') return word || a.shape != Shape::lower ? after_comma : after_short_word;
      constexpr std::u32string_view ends = U".;:!?…–—";
      return ends.find(last) != std::u32string_view::npos ? after_sentence : after_bracket;
    }
    if (const Penalty price = of_leaning(i); price > 0) return price;
    if (b.lead == "(" && b.trail.starts_with(')') && b.shape == Shape::caps) return near;  // «bảo hiểm y tế (BHYT)»
    if (awaits_number(i)) return leaning;
    if (is_opening(first_sign(b.lead)) || first_sign(b.lead) == U'"') return before_bracket;
    if (is_conjunction(b.core)) return before_conjunction;
    if (b.core == "số") return near;    // «Quyết định số 426»
    if (b.core == "rất") return near;   // «mưa | rất to»
    if (is_foreign(a, b)) return near;  // «cà phê | Robusta»
    if (b.core == "được" && is_complement(i + 1)) return near;
    if (is_preposition(b.core) && !is_same_word(joins_[i + 1])) return before_preposition;
    return ordinary;
  }

  /// What a word costs at the end of a line that leans on the next: most where it leads nowhere without it.
  Penalty of_leaning(std::size_t i) const {
    const std::string& core = tokens_[i].core;
    if (!is_leaning(core) || (i > 0 && joins_[i - 1] >= Join::kind)) return 0;
    if (!is_preposition(core) && !is_conjunction(core) && !is_determiner(core)) return leaning;
    const Shape next = tokens_[i + 1].shape;
    return next == Shape::number || next == Shape::capital ? dangling_before_name : dangling;
  }

  /// How many syllables of «đối với», «liên quan đến» end here; 0 where no such phrase does.
  std::size_t particle_size(std::size_t i) const {
    if (is_same_word(joins_[i])) return 0;
    for (std::size_t size = 2; size <= longest_particle && size <= i + 1; ++size) {
      const std::size_t first = i + 1 - size;
      if (!tokens_[first].trail.empty() || !tokens_[first + 1].lead.empty()) return 0;
      if (is_particle(std::span(keys_).subspan(first, size))) return size;
    }
    return 0;
  }

  /// «tập đoàn | Samsung»: what a foreign name is of.
  static bool is_foreign(const Token& a, const Token& b) {
    if (a.shape != Shape::lower || b.shape != Shape::capital) return false;
    const bool plain = std::ranges::all_of(b.core, [](char c) { return c >= 'a' && c <= 'z'; });
    return plain && !is_syllable(code_points(b.core));
  }

  /// «với kinh phí | 5 tỷ đồng», «cho học sinh | 12 trường»
  bool awaits_number(std::size_t i) const {
    if (tokens_[i + 1].shape != Shape::number || tokens_[i].shape != Shape::lower) return false;
    std::size_t first = i;
    while (first > 0 && is_same_word(joins_[first - 1])) --first;
    if (first == 0 || !tokens_[first].lead.empty() || !tokens_[first - 1].trail.empty()) return false;
    return is_preposition(tokens_[first - 1].core);
  }

  /// «đo được | cấp 12», «thu được | 5 tỷ đồng», but «được | khen»
  bool is_complement(std::size_t i) const {
    if (i + 1 == tokens_.size() || !tokens_[i].trail.empty()) return true;
    const Token& next = tokens_[i + 1];
    const bool labelled = is_label(next.core) && i + 2 < tokens_.size() && tokens_[i + 2].shape == Shape::number;
    return next.shape == Shape::number || labelled;
  }

  /// «Bà Rịa – | Vũng Tàu», «VTV9 – | Bình Điền»; but «Phạm Đức Vĩnh – | Trưởng phòng», «Đà Nẵng – | Nơi hội tụ».
  bool between_names(std::size_t dash) const {
    if (dash == 0 || !tokens_[dash - 1].trail.empty()) return false;
    if (tokens_[dash - 1].shape != Shape::capital && tokens_[dash - 1].shape != Shape::caps) return false;
    const Token& next = tokens_[dash + 1];
    if (next.shape != Shape::capital || !next.lead.empty()) return false;
    if (dash + 2 == tokens_.size() || !next.trail.empty()) return true;
    if (tokens_[dash + 2].shape != Shape::lower) return true;
    return joins_[dash + 1] != Join::compound && !is_single(next.key);  // «Thừa Thiên – | Huế đẹp»
  }

  void price_punctuation() {
    bool open = false;  // A straight quotation mark does not say which of the two it is.
    std::optional<std::size_t> quoted;
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
      constexpr std::u32string_view opening = U"“«";
      constexpr std::u32string_view closing = U"”»";
      if (opening.contains(first) || (first == U'"' && open)) quoted = i;
      const bool closes = std::ranges::any_of(code_points(t.trail), [&](char32_t c) { return closing.contains(c); }) ||
                          (quoted && quoted != i && marks % 2 == 1);
      if (closes && quoted) keep_quotation(*quoted, i);
      if (closes) quoted.reset();
    }
  }

  /// «“Tiếp sức | đến trường”»: what is put in marks is one thing where it is short.
  void keep_quotation(std::size_t first, std::size_t last) {
    constexpr std::size_t longest = 6;
    if (first < last && tokens_[first].trail.empty()) raise(first, dangling);  // «“Đi | từng ngõ»
    for (std::size_t i = first; last - first < longest && i < last; ++i) raise(i, near);
  }

  const std::vector<Token>& tokens_;
  std::vector<Join> joins_;
  std::vector<std::string> keys_;
  std::vector<Penalty> after_;
};

}  // namespace

std::vector<Piece> pieces(std::string_view line) {
  const std::vector<Token> all = tokens(line);
  const Pricing pricing(all);
  std::vector<Piece> result;
  result.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    result.push_back({std::string(all[i].text), pricing.after()[i], all[i].spaced, all[i].shape == Shape::part});
  }
  return result;
}

}  // namespace lobby::text
