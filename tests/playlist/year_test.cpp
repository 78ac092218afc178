#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/format.h"
#include "calendar/dates.h"
#include "lobby_year.h"
#include "playlist/show.h"

namespace lobby::playlist {
namespace {

using namespace std::chrono;
using lobby::year::Hanging;

std::vector<calendar::Anniversary> calendar_named(const std::string& name) {
  const auto file = std::filesystem::path(LOBBY_SOURCE_DIR) / "deploy" / "calendars" / (name + ".yaml");
  std::stringstream yaml;
  yaml << std::ifstream(file).rdbuf();
  const auto checked = config::parse_calendar(yaml.str(), file.string());
  for (const auto& finding : checked.findings) ADD_FAILURE() << to_string(finding);
  return checked.value.value_or(std::vector<calendar::Anniversary>());
}

content::Snapshot snapshot_of_every_calendar() {
  config::Calendars calendars;
  for (const char* name : {"state", "public-security", "army", "public-life"}) calendars[name] = calendar_named(name);
  const auto checked =
      config::parse_config("calendars: [state, public-security, army, public-life]", "config.yaml", calendars);
  content::Snapshot snapshot;
  snapshot.config = std::make_shared<const config::Config>(checked.value.value_or(config::Config()));
  return snapshot;
}

std::vector<std::string> banners_at(const content::Snapshot& snapshot, WallTime time) {
  std::vector<std::string> banners;
  for (const auto& slide : build_show(snapshot, {time, true}).slides) {
    if (slide.kind() == "anniversary") banners.push_back(slide.title());
  }
  return banners;
}

class Year : public testing::TestWithParam<std::pair<std::chrono::year, std::vector<Hanging>>> {};

TEST_P(Year, ShowsEveryBannerOnItsDaysAndOnNoOther) {
  const auto& [year, table] = GetParam();
  const auto snapshot = snapshot_of_every_calendar();
  const TimeZone& zone = snapshot.config->screen.timezone;
  int days_of_the_year = 0;
  for (sys_days day = year / January / 1; day < sys_days((year + years(1)) / January / 1); day += days(1)) {
    ++days_of_the_year;
    const auto expected = lobby::year::banners_of(table, Date(day));
    for (const LocalTime& time :
         {LocalTime{Date(day)}, LocalTime{Date(day), 12h}, LocalTime{Date(day), 23h, 59min, 59s}}) {
      ASSERT_EQ(banners_at(snapshot, zone.wall(time)), expected) << calendar::in_figures(time.date);
    }
  }
  EXPECT_EQ(days_of_the_year, year.is_leap() ? 366 : 365);
}

INSTANTIATE_TEST_SUITE_P(OfTheLobby, Year,
                         testing::Values(std::pair(2025y, lobby::year::year_2025),
                                         std::pair(2028y, lobby::year::year_2028)),
                         [](const auto& parameters) { return format("{}", static_cast<int>(parameters.param.first)); });

}  // namespace
}  // namespace lobby::playlist
