#include "kiosk/connectors.h"

#include <gtest/gtest.h>

#include "base/format.h"
#include "made_tree.h"

namespace lobby::kiosk {
namespace {

using namespace std::string_view_literals;

TEST(Connectors, AreThoseOfAllCardsWithoutWhatLeadsToNoDisplay) {
  const MadeTree sys;
  sys.put("class/drm/card0/dev", "226:0\n");
  sys.put("class/drm/renderD128/dev", "226:128\n");
  sys.put("class/drm/card0-Writeback-1/status", "connected\n");
  sys.put("class/drm/card0-DSI-1/status", "disconnected\n");
  sys.put("class/drm/card1-HDMI-A-2/status", "disconnected\n");
  sys.put("class/drm/card1-HDMI-A-2/modes", "");
  sys.put("class/drm/card1-HDMI-A-1/status", "connected\n");
  sys.put("class/drm/card1-HDMI-A-1/modes", "1920x1080\n1920x1080\n1280x720\n");
  sys.put("class/drm/card1-HDMI-A-1/dpms", "On\n");
  sys.link("class/drm/card1-HDMI-A-1/ddc", "../../../i2c-2");
  const std::vector<Connector> expected{
      {0, "DSI-1"}, {1, "HDMI-A-1", true, {"1920x1080", "1920x1080", "1280x720"}, "On", "/dev/i2c-2"}, {1, "HDMI-A-2"}};
  EXPECT_EQ(connectors(sys.root()), expected);
}

/// SDL draws on the first of the kernel's.
TEST(Connectors, AreInTheOrderOfTheKernelWhereItSays) {
  const MadeTree sys;
  for (const auto& [name, id] :
       {std::pair("DP-1", "95\n"), std::pair("HDMI-A-1", "77\n"), std::pair("HDMI-A-2", "102\n")}) {
    sys.put(format("class/drm/card0-{}/status", name), "connected\n");
    sys.put(format("class/drm/card0-{}/connector_id", name), id);
  }
  const auto all = connectors(sys.root());
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].name, "HDMI-A-1");
  EXPECT_EQ(all[1].name, "DP-1");
  EXPECT_EQ(all[2].name, "HDMI-A-2");
}

TEST(Connectors, KnowWhetherADisplayHasSaidWhatItIs) {
  const MadeTree sys;
  sys.put("class/drm/card0-HDMI-A-1/status", "connected\n");
  sys.put("class/drm/card0-HDMI-A-1/edid", "");
  EXPECT_FALSE(connectors(sys.root()).at(0).has_edid);
  sys.put("class/drm/card0-HDMI-A-1/edid", std::string("\0\377\377", 3));
  EXPECT_TRUE(connectors(sys.root()).at(0).has_edid);
}

TEST(Connectors, AreNoneWhereTheKernelKnowsOfNone) { EXPECT_TRUE(connectors("/nowhere").empty()); }

TEST(Connectors, TheOneInUseIsConnectedAndHasModesIfAnyHas) {
  std::vector<Connector> all{{0, "DSI-1"}, {1, "HDMI-A-1", true, {}}, {1, "HDMI-A-2", true, {"1280x720"}}};
  ASSERT_NE(connector_in_use(all), nullptr);
  EXPECT_EQ(connector_in_use(all)->name, "HDMI-A-2");
  all[2].connected = false;
  ASSERT_NE(connector_in_use(all), nullptr);
  EXPECT_EQ(connector_in_use(all)->name, "HDMI-A-1") << "nobody has asked it yet";
  all[1].connected = false;
  EXPECT_EQ(connector_in_use(all), nullptr);
}

TEST(Connectors, AModeIsASize) {
  EXPECT_EQ(size_of_mode("1920x1080"), (Size{1920, 1080}));
  EXPECT_EQ(size_of_mode("1920x1080i"), (Size{1920, 1080}));
  for (const auto* odd : {"", "1920", "x1080", "1920x", "0x0", "1920x1080p"}) EXPECT_FALSE(size_of_mode(odd)) << odd;
}

TEST(HotplugEar, KnowsWhatIsAboutDisplays) {
  EXPECT_TRUE(is_about_displays("change@/devices/card0\0ACTION=change\0SUBSYSTEM=drm\0HOTPLUG=1\0"sv));
  EXPECT_TRUE(is_about_displays("change@/devices/card0\0SUBSYSTEM=drm"sv));
  EXPECT_FALSE(is_about_displays("add@/devices/drm\0SUBSYSTEM=drm_dp_aux_dev\0"sv));
  EXPECT_FALSE(is_about_displays("add@/x\0SUBSYSTEM=block\0"sv));
}

TEST(HotplugEar, HearsNothingWhereNothingHappens) {
  HotplugEar ear;
  EXPECT_FALSE(ear.heard());
}

}  // namespace
}  // namespace lobby::kiosk
