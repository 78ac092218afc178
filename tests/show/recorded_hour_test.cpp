#include <gtest/gtest.h>

#include "host/version.h"
#include "scene/build_scene.h"
#include "show/show_loop.h"
#include "stage/painter.h"

namespace lobby::show {
namespace {

using namespace std::chrono;

/// A screen of 24 frames a second that draws what it is told as the window's surface would, and hands on every frame.
class RecordingScreen final : public stage::Presenter {
 public:
  Size size() const override { return {480, 270}; }
  double refresh_rate() const override { return 24; }
  bool paced() const override { return false; }
  std::string description() const override { return "a test"; }

  void show(const Canvas& frame, std::optional<Rect> changed) override {
    if (changed) {
      place_part(part_of(frame, *changed), drawn, *changed);
    } else {
      drawn = frame;
    }
    ASSERT_EQ(drawn, frame) << "what was not presented differs from the frame";
    on_frame(drawn);
  }
  void prepare_transition(const Canvas& from, const Canvas& to, Colour ground) override {
    mixer.emplace(from, to, ground);
    on_crossing(from, to);
  }
  void lay(const stage::Overlay*) override {}
  void show_overlay() override {}
  void set_offset(stage::Offset) override {}
  void show_moment(std::span<const stage::Patch> patches) override {
    for (int y = 0; y < drawn.size().height; ++y) mixer->draw_row(patches, y, drawn.row(y));
    on_frame(drawn);
  }

  Canvas drawn{size()};
  std::optional<stage::Mixer> mixer;
  std::function<void(const Canvas&)> on_frame = [](const Canvas&) {};
  std::function<void(const Canvas&, const Canvas&)> on_crossing = [](const Canvas&, const Canvas&) {};
};

/// 24 July 2027, 8 o'clock at UTC+7, which is after every release's earliest true time.
const WallTime first_frame = sys_days(2027y / July / 24) + 1h;

config::Config config_with(config::Movement movement) {
  config::Config config;
  config.organisation = "Văn phòng Ủy ban nhân dân tỉnh";
  config.notices = {{"Hội trường tầng hai tiếp công dân buổi sáng", {}, std::nullopt, std::nullopt, false}};
  config.playlist = {{config::PlaylistKind::notices, 0},
                     {config::PlaylistKind::headlines, 3},
                     {config::PlaylistKind::headline_list, 0}};
  config.movement = std::move(movement);
  return config;
}

std::vector<content::Headline> headlines() {
  std::vector<content::Headline> made;
  for (int number = 0; number < 7; ++number) {
    std::string title = "Tin số " + std::to_string(number) + " của tỉnh về vụ lúa hè thu";
    for (int more = 0; more < number * 3; ++more) title += " bội thu";
    made.push_back({std::to_string(number), title, {}, {}, {}, first_frame - 5h, {}, "Tin tức"});
  }
  return made;
}

/// Frames of an hour of the show, in the time that it takes to draw them.
class RecordedHour : public testing::TestWithParam<config::Transition> {
 protected:
  RecordedHour() {
    const auto config = std::make_shared<config::Config>(config_with({GetParam(), 800ms, false, 0, {}}));
    snapshots.put(
        std::make_shared<content::Snapshot>(config, headlines(), std::vector<content::Photo>(), std::nullopt));
    slides = playlist::build_show(*snapshots.get(), {first_frame}).slides;
    wardrobes.put(std::make_shared<const theme::Wardrobe>(dress));
  }

  Composition composed(const playlist::Slide& slide) const {
    return compose(slide, *dress, surroundings_of(*snapshots.get(), {clock.wall()}), screen.size());
  }
  bool stands(const playlist::Slide& slide) const {
    return slide.title() == loop.on_screen() && paint_frame(composed(slide), *dress, {}).canvas == screen.drawn;
  }
  bool is_without_texts(const Canvas& canvas) const {
    return std::ranges::any_of(slides, [&](const auto& slide) {
      const auto composition = composed(slide);
      Canvas bare(screen.size());
      stage::paint_ground(composition.scene, {}, bare);
      stage::paint(composition.strip, *dress->fonts, {}, bare);
      return bare == canvas;
    });
  }

  void look_for_black(const Canvas& drawn) {
    ++frames;
    for (int y = 0; y < drawn.size().height; ++y) {
      const std::span row(drawn.row(y), static_cast<std::size_t>(drawn.size().width));
      ASSERT_EQ(std::ranges::find(row, 0xFF000000U), row.end()) << "row " << y << " of frame " << frames;
    }
  }
  /// A slide that took its place is whole, and the one before it stood as long as it takes to read it.
  void look_at_arrival() {
    const auto slide = std::ranges::find_if(slides, [this](const auto& each) { return stands(each); });
    ASSERT_NE(slide, slides.end()) << loop.on_screen();
    if (changes++ > 0) {
      const auto stood = clock.steady() - since;
      EXPECT_GE(stood, dwell + 800ms - 42ms) << slide->title();
      EXPECT_LE(stood, dwell + 800ms + 90ms) << slide->title();
    }
    dwell = playlist::dwell_for(composed(*slide).scene.words(), config::Dwell());
    since = clock.steady();
  }

  /// Turns the loop at the moments it asks for; whole milliseconds late, as on a real machine.
  void play(hours time) {
    for (const auto end = clock.steady() + time; clock.steady() < end;) {
      const SteadyTime next = loop.turn(clock);
      if (loop.on_screen() != standing) {
        standing = loop.on_screen();
        look_at_arrival();
      }
      clock.advance(std::max(milliseconds(0), ceil<milliseconds>(next - clock.steady())));
    }
  }

  std::shared_ptr<const theme::Dress> dress =
      std::make_shared<const theme::Dress>(theme::load_dress(LOBBY_SOURCE_DIR, "hq").value());
  theme::WardrobeBox wardrobes;
  ManualClock clock{first_frame, SteadyTime{} + 24h};
  RecordingScreen screen;
  SnapshotBox snapshots;
  host::ClockJudge judge{std::nullopt, [] { return true; }};
  DecodeThread decoder{[] {}};
  FrameReport report{clock.steady()};
  ShowLoop loop{screen, wardrobes, snapshots, judge, decoder, report};
  std::vector<playlist::Slide> slides;
  int frames = 0;
  int changes = 0;
  std::string standing;
  milliseconds dwell{};
  SteadyTime since;
};

TEST_P(RecordedHour, HasNoBlackOrHalfDrawnFrameAndNoTwoTextsThroughOneAnother) {
  screen.on_frame = [this](const Canvas& drawn) { look_for_black(drawn); };
  if (GetParam() == config::Transition::fade) {
    screen.on_crossing = [this](const Canvas& from, const Canvas& to) {
      if (changes > 40) return;  // Each slide had its turn; painting them all anew takes most of the time.
      EXPECT_TRUE(is_without_texts(from));
      EXPECT_TRUE(is_without_texts(to));
    };
  }
  play(1h);
  EXPECT_GT(changes, 200);
  EXPECT_GT(frames, 15 * changes);
}

std::string name_of(const testing::TestParamInfo<config::Transition>& transition) {
  constexpr std::string_view names[] = {"fade", "slide", "wipe", "dip", "none"};
  return std::string(names[static_cast<std::size_t>(transition.param)]);
}

INSTANTIATE_TEST_SUITE_P(Transitions, RecordedHour,
                         testing::Values(config::Transition::fade, config::Transition::slide, config::Transition::wipe,
                                         config::Transition::dip),
                         name_of);

}  // namespace
}  // namespace lobby::show
