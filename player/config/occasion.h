#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/local_time.h"
#include "calendar/anniversary.h"

// When something is due, as an operator writes it: «when: {hours: "07:00-11:30", weekdays: mon-fri}». Plain data and
// pure functions; any thread.
namespace lobby::config {

/// A part of the day, from `from` until before `until`. Where `until` is the earlier one it is that of the next day.
struct Hours {
  std::chrono::minutes from{};
  std::chrono::minutes until{};  ///< At most 24:00; never equal to `from`.
  bool passes_midnight() const { return until < from; }
  bool operator==(const Hours&) const = default;
};

/// Days of certain years, both ends included.
struct DateRange {
  Date first;
  Date last;
  bool operator==(const DateRange&) const = default;
};

/// Days of every year, both ends included; across New Year where `last` is the earlier one. 29/2 is 28/2 in common
/// years, too.
struct YearlyRange {
  std::chrono::month_day first;
  std::chrono::month_day last;
  bool operator==(const YearlyRange&) const = default;
};

/// Days of every lunar year, as above. Day 30 of a month of 29 days is the 29th. A leap month follows the month whose
/// number it repeats: a range across both holds in it, one that begins or ends in the month itself does not.
struct LunarRange {
  calendar::LunarDay first;
  calendar::LunarDay last;
  bool operator==(const LunarRange&) const = default;
};

enum class KindOfDay {
  holidays,  ///< calendar::is_public_holiday
  workdays,  ///< Monday to Friday without those.
};

/// A kind of day, or the name of an observance: «Tết Trung thu».
using DayMark = std::variant<KindOfDay, std::string>;

/// A moment at which something is due: each list that is not empty has an entry that fits, and none of `unless` holds.
/// Where the hours pass midnight, what comes after it belongs to the day before, as the night of Friday does.
struct Occasion {
  std::vector<Hours> hours = {};
  std::vector<std::chrono::weekday> weekdays = {};
  std::vector<std::variant<DateRange, YearlyRange>> dates = {};
  std::vector<LunarRange> lunar = {};
  std::vector<DayMark> days = {};
  std::vector<Occasion> unless = {};  ///< «not»

  bool always() const { return *this == Occasion(); }
  bool operator==(const Occasion&) const = default;
};

/// Whether `now` is such a moment.
bool holds(const Occasion& occasion, const LocalTime& now);

/// The next moment after `from` at which `holds` gives another answer; nothing where that is more than `horizon` away.
/// It costs an answer for each edge of hours and each midnight in between.
std::optional<LocalTime> changes_at(const Occasion& occasion, const LocalTime& from,
                                    std::chrono::days horizon = std::chrono::days(400));

}  // namespace lobby::config
