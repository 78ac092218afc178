#include "kiosk/supply.h"

#include <gtest/gtest.h>
#include <poll.h>

#include "made_tree.h"

namespace lobby::kiosk {
namespace {

/// That its change wakes whoever polls it is the kernel's part, and takes its sensor.
class SupplyTest : public testing::Test {
 protected:
  void say(const std::string& alarm) const { tree.put("class/hwmon/hwmon1/in0_lcrit_alarm", alarm); }
  void have_sensor() const {
    tree.put("class/hwmon/hwmon0/name", "cpu_thermal\n");
    tree.put("class/hwmon/hwmon1/name", "rpi_volt\n");
    say("0\n");
  }
  MadeTree tree;
  SupplyEar ear;
};

TEST_F(SupplyTest, ABoardWithoutASensorIsNotListenedTo) {
  tree.put("class/hwmon/hwmon0/name", "cpu_thermal\n");
  ear.look(tree.root());
  EXPECT_EQ(ear.descriptor(), -1);
  EXPECT_FALSE(ear.heard());
}

TEST_F(SupplyTest, ASensorThatComesLateIsFound) {
  ear.look(tree.root());
  have_sensor();
  ear.look(tree.root());
  EXPECT_GE(ear.descriptor(), 0);
  say("1\n");
  EXPECT_TRUE(ear.heard());
  say("0\n");
  EXPECT_FALSE(ear.heard());
}

TEST_F(SupplyTest, ADipThatWasOverBeforeAnybodyReadItIsHeard) {
  have_sensor();
  ear.look(tree.root());
  EXPECT_TRUE(ear.heard()) << "it was well, something was told, and it is well";
}

TEST_F(SupplyTest, WhatHasNotChangedWakesNobody) {
  have_sensor();
  ear.look(tree.root());
  pollfd watched{ear.descriptor(), POLLPRI, 0};
  EXPECT_EQ(poll(&watched, 1, 10), 0);
}

TEST_F(SupplyTest, ASensorThatCannotBeReadAnyMoreIsLetGo) {
  have_sensor();
  ear.look(tree.root());
  say("");
  EXPECT_FALSE(ear.heard());
  EXPECT_EQ(ear.descriptor(), -1);
}

}  // namespace
}  // namespace lobby::kiosk
