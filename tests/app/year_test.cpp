#include <gmock/gmock.h>

#include <cstdlib>

#include "../playlist/lobby_year.h"
#include "../world/workplace.h"
#include "base/format.h"

namespace lobby::app {
namespace {

using namespace std::chrono;

class Year : public Workplace {};

/// LOBBY_YEAR asks for all 366 days instead of one in 24.
days step() { return days(std::getenv("LOBBY_YEAR") != nullptr ? 1 : 24); }

TEST_F(Year, Of2028HasOnItsSnapshotsEveryBannerOnItsDaysAndOnNoOther) {
  configure("calendars: [state, public-security, army, public-life]\n");
  for (sys_days day = 2028y / January / 1; day <= sys_days(2028y / December / 31); day += step()) {
    const year_month_day date(day);
    const auto at =
        format("2028-{:02}-{:02}T08:00:00", static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    const auto expected = year::banners_of(year::year_2028, date);
    const Json index = snapshot({"--offline"}, at);
    ASSERT_EQ(titles_of(index, "anniversary"), expected) << at;
    ASSERT_EQ(kinds_of(index), expected.empty() ? std::vector<std::string>{"standby"}
                                                : std::vector<std::string>(expected.size(), "anniversary"))
        << at;
  }
}

}  // namespace
}  // namespace lobby::app
