#include "kiosk/health.h"

#include <gmock/gmock.h>

#include "made_tree.h"

namespace lobby::kiosk {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class HealthTest : public testing::Test {
 protected:
  HealthTest() {
    tree.put("proc/sys/kernel/random/boot_id", "one\n");
    std::filesystem::create_directory(tree.root() / "run");
  }
  Health look(bool dipped = false) const {
    return health({tree.root() / "sys", tree.root() / "proc", tree.root(), tree.root() / "run"}, dipped);
  }
  MadeTree tree;
};

TEST_F(HealthTest, WhatABoardDoesNotTellIsAbsent) {
  const auto now = look();
  EXPECT_EQ(now.boot_id, "one");
  EXPECT_EQ(now.under_voltage, std::nullopt);
  EXPECT_EQ(now.temperature, std::nullopt);
  EXPECT_EQ(now.throttled, std::nullopt);
  EXPECT_THAT(now.cards, IsEmpty());
  EXPECT_EQ(now.read_only, false);
  EXPECT_GT(now.disk_size, 0U);
}

TEST_F(HealthTest, ADipThatSomebodyHeardIsUnderVoltage) {
  EXPECT_TRUE(look(true).under_voltage_seen);
  EXPECT_TRUE(look().under_voltage_seen);
}

TEST_F(HealthTest, UnderVoltageIsRememberedUntilTheNextBoot) {
  tree.put("sys/class/hwmon/hwmon0/name", "cpu_thermal\n");
  tree.put("sys/class/hwmon/hwmon1/name", "rpi_volt\n");
  tree.put("sys/class/hwmon/hwmon1/in0_lcrit_alarm", "0\n");
  EXPECT_EQ(look().under_voltage, false);
  EXPECT_FALSE(look().under_voltage_seen);
  tree.put("sys/class/hwmon/hwmon1/in0_lcrit_alarm", "1\n");
  EXPECT_EQ(look().under_voltage, true);
  tree.put("sys/class/hwmon/hwmon1/in0_lcrit_alarm", "0\n");
  EXPECT_EQ(look().under_voltage, false);
  EXPECT_TRUE(look().under_voltage_seen);
  EXPECT_THAT(complaints(look()), ElementsAre(HasSubstr("voltage was too low")));
  tree.put("proc/sys/kernel/random/boot_id", "two\n");
  EXPECT_FALSE(look().under_voltage_seen);
}

TEST_F(HealthTest, TheHottestPlaceCounts) {
  tree.put("sys/class/thermal/thermal_zone0/temp", "48312\n");
  tree.put("sys/class/thermal/thermal_zone1/temp", "81500\n");
  EXPECT_EQ(look().temperature, 81.5);
  EXPECT_THAT(complaints(look()), ElementsAre(HasSubstr("82 °C")));
}

TEST_F(HealthTest, ThrottlingIsToldByTheFirmwareOrByWhatCools) {
  tree.put("sys/class/thermal/cooling_device0/type", "cpufreq-cpu0\n");
  tree.put("sys/class/thermal/cooling_device0/cur_state", "2\n");
  EXPECT_EQ(look().throttled, true);
  tree.put("sys/devices/platform/soc/soc:firmware/get_throttled", "50000\n");
  EXPECT_EQ(look().throttled, false) << "it was, and is not any more";
  tree.put("sys/devices/platform/soc/soc:firmware/get_throttled", "50004\n");
  EXPECT_EQ(look().throttled, true);
}

TEST_F(HealthTest, TheFirmwareOfAPi5IsElsewhere) {
  for (const auto* place : {"soc@107c000000/soc@107c000000:firmware", "soc@107c000000:firmware"}) {
    const MadeTree board;
    board.put(std::string("sys/devices/platform/") + place + "/get_throttled", "4\n");
    board.put("sys/devices/platform/soc@107c000000/uevent", "");
    EXPECT_EQ(health({board.root() / "sys", board.root(), board.root(), {}}).throttled, true) << place;
  }
}

TEST_F(HealthTest, TheWearOfAChipIsReadInTenths) {
  tree.put("sys/block/mmcblk0/device/life_time", "0x02 0x0a\n");
  tree.put("sys/block/mmcblk0/device/pre_eol_info", "0x01\n");
  tree.put("sys/block/mmcblk1/size", "1\n");
  EXPECT_THAT(look().cards, ElementsAre(CardWear{"mmcblk0", 100, 1}));
  EXPECT_THAT(complaints(look()), ElementsAre(HasSubstr("mmcblk0 is nearly worn out")));
}

TEST(Complaints, NameTheRemedyForADiskThatIsFullOrReadOnly) {
  Health board;
  board.disk_size = 1U << 30U;
  board.disk_free = 10U << 20U;
  EXPECT_THAT(complaints(board), ElementsAre(HasSubstr("only 10 MiB")));
  board.read_only = true;
  EXPECT_THAT(complaints(board), ElementsAre(HasSubstr("read-only")));
  board.read_only = false;
  board.disk_free = 1U << 30U;
  EXPECT_THAT(complaints(board), IsEmpty());
}

}  // namespace
}  // namespace lobby::kiosk
