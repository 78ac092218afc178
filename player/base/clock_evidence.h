#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"

namespace lobby {

/// The time that somebody else told, and when they did.
struct ToldTime {
  WallTime time;
  SteadyTime at;
};

/// What speaks for and against a machine's clock.
struct ClockEvidence {
  WallTime released;                  ///< Of this release: no true time is earlier.
  std::optional<WallTime> seen = {};  ///< The latest time that was confirmed, also before a restart.
  std::vector<ToldTime> told = {};    ///< By servers whose certificates were verified, one word for each.
  bool synchronised = false;          ///< A time service keeps the clock right.
  bool runs_while_off = true;         ///< A battery or a host keeps the clock going without power.
};

/// Why the wall time read at `steady` cannot be believed, in one sentence for an operator; empty where it can. Pure.
///  * A time before this release is wrong, whatever else is known.
///  * A synchronised clock is right.
///  * Servers decide for a clock that is not: it is believed while no more of them contradict it than agree, ten
///    minutes either way. Where they are divided equally, the clock that one of them confirms is the better witness.
///  * Without any word a clock must run while the machine is off, must not be earlier than what was seen before (but
///  for
///    a correction of five minutes), and not later than two years after that, or five after this release. Within these
///    bounds nothing on a machine without network tells a wrong future from a true one: a time that was only plausible
///    is not remembered, or one slip would outlaw the truth after it.
std::string doubt_about(WallTime wall, SteadyTime steady, const ClockEvidence& evidence);

/// Whether a time service keeps the clock right, by the word of the kernel (adjtimex, STA_UNSYNC) or, where a service's
/// hardening forbids to ask it, of systemd-timesyncd. A system call or two.
bool clock_is_synchronised();

/// Whether this machine's clock goes on without power: it has a real-time clock that was set, or is no board. Boards
/// without one start where they stopped, and are wrong by as long as the plug was out. Reads sysfs.
bool clock_runs_while_off(WallTime released);

}  // namespace lobby
