#include "text/joins.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>

#include "text/compounds.h"
#include "text/official_names.h"
#include "text/peoples.h"
#include "text/set_phrases.h"
#include "text/syllable.h"
#include "text/titles.h"
#include "text/unicode.h"
#include "text/vocabulary.h"

namespace lobby::text {
namespace {

bool is_syllable_like(const Token& t) {
  return t.shape == Shape::lower || t.shape == Shape::capital || t.shape == Shape::caps;
}

/// «xã Hội An» has no «xã hội» in it: a word does not go on with a capital that it did not begin with.
bool same_case(const std::vector<Token>& tokens, std::size_t first, std::size_t size) {
  if (tokens[first].shape != Shape::lower) return true;
  const std::size_t last = first + size - 1;  // «thứ Hai», «châu Phi», «huy chương Vàng»
  if (tokens[last].shape != Shape::lower && !takes_capital(tokens[last - 1].core)) return false;
  return std::ranges::all_of(std::span(tokens).subspan(first, size - 1),
                             [](const Token& t) { return t.shape == Shape::lower; });
}

/// The price of a word, and what makes one dearer than another.
constexpr int price_of_word = 20;
constexpr int price_of_length = 1;  ///< «thẩm định | giá đất» rather than «thẩm định giá | đất».

int price_of_single(const Token& token, const std::string& key) {
  constexpr int function_word = -2;
  constexpr int no_word = 7;
  const bool leans = is_leaning(token.core) && is_single(key) && token.core != "nhân" && token.core != "việc";
  // «nữ | công nhân», «đi | làm việc»
  if (leans || is_conjunction(token.core)) return function_word;
  return is_single(key) ? 0 : no_word;
}

/// Joins the compounds of the clause [first, last).
void join_compounds(const std::vector<Token>& tokens, std::size_t first, std::size_t last, std::vector<Join>& out) {
  struct Best {
    int price;
    std::size_t size;
  };
  std::vector<std::string> keys;
  for (std::size_t i = first; i < last; ++i) keys.push_back(tokens[i].key);
  std::vector<Best> best(keys.size() + 1, Best{0, 0});
  for (std::size_t i = keys.size(); i-- > 0;) {
    best[i] = {best[i + 1].price + price_of_word + price_of_single(tokens[first + i], keys[i]), 1};
    for (std::size_t size = 2; size <= std::min(longest_compound, keys.size() - i); ++size) {
      const int price = best[i + size].price + price_of_word + (size > 2 ? price_of_length : 0);
      if (price > best[i].price || !same_case(tokens, first + i, size)) continue;
      const bool money = tokens[first + i].core == "đồng" && first + i > 0 && is_scale(tokens[first + i - 1].core);
      if (money) continue;  // «5 tỷ đồng | khởi công»
      if (is_compound(std::span(keys).subspan(i, size))) best[i] = {price, size};
    }
  }
  for (std::size_t i = 0; i < keys.size(); i += best[i].size) {
    for (std::size_t k = 1; k < best[i].size; ++k) out[first + i + k - 1] = Join::compound;
  }
}

void join_all_compounds(const std::vector<Token>& tokens, std::vector<Join>& out) {
  for (std::size_t first = 0; first < tokens.size();) {
    std::size_t last = first + 1;
    while (last < tokens.size() && is_syllable_like(tokens[last - 1]) && is_syllable_like(tokens[last]) &&
           touches(tokens[last - 1], tokens[last])) {
      ++last;
    }
    join_compounds(tokens, first, last, out);
    first = last;
  }
}

/// The run of capitalised syllables [first, last) and the questions that its neighbours answer.
class Run {
 public:
  Run(const std::vector<Token>& tokens, std::vector<Join>& joins, std::size_t first)
      : tokens_(tokens), joins_(joins), first_(first), last_(first) {
    while (last_ < tokens.size() && belongs(last_)) ++last_;
  }
  std::size_t last() const { return last_; }

  void join() {
    if (last_ == first_) return;
    join_inside();
    if (last_ < tokens_.size() && touches(tokens_[last_ - 1], tokens_[last_]) &&
        tokens_[last_].shape == Shape::capital) {
      tighten(last_ - 1, Join::neighbours);
    }
    join_before();
  }

 private:
  /// A compound that goes on in lower case («Bộ Công an») ends a run before it; the end of «huy chương Vàng» begins
  /// none.
  bool belongs(std::size_t i) const {
    if (tokens_[i].shape != Shape::capital) return false;
    if (i > 0 && joins_[i - 1] == Join::compound && tokens_[i - 1].shape == Shape::lower) return false;
    if (i > first_ && !touches(tokens_[i - 1], tokens_[i])) return false;
    return joins_[i] != Join::compound || tokens_[i + 1].shape == Shape::capital;
  }

