#include "text/peoples.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "text/word_list.h"

namespace lobby::text {
namespace {

/// After these a capital is always the name of a people, a land or a faith.
constexpr Words kind_list{"bà con", "chữ", "cộng đồng", "dân tộc", "gốc", "người", "tiếng", "đồng bào"};
/// «Lào» is a land first.
constexpr Words people_list{
    "ba na",  "bahnar",     "bana",       "bh'noong", "bru",      "bru vân kiều", "brâu",    "bố y",    "cao lan",
    "chu ru", "churu",      "chăm",       "chơ ro",   "chơ-ro",   "chứt",         "co",      "cor",     "cơ ho",
    "cơ lao", "cơ tu",      "cơho",       "cơtu",     "cống",     "dao",          "gia rai", "gia-rai", "giarai",
    "giáy",   "gié triêng", "giẻ triêng", "h'mông",   "h'rê",     "hmông",        "hoa",     "hrê",     "hà nhì",
    "j'rai",  "jrai",       "k'ho",       "ka tu",    "kh'mer",   "khmer",        "kháng",   "khơ me",  "khơ mú",
    "khơ-me", "khơ-mú",     "kinh",       "kor",      "la chí",   "la ha",        "la hủ",   "lô lô",   "lự",
    "m'nông", "mnông",      "mông",       "mường",    "mạ",       "mảng",         "ngái",    "nùng",    "pa cô",
    "pa ko",  "pa kô",      "phù lá",     "pu péo",   "pà thẻn",  "ra glai",      "ra-glai", "raglai",  "raglay",
    "rơ măm", "s'tiêng",    "si la",      "stiêng",   "sán chay", "sán chỉ",      "sán dìu", "thái",    "thổ",
    "tà ôi",  "tày",        "vân kiều",   "x'tiêng",  "xinh mun", "xtiêng",       "xê đăng", "xơ đăng", "xơ-đăng",
    "ê đê",   "ê-đê",       "êđê",        "ơ đu"};

/// Whether the word that ends at `i` says that a name of a people follows.
bool is_kind(const std::vector<Token>& tokens, const std::vector<Join>& joins, std::size_t i) {
  if (i == 0 || joins[i - 1] != Join::compound) return kind_list.contains(tokens[i].core);
  // Most questions end at the last syllable, before a string is made.
  constexpr Words end_list{"bào", "con", "tộc", "đồng"};
  return end_list.contains(tokens[i].core) && kind_list.contains(tokens[i - 1].core + ' ' + tokens[i].core);
}

bool is_people(const std::vector<Token>& tokens, std::size_t first) {
  const Token& token = tokens[first];
  if (people_list.contains(token.core)) return true;
  if (first + 1 == tokens.size() || tokens[first + 1].shape != Shape::capital) return false;
  return touches(token, tokens[first + 1]) && people_list.contains(token.core + ' ' + tokens[first + 1].core);
}

}  // namespace

void join_peoples(const std::vector<Token>& tokens, std::vector<Join>& joins) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const bool name = tokens[i + 1].shape == Shape::capital && touches(tokens[i], tokens[i + 1]);
    if (!name) continue;
    if (is_kind(tokens, joins, i)) {
      joins[i] = std::max(joins[i], Join::kind);
    } else if (is_people(tokens, i + 1)) {
      joins[i] = std::max(joins[i], Join::neighbours);
    }
  }
}

}  // namespace lobby::text
