#include "text/set_phrases.h"

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

constexpr Words graded_list{"bậc", "giải", "hạng", "loại", "lớp"};
constexpr Words grade_list{"a", "b", "ba", "bạc", "c", "nhì", "nhất", "tư", "vàng", "xuất", "đặc", "đồng"};
/// The ten stems of the calendar's sixty years, each before one of its twelve animals: «Ất Tỵ».
constexpr Words stem_list{"bính", "canh", "giáp", "kỷ", "mậu", "nhâm", "quý", "tân", "đinh", "ất"};
constexpr Words animal_list{"dần", "dậu", "hợi", "mão", "mùi", "ngọ", "sửu", "thân", "thìn", "tuất", "tý", "tị", "tỵ"};
constexpr Words ordinal_list{"ba", "bảy", "chín", "hai", "mười", "nhất", "năm", "sáu", "tám", "tư"};
constexpr Words season_list{"hè", "thu", "tết", "xuân", "đông"};  // «hè | 2026»
constexpr Words former_list{"cố", "cựu", "nguyên", "quyền"};
/// What names what is given: «Huân chương | Lao động», «giải thưởng | Hồ Chí Minh».
constexpr Words award_list{"danh hiệu", "giải thưởng", "huy chương", "huy hiệu", "huân chương"};
/// The last syllables of posts that «Thường trực» stands beside: «Phó Bí thư | Thường trực».
constexpr Words deputy_list{"thư", "trưởng", "tướng", "tịch"};
/// Posts at the head of one body, each before it: «Chủ tịch | Quốc hội».
constexpr Words head_list{"chủ tịch quốc hội", "thủ tướng chính phủ"};
/// Provinces and towns with a dash in their names.
constexpr Words double_name_list{"bà rịa vũng tàu",     "gia lai kon tum",     "lao động thương binh",
                                 "phan rang tháp chàm", "quảng nam đà nẵng",   "sài gòn chợ lớn",
                                 "sài gòn gia định",    "thương binh liệt sĩ", "thừa thiên huế"};

