#include "base/clock_evidence.h"

#include <sys/timex.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "base/format.h"

namespace lobby {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::years;

std::string written(WallTime time) { return format("{:%Y-%m-%d %H:%M:%S} UTC", time); }

WallTime by_the_word(const ToldTime& told, SteadyTime steady) {
  return told.time + std::chrono::floor<seconds>(steady - told.at);
}

bool agrees(WallTime wall, WallTime told) {
  constexpr minutes tolerance(10);
  return told - tolerance <= wall && wall <= told + tolerance;
}

std::string contradicts(WallTime wall, SteadyTime steady, const std::vector<ToldTime>& told) {
  std::vector<WallTime> others;
  for (const ToldTime& word : told) {
    if (const WallTime time = by_the_word(word, steady); !agrees(wall, time)) others.push_back(time);
  }
  if (2 * others.size() <= told.size()) return {};
  std::ranges::sort(others);
  return format("the clock says {}, a server whose certificate is good {}", written(wall),
                written(others[others.size() / 2]));
}

}  // namespace

std::string doubt_about(WallTime wall, SteadyTime steady, const ClockEvidence& evidence) {
  constexpr minutes correction(5);
  if (wall < evidence.released) return format("the clock says {}, which is before this release", written(wall));
  if (evidence.synchronised) return {};
  if (!evidence.told.empty()) return contradicts(wall, steady, evidence.told);
  if (!evidence.runs_while_off) {
    return "this machine's clock stops without power, and no time service or https source has set it right yet";
  }
  if (evidence.seen && wall < *evidence.seen - correction) {
    return format("the clock says {}, but it was {} before", written(wall), written(*evidence.seen));
  }
  const WallTime latest = std::max(evidence.released + seconds(years(5)),
                                   evidence.seen ? *evidence.seen + seconds(years(2)) : WallTime::min());
  if (wall > latest)
    return format("the clock says {}, and nothing confirms that so much time has passed", written(wall));
  return {};
}

bool clock_is_synchronised() {
  timex state{};
  const int answer = adjtimex(&state);
  if (answer >= 0 && answer != TIME_ERROR && (state.status & STA_UNSYNC) == 0) return true;
  return access("/run/systemd/timesync/synchronized", F_OK) == 0;
}

bool clock_runs_while_off(WallTime released) {
  // Only boards are described by a device tree; in a hardened service it is seen here and not in /proc.
  if (access("/sys/firmware/devicetree/base", F_OK) != 0) return true;
  std::ifstream file("/sys/class/rtc/rtc0/since_epoch");
  std::int64_t since_epoch = 0;
  return file >> since_epoch && WallTime(seconds(since_epoch)) >= released;
}

}  // namespace lobby
