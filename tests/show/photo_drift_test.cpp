#include "show/photo_drift.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <functional>

#include "dark_screen.h"
#include "film.h"
#include "host/version.h"

namespace lobby::show {
namespace {

using namespace std::chrono;

/// The greatest and the mean distance between two frames, channel by channel, of every third pixel each way.
struct Distance {
  int greatest = 0;
  double mean = 0;
};

Distance distance(const Canvas& a, const Canvas& b, const Rect& area) {
  Distance found;
  constexpr int step = 3;
  double sum = 0;
  int count = 0;
  for (int y = area.y; y < area.bottom(); y += step) {
    for (int x = area.x; x < area.right(); x += step) {
      const Colour one = unpack(a.row(y)[x]);
      const Colour other = unpack(b.row(y)[x]);
      for (const int apart : {one.red - other.red, one.green - other.green, one.blue - other.blue}) {
        found.greatest = std::max(found.greatest, std::abs(apart));
        sum += std::abs(apart);
        ++count;
      }
    }
  }
  found.mean = sum / count;
  return found;
}

/// Photos that drift.
class DriftFilm : public Film {
 protected:
  static content::Photo photo(const std::string& name) {
    const std::filesystem::path file = std::filesystem::path(LOBBY_SOURCE_DIR) / "deploy/demo/photos" / (name + ".jpg");
    return {{name, "Ruộng bậc thang vào mùa nước đổ", file, {1920, 1280}}, {}, morning - 5h, "Ảnh đẹp"};
  }

  DriftFilm() {
    config.organisation = "Sở Du lịch tỉnh Vân Lam";
    config.playlist = {{config::PlaylistKind::notices, 0}, {config::PlaylistKind::photos, 0}};
    config.dwell.fixed = 6s;
    config.movement.drift = 8;
  }

