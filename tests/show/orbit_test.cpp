#include "show/orbit.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "picture/png.h"
#include "show/compose.h"
#include "stage/offset.h"

namespace lobby::show {
namespace {

using namespace std::chrono;

/// The steps after which an orbit begins anew: to every place but one, and back.
constexpr int period_of(int radius) { return 2 * ((2 * radius + 1) * (2 * radius + 1) - 1); }

TEST(Orbit, BeginsInItsPlaceAndStaysThereWithoutARadius) {
  EXPECT_EQ(orbit(0, 4), (stage::Offset{0, 0}));
  for (int step = 0; step < 10; ++step) EXPECT_EQ(orbit(step, 0), (stage::Offset{0, 0}));
}

TEST(Orbit, GoesToEveryPlaceByStepsOfOnePixel) {
  std::set<std::pair<int, int>> places;
  for (int step = 0; step < period_of(4); ++step) {
    const auto here = orbit(step, 4);
    const auto next = orbit(step + 1, 4);
    EXPECT_EQ(std::abs(here.right - next.right) + std::abs(here.down - next.down), 1) << step;
    EXPECT_LE(std::max(std::abs(here.right), std::abs(here.down)), 4);
    places.emplace(here.right, here.down);
  }
  EXPECT_EQ(places.size(), 81U);
  EXPECT_EQ(orbit(period_of(4), 4), orbit(0, 4));
}

/// Of each pixel of the strip, for how many minutes on end it was lit by text at most, at a step a minute. Two periods
/// hold the longest stretch of any number of them: what is lit from one step of a period to the same of the next is
/// lit for ever, and has more minutes here than the limit.
std::vector<int> longest_lit(const Canvas& canvas, const Rect& area, int radius) {
  constexpr unsigned lit = 140;  // Of green: text and accent, not the strip's ground.
  std::vector<int> longest(static_cast<std::size_t>(area.width * area.height));
  std::vector<int> now(longest.size());
  for (int minute = 0; minute < 2 * period_of(radius); ++minute) {
    const auto offset = orbit(minute, radius);
    for (int y = 0; y < area.height; ++y) {
      const auto* row = canvas.row(stage::row_at(area.y + y, offset, canvas.size().height));
      for (int x = 0; x < area.width; ++x) {
        const int source = std::clamp(area.x + x - offset.right, 0, canvas.size().width - 1);
        const auto index = static_cast<std::size_t>(y * area.width + x);
        now[index] = (row[source] >> 8U & 0xFFU) > lit ? now[index] + 1 : 0;
        longest[index] = std::max(longest[index], now[index]);
      }
    }
  }
  return longest;
}

/// As a picture in the build tree: black for never, white for the limit and beyond.
void keep_heat_map(const std::vector<int>& longest, const Rect& area, int limit) {
  Canvas map({area.width, area.height});
  for (int y = 0; y < area.height; ++y) {
    for (int x = 0; x < area.width; ++x) {
      const int minutes = longest[static_cast<std::size_t>(y * area.width + x)];
      const auto heat = static_cast<std::uint8_t>(std::min(255, minutes * 255 / limit));
      map.row(y)[x] = pack({heat, heat, heat});
    }
  }
  ASSERT_TRUE(picture::write_png(map, LOBBY_BUILD_DIR "/heat-map-of-the-strip.png"));
}

TEST(Orbit, InAWeekNoPixelIsLitByTheStripForLongerThanFiveHours) {
  const theme::Dress dress = theme::load_dress(LOBBY_SOURCE_DIR, "hq").value();
  scene::Surroundings surroundings;
  surroundings.organisation = "Văn phòng Ủy ban nhân dân tỉnh";
  surroundings.now = TimeZone().local(sys_days(2027y / July / 24) + 1h);
  const playlist::Slide standby{"standby", playlist::StandbySlide{}};
  const Frame frame = paint_frame(compose(standby, dress, surroundings, {1920, 1080}), dress, {});
  // The worst case: a clock that says the same all week, and nothing but this slide.
  constexpr int limit = 300;
  const auto longest = longest_lit(frame.canvas, frame.strip_area, config::PanelCare().orbit);
  keep_heat_map(longest, frame.strip_area, limit);
  EXPECT_LE(std::ranges::max(longest), limit);
}

}  // namespace
}  // namespace lobby::show
