#pragma once

#include "text/token.h"

// What a token with figures in it says. Pure; any thread.
namespace lobby::text {

bool is_number(const Token& t);
/// «XIII», «V», «III/2025»
bool is_roman(const Token& t);
/// «24/07/2024», «16-6-1967», «15.4.1974»
bool is_date(const Token& t);
bool is_digits(const Token& t);
/// «2024»: what follows a year is seldom counted by it.
bool is_year(const Token& t);
/// «52/59»: so many of so many, and no day of a year.
bool is_share(const Token& t);
/// «12/12»: all of them, where a unit follows; else a day.
bool is_whole(const Token& t);
/// «5-7», «100–200»: from so many to so many, where a unit follows; else whatever it may be.
bool is_span(const Token& t);
/// «57-NQ/TW», «72/2025/QH15»
bool is_code(const Token& t);
bool has_digit(const Token& t);

}  // namespace lobby::text
