#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "greatest_difference.h"
#include "stage/display.h"
#include "stage/drift.h"
#include "stage/frame_texture.h"
#include "stage/window.h"

// Read by the leak sanitizer.
extern "C" int __lsan_is_turned_off();
extern "C" int __lsan_is_turned_off() { return 1; }

namespace lobby::stage {
namespace {

constexpr Size screen{320, 180};

/// Frames that differ in every pixel from the next one and from others with another `light`.
Canvas shaded(Size size, int light) {
  Canvas canvas(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      canvas.row(y)[x] =
          pack({static_cast<std::uint8_t>(x / 2), static_cast<std::uint8_t>(y), static_cast<std::uint8_t>(light)});
    }
  }
  return canvas;
}

/// Frames as OpenGL ES draws them: Mesa in software, on a display that no one sees.
class TexturePresenterTest : public testing::Test {
 protected:
  void SetUp() override {
    SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "offscreen", SDL_HINT_OVERRIDE);
    SDL_SetHintWithPriority(SDL_HINT_RENDER_DRIVER, "opengles2", SDL_HINT_OVERRIDE);
    auto video = std::make_unique<Video>();
    ASSERT_TRUE(video->ready()) << SDL_GetError();
    Window window(SDL_CreateWindow("test", 0, 0, screen.width, screen.height, SDL_WINDOW_OPENGL));
    ASSERT_TRUE(window) << SDL_GetError();
    window_ = window.get();
    auto made = texture_presenter(std::move(video), std::move(window));
    ASSERT_TRUE(made) << made.error().message;
    presenter = *std::move(made);
  }

  void TearDown() override {
    presenter.reset();
    SDL_ResetHint(SDL_HINT_VIDEODRIVER);
    SDL_ResetHint(SDL_HINT_RENDER_DRIVER);
  }

  Canvas seen() const {
    Canvas pixels(screen);
    SDL_RenderReadPixels(SDL_GetRenderer(window_), nullptr, SDL_PIXELFORMAT_ARGB8888, pixels.row(0), screen.width * 4);
    return pixels;
  }

  SDL_Window* window_ = nullptr;
  std::unique_ptr<Presenter> presenter;
};

TEST_F(TexturePresenterTest, ShowsAFrameAndThenTheChangedPartOfAnother) {
  EXPECT_EQ(presenter->description(), "offscreen, opengles2 renderer");
  const Canvas first = shaded(screen, 20);
  presenter->show(first);
  EXPECT_EQ(seen(), first);
  const Canvas second = shaded(screen, 220);
  const Rect part{40, 30, 100, 50};
  presenter->show(second, part);
  Canvas expected = first;
  place_part(part_of(second, part), expected, part);
  EXPECT_EQ(seen(), expected);
}

TEST_F(TexturePresenterTest, DrawsTheMomentsOfTransitionsAsTheMixerDoes) {
  const Canvas from = shaded(screen, 20);
  const Canvas to = shaded(screen, 220);
  const Colour ground{60, 70, 80};
  for (const auto kind : {TransitionKind::fade, TransitionKind::slide, TransitionKind::wipe, TransitionKind::dip}) {
    presenter->prepare_transition(from, to, ground);
    for (const double progress : {0.0, 0.3, 0.7, 1.0}) {
      const auto patches = patches_at({kind, {0, 0, screen.width, 150}}, screen, progress);
      presenter->show_moment(patches);
      Canvas expected(screen);
      const Mixer mixer(from, to, ground);
      for (int y = 0; y < screen.height; ++y) mixer.draw_row(patches, y, expected.row(y));
      EXPECT_LE(greatest_difference(seen(), expected), 2) << static_cast<int>(kind) << " at " << progress;
    }
  }
}

