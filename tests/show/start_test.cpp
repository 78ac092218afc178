#include <gtest/gtest.h>

#include <semaphore>

#include "dark_screen.h"
#include "show/show_loop.h"

namespace lobby::show {
namespace {

using namespace std::chrono;

class StartTest : public testing::Test {
 protected:
  StartTest() {
    config->playlist = {{config::PlaylistKind::headlines, 1}, {config::PlaylistKind::photos, 1}};
    wardrobes.put(std::make_shared<const theme::Wardrobe>(dress));
  }

  /// A story with its picture, first in every show.
  content::Headline story(const std::string& photo) const {
    const std::string file = LOBBY_SOURCE_DIR "/deploy/demo/photos/" + photo;
    content::Headline made;
    made.id = "1";
    made.title = "Chợ nổi vào xuân";
    made.images = {{file, {}, file, {1920, 1280}}};
    made.source = "Tin tức";
    return made;
  }

  static content::Photo photo(const std::string& name) {
    const std::string file = LOBBY_SOURCE_DIR "/deploy/demo/photos/" + name;
    return {{file, "Phố đèn lồng", file, {1920, 1280}}, {}, {}, "Ảnh"};
  }

  void publish(content::Headline headline, std::vector<content::Photo> photos) {
    snapshots.put(
        std::make_shared<content::Snapshot>(config, std::vector{std::move(headline)}, std::move(photos), std::nullopt));
  }

  std::shared_ptr<config::Config> config = std::make_shared<config::Config>();
  std::shared_ptr<theme::Dress> dress =
      std::make_shared<theme::Dress>(theme::load_dress(LOBBY_SOURCE_DIR, "hq").value());
  theme::WardrobeBox wardrobes;
  ManualClock clock{sys_days(2027y / July / 24) + 5h, steady_clock::now()};
  DarkScreen screen{{640, 360}};
  SnapshotBox snapshots;
  host::ClockJudge judge{std::nullopt, [] { return true; }};
  std::counting_semaphore<> decoded{0};
  DecodeThread decoder{[this] { decoded.release(); }};
  FrameReport report{clock.steady()};
  ShowLoop loop{screen, wardrobes, snapshots, judge, decoder, report};
};

TEST_F(StartTest, TheFirstSlideIsPreparedOnceThoughTheShowGrowsMeanwhile) {
  publish(story("lang-chai.jpg"), {});
  loop.turn(clock);
  publish(story("lang-chai.jpg"), {photo("pho-den-long.jpg")});
  loop.turn(clock);
  decoded.acquire();
  loop.turn(clock);
  EXPECT_EQ(loop.on_screen(), "Chợ nổi vào xuân");
}

TEST_F(StartTest, AFirstSlideThatChangesBeforeItIsShownIsShownAsItIsNow) {
  publish(story("lang-chai.jpg"), {});
  loop.turn(clock);
  auto corrected = story("lang-chai.jpg");
  corrected.title = "Chợ nổi cuối năm";
  publish(corrected, {});
  loop.turn(clock);
  // Once or twice: the first order may have waited no longer when the second one came.
  while (!loop.showing()) {
    decoded.acquire();
    loop.turn(clock);
  }
  EXPECT_EQ(loop.on_screen(), "Chợ nổi cuối năm") << "the first that is shown";
}

TEST_F(StartTest, ASlideThatStandsIsLeftAloneUntilFiveSecondsBeforeItsEnd) {
  config->dwell.fixed = 30s;
  publish(story("lang-chai.jpg"), {photo("pho-den-long.jpg")});
  loop.turn(clock);
  decoded.acquire();
  loop.turn(clock);
  ASSERT_TRUE(loop.showing());
  EXPECT_EQ(loop.turn(clock) - clock.steady(), 25s);
  clock.advance(25s);
  loop.turn(clock);
  decoded.acquire();
  EXPECT_EQ(loop.turn(clock) - clock.steady(), 5s);
}

}  // namespace
}  // namespace lobby::show