  void publish(const std::vector<content::Photo>& photos) { Film::publish({}, photos); }
  void begin(Size size = level, double rate = 60) { Film::begin(size, rate); }
  void turn() {
    const SteadyTime next = loop->turn(clock);
    const auto wait = ceil<milliseconds>(next - clock.steady());
    if (wait > 100ms) wait_for_answer();
    clock.advance(std::clamp(wait, milliseconds(0), milliseconds(250)));
  }
  template <typename Condition>
  void play_until(Condition condition) {
    for (int turns = 0; turns < 20'000 && !condition(); ++turns) turn();
    ASSERT_TRUE(condition());
  }
  std::function<bool()> after(milliseconds time) const {
    return [this, end = clock.steady() + time] { return clock.steady() >= end; };
  }
  void play_slides(int count) {
    const int until = screen->crossings + count;
    play_until([&] { return screen->crossings == until; });
  }
  /// The photo as it stands when it does not move.
  Canvas still(const content::Photo& of) {
    const playlist::Slide slide{"photo", playlist::PhotoSlide{of}};
    const int rotate = config.screen.rotate;
    const bool lies = rotate == 90 || rotate == 270;
    const Size size = lies ? Size{screen->size().height, screen->size().width} : screen->size();
    auto composition = compose(slide, *dress, surroundings_of(*snapshots.get(), {clock.wall(), true}), size);
    const auto pictures = decode({0, composition.scene.pictures()}, still_decoder).pixels.value();
    return turned(paint_frame(std::move(composition), *dress, pictures).canvas, rotate);
  }

  picture::Decoder still_decoder;
};

struct Take {
  const char* name;
  Size screen;
  int rotate;
};

class ADrift : public DriftFilm, public testing::WithParamInterface<Take> {};

TEST_P(ADrift, GoesInSmallStepsAndArrivesWhereAPhotoStandsThatDoesNotMove) {
  config.screen.rotate = GetParam().rotate;
  const auto one = photo("ruong-bac-thang");
  const auto other = photo("vinh-binh-minh");
  publish({one, other});
  begin(GetParam().screen);
  play_slides(2);
  std::vector<Canvas> stills{still(one), still(other)};
  const Rect all = screen->drawn.bounds();
  Canvas before = screen->drawn;
  int moved = 0;
  double furthest = 0;
  double nearest = 255;
  screen->on_frame = [&] {
    if (screen->drifted) {
      ++moved;
      EXPECT_LT(distance(before, screen->drawn, all).mean, 6) << "step " << moved << " jumps";
      const double away =
          std::min(distance(stills[0], screen->drawn, all).mean, distance(stills[1], screen->drawn, all).mean);
      furthest = std::max(furthest, away);
      nearest = std::min(nearest, away);
    }
    before = screen->drawn;
  };
  play_slides(2);
  EXPECT_GT(moved, 100) << "thirty a second, for most of six seconds";
  EXPECT_GT(furthest, 2) << "it began elsewhere";
  EXPECT_LT(nearest, 1.5) << "scrims of a way are at least as strong as those of a place";
}

INSTANTIATE_TEST_SUITE_P(Films, ADrift,
                         testing::Values(Take{"level", level, 0}, Take{"turned_by_180", level, 180},
                                         Take{"turned_by_90", upright, 90}, Take{"turned_by_270", upright, 270}),
                         [](const auto& take) { return std::string(take.param.name); });

TEST_F(DriftFilm, TextsAndStripStandWhileThePictureMoves) {
  publish({photo("ruong-bac-thang"), photo("vinh-binh-minh")});
  begin();
  play_slides(2);
  std::optional<Canvas> first;
  int steps = 0;
  int inked = 0;
  screen->on_frame = [&] {
    if (!screen->drifted) return first.reset();
    if (!first) first = screen->drawn;
    ++steps;
    for (int y = 0; y < level.height; ++y) {
      for (int x = 0; x < level.width; ++x) {
        const bool is_strip = y >= level.height * 9 / 10;
        const Colour seen = unpack(first->row(y)[x]);
        const bool is_ink = std::min({seen.red, seen.green, seen.blue}) > 225 && y > level.height * 2 / 3;
        if (!is_strip && !is_ink) continue;
        inked += is_ink && !is_strip ? 1 : 0;
        ASSERT_LE(distance(screen->drawn, *first, {x, y, 1, 1}).greatest, 2) << x << ", " << y;
      }
    }
  };
  play_slides(1);
  EXPECT_GT(steps, 50);
  EXPECT_GT(inked, 20 * steps) << "the caption is light";
}

TEST_F(DriftFilm, APhotoThatGivesWayOnItsWayDoesNotJump) {
  const auto leaving = photo("ruong-bac-thang");
  publish({leaving, photo("vinh-binh-minh")});
  begin();
  play_slides(2);
  int drifted = 0;
  screen->on_frame = [&] { drifted += screen->drifted ? 1 : 0; };
  play_until([&] { return drifted == 40; });
  Canvas before = screen->drawn;
  drifted = 0;
  screen->on_frame = [&] {
    EXPECT_LT(distance(before, screen->drawn, before.bounds()).mean, 4);
    before = screen->drawn;
    drifted += screen->drifted ? 1 : 0;
  };
  publish({photo("doi-che")});
  play_slides(1);
  drifted = 0;
  play_until(after(500ms));
  EXPECT_EQ(drifted, 0) << "both frames of a transition stand";
  play_until(after(2s));
}

TEST_F(DriftFilm, WhatIsSavedStopsADriftAtOnce) {
  const std::vector photos{photo("ruong-bac-thang"), photo("vinh-binh-minh")};
  publish(photos);
  begin();
  play_slides(1);
  int drifted = 0;
  screen->on_frame = [&] { drifted += screen->drifted ? 1 : 0; };
  play_until([&] { return drifted == 40; });
  config.movement.drift = 0;
  publish(photos);
  play_slides(1);
  drifted = 0;
  play_slides(2);
  EXPECT_EQ(drifted, 0);
}

TEST_F(DriftFilm, APhotoThatMayNotDriftIsCroppedAsWithoutTheKey) {
  const playlist::Slide slide{"photo", playlist::PhotoSlide{photo("ruong-bac-thang")}};
  PixelPool pool;
  const auto drift = [&] {
    publish({});
    const auto around = surroundings_of(*snapshots.get(), {clock.wall(), true});
    return drift_of(compose(slide, *dress, around, level), config, pool);
  };
  EXPECT_EQ(drift(), 8);
  pool.drifts = false;
  EXPECT_EQ(drift(), 0) << "there is no room for it";
  pool = {};
  config.dwell.fixed = 2s;
  EXPECT_EQ(drift(), 0) << "there is no time for it";
  config.dwell.fixed = 6s;
  auto& strip = dress->theme.layouts["strip"].elements;
  std::erase_if(strip, [](const auto& element) { return std::holds_alternative<config::Fill>(element.what); });
  EXPECT_EQ(drift(), 0) << "texts of the strip stand on the photo";
}

TEST_F(DriftFilm, TheClockGoesOnWhileAPictureDriftsOnATurnedScreen) {
  config.screen.rotate = 90;
  config.dwell.fixed = 18s;
  publish({photo("ruong-bac-thang"), photo("vinh-binh-minh")});
  begin(upright);
  play_slides(1);
  clock.set_wall(floor<minutes>(clock.wall()) + 52s);
  Canvas before = screen->drawn;
  int shown = 0;
  screen->on_frame = [&] {
    const double limit = screen->crossings == 1 ? 6 : 255;
    EXPECT_LT(distance(before, screen->drawn, before.bounds()).mean, limit);
    before = screen->drawn;
    shown += screen->drifted ? 0 : 1;
  };
  play_slides(1);
  EXPECT_GT(shown, 0) << "the minute changed";
}

TEST_F(DriftFilm, NothingDriftsInCalmAndWithoutTheKeyNothingIsDrawn) {
  for (const bool by_theme : {false, true}) {
    config.movement.calm = !by_theme;
    config.movement.drift = 8;
    dress->theme.calm = by_theme;
    publish({photo("ruong-bac-thang"), photo("vinh-binh-minh")});
    begin();
    int drifted = 0;
    screen->on_frame = [&] { drifted += screen->drifted ? 1 : 0; };
    play_slides(2);
    EXPECT_EQ(drifted, 0);
  }
}

TEST_F(DriftFilm, APhotoAloneArrivesAndCostsNothingFromThenOn) {
  publish({photo("ruong-bac-thang")});
  begin();
  int frames = 0;
  bool drifted = false;
  screen->on_frame = [&] {
    ++frames;
    drifted = drifted || screen->drifted;
  };
  play_until([&] { return drifted; });
  play_until(after(7s));
  frames = 0;
  play_until(after(20s));
  EXPECT_LE(frames, 1) << "where a minute begins";
}

/// Remembers where each frame of a drift stands.
class MeasuredScreen final : public DarkScreen {
 public:
  explicit MeasuredScreen(double rate) : DarkScreen({32, 32}, rate) {}
  void show_drift(Canvas&, const stage::Drift&, double share) override { shares.push_back(share); }

