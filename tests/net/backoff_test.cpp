#include "net/backoff.h"

#include <gtest/gtest.h>

#include <set>

namespace lobby::net {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

struct Case {
  const char* when;
  Attempts attempts;
  milliseconds least;
  milliseconds most;
};

const Case cases[] = {
    {"all is well: the interval and up to a tenth", {.interval = 600s}, 600s, 660s},
    {"the first failure: about 15 s", {.interval = 600s, .failures = 1}, 11250ms, 18750ms},
    {"the second doubles", {.interval = 600s, .failures = 2}, 22500ms, 37500ms},
    {"the sixth is 8 minutes", {.interval = 600s, .failures = 6}, 360s, 600s},
    {"a long outage: at most 15 minutes", {.interval = 600s, .failures = 40}, 675s, 900s},
    {"a slow source is retried up to its own interval", {.interval = 3600s, .failures = 1000000}, 2700s, 3600s},
    {"a fast source is not retried faster than it polls", {.interval = 5s, .failures = 1}, 3750ms, 6250ms},
    {"Retry-After is never undercut", {600s, 1, 300s}, 300s, 330s},
    {"Retry-After does not shorten a delay", {600s, 40, 1s}, 675s, 900s},
    {"Retry-After holds after a success too", {60s, 0, 600s}, 600s, 660s},
    {"Retry-After is obeyed up to a day", {600s, 1, 10000000s}, 86400s, 95040s},
    {"a negative Retry-After is none", {600s, 1, -5s}, 11250ms, 18750ms},
    {"an interval of nothing counts as a second", {.interval = 0s}, 1000ms, 1100ms},
};

TEST(NextDelay, StaysInItsRangeForEverySeed) {
  for (const Case& c : cases) {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
      const milliseconds delay = next_delay(c.attempts, seed);
      EXPECT_GE(delay, c.least) << c.when << ", seed " << seed;
      EXPECT_LE(delay, c.most) << c.when << ", seed " << seed;
    }
  }
}

TEST(NextDelay, IsTheSameForTheSameSeed) {
  EXPECT_EQ(next_delay({.interval = 600s}, 7), next_delay({.interval = 600s}, 7));
  EXPECT_EQ(next_delay({.interval = 600s}, 7), 623389ms);
}

TEST(NextDelay, SpreadsNeighbouringSeeds) {
  std::set<milliseconds> delays;
  for (std::uint64_t seed = 0; seed < 100; ++seed) delays.insert(next_delay({.interval = 600s}, seed));
  EXPECT_GT(delays.size(), 95U);
  EXPECT_LT(*delays.begin(), 606s);
  EXPECT_GT(*delays.rbegin(), 654s);
}

}  // namespace
}  // namespace lobby::net
