#include "store/write_budget.h"

#include <gtest/gtest.h>

namespace lobby::store {
namespace {

using namespace std::chrono_literals;

constexpr WallTime first_write{1721800800s};

TEST(WriteBudget, HoldsABurstAndThenADebtUntilItHasRefilled) {
  WriteBudget budget;
  EXPECT_TRUE(budget.open(first_write));
  budget.spend(WriteBudget::burst - 1);
  EXPECT_TRUE(budget.open(first_write));
  budget.spend(WriteBudget::per_day / 24 + 1);
  EXPECT_FALSE(budget.open(first_write));
  EXPECT_FALSE(budget.open(first_write + 59min));
  EXPECT_TRUE(budget.open(first_write + 61min));
}

TEST(WriteBudget, NeverHoldsMoreThanABurst) {
  WriteBudget budget;
  EXPECT_TRUE(budget.open(first_write));
  EXPECT_TRUE(budget.open(first_write + 24h * 3650));
  budget.spend(WriteBudget::burst);
  EXPECT_FALSE(budget.open(first_write + 24h * 3650));
}

TEST(WriteBudget, MayHaveALargerBurst) {
  WriteBudget budget(10 * WriteBudget::burst);
  EXPECT_TRUE(budget.open(first_write));
  budget.spend(9 * WriteBudget::burst);
  EXPECT_TRUE(budget.open(first_write));
  budget.spend(2 * WriteBudget::burst);
  EXPECT_FALSE(budget.open(first_write));
}

TEST(WriteBudget, IsNotRefilledByAClockThatIsSetBack) {
  WriteBudget budget;
  EXPECT_TRUE(budget.open(first_write));
  budget.spend(WriteBudget::burst);
  EXPECT_FALSE(budget.open(WallTime(0s)));
  EXPECT_TRUE(budget.open(WallTime(24h)));
}

}  // namespace
}  // namespace lobby::store