class Phrases {
 public:
  Phrases(const std::vector<Token>& tokens, std::vector<Join>& joins) : tokens_(tokens), joins_(joins) {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (tokens_[i + 1].shape == Shape::dash) join_double_name(i + 1);
      if (touches(tokens_[i], tokens_[i + 1])) join(i);
    }
  }

 private:
  void tighten(std::size_t i, Join join) { joins_[i] = std::max(joins_[i], join); }
  bool follows(std::size_t i) const { return i + 1 < tokens_.size() && touches(tokens_[i], tokens_[i + 1]); }

  void join(std::size_t i) {
    const Token& a = tokens_[i];
    const Token& b = tokens_[i + 1];
    const bool month = i > 0 && tokens_[i - 1].core == "tháng";
    if (month && b.core == "nhuận") tighten(i, Join::kind);
    if (a.core == "rằm" && b.core == "tháng") tighten(i, Join::kind);
    if (a.core == "tàu" && b.shape == Shape::caps) tighten(i, Join::kind);  // «tàu | BĐ 97124 TS»
    if (a.core == "mẹ" && b.core == "việt" && follows(i + 1) && follows(i + 2) && tokens_[i + 2].core == "nam" &&
        tokens_[i + 3].core == "anh") {
      tighten(i, Join::body);  // «Mẹ | Việt Nam | anh hùng»
      tighten(i + 2, Join::body);
    }
    if (graded_list.contains(a.core) && grade_list.contains(b.core) && !is_same_word(joins_[i + 1])) {
      tighten(i, Join::kind);
    }
    const bool year = stem_list.contains(b.core) && follows(i + 1) && animal_list.contains(tokens_[i + 2].core);
    if (year) tighten(i + 1, Join::name);
    if (year && a.core == "năm") tighten(i, Join::kind);
    if (year && follows(i + 2) && tokens_[i + 3].shape == Shape::number) tighten(i + 2, Join::neighbours);
    if (b.core == "thứ" && follows(i + 1) && ordinal_list.contains(tokens_[i + 2].core) && takes_ordinal(i)) {
      tighten(i, Join::kind);
      tighten(i + 1, Join::kind);
    }
    if (b.shape == Shape::number && b.core.size() == 4 && season_list.contains(a.core)) tighten(i, Join::neighbours);
    if (former_list.contains(a.core) && b.shape == Shape::capital && joins_[i + 1] == Join::compound) {
      tighten(i, Join::neighbours);  // «nguyên | Chủ tịch»
    }
    if (a.core == "ngày" && a.shape == Shape::capital && joins_[i + 1] == Join::compound) tighten(i, Join::neighbours);
    if (i > 0 && joins_[i - 1] == Join::compound && b.shape == Shape::capital) join_to_capital(i);
    if (i > 0 && joins_[i - 1] == Join::compound && b.shape == Shape::caps && is_body_end(b.core) &&
        (a.core == "tịch" || a.core == "trực")) {
      tighten(i, Join::body);  // «Chủ tịch | UBND tỉnh»
    }
    if (b.shape == Shape::caps && is_unit_abbreviation(b.core) && is_place_kind(a.core)) tighten(i, Join::neighbours);
    if (a.shape == Shape::caps && is_unit_abbreviation(a.core) && joins_[i + 1] == Join::kind) {
      tighten(i, Join::neighbours);  // «THPT | chuyên Hùng Vương»
    }
  }

  /// After a compound and before a capital: posts with what they are of, awards with their names.
  void join_to_capital(std::size_t i) {
    const Token& a = tokens_[i];
    const Token& b = tokens_[i + 1];
    if (joins_[i + 1] == Join::compound) {
      const std::string& second = tokens_[i + 2].core;
      if (a.core == "thư" && (second == "ủy" || second == "uỷ")) tighten(i, Join::kind);  // «Bí thư | Tỉnh ủy»
      if (b.core == "thường" && second == "trực" && deputy_list.contains(a.core)) tighten(i, Join::body);
      if ((a.core == "tịch" || a.core == "tướng") &&
          head_list.contains(tokens_[i - 1].core + ' ' + a.core + ' ' + b.core + ' ' + second)) {
        tighten(i, Join::body);
      }
    }
    if (a.core == "trưởng" && b.core == "bộ") tighten(i, Join::body);  // «Thứ trưởng | Bộ Công an»
    constexpr Words end_list{"chương", "hiệu", "thưởng"};
    if (!end_list.contains(a.core) || !award_list.contains(tokens_[i - 1].core + ' ' + a.core)) return;
    tighten(i, a.core == "chương" ? Join::kind : Join::neighbours);
  }

  /// «lần | thứ Hai», «Kỳ họp | thứ Sáu», but no day of the week
  bool takes_ordinal(std::size_t i) const {
    if (tokens_[i].core == "lần") return true;
    return i > 0 && joins_[i - 1] == Join::compound && is_numbered(tokens_[i - 1].core + ' ' + tokens_[i].core);
  }

  /// Where the words on both sides of a dash are one name.
  void join_double_name(std::size_t dash) {
    constexpr std::size_t longest = 2;
    for (std::size_t before = 1; before <= longest && before <= dash; ++before) {
      std::string name;
      for (std::size_t i = dash - before; i < dash; ++i) name += tokens_[i].core + ' ';
      for (std::size_t i = dash + 1; i <= dash + longest && i < tokens_.size(); ++i) {
        name += tokens_[i].core;
        if (double_name_list.contains(name)) return tighten(dash, Join::post);
        name += ' ';
      }
    }
  }

  const std::vector<Token>& tokens_;
  std::vector<Join>& joins_;
};

void join_bodies(const std::vector<Token>& tokens, std::vector<Join>& out) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (!touches(tokens[i], tokens[i + 1]) || !is_level(tokens[i + 1].core) || !is_body_end(tokens[i].core)) continue;
    const bool whole = tokens[i].shape == Shape::caps || (i > 0 && out[i - 1] == Join::compound);
    if (whole) out[i] = std::max(out[i], Join::body);
  }
}

/// «U23 Việt Nam», «ASEAN Cup», «SEA Games»
void join_abbreviations(const std::vector<Token>& tokens, std::vector<Join>& out) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const Token& next = tokens[i + 1];
    if (tokens[i].shape != Shape::caps || next.shape != Shape::capital || !touches(tokens[i], next)) continue;
    if (is_unit_abbreviation(tokens[i].core)) continue;
    const bool vietnamese = is_syllable(code_points(next.core)) || has_marks(code_points(next.core));
    out[i] = std::max(out[i], has_digit(tokens[i]) || !vietnamese ? Join::name : Join::neighbours);
  }
}

}  // namespace

void join_set_phrases(const std::vector<Token>& tokens, std::vector<Join>& joins) {
  join_bodies(tokens, joins);
  join_abbreviations(tokens, joins);
  const Phrases phrases(tokens, joins);
}

}  // namespace lobby::text
