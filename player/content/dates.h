#pragma once

#include <optional>
#include <string_view>

#include "base/clock.h"

namespace lobby::content {

/// The moment that a document means, whatever the words around it. Nothing where there is no possible date.
///  * RFC 822 and what feeds make of it: any case, names in full, single digits, two-digit years, all zone names;
///  * ISO 8601 / RFC 3339, basic form, weeks and days of the year included; `Date.toString()` of Java and C; US month
///    names first; seconds or milliseconds since 1970, alone or in ASP.NET's «/Date(…)/»;
///  * Vietnamese: «24/07/2024», «Thứ Tư, 24-7-2024 | 08:15», «15h04 24.07.2024», «ngày 24 tháng 7 năm 2024, 8:15 CH»,
///    «24 Tháng Bảy, 2024», «24/07/24».
/// A time without a zone is Việt Nam's (UTC+7), a date without a time is midnight there. Slashes mean day/month unless
/// that is impossible. Only the first 160 bytes are looked at. Pure; any thread.
std::optional<WallTime> parse_date(std::string_view text);

}  // namespace lobby::content
