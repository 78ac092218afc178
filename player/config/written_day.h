#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

#include "base/local_time.h"
#include "calendar/anniversary.h"

// Days as people write them; nothing for what is none. Pure; any thread.
namespace lobby::config {

/// A number of `least` to `most` figures and nothing else.
std::optional<int> figures(std::string_view text, std::size_t least, std::size_t most);

/// The date that the figures of «12/7/1946» or «1946-07-12» name, which need not exist: whether it does, `ok` tells.
std::optional<Date> parse_written_date(std::string_view text);

/// The same where it exists.
std::optional<Date> parse_day(std::string_view text);

/// «1789»
std::optional<int> parse_year(std::string_view text);

/// «20/11»
std::optional<std::chrono::month_day> parse_month_day(std::string_view text);

/// «10/3» of the lunar calendar.
std::optional<calendar::LunarDay> parse_lunar_day(std::string_view text);

}  // namespace lobby::config
