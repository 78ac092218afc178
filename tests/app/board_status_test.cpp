#include "app/board_status.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

namespace lobby::app {
namespace {

using namespace std::chrono;
using testing::HasSubstr;
using testing::Not;

BoardStatus status() {
  BoardStatus one;
  one.at = sys_days(2026y / November / 26) + 1h;
  one.uptime = 90s;
  one.frames = 12;
  one.last_present_age = 1500ms;
  one.screen = {"KMSDRM, opengles2 renderer", "HDMI-A-1", {1920, 1080}, 60, "off on purpose", ""};
  one.switches = {{"CEC on /dev/cec0", kiosk::Power::off}};
  one.clock_believed = true;
  one.sources = {{"Tin tức", one.at - 60s, 0, ""}, {"Ảnh", std::nullopt, 3, "the host does not answer"}};
  one.health.boot_id = "one";
  one.health.temperature = 51.5;
  one.health.under_voltage_seen = true;
  one.health.disk_free = 1U << 30U;
  one.news = {"refused: lobby-player.yaml:3:5: error: …", "taken back: 0.2.0-1",
              "in memory: its partition could not be mounted"};
  return one;
}

TEST(BoardStatus, IsOneObject) {
  const auto json = nlohmann::json::parse(status_json(status()));
  EXPECT_EQ(json["at"], "2026-11-26T08:00:00+07:00");
  EXPECT_EQ(json["last_present_age_s"], 1.5);
  EXPECT_EQ(json["display"]["power"], "off on purpose");
  EXPECT_EQ(json["display"]["size"], (nlohmann::json{1920, 1080}));
  EXPECT_EQ(json["display"]["switches"][0]["says"], "off");
  EXPECT_EQ(json["sources"][0]["age_s"], 60);
  EXPECT_EQ(json["sources"][1]["age_s"], nullptr);
  EXPECT_EQ(json["sources"][1]["last_error"], "the host does not answer");
  EXPECT_EQ(json["health"]["temperature_c"], 51.5);
  EXPECT_EQ(json["health"]["under_voltage"], nullptr);
  EXPECT_EQ(json["health"]["under_voltage_since_boot"], true);
  EXPECT_THAT(json["health"]["complaints"].dump(), HasSubstr("voltage"));
  EXPECT_EQ(json["cache_bytes"], nullptr);
  EXPECT_EQ(json["enrolment"], "refused: lobby-player.yaml:3:5: error: …");
  EXPECT_EQ(json["update"], "taken back: 0.2.0-1");
  EXPECT_EQ(json["content"], "in memory: its partition could not be mounted");
}

TEST(BoardStatus, WhatABoardIsNotToldIsNull) {
  BoardStatus quiet = status();
  quiet.health.under_voltage_seen = false;
  EXPECT_EQ(nlohmann::json::parse(status_json(quiet))["health"]["under_voltage_since_boot"], nullptr);
  EXPECT_THAT(status_metrics(quiet), Not(HasSubstr("under_voltage")));
  quiet.health.under_voltage = false;
  EXPECT_EQ(nlohmann::json::parse(status_json(quiet))["health"]["under_voltage_since_boot"], false);
}

TEST(BoardStatus, IsJsonWhateverATitleHolds) {
  BoardStatus odd = status();
  odd.screen.title = "\xFF\"\n";
  EXPECT_TRUE(nlohmann::json::accept(status_json(odd)));
}

TEST(BoardStatus, ItsNumbersAreMetrics) {
  const auto text = status_metrics(status());
  EXPECT_THAT(text, HasSubstr("lobby_player_screen_off_on_purpose 1\n"));
  EXPECT_THAT(text, HasSubstr("lobby_player_screen_on 0\n"));
  EXPECT_THAT(text, HasSubstr("lobby_player_sources_failing 1\n"));
  EXPECT_THAT(text, HasSubstr("lobby_player_temperature_celsius 51.5\n"));
  EXPECT_THAT(text, HasSubstr("lobby_player_under_voltage_since_boot 1\n"));
  EXPECT_THAT(text, HasSubstr("lobby_player_enrolment_refused 1\n"));
  EXPECT_THAT(text, HasSubstr("lobby_player_update_taken_back 1\n"));
  EXPECT_THAT(text, HasSubstr("lobby_player_content_in_memory 1\n"));
  EXPECT_THAT(text, Not(HasSubstr("cache_bytes")));
}

}  // namespace
}  // namespace lobby::app
