#pragma once

#include <vector>

#include "text/token.h"

// Which neighbours in a line are one word, one name, or a name with what it belongs to. Pure; any thread.
namespace lobby::text {

/// What ties a token to the next one, from loose to tight.
enum class Join {
  none,
  neighbours,  ///< Capitals in a long run, a name and what began the sentence: probably together
  body,        ///< «Công an | tỉnh»: a body and its level
  post,        ///< «Bí thư | Tỉnh ủy» before a person, «Thừa Thiên - | Huế»
  kind,        ///< «tỉnh | Ninh Bình»: what a place is and its name
  compound,    ///< «truyền | thống»
  name,        ///< «Ninh | Bình»
  title,       ///< «Thượng tá | Phạm Đức Vĩnh», «TP | Tam Điệp»
  person,      ///< «Phạm | Đức | Vĩnh»
};

/// One join a token; the last is `none`. Compounds are the cut of each clause into the fewest words, and among those
/// the one that leaves the fewest syllables over that are no words. Linear time.
std::vector<Join> joins(const std::vector<Token>& tokens);

/// True where the two are one word.
bool is_same_word(Join join);

}  // namespace lobby::text
