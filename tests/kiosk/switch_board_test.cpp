#include "kiosk/switch_board.h"

#include <gtest/gtest.h>

namespace lobby::kiosk {
namespace {

using namespace std::chrono_literals;

/// A screen that obeys, or does not.
struct Obedience {
  bool obeys = true;
  bool is_slow = false;  ///< It says what it said before, for a while.
  bool is_far = false;   ///< Somebody else has to hear it.
  std::optional<Power> power = std::nullopt;
  int asked = 0;
  int brightness = -1;
};

class ObedientSwitch final : public ScreenSwitch {
 public:
  explicit ObedientSwitch(Obedience& screen) : screen_(screen) {}
  std::string name() const override { return "a screen"; }
  Result<void> apply(Power power) override {
    ++screen_.asked;
    if (!screen_.obeys) return fail(ErrorKind::unavailable, "it does not answer");
    if (!screen_.is_slow) screen_.power = power;
    return {};
  }
  bool needs_a_listener() const override { return screen_.is_far; }
  std::optional<Power> read_back() override { return screen_.power; }
  Result<void> dim(int percent) override {
    screen_.brightness = percent;
    return {};
  }

 private:
  Obedience& screen_;
};

class SwitchBoardTest : public testing::Test {
 protected:
  Obedience screen;
  SwitchBoard board{[this] {
    ScreenSwitches all;
    all.push_back(std::make_unique<ObedientSwitch>(screen));
    return all;
  }};
  SteadyTime now = SteadyTime(1h);
};

TEST_F(SwitchBoardTest, WhereNobodySaysNothingIsAsked) {
  EXPECT_FALSE(board.look(now));
  EXPECT_EQ(board.due(), SteadyTime::max());
  EXPECT_EQ(screen.asked, 0);
}

TEST_F(SwitchBoardTest, ADisplayThatComesIsAskedAtOnceWhereItIsToBeOn) {
  board.wish({Power::on}, now);
  board.look(now);
  board.greet(now + 5s);
  EXPECT_EQ(board.due(), now + 5s);
  board.look(now + 5s);
  EXPECT_EQ(screen.asked, 2);
  board.wish({Power::off}, now + 6s);
  board.look(now + 6s);
  board.greet(now + 7s);
  EXPECT_GT(board.due(), now + 7s) << "somebody switched it on, and looks at it";
}

TEST_F(SwitchBoardTest, AWishIsAppliedOnceAndAgainAfterTenMinutes) {
  board.wish({Power::off}, now);
  EXPECT_TRUE(board.look(now));
  EXPECT_EQ(board.states(), (std::vector<SwitchState>{{"a screen", Power::off}}));
  board.wish({Power::off}, now + 1min);
  EXPECT_FALSE(board.look(now + 9min));
  EXPECT_EQ(screen.asked, 1);
  screen.power = Power::on;  // Somebody has used the remote control.
  EXPECT_FALSE(board.look(now + 10min)) << "it is as it was said to be";
  EXPECT_EQ(screen.power, Power::off);
  EXPECT_EQ(screen.asked, 2);
}

TEST_F(SwitchBoardTest, WhatFailedIsTriedAgainEverLater) {
  screen.obeys = false;
  board.wish({Power::on}, now);
  EXPECT_TRUE(board.look(now));
  EXPECT_EQ(board.states().front().trouble, "it does not answer");
  EXPECT_EQ(board.due(), now + 15s);
  board.look(now + 15s);
  EXPECT_EQ(board.due(), now + 45s);
  screen.obeys = true;
  EXPECT_TRUE(board.look(now + 45s));
  EXPECT_EQ(board.states().front().trouble, "");
  EXPECT_EQ(board.due(), now + 45s + 10min);
}

TEST_F(SwitchBoardTest, ATelevisionMayTakeItsTime) {
  screen = {.is_slow = true, .power = Power::on};
  board.wish({Power::off}, now);
  EXPECT_FALSE(board.look(now)) << "nothing is known yet";
  EXPECT_EQ(board.states().front().trouble, "");
  EXPECT_EQ(board.due(), now + 8s);
  screen.power = Power::off;
  EXPECT_TRUE(board.look(now + 8s));
  EXPECT_EQ(board.states(), (std::vector<SwitchState>{{"a screen", Power::off}}));
  EXPECT_EQ(board.due(), now + 8s + 10min);
  EXPECT_EQ(screen.asked, 1);
}

TEST_F(SwitchBoardTest, OneThatSaysTheContraryHasFailedAndIsToldAgain) {
  screen = {.is_slow = true, .power = Power::on};
  board.wish({Power::off}, now);
  board.look(now);
  EXPECT_TRUE(board.look(now + 8s));
  EXPECT_EQ(board.states().front().trouble, "it says that it is on");
  EXPECT_EQ(board.due(), now + 23s);
  EXPECT_FALSE(board.look(now + 23s));
  EXPECT_EQ(screen.asked, 2);
  EXPECT_EQ(board.states().front().trouble, "it says that it is on") << "until it is known to be otherwise";
  EXPECT_FALSE(board.look(now + 31s)) << "that is no news";
  EXPECT_EQ(board.due(), now + 61s);
  screen.is_slow = false;
  EXPECT_TRUE(board.look(now + 61s));
  EXPECT_EQ(board.states(), (std::vector<SwitchState>{{"a screen", Power::off}}));
}

TEST_F(SwitchBoardTest, OneThatHasDisobeyedHasItsTimeForAnotherWish) {
  screen = {.is_slow = true, .power = Power::on};
  board.wish({Power::off}, now);
  board.look(now);
  EXPECT_TRUE(board.look(now + 8s));
  screen.power = Power::off;  // Late, but then.
  board.wish({Power::on}, now + 10s);
  EXPECT_FALSE(board.look(now + 10s));
  EXPECT_EQ(board.states().front().trouble, "");
  screen.power = Power::on;
  EXPECT_TRUE(board.look(now + 18s));
  EXPECT_EQ(board.states(), (std::vector<SwitchState>{{"a screen", Power::on}}));
}

TEST_F(SwitchBoardTest, OneThatHasNeverAnsweredIsNoFailureWhereNobodyNamedIt) {
  screen = {.obeys = false, .is_far = true};
  board.wish({.power = Power::off, .by_guess = true}, now);
  EXPECT_TRUE(board.look(now));
  EXPECT_EQ(board.states(), (std::vector<SwitchState>{{.name = "a screen", .silence = "it does not answer"}}));
  EXPECT_EQ(board.due(), now + 10min) << "and is no reason for haste";
  EXPECT_FALSE(board.look(now + 10min)) << "nor for another word in the log";
  board.wish({.power = Power::on, .by_guess = true}, now + 11min);
  EXPECT_FALSE(board.look(now + 11min));
}

TEST_F(SwitchBoardTest, OneThatHasAnsweredOnceFailsWhenItIsSilent) {
  screen.is_far = true;
  board.wish({.power = Power::off, .by_guess = true}, now);
  board.look(now);
  screen = {.obeys = false, .is_far = true};
  EXPECT_TRUE(board.look(now + 10min));
  EXPECT_EQ(board.states().front().trouble, "it does not answer");
  EXPECT_EQ(board.due(), now + 10min + 15s);
}

TEST_F(SwitchBoardTest, OneThatIsNamedFailsWhenItIsSilent) {
  screen = {.obeys = false, .is_far = true};
  board.wish({.power = Power::off, .by_guess = true}, now);
  board.look(now);
  board.wish({Power::off}, now + 1s);
  EXPECT_TRUE(board.look(now + 1s)) << "another config";
  EXPECT_EQ(board.states(), (std::vector<SwitchState>{{.name = "a screen", .trouble = "it does not answer"}}));
}

TEST_F(SwitchBoardTest, WhatIsOfThisBoardFailsWhoeverNamedIt) {
  screen.obeys = false;
  board.wish({.power = Power::off, .by_guess = true}, now);
  EXPECT_TRUE(board.look(now));
  EXPECT_EQ(board.states().front().trouble, "it does not answer");
}

TEST_F(SwitchBoardTest, AnotherWishWaitsForNothing) {
  board.wish({Power::off}, now);
  board.look(now);
  board.wish({Power::on, 40}, now + 1s);
  board.look(now + 1s);
  EXPECT_EQ(screen.power, Power::on);
  EXPECT_EQ(screen.brightness, 40);
}

TEST_F(SwitchBoardTest, BrightnessAloneLeavesThePowerAlone) {
  board.wish({.brightness = 70}, now);
  board.look(now);
  EXPECT_EQ(screen.asked, 0);
  EXPECT_EQ(screen.brightness, 70);
}

TEST_F(SwitchBoardTest, WhereNobodySaysAnyMoreNothingIsAskedAnyMore) {
  board.wish({Power::off}, now);
  board.look(now);
  board.wish({}, now + 1s);
  EXPECT_TRUE(board.look(now + 1s));
  EXPECT_TRUE(board.states().empty());
  EXPECT_EQ(board.due(), SteadyTime::max());
  EXPECT_EQ(screen.asked, 1);
}

}  // namespace
}  // namespace lobby::kiosk
