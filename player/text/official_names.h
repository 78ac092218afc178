#pragma once

#include <vector>

#include "text/joins.h"
#include "text/token.h"

// Names of bodies and terms of office that are made of several words: «Công an | nhân dân», «Mặt trận | Tổ quốc». Each
// word stays whole, and the name is broken only where a line would otherwise be bad. Pure; any thread.
namespace lobby::text {

/// Ties the words of official names to one another, as a body to its level. Linear time.
void join_official_names(const std::vector<Token>& tokens, std::vector<Join>& joins);

}  // namespace lobby::text
