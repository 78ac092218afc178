#include "app/screen_ways.h"

#include <gmock/gmock.h>

#include "../kiosk/made_tree.h"
#include "../kiosk/monitor.h"
#include "../kiosk/television.h"

namespace lobby::app {
namespace {

using config::Switch;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ScreenWaysTest : public testing::Test {
 protected:
  /// As the config says it.
  FoundWays named(Switch way) { return ways.find({.ways = {way}, .named = true}, false); }
  /// The reason why the one way that is named is not there; empty where nothing is wrong with it.
  std::string missing(Switch way) {
    const auto found = named(way);
    return found.missing.empty() ? "" : found.missing.front().why;
  }
  FoundWays dimmed_by(const std::set<Switch>& some) { return ways.find({.ways = some}, true); }
  void plug_in(const std::string& status) const {
    tree.put("sys/class/drm/card0-HDMI-A-1/status", status);
    tree.put("sys/class/drm/card0-HDMI-A-1/modes", "");
  }

  kiosk::MadeTree tree;
  kiosk::Television television;
  kiosk::Monitor monitor;
  ScreenWays ways{
      {.sys = tree.root() / "sys",
       .dev = tree.root() / "dev",
       .call = [this](int, unsigned long request, void* data) { return television.call(request, data); },
       .line = [this](const auto&, auto message, std::size_t length) { return monitor.exchange(message, length); }}};
};

TEST_F(ScreenWaysTest, WhatTheConfigDoesNotNameMayBeMissing) {
  const auto found = ways.find({}, false);
  EXPECT_THAT(found.switches, IsEmpty());
  EXPECT_THAT(found.missing, IsEmpty());
  EXPECT_THAT(found.hints, IsEmpty());
}

TEST_F(ScreenWaysTest, ATelevisionIsMissingWithoutAnAdapter) {
  EXPECT_THAT(missing(Switch::cec), HasSubstr("there is no /dev/cec*"));
  tree.put("dev/cec0", "");
  EXPECT_EQ(missing(Switch::cec), "");
  EXPECT_EQ(named(Switch::cec).switches.size(), 1U);
}

TEST_F(ScreenWaysTest, ATelevisionIsMissingWhereNoAdapterSeesTheDisplay) {
  tree.put("dev/cec0", "");
  television.physical = CEC_PHYS_ADDR_INVALID;
  television.is_heard_asleep = false;
  plug_in("disconnected");
  EXPECT_EQ(missing(Switch::cec), "") << "it may come";
  plug_in("connected");
  EXPECT_THAT(missing(Switch::cec), HasSubstr("no /dev/cec* sees the display"));
}

TEST_F(ScreenWaysTest, AnAdapterThatCannotBeOpenedIsAFailureOnlyWhereItIsNamed) {
  std::filesystem::create_directories(tree.root() / "dev/cec0");
  EXPECT_THAT(missing(Switch::cec), HasSubstr("cec0: Is a directory"));
  const auto guessed = ways.find({}, false);
  EXPECT_THAT(guessed.missing, IsEmpty());
  EXPECT_THAT(guessed.hints, ElementsAre(HasSubstr("cec0: Is a directory")));
}

TEST_F(ScreenWaysTest, AMonitorIsMissingWhereNoLinesLeadToTheDisplay) {
  EXPECT_EQ(missing(Switch::ddc), "") << "none is connected";
  plug_in("connected");
  EXPECT_THAT(missing(Switch::ddc), HasSubstr("names no lines"));
  tree.link("sys/class/drm/card0-HDMI-A-1/ddc", "../../i2c-2");
  EXPECT_EQ(missing(Switch::ddc), "");
  EXPECT_EQ(named(Switch::ddc).switches.size(), 1U);
}

TEST_F(ScreenWaysTest, AMonitorThatShowsNoSignOfItselfIsWoken) {
  plug_in("disconnected");
  tree.link("sys/class/drm/card0-HDMI-A-1/ddc", "../../i2c-2");
  const auto found = named(Switch::ddc);
  ASSERT_EQ(found.switches.size(), 1U);
  EXPECT_TRUE(found.switches.front()->apply(kiosk::Power::on));
  EXPECT_EQ(monitor.power, 1);
}

TEST_F(ScreenWaysTest, APanelIsMissingWithoutALight) {
  EXPECT_THAT(missing(Switch::backlight), HasSubstr("there is no light"));
  tree.put("sys/class/backlight/panel/bl_power", "0");
  EXPECT_EQ(missing(Switch::backlight), "");
}

TEST_F(ScreenWaysTest, OneThatIsMissingFailsWithTheReason) {
  const auto switches = ways.switches({.ways = {Switch::cec}, .named = true}, false);
  ASSERT_EQ(switches.size(), 1U);
  EXPECT_EQ(switches.front()->name(), "HDMI-CEC");
  const auto asked = switches.front()->apply(kiosk::Power::off);
  ASSERT_FALSE(asked);
  EXPECT_THAT(asked.error().message, HasSubstr("there is no /dev/cec*"));
}

TEST_F(ScreenWaysTest, BrightnessThatNothingCanChangeIsAHint) {
  EXPECT_THAT(dimmed_by({Switch::backlight}).hints, ElementsAre(HasSubstr("'screen.brightness' changes nothing")));
  EXPECT_THAT(dimmed_by({Switch::ddc}).hints, IsEmpty()) << "a monitor may come";
  plug_in("connected");
  EXPECT_THAT(dimmed_by({Switch::ddc}).hints, ElementsAre(HasSubstr("'screen.brightness' changes nothing")));
  tree.put("sys/class/backlight/panel/bl_power", "0");
  EXPECT_THAT(dimmed_by({Switch::backlight}).hints, IsEmpty());
  EXPECT_THAT(dimmed_by({Switch::dpms}).hints, ElementsAre(HasSubstr("'screen.brightness' changes nothing")));
}

}  // namespace
}  // namespace lobby::app
