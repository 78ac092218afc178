#include <gtest/gtest.h>

#include <condition_variable>
#include <filesystem>
#include <mutex>

#include "allocations.h"
#include "dark_screen.h"
#include "show/pixel_pool.h"
#include "show/show_loop.h"

// What a show takes, counted block by block.
namespace lobby::show {
namespace {

using namespace std::chrono;

constexpr Size screen_size{1280, 720};

class CountingScreen : public DarkScreen {
 public:
  using DarkScreen::DarkScreen;
  void prepare_transition(const Canvas&, const Canvas&, Colour) override {
    ++crossings;
    brought_before = std::exchange(brought, 0);
  }
  void bring(const Canvas& /*next*/, int first, int count) override {
    EXPECT_TRUE(first == 0 || first == brought);
    brought = first + count;
    most_at_once = std::max(most_at_once, count);
  }
  int crossings = 0;
  int brought = 0;
  int brought_before = 0;  ///< Rows, before the last crossing.
  int most_at_once = 0;
};

/// A show of photos and news. The clock is the test's.
class Thrift : public testing::Test {
 protected:
  void SetUp() override {
    if (!allocations_are_counted()) GTEST_SKIP() << "a sanitizer has an allocator of its own";
    config.organisation = "Sở Du lịch tỉnh Vân Lam";
    config.dwell.fixed = 8s;
    config.panel_care = {0, config::StripPlace::bottom};  // Nothing wanders.
  }

  static content::Photo photo(const std::string& name, Size size) {
    const auto file = std::filesystem::path(LOBBY_SOURCE_DIR) / "deploy/demo/photos" / (name + ".jpg");
    return {{name, "Ruộng bậc thang vào mùa nước đổ", file, size}, {}, morning - 5h, "Ảnh đẹp"};
  }
  static content::Headline story(const std::string& name) {
    return {name, "Khánh thành nhà văn hóa thôn " + name, {}, {}, {}, morning - 5h, {}, "Tin tức"};
  }

  void begin(const PixelPool& pool) {
    decoder.emplace([this] { note_answer(); }, pool);
    loop.emplace(screen, wardrobes, snapshots, judge, *decoder, report);
  }
  void publish(std::vector<content::Headline> stories, std::vector<content::Photo> photos) {
    snapshots.put(std::make_shared<content::Snapshot>(std::make_shared<config::Config>(config), std::move(stories),
                                                      std::move(photos), std::nullopt));
  }
  /// Until so many more slides have come. A turn in which nothing moves takes a second.
  void play_slides(int count) {
    const int until = screen.crossings + count;
    for (int turns = 0; turns < 100'000 && screen.crossings < until; ++turns) {
      const auto wait = ceil<milliseconds>(loop->turn(clock) - clock.steady());
      wait_for_answer();
      clock.advance(std::clamp(wait, milliseconds(1), milliseconds(1000)));
    }
    ASSERT_EQ(screen.crossings, until);
  }
  /// To the beginning of the next minute, which the strip has shown since.
  void let_a_minute_begin() {
    clock.advance(1min - clock.wall().time_since_epoch() % 1min + 1s);
    loop->turn(clock);
  }
  /// The decode thread knows nothing of the test's clock.
  void wait_for_answer() {
    std::unique_lock lock(mutex);
    ASSERT_TRUE(answered.wait_for(lock, 60s, [&] { return !decoder->busy(); }));
  }
  void note_answer() {
    const std::scoped_lock lock(mutex);
    answered.notify_one();
  }

  static constexpr WallTime morning = sys_days(2027y / July / 24) + 1h;
  config::Config config;
  theme::WardrobeBox wardrobes;
  SnapshotBox snapshots;
  ManualClock clock{morning + 10s, SteadyTime{} + 24h};
  CountingScreen screen{screen_size};
  host::ClockJudge judge{std::nullopt, [] { return true; }};
  FrameReport report{clock.steady()};
  std::mutex mutex;
  std::condition_variable answered;
  std::optional<DecodeThread> decoder;
  std::optional<ShowLoop> loop;

  void dress() {
    wardrobes.put(std::make_shared<const theme::Wardrobe>(
        std::make_shared<theme::Dress>(theme::load_dress(LOBBY_SOURCE_DIR, "hq").value())));
  }
};

TEST_F(Thrift, ASlideThatStandsAllocatesNothing) {
  dress();
  begin(pixel_pool(screen_size, Way::surface, false, 1U << 30U));
  config.dwell.fixed = 1h;
  config.playlist = {{config::PlaylistKind::headlines, 0}};
  for (const bool several : {false, true}) {
    publish(several ? std::vector{story("một"), story("hai"), story("ba")} : std::vector{story("một")}, {});
    for (int turn = 0; turn < 10; ++turn, clock.advance(300ms)) loop->turn(clock);
    ASSERT_TRUE(loop->showing());
    let_a_minute_begin();
    const auto before = allocations_of_this_thread();
    for (int turn = 0; turn < 40; ++turn, clock.advance(900ms)) {
      loop->turn(clock);
      EXPECT_FALSE(loop->on_screen().empty());
    }
    EXPECT_EQ(allocations_of_this_thread(), before) << (several ? "several slides" : "one slide");
    let_a_minute_begin();
    EXPECT_GT(allocations_of_this_thread(), before) << "the test does not count";
  }
}

TEST_F(Thrift, TheNextFrameIsBroughtToTheScreenBeforeItsTurnAndBySlicesWhereSomethingMoves) {
  dress();
  config.playlist = {{config::PlaylistKind::headlines, 0}};
  begin({});
  for (const bool moves : {false, true}) {
    if (moves) config.ticker = config::Ticker{{"Chào mừng quý khách đến với Vân Lam"}, 8, {}, 480};
    publish({story("một"), story("hai"), story("ba")}, {});
    play_slides(2);
    screen.most_at_once = 0;
    play_slides(2);
    EXPECT_EQ(screen.brought_before, screen_size.height);
    EXPECT_EQ(screen.most_at_once, moves ? 46 : screen_size.height);
  }
}

TEST_F(Thrift, APoolIsNeverExceededWhateverIsShown) {
  dress();
  config.movement.drift = 8;
  config.ticker = config::Ticker{{"Chào mừng quý khách đến với Vân Lam"}, 8, {}, 480};
  config.playlist = {{config::PlaylistKind::headlines, 1}, {config::PlaylistKind::photos, 1}};
  for (const bool large : {true, false}) {
    const auto pool = pixel_pool(screen_size, Way::surface, false, std::size_t{large ? 1024U : 256U} << 20U);
    ASSERT_EQ(pool.drifts, large);
    const auto before = large_now();
    begin(pool);
    std::vector<content::Photo> photos;
    for (const char* name : {"ruong-bac-thang", "cau-hoang-hon", "lang-chai"}) {
      photos.push_back(photo(name, {1920, 1280}));
    }
    publish({story("một"), story("hai"), story("ba")}, photos);
    forget_most_large();
    play_slides(8);
    EXPECT_LE(large_at_most() - before, pool.bytes()) << (large ? "with a drift" : "without");
    EXPECT_GE(large_at_most() - before, 2 * pool.frame) << "the test does not count";
    RecordProperty(large ? "with_drift" : "without", std::to_string((large_at_most() - before) / 1024) + " KiB");
    loop.reset();
    decoder.reset();
  }
}

}  // namespace
}  // namespace lobby::show
