#include "text/numbers.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "text/figures.h"
#include "text/syllable.h"
#include "text/unicode.h"
#include "text/vocabulary.h"
#include "text/word_list.h"

namespace lobby::text {
namespace {

bool ends_with_dash(const Token& t) { return t.shape != Shape::dash && is_dash(last_sign(t.text)); }

constexpr Words measure_list{"cao", "dài", "nặng", "rộng", "sâu"};

class Numbers {
 public:
  Numbers(const std::vector<Token>& tokens, const std::vector<Join>& joins, std::vector<Penalty>& after)
      : tokens_(tokens), joins_(joins), after_(after) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].shape == Shape::part) continue;
      if (tokens_[i].shape == Shape::dash || ends_with_dash(tokens_[i])) price_range(i);
      if (is_number(tokens_[i]) || is_roman(tokens_[i])) {
        price_number(i);
      } else if (tokens_[i].shape == Shape::caps && has_digit(tokens_[i]) && is_labelled(i)) {
        raise(i - 1, never);  // «khối A00», «Phòng PC07»
      }
    }
  }

 private:
  void raise(std::size_t i, Penalty price) {
    if (i + 1 < after_.size()) after_[i] = std::max(after_[i], price);
  }
  bool has(std::size_t i) const { return i < tokens_.size(); }
  bool touches(std::size_t i) const { return has(i + 1) && text::touches(tokens_[i], tokens_[i + 1]); }
  bool begins_compound(std::size_t i) const { return joins_[i] == Join::compound; }

  /// «số | 9», «thế kỷ | XV»; but «Quy tập | 14 hài cốt» and «Hải Phòng | 120 km» are none.
  bool is_labelled(std::size_t i) const {
    if (i == 0 || !touches(i - 1)) return false;
    const Token& label = tokens_[i - 1];
    if (i == 1 || !is_same_word(joins_[i - 2])) return is_label(label.core);
    return is_numbered(tokens_[i - 2].core + ' ' + label.core);
  }

  /// «16/6/1967 – 16/6/2022», «02/9/1945- 02/9/2019», «XV – XVI»
  void price_range(std::size_t i) {
    const bool spaced = tokens_[i].shape == Shape::dash;
    if (!has(i + 1) || (spaced && i == 0)) return;
    const Token& from = tokens_[spaced ? i - 1 : i];
    const Token& to = tokens_[i + 1];
    const bool numbers = is_number(from) && is_number(to);
    if (numbers || (is_roman(from) && is_roman(to))) raise(i, never);
  }

  void price_number(std::size_t i) {
    const Token& t = tokens_[i];
    const bool labelled = is_labelled(i);
    if (labelled) raise(i - 1, never);
    if (labelled && tokens_[i - 1].core == "thứ" && i > 1) raise(i - 2, never);  // «lần thứ XIII»
    if (labelled) price_degree(i - 1);
    price_span(i);
    if (is_date(t)) price_weekday(i);
    price_part_of_day(i);
    price_disability(i);
    if (i > 0 && is_dash(first_sign(t.lead)) && is_number(tokens_[i - 1])) raise(i - 1, never);
    if (price_groups(i)) return;
    if (labelled) price_rest_of_date(i);
    const bool counts = !labelled || counts_scale(i) || (!is_year(t) && !begins_compound_after(i) && counts_unit(i));
    const bool share =
        is_share(t) || (is_whole(t) && counts_unit(i)) || (is_span(t) && (counts_unit(i) || counts_scale(i)));
    if (continues_places(i)) return raise(i - 1, tear);
    if ((is_plain_number(t) || share) && counts) {
      price_counted(i);
    } else if (is_roman(t) || is_code(t)) {
      price_ordinal(i);
    }
  }

  bool counts_unit(std::size_t i) const { return touches(i) && is_unit(tokens_[i + 1].core); }
  /// «tỉnh 320,4 | tỷ đồng»: a scale is never counted by a label.
  bool counts_scale(std::size_t i) const {
    return touches(i) && (is_scale(tokens_[i + 1].core) || tokens_[i + 1].core == "đồng");
  }
  bool begins_compound_after(std::size_t i) const { return has(i + 1) && begins_compound(i + 1); }

  /// «Thứ Tư, 24/07/2024»
  void price_weekday(std::size_t i) {
    if (i < 2 || !is_weekday(tokens_[i - 1].core) || tokens_[i - 2].core != "thứ") return;
    raise(i - 2, never);
    raise(i - 1, tear);
  }

  /// «sáng | 24/11», «đêm | 18»
  void price_part_of_day(std::size_t i) {
    constexpr Words part_list{"chiều", "sáng", "trưa", "tối", "đêm"};
    constexpr Penalty leaning = 150;
    if (i > 0 && touches(i - 1) && part_list.contains(tokens_[i - 1].core)) raise(i - 1, leaning);
  }

  /// «thương binh | 1/4»: of the first class of four, and no day.
  void price_disability(std::size_t i) {
    constexpr Words invalid_list{"bệnh binh", "thương binh"};
    if (i < 2 || !touches(i - 1) || tokens_[i].core.find('/') == std::string::npos) return;
    if (invalid_list.contains(tokens_[i - 2].core + ' ' + tokens_[i - 1].core)) raise(i - 1, tear);
  }

  /// «ngày 24 | tháng 7 | năm 2024»
  void price_rest_of_date(std::size_t i) {
    if (!touches(i) || !has(i + 2)) return;
    const std::string& next = tokens_[i + 1].core;
    if (next == "tháng" && begins_compound(i + 1)) raise(i, never);  // «mùng 10 | tháng Ba»
    if (!is_number(tokens_[i + 2])) return;
    if (next == "tháng" || next == "năm") raise(i, never);
  }

  /// «giật | cấp 15», «nhà | cấp 4», «đô thị | loại II»: a degree of nothing says nothing.
  void price_degree(std::size_t label) {
    constexpr Words degree_list{"bậc", "cấp", "hạng", "loại"};
    if (label == 0 || !touches(label - 1) || !degree_list.contains(tokens_[label].core)) return;
    const Token& what = tokens_[label - 1];
    if (what.shape == Shape::number || is_leaning(what.core)) return;
    const bool alone = label == 1 || !is_same_word(joins_[label - 2]);
    raise(label - 1, alone ? tear : bad_end);
  }

  /// «từ 14 | đến | 22/02/2026», «5 | đến | 10%»: the two ends of a span share what follows them.
  void price_span(std::size_t i) {
    if (!touches(i) || !touches(i + 1) || !is_number(tokens_[i + 2])) return;
    const std::string& to = tokens_[i + 1].core;
    if (to != "đến" && to != "tới") return;
    raise(i, tear);
    raise(i + 1, tear);
  }

  /// «0225 | 3 | 842 | 345», «1900 | 1234», «024.3825 | 7700», «1 | 200 | 000 đồng». The groups are looked at once,
  /// from the first of them.
  bool price_groups(std::size_t i) {
    if (i < end_of_groups_) return true;
    const std::string& first = tokens_[i].core;
    if (!is_plain_number(tokens_[i])) return false;
    const bool call = first.front() == '0' || first == "1900" || first == "1800" || tokens_[i].lead.ends_with('+');
    std::size_t end = i;
    std::size_t digits = digits_of(i);
    bool thousands = digits <= 3 && is_digits(tokens_[i]);
    while (touches(end) && is_digits(tokens_[end + 1]) && tokens_[end + 1].core.size() <= 4 && digits < 12) {
      digits += tokens_[++end].core.size();
      thousands = thousands && tokens_[end].core.size() == 3;
    }
    constexpr std::size_t shortest = 8;
    constexpr std::size_t longest = 12;
    if (end == i || !(thousands || (call && digits >= shortest && digits <= longest))) return false;
    for (std::size_t k = i; k < end; ++k) raise(k, never);
    end_of_groups_ = end + 1;
    if (thousands && !call) price_counted(end);
    return true;
  }

  std::size_t digits_of(std::size_t i) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(tokens_[i].core, [](char c) { return c >= '0' && c <= '9'; }));
  }

  /// «48 | nghìn | tỷ | đồng», «7 | giờ | 30 | phút», «35 | mô hình», «4 | HCV»
  void price_counted(std::size_t i) {
    const std::size_t number = i;
    while (touches(i) && is_scale(tokens_[i + 1].core)) raise(i++, never);
    if (!touches(i)) return price_ordinal(number);
    const Token& next = tokens_[i + 1];
    const bool sign = next.shape == Shape::sign && !is_opening(first_sign(next.text));        // «₫», «°»
    constexpr Words signed_unit_list{"gbps", "hz", "kbps", "mbps", "mpa", "pa", "wh", "wp"};  // «350 | Mbps»
    const bool unit = next.shape == Shape::capital ? signed_unit_list.contains(next.core) : is_unit(next.core);
    if (is_year(tokens_[i]) && (!unit || begins_compound(i + 1))) return;
    if (sign || unit) {
      raise(i, never);
      if (touches(i + 1) && tokens_[i + 2].core == "tuổi") raise(i + 1, tear);  // «13 tháng | tuổi»
      const bool clock = next.core == "giờ" || next.core == "phút" || next.core == "độ";
      if (clock && touches(i + 1) &&
          (is_number(tokens_[i + 2]) || (tokens_[i + 2].core == "c" && tokens_[i + 2].lead.empty())))
        raise(i + 1, never);
    } else if (is_counted(i + 1)) {
      raise(i, tear);
      if (next.shape == Shape::caps && i > 0 && tokens_[i - 1].shape == Shape::caps && touches(i - 1)) {
        raise(i - 1, tear);  // «BĐ | 97124 | TS»
      }
    } else {
      price_ordinal(number);
    }
  }

  /// «35 | mô hình», «4 | HCV», «8 | Gương mặt trẻ»
  bool is_counted(std::size_t i) const {
    const Token& t = tokens_[i];
    if (t.shape == Shape::capital && has(i + 1) && tokens_[i + 1].shape == Shape::lower) {
      return joins_[i] == Join::compound;
    }
    if (t.shape == Shape::lower) {
      return is_same_word(joins_[i]) || (!is_leaning(t.core) && !measure_list.contains(t.core));
    }
    return t.shape == Shape::caps && !is_roman(t);
  }

  /// The first of the capitalised syllables before `i`; `i` where there is none.
  std::size_t name_before(std::size_t i) const {
    while (i > 0 && touches(i - 1) && tokens_[i - 1].shape == Shape::capital) --i;
    return i;
  }

  bool is_place_number(std::size_t i) const { return is_digits(tokens_[i]) && tokens_[i].core.size() <= 2; }

  /// «xã Tân Phú | 2», «Xã Tân Phú | 2», «ba xã Đông Hải 1, Đông Hải | 2»: what was one place is two.
  bool numbers_a_place(std::size_t i) const {
    constexpr Words divided_list{"bản", "khóm", "phường", "thôn", "trấn", "xã", "ấp"};
    const std::size_t first = name_before(i);
    if (!is_place_number(i) || first == i) return false;
    if (first + 1 < i && divided_list.contains(tokens_[first].core)) return true;
    const bool of_kind = first > 0 && touches(first - 1) && divided_list.contains(tokens_[first - 1].core);
    return of_kind || continues_places(i);
  }

  /// «xã Đông Hải 1, Đông Hải | 2», «xã Đông Hải 1 và Đông Hải | 2»
  bool continues_places(std::size_t i) const {
    const std::size_t first = name_before(i);
    if (!is_place_number(i) || first == i || first < 2) return false;
    if (tokens_[first - 1].core == "và") return numbers_a_place(first - 2);
    return tokens_[first - 1].trail == "," && numbers_a_place(first - 1);
  }

  /// «RON | 95», «Leo | XIV», «đối tượng | 3»: a number that counts nothing belongs to the name before it.
  void price_ordinal(std::size_t i) {
    if (i == 0 || !touches(i - 1)) return;
    const Token& before = tokens_[i - 1];
    if (i > 1 && joins_[i - 2] == Join::compound && may_be_numbered(tokens_[i - 2].core + ' ' + before.core)) {
      return raise(i - 1, tear);
    }
    if (before.core == "luật" && is_code(tokens_[i])) return raise(i - 1, tear);  // «Luật | 72/2025/QH15»
    if (before.shape == Shape::capital && has(i + 1) && measure_list.contains(tokens_[i + 1].core)) {
      return raise(i - 1, tear);  // «cầu Nhật Lệ | 3 dài 1.240 m»
    }
    if (numbers_a_place(i)) return raise(i - 1, tear);
    const auto core = code_points(before.core);
    const bool name = before.shape == Shape::caps || (before.shape == Shape::capital && !has_marks(core));
    if (name && !(before.shape == Shape::capital && is_syllable(core) && !is_roman(tokens_[i]))) raise(i - 1, tear);
  }

  const std::vector<Token>& tokens_;
  const std::vector<Join>& joins_;
  std::vector<Penalty>& after_;
  std::size_t end_of_groups_ = 0;
};

}  // namespace

void price_numbers(const std::vector<Token>& tokens, const std::vector<Join>& joins, std::vector<Penalty>& after) {
  const Numbers numbers(tokens, joins, after);
}

}  // namespace lobby::text