  void tighten(std::size_t i, Join join) { joins_[i] = std::max(joins_[i], join); }

  bool begins_sentence() const {
    if (first_ == 0 || !tokens_[first_].lead.empty()) return true;
    constexpr std::string_view ends = ".!?:";
    const Token& before = tokens_[first_ - 1];
    return before.core.empty() || (!before.trail.empty() && ends.find(before.trail.back()) != std::string_view::npos);
  }

  /// Where a name inside the run ends and the next begins.
  std::size_t end_of_name(std::size_t first) const {
    const bool free = first > first_ || !titled();
    for (std::size_t end = first + 1; free && end < last_; ++end) {
      if (last_ - end >= 2 && end - first <= 3 && is_country(words(first, end))) return end;
      if (is_foreign(end - 1) && is_syllable(code_points(tokens_[end].core))) return end;
    }
    return last_;
  }

  /// «Donald», «Pasteur»: what no Vietnamese place or person is called.
  bool is_foreign(std::size_t i) const {
    const auto core = code_points(tokens_[i].core);
    return core.size() > 4 && !has_marks(core) && !is_syllable(core);
  }

  void join_inside() {
    for (std::size_t first = first_; first < last_;) {
      const std::size_t end = end_of_name(first);
      join_name(first, end);
      const bool country = is_country(words(first, end));
      if (end < last_ && !country) tighten(end - 1, Join::neighbours);
      if (end < last_ && country && first == first_) join_post(Join::body);  // «Tổng thống Mỹ | Donald Trump»
      first = end;
    }
  }

  void join_name(std::size_t first, std::size_t last) {
    constexpr std::size_t longest_name = 4;
    const std::size_t size = last - first;
    const Token& head = tokens_[first];
    const bool named = is_address_form(head.core) || (is_family_name(head.core) && !is_listed()) || first > first_ ||
                       titled() || (size >= 3 && is_middle_name(tokens_[first + 1].core) && !is_place_kind(head.core));
    const bool person = size >= 2 && size <= longest_name + 1 && named;
    Join inside = size <= longest_name ? Join::name : Join::neighbours;
    if (person) inside = Join::person;
    for (std::size_t i = first; i + 1 < last; ++i) {
      const bool opener = i == first_ && !person && begins_sentence() && !is_place_kind(head.core) &&
                          (size > 2 || is_leaning(head.core));
      tighten(i, opener ? Join::neighbours : inside);
    }
  }

  std::string words(std::size_t first, std::size_t last) const {
    std::string result = tokens_[first].core;
    for (std::size_t i = first + 1; i < last; ++i) result += ' ' + tokens_[i].core;
    return result;
  }

  /// How many syllables before `end` are words that `is` says yes to: the most of one to five.
  template <typename Predicate>
  std::size_t preceding(std::size_t end, Predicate is) const {
    constexpr std::size_t longest = 5;
    std::size_t found = 0;
    for (std::size_t size = 1; size <= longest && size <= end; ++size) {
      const Token& token = tokens_[end - size];
      // «TS. Nguyễn»: the dot of an abbreviation is no end.
      if (!token.trail.empty() && (size > 1 || token.trail != ".")) break;
      if (is(words(end - size, end))) found = size;
      if (!token.lead.empty()) break;
    }
    return found;
  }

  /// «Nhà giáo Việt Nam» and «Nghĩa trang liệt sĩ Đức Cơ» are nobody's names.
  bool titled() const {
    if (!tokens_[first_].lead.empty() || is_country(words(first_, last_))) return false;
    if (const std::size_t form = preceding(first_, is_address_form); form > 0) {
      return preceding(first_ - form, is_memorial) == 0;
    }
    return is_family_name(tokens_[first_].core) && last_ - first_ >= 2 && preceding(first_, is_post) > 0;
  }

  /// Ties the run to the post before it, and the words of a longer post to one another. A post of two words rather
  /// parts from the name than from itself: «Bí thư Tỉnh ủy | Đoàn Minh Huấn».
  void join_post(Join join) {
    const std::size_t size = preceding(first_, is_post);
    // «Phó Thủ tướng Thường trực» is no body.
    const bool two_words = size > 3 && join == Join::title && tokens_[first_ - 1].core != "trực";
    Join inside = join == Join::title ? Join::post : join;
    if (two_words) inside = Join::kind;
    for (std::size_t i = first_ - size; size > 0 && i + 1 < first_; ++i) tighten(i, inside);
    if (size > 0) tighten(first_ - 1, two_words ? Join::post : join);
  }