TEST_F(TexturePresenterTest, LaysATileOverEveryFrameUntilThereIsNone) {
  const Canvas frame = shaded(screen, 20);
  const Rect band{0, 150, screen.width, 30};
  Overlay overlay{band,
                  {1, 2, 3},
                  {{shaded({200, 30}, 120), 1}},
                  {{{0, 150, 200, 30}, 0, 0, 150}, {{200, 150, 120, 30}, {}, 0, 0}}};
  Canvas expected = frame;
  draw_overlay(overlay, {}, {expected.row(0), screen.width, screen});
  presenter->lay(&overlay);
  presenter->show(frame);
  EXPECT_EQ(seen(), expected);
  presenter->lay(nullptr);
  presenter->show(frame);
  EXPECT_EQ(seen(), frame);
}

TEST_F(TexturePresenterTest, AFrameBesideItsPlaceHasItsEdgesDrawnOut) {
  const Canvas frame = shaded(screen, 20);
  presenter->set_offset({3, -2});
  presenter->show(frame);
  Canvas moved = seen();
  EXPECT_EQ(part_of(moved, {3, 0, 300, 170}), part_of(frame, {0, 2, 300, 170}));
}

TEST(PrintOf, DiffersForWhateverDiffersInARow) {
  const Canvas canvas = shaded({321, 1}, 20);
  const auto print = print_of(canvas.row(0), 321);
  for (int x = 0; x < 321; ++x) {
    for (unsigned bit = 0; bit < 24; ++bit) {
      Canvas other = canvas;
      other.row(0)[x] ^= 1U << bit;
      ASSERT_NE(print_of(other.row(0), 321), print) << x;
    }
  }
  EXPECT_NE(print_of(canvas.row(0), 320), print);
  Canvas exchanged = canvas;
  std::swap(exchanged.row(0)[8], exchanged.row(0)[16]);
  EXPECT_NE(print_of(exchanged.row(0), 321), print);
}

constexpr std::size_t whole = std::size_t{4} * screen.width * screen.height;

TEST_F(TexturePresenterTest, NeverSendsAgainWhatIsThere) {
  const Canvas from = shaded(screen, 20);
  Canvas to = shaded(screen, 220);
  presenter->show(from);
  EXPECT_EQ(presenter->sent(), whole);
  presenter->show(from);
  EXPECT_EQ(presenter->sent(), whole) << "the same frame";
  presenter->prepare_transition(from, to, {});
  EXPECT_EQ(presenter->sent(), 2 * whole) << "only the one that comes";
  presenter->show_moment(patches_at({TransitionKind::fade, {0, 0, screen.width, 150}}, screen, 0.5));
  to.row(7)[9] = pack({1, 2, 3});
  presenter->show(to);
  EXPECT_EQ(presenter->sent(), 2 * whole + std::size_t{4} * screen.width) << "it came";
  EXPECT_EQ(seen(), to);
  presenter->forget();
  presenter->show(to);
  EXPECT_EQ(seen(), to);
  EXPECT_GE(presenter->sent(), 3 * whole) << "what may be lost";
}

TEST_F(TexturePresenterTest, WhatWasBroughtBySlicesMakesNoMomentLate) {
  const Canvas from = shaded(screen, 20);
  Canvas to = shaded(screen, 220);
  presenter->show(from);
  for (int row = 0; row < screen.height; row += 20) {
    const auto before = presenter->sent();
    presenter->bring(to, row, 20);
    EXPECT_EQ(presenter->sent() - before, whole / 9) << row;
    presenter->show_overlay();
    EXPECT_EQ(seen(), from) << "unseen";
  }
  to.row(170)[30] = pack({9, 9, 9});  // The strip, say.
  const auto before = presenter->sent();
  presenter->prepare_transition(from, to, {});
  const auto patches = patches_at({TransitionKind::fade, {0, 0, screen.width, 150}}, screen, 0.4);
  presenter->show_moment(patches);
  EXPECT_EQ(presenter->sent() - before, std::size_t{4} * screen.width);
  Canvas expected(screen);
  const Mixer mixer(from, to, {});
  for (int y = 0; y < screen.height; ++y) mixer.draw_row(patches, y, expected.row(y));
  EXPECT_LE(greatest_difference(seen(), expected), 2);
}

