#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/local_time.h"

// Days that are kept every year, and on which dates that is. Plain data and pure functions; any thread.
namespace lobby::calendar {

/// How a day is kept: it decides the wording and the look.
enum class Tone {
  celebration,  ///< «Chào mừng kỷ niệm»: a day for everyone to be glad of.
  tradition,    ///< «Kỷ niệm»: a day of history, or of one force or trade; honoured, not cheered.
  memorial,     ///< «Kỷ niệm»: the dead and wounded are remembered.
  mourning      ///< «Tưởng niệm»: nothing festive hangs while it does.
};

/// The days around the day itself on which its banner hangs, both included; shorter than a year in all.
struct Window {
  int days_before = 10;
  int days_after = 3;
  bool operator==(const Window&) const = default;
};

/// A day of the lunar calendar, 10/3. It is never kept in a leap month; day 30 of a month of 29 days is kept on the
/// 29th.
struct LunarDay {
  int day = 1;    ///< 1 to 30
  int month = 1;  ///< 1 to 12
  bool operator==(const LunarDay&) const = default;
};

/// A day of every year that goes back to no date, perhaps to a year: that of the lunar calendar for a lunar day.
struct YearlyDay {
  std::variant<std::chrono::month_day, LunarDay> day;
  std::optional<int> since = std::nullopt;
  bool operator==(const YearlyDay&) const = default;
};

/// A day kept every year.
struct Anniversary {
  std::string name;                   ///< «Ngày truyền thống lực lượng An ninh nhân dân»
  std::variant<Date, YearlyDay> day;  ///< The date it goes back to, 1946-07-12, or the day alone.
  Tone tone = Tone::celebration;
  std::optional<Window> window = std::nullopt;  ///< Nothing: the default window, and joint banners apply.
  std::string motto = {};                       ///< «Uống nước nhớ nguồn»; may be empty.
  int countdown = 0;                            ///< So many days before the day its countdown begins; 0: it has none.
  bool operator==(const Anniversary&) const = default;
};

/// One anniversary in one year.
struct Occurrence {
  Anniversary anniversary;
  Date date;  ///< The day in the year that the window belongs to; 29/2 falls on 28/2 in common years.
  std::optional<int> years = std::nullopt;  ///< Since the anniversary's first year, at least 1; nothing: not counted.

  /// «12/7/1946 - 12/7/2024», unpadded as on banners; «1789 - 2026» since a year. Where no years are counted the date,
  /// «20/11/2026», of a lunar day after its lunar date: «Mùng 10 tháng Ba, năm Bính Ngọ - 26/4/2026».
  std::string range(std::string_view dash = "-") const;
  /// Năm tròn: the years end in 0 (Nghị định 145/2013/NĐ-CP, Điều 3).
  bool round_year() const { return years && *years % 10 == 0; }
  /// Năm lẻ 5: the years end in 5 (ibidem).
  bool half_round_year() const { return years && *years % 10 == 5; }
  bool operator==(const Occurrence&) const = default;
};

/// Every occurrence whose window or countdown can reach into `year`, by date; those of one day in the order of
/// `anniversaries`. None is of a year before the first anniversary.
std::vector<Occurrence> occurrences_around(std::chrono::year year, const std::vector<Anniversary>& anniversaries);

/// The window of its own, else the default one of its tone; mourning is kept on the day alone.
Window window_of(const Anniversary& anniversary);

/// Whether a day of mourning is kept on `today`: nothing festive is shown then.
bool mourned(Date today, const std::vector<Anniversary>& anniversaries);

}  // namespace lobby::calendar
