#include "text/set_phrases.h"

#include <algorithm>
#include <cstddef>
#include <string>

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
    const bool committee = i + 2 < tokens_.size() && (tokens_[i + 2].core == "ủy" || tokens_[i + 2].core == "uỷ");
    if (a.core == "thư" && committee && joins_[i + 1] == Join::compound) tighten(i, Join::body);  // «Bí thư | Tỉnh ủy»
    if (b.shape == Shape::caps && is_unit_abbreviation(b.core) && is_place_kind(a.core)) tighten(i, Join::neighbours);
    if (a.shape == Shape::caps && is_unit_abbreviation(a.core) && joins_[i + 1] == Join::kind) {
      tighten(i, Join::neighbours);  // «THPT | chuyên Hùng Vương»
    }
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

}  // namespace

void join_set_phrases(const std::vector<Token>& tokens, std::vector<Join>& joins) {
  join_bodies(tokens, joins);
  const Phrases phrases(tokens, joins);
}

}  // namespace lobby::text