class TextureDrift : public TexturePresenterTest {
 protected:
  TextureDrift() {
    const Rect veiled{20, 90, 200, 30};
    Canvas dark(Size{veiled.width, veiled.height});
    Canvas light = dark;
    for (int y = 0; y < veiled.height; ++y) {
      for (int x = 0; x < veiled.width; ++x) {
        const auto coverage = static_cast<unsigned>(x + y);
        dark.row(y)[x] = blend(pack({0, 0, 0}), {200, 180, 90}, coverage);
        light.row(y)[x] = blend(pack({255, 255, 255}), {200, 180, 90}, coverage);
      }
    }
    drift.veil = veil_of(std::move(dark), light, veiled);
  }

  /// What the window's surface would show.
  Canvas expected(double share) const {
    Canvas canvas = frame;
    draw_drift(drift, share, canvas);
    return canvas;
  }

  Drift drift{{10, 20, 240, 110}, shaded({240, 130}, 140), {0, 20}, {0, 0}, {}};
  Canvas frame = shaded(screen, 20);
};

TEST_F(TextureDrift, EveryMomentIsThatOfASurface) {
  presenter->show(frame);
  for (const double share : {0.0, 0.13, 0.5, 0.77, 1.0}) {
    presenter->show_drift(frame, drift, share);
    EXPECT_LE(greatest_difference(seen(), expected(share)), 2) << share;
  }
}

TEST_F(TextureDrift, StaysWhileTheClockIsPaintedAndGoesWithTheNextFrameOfItsArea) {
  presenter->show(frame);
  presenter->show_drift(frame, drift, 0.5);
  const Canvas later = shaded(screen, 90);
  const Rect strip{0, 150, screen.width, 30};
  presenter->show(later, strip);
  Canvas with_strip = expected(0.5);
  place_part(part_of(later, strip), with_strip, strip);
  EXPECT_LE(greatest_difference(seen(), with_strip), 2);
  presenter->show(later);
  EXPECT_EQ(seen(), later);
}

TEST_F(TextureDrift, MovesWithTheFrameThatStandsBesideItsPlace) {
  presenter->show(frame);
  presenter->set_offset({4, 3});
  presenter->show_drift(frame, drift, 0.25);
  EXPECT_LE(greatest_difference(part_of(seen(), {4, 3, 316, 177}), part_of(expected(0.25), {0, 0, 316, 177})), 2);
}

TEST_F(TexturePresenterTest, BlackIsBlackWhateverWasThere) {
  presenter->show(shaded(screen, 40));
  presenter->show_black();
  EXPECT_EQ(greatest_difference(seen(), Canvas(screen)), 0);
}

TEST_F(TexturePresenterTest, ARendererIsTakenOnlyWhereItDraws) {
  SDL_Renderer* const renderer = SDL_GetRenderer(window_);
  EXPECT_TRUE(check_renderer(renderer, "opengles2"));
  // What is drawn beside the clipped area is lost without an error, as on a display that stays black.
  const SDL_Rect elsewhere{100, 100, 10, 10};
  SDL_RenderSetClipRect(renderer, &elsewhere);
  const auto black = check_renderer(renderer, "opengles2");
  ASSERT_FALSE(black);
  EXPECT_NE(black.error().message.find("does not show them: drawn was 255,0,0, read back 0,0,0"), std::string::npos)
      << black.error().message;
  SDL_RenderSetClipRect(renderer, nullptr);
  const auto other = check_renderer(renderer, "opengl");
  ASSERT_FALSE(other);
  EXPECT_NE(other.error().message.find("'opengles2'"), std::string::npos) << other.error().message;
}

