#pragma once

#include <string>
#include <vector>

#include "calendar/anniversary.h"

namespace lobby::calendar {

/// Anniversaries that hang on one banner: one, or several of the same tone.
struct Banner {
  std::vector<Occurrence> occurrences;  ///< By date; never empty.
  /// «Chào mừng kỷ niệm 78 năm Ngày … (12/7/1946 - 12/7/2024) và 62 năm Ngày … (20/7/1962 - 20/7/2024)»; of three or
  /// more the last two are joined with «và», the others with a comma. Where no years are counted «Ngày … (20/11/2026)».
  std::string sentence() const;
  /// «Chào mừng kỷ niệm», without counted years «Chào mừng»; «Kỷ niệm» for a tradition or a memorial, «Tưởng niệm» in
  /// mourning.
  std::string greeting() const;
  /// What stands large over a celebration of a round year: «Nhiệt liệt chào mừng kỷ niệm»; else the greeting.
  std::string warm_greeting() const;
  bool operator==(const Banner&) const = default;
};

/// The banners that hang on `today`, in order of date; days of different tones never share one.
/// Days of one tone that hang on the same day share a banner, whoever set their windows; each leaves it when its own
/// window ends. Two days with the default window (−10 … +3) whose windows overlap hang until the later day + 5. This
/// reaches no further: where a overlaps b and b overlaps c, a hangs until b + 5 and not until c + 5. A day hangs on one
/// banner at most. A lunar feast without counted years hangs alone.
/// A day of mourning hangs alone, and while it does no celebration and no tradition hangs.
std::vector<Banner> banners_on(Date today, const std::vector<Anniversary>& anniversaries);

}  // namespace lobby::calendar
