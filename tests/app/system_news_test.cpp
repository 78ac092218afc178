#include "app/system_news.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <ctime>

namespace lobby::app {
namespace {

/// Signals are blocked for good, so each case is a process of its own; it ends with 0 where it went as it should.
enum Verdict { as_it_should = 0, woken_for_nothing, not_woken, misunderstood, not_allowed };

bool is_readable(int descriptor) {
  pollfd waits{descriptor, POLLIN, 0};
  return poll(&waits, 1, 0) == 1;
}

Verdict hear_a(int signal) {
  SystemNews news;
  if (is_readable(news.descriptor())) return woken_for_nothing;
  kill(getpid(), signal);
  if (!is_readable(news.descriptor())) return not_woken;
  if (news.hear() != SystemNews::Wish::stop) return misunderstood;
  if (is_readable(news.descriptor())) return woken_for_nothing;
  return news.hear() == SystemNews::Wish::stop ? as_it_should : misunderstood;
}

/// To the time that it has.
bool set_the_clock() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return clock_settime(CLOCK_REALTIME, &now) == 0;
}

Verdict hear_of_the_clock() {
  SystemNews news;
  for (int times = 0; times < 2; ++times) {
    if (!set_the_clock()) return not_allowed;
    if (!is_readable(news.descriptor())) return not_woken;
    if (news.hear() != SystemNews::Wish::play) return misunderstood;
    if (is_readable(news.descriptor())) return woken_for_nothing;
  }
  return as_it_should;
}

TEST(SystemNewsDeathTest, TakesEachSignalThatEndsAProgramForARequestToStop) {
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
    EXPECT_EXIT(_exit(hear_a(signal)), testing::ExitedWithCode(as_it_should), "") << signal;
  }
}

/// All that runs on a machine sees it when its clock is set, so that must be asked for.
TEST(SystemNewsDeathTest, WakesEachTimeTheClockIsSet) {
  if (std::getenv("LOBBY_SET_CLOCK") == nullptr) GTEST_SKIP() << "LOBBY_SET_CLOCK=yes sets the clock of this machine";
  EXPECT_EXIT(_exit(hear_of_the_clock()), testing::ExitedWithCode(as_it_should), "");
}

}  // namespace
}  // namespace lobby::app
