#include "host/priority.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <thread>

namespace lobby::host {
namespace {

TEST(Priority, OnlyTheThreadThatAsksStandsBehind) {
  const int before = getpriority(PRIO_PROCESS, 0);
  int there = before;
  std::thread([&there] {
    stand_behind_the_show();
    there = getpriority(PRIO_PROCESS, 0);
  }).join();
  EXPECT_GT(there, before);
  EXPECT_EQ(getpriority(PRIO_PROCESS, 0), before);
}

/// One that was started behind others stays behind them; only root could come forward.
TEST(Priority, NobodyComesForward) {
  int there = 0;
  std::thread([&there] {
    constexpr int last = 19;
    setpriority(PRIO_PROCESS, 0, last);
    stand_behind_the_show();
    there = getpriority(PRIO_PROCESS, 0);
  }).join();
  EXPECT_EQ(there, 19);
}

}  // namespace
}  // namespace lobby::host
