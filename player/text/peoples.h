#pragma once

#include <vector>

#include "text/joins.h"
#include "text/token.h"

// The names of peoples and what stands before them: «đồng bào | Khmer», «người | Ê Đê», «phụ nữ | Mông». Pure; any
// thread.
namespace lobby::text {

/// Ties such a name to the word before it: to what says that a people's name follows as a place to its kind, to any
/// other word as neighbours. Names are those of the list of the fifty-four peoples (Quyết định 121-TCTK/PPCĐ of 2 March
/// 1979) and other spellings in use. Linear time.
void join_peoples(const std::vector<Token>& tokens, std::vector<Join>& joins);

}  // namespace lobby::text