  std::vector<double> shares;
};

/// A drift of ten seconds, by the beat of a display.
class DriftOfTenSeconds {
 public:
  explicit DriftOfTenSeconds(double rate) : screen(rate) {
    shown.frame.canvas = Canvas({32, 32});
    shown.frame.drifting = Drifting{{{0, 0, 32, 32}, Canvas({32, 40}), {0, 8}, {0, 0}, {}}, {}};
    drift.follow(shown, clock.steady(), clock.steady() + 10s);
  }
  /// A turn of the loop, and the time until the next one, which is whole periods later at least.
  void turn(milliseconds late = {}) {
    beat.begin(clock.steady());
    if (beat.turn(clock.steady())) drift.step(shown);
    clock.advance(ceil<milliseconds>(beat.next_call(clock.steady()) - clock.steady()) + late);
  }

  MeasuredScreen screen;
  ManualClock clock{morning, SteadyTime{} + 24h};
  FrameReport report{clock.steady()};
  Beat beat{screen, report};
  PhotoDrift drift{screen, beat};
  Shown shown;
};

TEST(PhotoDrift, EveryStepIsAsLongAsTheOthersAtTheRateOfAnyDisplay) {
  for (const double rate : {24.0, 25.0, 30.0, 50.0, 59.94, 60.0}) {
    DriftOfTenSeconds film(rate);
    const SteadyTime began = film.clock.steady();
    while (film.drift.runs()) film.turn();
    const auto& shares = film.screen.shares;
    EXPECT_NEAR(duration<double>(film.clock.steady() - began).count(), 9.5, 0.2) << rate;
    ASSERT_GE(static_cast<double>(shares.size()), 9.4 * 24) << rate;
    const std::size_t middle = shares.size() / 2;
    const double step = shares[middle + 1] - shares[middle];
    for (std::size_t index = shares.size() / 4; index < shares.size() * 3 / 4; ++index) {
      EXPECT_NEAR(shares[index + 1] - shares[index], step, step * 1e-6) << rate;
    }
    for (std::size_t index = 1; index < shares.size(); ++index) {
      EXPECT_GE(shares[index], shares[index - 1]) << rate;
      EXPECT_LE(shares[index] - shares[index - 1], step * 1.001) << rate;
    }
  }
}

TEST(PhotoDrift, AMachineThatMissesEverySecondFrameShowsEveryOneThatItHas) {
  DriftOfTenSeconds film(60);
  int turns = 0;
  for (; film.drift.runs() && turns < 1000; ++turns) film.turn(turns == 20 ? 25ms : 17ms);
  EXPECT_GE(static_cast<int>(film.screen.shares.size()), turns * 9 / 10);
}

TEST(PhotoDrift, GoesOnFromWhereItWasWhenTheMachineWasHeldUp) {
  DriftOfTenSeconds film(60);
  for (int turn = 0; turn < 200; ++turn) film.turn(turn == 150 ? 3000ms : 0ms);
  const auto& shares = film.screen.shares;
  double longest = 0;
  for (std::size_t index = 1; index < shares.size(); ++index) {
    longest = std::max(longest, shares[index] - shares[index - 1]);
  }
  EXPECT_LT(longest, 0.01);
}

}  // namespace
}  // namespace lobby::show