TEST_F(TexturePresenterTest, ADisplayOfAnotherKindIsNotSwitched) {
  const auto switched = presenter->light(Light::off);
  ASSERT_FALSE(switched);
  EXPECT_NE(switched.error().message.find("without a desktop"), std::string::npos) << switched.error().message;
}

/// A display that is closed and opened again, as when a television is unplugged.
TEST(Display, KeepsItsSizeWhileItIsClosedAndShowsAgainWhenItIsOpen) {
  SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "dummy", SDL_HINT_OVERRIDE);
  Display display;
  EXPECT_FALSE(display.is_open());
  display.show(Canvas(screen));
  EXPECT_EQ(display.frames(), 0U);
  EXPECT_EQ(display.last_frame(), std::nullopt);
  for (std::uint64_t time = 1; time <= 3; ++time) {
    const auto opened = display.open({screen, "test"});
    ASSERT_TRUE(opened) << opened.error().message;
    EXPECT_EQ(display.size(), screen);
    display.show(shaded(screen, 40));
    EXPECT_EQ(display.frames(), time);
    display.close();
    EXPECT_EQ(display.size(), screen);
    EXPECT_FALSE(display.light(Light::on));
  }
  EXPECT_TRUE(display.last_frame());
  SDL_ResetHint(SDL_HINT_VIDEODRIVER);
}

/// A new version stays where it counts frames.
TEST(Display, CountsNoFrameThatTheWindowCannotTake) {
  SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "dummy", SDL_HINT_OVERRIDE);
  Display display;
  const auto opened = display.open({screen, "test"});
  ASSERT_TRUE(opened) << opened.error().message;
  display.show(shaded({screen.width / 2, screen.height}, 40));
  EXPECT_FALSE(display.reached());
  EXPECT_TRUE(display.loses_frames());
  EXPECT_EQ(display.frames(), 0U);
  ASSERT_TRUE(display.open({screen, "test"}));
  EXPECT_FALSE(display.loses_frames()) << "it was opened anew";
  display.show(shaded(screen, 40));
  EXPECT_TRUE(display.reached());
  EXPECT_FALSE(display.loses_frames());
  EXPECT_EQ(display.frames(), 1U);
  SDL_ResetHint(SDL_HINT_VIDEODRIVER);
}

/// Variables of the environment that are not there as long as this lives.
class Without {
 public:
  explicit Without(const std::vector<std::string>& names) {
    for (const auto& name : names) {
      if (const char* value = std::getenv(name.c_str())) before_.emplace_back(name, value);
      unsetenv(name.c_str());
    }
  }
  ~Without() {
    for (const auto& [name, value] : before_) setenv(name.c_str(), value.c_str(), 1);
  }
  Without(const Without&) = delete;
  Without& operator=(const Without&) = delete;

 private:
  std::vector<std::pair<std::string, std::string>> before_;
};

/// SDL 2.26 would draw into memory: the show would be said to play, and nobody would see it.
TEST(Display, IsNotOpenWhereNothingShowsIt) {
  if (std::filesystem::exists("/dev/dri")) GTEST_SKIP() << "a card of this machine would be opened";
  const Without a_desktop({"SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"});
  Display display;
  const auto opened = display.open({std::nullopt, "test"});
  ASSERT_FALSE(opened);
  EXPECT_NE(opened.error().message.find("is a display connected"), std::string::npos) << opened.error().message;
  EXPECT_FALSE(display.is_open());
}

TEST(Display, SaysWhyItCannotBeOpened) {
  SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "no-such-driver", SDL_HINT_OVERRIDE);
  Display display;
  const auto opened = display.open({screen, "test"});
  ASSERT_FALSE(opened);
  EXPECT_NE(opened.error().message.find("is a display connected"), std::string::npos) << opened.error().message;
  EXPECT_FALSE(display.is_open());
  SDL_ResetHint(SDL_HINT_VIDEODRIVER);
}

}  // namespace
}  // namespace lobby::stage
