#include "show/ticker.h"

#include <gtest/gtest.h>

#include <map>

#include "film.h"
#include "host/version.h"

namespace lobby::show {
namespace {

using namespace std::chrono;

/// A show with a ticker.
class TickerFilm : public Film {
 protected:
  TickerFilm() {
    config.organisation = "Văn phòng Ủy ban nhân dân tỉnh";
    config.playlist = {{config::PlaylistKind::notices, 0}, {config::PlaylistKind::headlines, 0}};
    config.dwell.fixed = 3s;
    config.ticker = config::Ticker{{"Ẵ Ỵ giờ mở cửa: 7 giờ 30"}, 8, {}, 480};
  }

  static content::Headline headline(const std::string& title) {
    return {title, title, {}, {}, {}, morning - 5h, {}, "Tin tức"};
  }
  void publish(const std::vector<content::Headline>& headlines) { Film::publish(headlines, {}); }
  void begin(Size size = level, double rate = 25) { Film::begin(size, rate); }
  /// Turns the loop at the moments it asks for; whole milliseconds late, as on a real machine.
  void play(milliseconds time) {
    for (const auto end = clock.steady() + time; clock.steady() < end;) {
      const SteadyTime next = loop->turn(clock);
      clock.advance(std::clamp(ceil<milliseconds>(next - clock.steady()), milliseconds(0), milliseconds(1000)));
    }
  }
  /// The band as a reader sees it.
  Canvas band() const {
    const int rotate = (360 - config.screen.rotate) % 360;
    const Canvas seen = turned(screen->drawn, rotate);
    const auto look = scene::ticker_on(dress->theme, seen.size(), *dress->fonts);
    return part_of(seen, look->box);
  }
  bool has_band() const { return screen->overlay != nullptr; }
};

/// By how many pixels a band moved to the left; nothing where it is no such movement.
std::optional<int> shift(const Canvas& before, const Canvas& after, int most) {
  const int width = before.size().width;
  for (int by = 0; by <= most; ++by) {
    bool same = true;
    for (int y = 0; same && y < before.size().height; ++y) {
      same = std::equal(after.row(y), after.row(y) + width - by, before.row(y) + by);
    }
    if (same) return by;
  }
  return std::nullopt;
}

struct Film {
  const char* name;
  Size screen;
  int rotate;
  double rate;
  config::Transition transition;
};

class EvenTicker : public TickerFilm, public testing::WithParamInterface<Film> {};

TEST_P(EvenTicker, MovesBySoManyPixelsInEveryFrameOfAMinuteAlsoWhileSlidesChange) {
  config.screen.rotate = GetParam().rotate;
  config.movement.transition = GetParam().transition;
  publish({headline("Lúa hè thu được mùa"), headline("Khánh thành cầu Vân Giang"), headline("Hội xuân ở Nậm Mây")});
  begin(GetParam().screen, GetParam().rate);
  play(1s);
  ASSERT_TRUE(has_band());
  const int step = pixels_per_period(config.ticker->speed, GetParam().screen, GetParam().rate);
  Canvas before = band();
  int frames = 0;
  screen->on_frame = [&] {
    const Canvas after = band();
    const auto by = shift(before, after, 3 * step);
    // A slide that settles is shown within the frame of its turn.
    EXPECT_TRUE(by == step || (by == 0 && before == after)) << "frame " << frames << " moved by " << by.value_or(-1);
    if (by == step) ++frames;
    before = after;
  };
  const SteadyTime began = clock.steady();
  play(60s);
  // The ground of a slide is painted by a thread that knows nothing of this clock.
  constexpr int enough = 10;
  while (screen->crossings < enough && clock.steady() - began < 1h) play(10s);
  const double periods = duration<double>(clock.steady() - began).count() * GetParam().rate;
  EXPECT_NEAR(frames, periods, 0.02 * periods);
  EXPECT_GE(screen->crossings, enough);
}

INSTANTIATE_TEST_SUITE_P(Films, EvenTicker,
                         testing::Values(Film{"at_24", level, 0, 24, config::Transition::fade},
                                         Film{"at_25", level, 0, 25, config::Transition::slide},
                                         Film{"at_30", level, 0, 30, config::Transition::wipe},
                                         Film{"at_50", level, 0, 50, config::Transition::dip},
                                         Film{"at_60", level, 0, 60, config::Transition::fade},
                                         Film{"upright", upright, 0, 25, config::Transition::slide},
                                         Film{"turned_by_90", level, 90, 25, config::Transition::fade},
                                         Film{"turned_by_180", level, 180, 25, config::Transition::fade},
                                         Film{"turned_by_270", level, 270, 25, config::Transition::fade}),
                         [](const auto& film) { return std::string(film.param.name); });

TEST_F(TickerFilm, AWordThatLiesOnTwoTilesIsDrawnAsOne) {
  std::string word;
  for (int part = 0; part < 9; ++part) word += "ẴgỴởcửa";
  config.ticker->texts = {word};
  publish({headline("Lúa hè thu được mùa")});
  begin();
  play(3200ms);
  const auto look = scene::ticker_on(dress->theme, level, *dress->fonts);
  const int width = static_cast<int>(dress->fonts->width(look->setting, word));
  ASSERT_GT(width, 300);
  Canvas whole({level.width, look->box.height});
  for (int y = 0; y < whole.size().height; ++y) std::fill_n(whole.row(y), level.width, pack(look->ground));
  dress->fonts->draw(whole, look->setting, look->colour, word, 0, look->baseline);
  const Canvas seen = band();
  bool found = false;
  for (int x = 0; x + width < level.width && !found; ++x) {
    const Rect here{x, 0, width, look->box.height};
    found = part_of(seen, here) == part_of(whole, {0, 0, width, look->box.height});
  }
  EXPECT_TRUE(found);
}

TEST_F(TickerFilm, WithoutATickerAStillSlideAsksForNoFrames) {
  config.ticker.reset();
  config.dwell.fixed = 30s;
  publish({headline("Lúa hè thu được mùa")});
  begin();
  play(2s);
  int frames = 0;
  screen->on_frame = [&] { ++frames; };
  play(20s);
  EXPECT_EQ(frames, 0);
}

TEST_F(TickerFilm, WhereNoFontCanDrawWhatItSaysThereIsNoBandUntilItSaysMore) {
  config.ticker->texts = {"𓀀𓀁 𓀂"};
  publish({headline("𓂀𓂁")});
  begin();
  play(2s);
  EXPECT_FALSE(has_band());
  publish({headline("𓂀𓂁"), headline("Lúa hè thu được mùa")});
  play(8s);
  EXPECT_TRUE(has_band());
}

TEST_F(TickerFilm, AnUrgentNoticeHasTheWholeScreenAndTheTickerComesBackAfterIt) {
  publish({headline("Lúa hè thu được mùa"), headline("Khánh thành cầu Vân Giang")});
  begin();
  play(2s);
  EXPECT_TRUE(has_band());
  config.notices = {{"Sơ tán khỏi toà nhà", {}, std::nullopt, std::nullopt, true}};
  publish({headline("Lúa hè thu được mùa"), headline("Khánh thành cầu Vân Giang")});
  play(1s);
  EXPECT_EQ(loop->on_screen(), "Sơ tán khỏi toà nhà");
  EXPECT_FALSE(has_band());
  config.notices.clear();
  publish({headline("Lúa hè thu được mùa"), headline("Khánh thành cầu Vân Giang")});
  play(3s);
  EXPECT_TRUE(has_band());
}

TEST_F(TickerFilm, InMourningAndInCalmNothingRuns) {
  config.movement.calm = true;
  publish({headline("Lúa hè thu được mùa")});
  begin();
  play(5s);
  EXPECT_FALSE(has_band());
  config.movement.calm = false;
  publish({headline("Lúa hè thu được mùa")});
  play(5s);
  EXPECT_TRUE(has_band());
  config.mourning.emplace();
  publish({headline("Lúa hè thu được mùa")});
  play(5s);
  EXPECT_FALSE(has_band());
}

TEST_F(TickerFilm, AHeadlineThatWasTakenBackIsGoneAtOnceAndWhatIsBesideItRunsOn) {
  config.ticker->texts = {"Mở cửa"};
  publish({headline("Tin sai")});
  begin();
  play(4s);
  const Canvas before = band();
  const auto bright = [&](const Canvas& seen) {
    int count = 0;
    for (int y = 0; y < seen.size().height; ++y) {
      for (int x = 0; x < seen.size().width; ++x) count += (seen.row(y)[x] & 0xFFU) > 0xC0U ? 1 : 0;
    }
    return count;
  };
  publish({});
  play(100ms);
  EXPECT_LT(bright(band()), bright(before));
  EXPECT_GT(bright(band()), 0);
}

TEST_F(TickerFilm, TheBandHangsAboveWhereTheStripDoes) {
  config.panel_care.strip = config::StripPlace::top;
  publish({headline("Lúa hè thu được mùa")});
  begin();
  play(3s);
  ASSERT_TRUE(has_band());
  EXPECT_EQ(screen->overlay->area.y, 0);
}

TEST_F(TickerFilm, TheBandIsOnTheSideOfTheStripAlsoWhereTheStripCannotFollow) {
  std::erase_if(dress->theme.layouts["strip"].elements,
                [](const auto& element) { return std::holds_alternative<config::Fill>(element.what); });
  config.panel_care.strip = config::StripPlace::top;
  publish({headline("Tin một")});
  const playlist::Slide slide{"headline:1", playlist::HeadlineSlide{headline("Tin một")}};
  const auto composition = compose(slide, *dress, surroundings_of(*snapshots.get(), {morning}), level);
  EXPECT_FALSE(composition.strip_is_above) << "slides would shine through it";
  ASSERT_TRUE(composition.ticker);
  EXPECT_EQ(composition.ticker->box.y, 0);
}

TEST_F(TickerFilm, GoesOnInItsPlaceWhereTheScreenIsHungTheOtherWayUp) {
  publish({headline("Tin một"), headline("Tin hai")});
  begin();
  play(1s);
  config.screen.rotate = 180;
  publish({headline("Tin một"), headline("Tin hai")});
  // The lower edge of what is turned is the upper one of the device. Its ground is painted by another thread.
  const auto is_turned = [&] { return has_band() && screen->overlay->area.y == 0; };
  for (int second = 0; second < 1000 && !is_turned(); ++second) play(1s);
  EXPECT_TRUE(is_turned());
}

TEST(TickerSpeed, IsAWholeNumberOfPixelsInAPeriod) {
  struct Row {
    int speed;
    Size screen;
    double rate;
    int pixels;
  };
  const Row rows[] = {{120, {1920, 1080}, 60, 2}, {120, {1920, 1080}, 59.94, 2}, {120, {1920, 1080}, 50, 2},
                      {120, {1920, 1080}, 30, 4}, {120, {1920, 1080}, 25, 5},    {120, {1920, 1080}, 24, 5},
                      {120, {3840, 2160}, 60, 4}, {120, {1080, 1920}, 60, 2},    {120, {1280, 720}, 60, 1},
                      {40, {640, 360}, 60, 1},    {400, {1920, 1080}, 60, 7}};
  for (const auto& [speed, screen, rate, pixels] : rows) {
    EXPECT_EQ(pixels_per_period(speed, screen, rate), pixels) << speed << " at " << rate;
  }
}

}  // namespace
}  // namespace lobby::show
