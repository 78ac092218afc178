#include "store/write_budget.h"

#include <gtest/gtest.h>

namespace lobby::store {
namespace {

using namespace std::chrono_literals;

constexpr WallTime noon{1721800800s};

TEST(WriteBudget, HoldsABurstAndThenADebtUntilItHasRefilled) {
  WriteBudget budget;
  EXPECT_TRUE(budget.open(noon));
  budget.spend(WriteBudget::burst - 1);
  EXPECT_TRUE(budget.open(noon));
  budget.spend(WriteBudget::per_day / 24 + 1);
  EXPECT_FALSE(budget.open(noon));
  EXPECT_FALSE(budget.open(noon + 59min));
  EXPECT_TRUE(budget.open(noon + 61min));
}

TEST(WriteBudget, NeverHoldsMoreThanABurst) {
  WriteBudget budget;
  EXPECT_TRUE(budget.open(noon));
  EXPECT_TRUE(budget.open(noon + 24h * 3650));
  budget.spend(WriteBudget::burst);
  EXPECT_FALSE(budget.open(noon + 24h * 3650));
}

TEST(WriteBudget, MayHaveALargerBurst) {
  WriteBudget budget(10 * WriteBudget::burst);
  EXPECT_TRUE(budget.open(noon));
  budget.spend(9 * WriteBudget::burst);
  EXPECT_TRUE(budget.open(noon));
  budget.spend(2 * WriteBudget::burst);
  EXPECT_FALSE(budget.open(noon));
}

TEST(WriteBudget, IsNotRefilledByAClockThatIsSetBack) {
  WriteBudget budget;
  EXPECT_TRUE(budget.open(noon));
  budget.spend(WriteBudget::burst);
  EXPECT_FALSE(budget.open(WallTime(0s)));
  EXPECT_TRUE(budget.open(WallTime(24h)));
}

}  // namespace
}  // namespace lobby::store
