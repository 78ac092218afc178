#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/local_time.h"

namespace lobby::calendar {

/// How a day is kept: it decides the wording and the look.
enum class Tone { celebration, memorial };

/// The days around the day itself on which its banner hangs, both included; shorter than a year in all.
struct Window {
  int days_before = 10;
  int days_after = 3;
  bool operator==(const Window&) const = default;
};

/// A day kept every year, in the solar calendar.
struct Anniversary {
  std::string name;  ///< «Ngày truyền thống lực lượng An ninh nhân dân»
  Date since;        ///< The day it goes back to: 1946-07-12.
  Tone tone = Tone::celebration;
  std::optional<Window> window = std::nullopt;  ///< Nothing: the default window, and joint banners apply.
  std::string motto = {};                       ///< «Uống nước nhớ nguồn»; may be empty.
  bool operator==(const Anniversary&) const = default;
};

/// One anniversary in one year.
struct Occurrence {
  Anniversary anniversary;
  Date date;      ///< The day in the year that the window belongs to; 29/2 falls on 28/2 in common years.
  int years = 0;  ///< date.year − since.year, at least 1.
  /// «12/7/1946 - 12/7/2024», unpadded as on banners.
  std::string range() const;
  bool round_year() const { return years % 10 == 0; }
  bool operator==(const Occurrence&) const = default;
};

/// Anniversaries that hang on one banner: one, or several of the same tone, each overlapping the next.
struct Banner {
  std::vector<Occurrence> occurrences;  ///< By date; never empty.
  /// «Chào mừng kỷ niệm 78 năm Ngày … (12/7/1946 - 12/7/2024) và 62 năm Ngày … (20/7/1962 - 20/7/2024)»; of three or
  /// more the last two are joined with «và», the others with a comma.
  std::string sentence() const;
  /// «Chào mừng kỷ niệm», or «Kỷ niệm» for a memorial.
  std::string greeting() const;
  bool operator==(const Banner&) const = default;
};

/// The banners that hang on `today`, in order of date; memorials and celebrations never share one.
/// A day with its own window hangs exactly then. Days with the default window (−10 … +3) whose windows overlap
/// share a banner from the day the later window opens until the later day + 5. This reaches no further: where a
/// overlaps b and b overlaps c, a hangs until b + 5 and not until c + 5. A day hangs on one banner at most.
std::vector<Banner> banners_on(Date today, const std::vector<Anniversary>& anniversaries);

}  // namespace lobby::calendar
