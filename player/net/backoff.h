#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

/// When to ask again. Pure; any thread.
namespace lobby::net {

/// How often one source is asked and what has come of it so far.
struct Attempts {
  std::chrono::seconds interval{600};  ///< Between polls while all is well; under one second counts as one.
  int failures = 0;                    ///< In a row, up to now; zero after a success.
  std::optional<std::chrono::seconds> retry_after = std::nullopt;  ///< What the last answer asked for.
  bool operator==(const Attempts&) const = default;
};

/// The time from the end of the last attempt to the start of the next.
/// * After a success: the interval and up to a tenth more, so that many boards that were switched on together
///   drift apart instead of asking the portal in one breath.
/// * After failure n: 15 s · 2^(n-1) within a quarter up or down («jittered exponential backoff»), never beyond
///   the interval or 15 minutes, whichever is longer. The first retries come sooner than the next poll would:
///   most failures are a cable, a reboot of the router, or a portal in maintenance.
/// * Retry-After is obeyed, up to a day, and never undercut.
/// The same seed gives the same delay.
std::chrono::milliseconds next_delay(const Attempts& attempts, std::uint64_t seed);

}  // namespace lobby::net
