#pragma once

#include <vector>

#include "text/joins.h"
#include "text/token.h"
#include "text/words.h"

// What holds numbers, dates and ranges together. Pure; any thread.
namespace lobby::text {

/// Raises the prices of breaks inside dates, ranges, telephone numbers and between a number and its label or its unit.
/// `after` has a price a token. Linear time.
void price_numbers(const std::vector<Token>& tokens, const std::vector<Join>& joins, std::vector<Penalty>& after);

}  // namespace lobby::text
