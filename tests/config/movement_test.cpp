#include "config/movement.h"

#include <gtest/gtest.h>

#include "faults.h"

namespace lobby::config {
namespace {

using namespace std::chrono;

Movement movement_of(std::string_view yaml) { return parse_config(yaml, "c.yaml").value.value_or(Config()).movement; }

TEST(Movement, FadesUnlessTheConfigSaysOtherwise) {
  const Movement expected{Transition::fade, 800ms, false, 0, {}};
  EXPECT_EQ(movement_of("theme: hq"), expected);
}

TEST(Movement, ReadsEveryKey) {
  const Movement expected{
      Transition::slide, 1200ms, true, 4, {{"photo", Transition::dip}, {"notice", Transition::none}}};
  EXPECT_EQ(
      movement_of(
          "movement: {transition: slide, duration: 1.2s, calm: true, drift: 4, slides: {photo: dip, notice: none}}"),
      expected);
}

TEST(Movement, SaysWhatAValueMustBe) {
  const Fault faults[] = {
      {"movement: {transition: zoom}",
       "c.yaml:1:24: error: 'transition' must be one of fade, slide, wipe, dip, none, not 'zoom'"},
      {"movement: {slides: {foto: dip}}", "c.yaml:1:21: warning: unknown key 'foto'"},
      {"movement: {drift: 11}", "c.yaml:1:19: error: 'drift' must be a whole number from 0 to 10, not '11'"},
      {"movement: fade", "c.yaml:1:11: error: 'movement' must be a map, not 'fade'"},
      {"movement: {duration: 10s}",
       "c.yaml:1:22: error: 'duration' must be a duration from 200ms to 3s, such as 300ms or 2.5s, not '10s'"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

TEST(PanelCare, WandersBySixPixelsUnlessTheConfigSaysOtherwise) {
  EXPECT_EQ(parse_config("theme: hq", "c.yaml").value.value_or(Config()).panel_care.orbit, 6);
  EXPECT_EQ(parse_config("panel_care: {orbit: 0}", "c.yaml").value.value_or(Config()).panel_care.orbit, 0);
  EXPECT_EQ(config_findings("panel_care: {orbit: 40}"),
            "c.yaml:1:21: error: 'orbit' must be a whole number from 0 to 16, not '40'");
}

TEST(PanelCare, ChangesTheSideOfTheStripEveryFourHoursUnlessTheConfigSaysOtherwise) {
  const auto care_of = [](std::string_view yaml) {
    return parse_config(yaml, "c.yaml").value.value_or(Config()).panel_care;
  };
  EXPECT_EQ(care_of("theme: hq"), (PanelCare{6, StripPlace::alternate, 4h}));
  EXPECT_EQ(care_of("panel_care: {strip: top, static_limit: 90m}"), (PanelCare{6, StripPlace::top, 90min}));
  EXPECT_EQ(config_findings("panel_care: {strip: left}"),
            "c.yaml:1:21: error: 'strip' must be one of bottom, top, alternate, not 'left'");
  EXPECT_EQ(
      config_findings("panel_care: {static_limit: 1m}"),
      "c.yaml:1:28: error: 'static_limit' must be a duration from 10m to 7d, such as 30s, 10m, 1h or 7d, not '1m'");
}

TEST(Movement, ASlideMayArriveInItsOwnWayAndCalmKeepsEverythingInItsPlace) {
  Movement movement{Transition::slide, 800ms, false, 0, {{"photo", Transition::dip}}};
  EXPECT_EQ(movement.towards("headline"), Transition::slide);
  EXPECT_EQ(movement.towards("photo"), Transition::dip);
  movement.calm = true;
  EXPECT_EQ(movement.towards("headline"), Transition::fade);
  EXPECT_EQ(movement.towards("photo"), Transition::dip);
}

}  // namespace
}  // namespace lobby::config