  /// «đồng chí | Trung tá | Lê Thị Hồng Nhung»; a title of two words rather parts from the name than from itself:
  /// «Nhà giáo ưu tú | Lê Thị Thanh Hà».
  void join_titles() {
    const std::size_t size = preceding(first_, is_address_form);
    const bool two_words = size > 3;
    tighten(first_ - 1, two_words ? Join::post : Join::title);
    for (std::size_t i = first_ - size; size > 2 && i + 1 < first_; ++i) {
      tighten(i, two_words ? Join::kind : Join::body);
    }
    if (size == 0 || size == first_ || preceding(first_ - size, is_address_form) == 0) return;
    if (touches(tokens_[first_ - size - 1], tokens_[first_ - size])) tighten(first_ - size - 1, Join::title);
  }

  /// «tỉnh | Ninh Bình», «quảng trường | Ba Đình»; but «điểm cầu | Bộ Công an» is at no bridge.
  bool follows_place_kind() const {
    const std::string& kind = tokens_[first_ - 1].core;
    if (first_ < 2 || joins_[first_ - 2] != Join::compound) return is_place_kind(kind);
    return is_place_kind(tokens_[first_ - 2].core + ' ' + kind);
  }

  bool is_listed() const {
    std::vector<std::string> keys;
    for (std::size_t i = first_; i < last_; ++i) keys.push_back(tokens_[i].key);
    return is_compound(keys);
  }

  /// «Chủ tịch UBND tỉnh Phạm Quang Ngọc» names no province; «UBND huyện Hoàng Su Phì» names a district.
  bool ends_post() const {
    const std::size_t size = last_ - first_;
    return first_ >= 2 && (size == 3 || size == 4) && !is_listed() && is_family_name(tokens_[first_].core) &&
           is_level(tokens_[first_ - 1].core) && is_body_end(tokens_[first_ - 2].core);
  }

  void join_before() {
    if (first_ == 0 || !tokens_[first_].lead.empty()) return;
    const Token& before = tokens_[first_ - 1];
    if (titled() || (before.shape == Shape::caps && is_unit_abbreviation(before.core))) {
      const bool post = preceding(first_, is_address_form) == 0 && preceding(first_, is_post) > 0;
      if (post) {
        join_post(Join::title);
      } else {
        join_titles();
      }
      if (last_ - first_ <= 4) {
        for (std::size_t i = first_; i + 1 < last_; ++i) tighten(i, Join::person);
      }
    } else if (const auto form = preceding(first_, is_address_form);
               form > 0 && preceding(first_ - form, is_memorial) > 0) {
      tighten(first_ - 1, Join::neighbours);
    } else if (before.trail.empty() && follows_place_kind()) {
      tighten(first_ - 1, ends_post() ? Join::neighbours : Join::kind);
    }
  }

  const std::vector<Token>& tokens_;
  std::vector<Join>& joins_;
  std::size_t first_;
  std::size_t last_;
};

/// «ĐỒNG CHÍ NGUYỄN VĂN A»: in capitals only the title and the family name tell of a person.
void join_shouted_persons(const std::vector<Token>& tokens, std::vector<Join>& out) {
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    if (tokens[i].shape != Shape::lower || !is_upper(code_point_at(tokens[i].text, 0).value)) continue;
    if (!is_family_name(tokens[i].core) || !touches(tokens[i - 1], tokens[i])) continue;
    if (out[i - 1] == Join::compound) continue;  // «BÁC HỒ VĨ ĐẠI»
    const bool two = i >= 2 && is_address_form(tokens[i - 2].core + ' ' + tokens[i - 1].core);
    if (!two && !is_address_form(tokens[i - 1].core)) continue;
    out[i - 1] = Join::title;
    for (std::size_t k = i; k < i + 2 && k + 1 < tokens.size() && touches(tokens[k], tokens[k + 1]); ++k) {
      if (is_leaning(tokens[k + 1].core)) break;
      out[k] = Join::person;
    }
  }
}

}  // namespace

std::vector<Join> joins(const std::vector<Token>& tokens) {
  std::vector<Join> result(tokens.size(), Join::none);
  join_all_compounds(tokens, result);
  for (std::size_t i = 0; i < tokens.size();) {
    Run run(tokens, result, i);
    run.join();
    i = std::max(run.last(), i + 1);
  }
  join_shouted_persons(tokens, result);
  join_official_names(tokens, result);
  join_set_phrases(tokens, result);
  join_peoples(tokens, result);
  return result;
}

bool is_same_word(Join join) { return join == Join::compound || join == Join::name || join == Join::person; }

}  // namespace lobby::text
