#include "net/backoff.h"

#include <algorithm>

namespace lobby::net {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds first_retry = std::chrono::seconds(15);
constexpr seconds least_ceiling = std::chrono::minutes(15);
constexpr seconds longest_obeyed = std::chrono::hours(24);

/// A number in [0, 1) from a seed: the finaliser of SplitMix64 (Steele, Lea, Flood: «Fast splittable pseudorandom
/// number generators», 2014), which is the same on every platform, unlike the distributions of <random>.
double unit(std::uint64_t seed) {
  seed += 0x9e3779b97f4a7c15U;
  seed = (seed ^ (seed >> 30U)) * 0xbf58476d1ce4e5b9U;
  seed = (seed ^ (seed >> 27U)) * 0x94d049bb133111ebU;
  seed ^= seed >> 31U;
  return static_cast<double>(seed >> 11U) * 0x1.0p-53;
}

milliseconds scaled(milliseconds delay, double factor) {
  return milliseconds(static_cast<milliseconds::rep>(static_cast<double>(delay.count()) * factor));
}

seconds doubled(seconds delay, int times, seconds ceiling) {
  for (; times > 0 && delay < ceiling; --times) delay *= 2;
  return std::min(delay, ceiling);
}

}  // namespace

milliseconds next_delay(const Attempts& attempts, std::uint64_t seed) {
  const seconds interval = std::max(attempts.interval, seconds(1));
  const double chance = unit(seed);
  milliseconds delay = scaled(interval, 1.0 + 0.1 * chance);
  if (attempts.failures > 0) {
    const seconds ceiling = std::max(interval, least_ceiling);
    const seconds first = std::min(first_retry, interval);
    delay = scaled(doubled(first, attempts.failures - 1, ceiling), 0.75 + 0.5 * chance);
    delay = std::min<milliseconds>(delay, ceiling);
  }
  if (!attempts.retry_after) return delay;
  const seconds asked = std::clamp(*attempts.retry_after, seconds(0), longest_obeyed);
  return std::max(delay, scaled(asked, 1.0 + 0.1 * chance));
}

}  // namespace lobby::net
