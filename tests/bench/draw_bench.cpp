#include <benchmark/benchmark.h>

#include "picture/fitted.h"
#include "show/compose.h"
#include "stage/cross_fade.h"
#include "stage/painter.h"
#include "stage/shapes.h"
#include "theme/dress.h"

// What the parts of a slide cost at 1920 × 1080: scaling its photo, blending, laying out and painting.
namespace {

using namespace lobby;
using namespace std::chrono_literals;

constexpr Size screen{1920, 1080};

Canvas speckled(Size size, std::uint32_t seed) {
  Canvas canvas(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) canvas.row(y)[x] = 0xFF000000U | (seed = seed * 1664525U + 1013904223U) >> 8U;
  }
  return canvas;
}

/// From what a JPEG decoder gives of a photo to the box of a slide.
void scale(benchmark::State& state, Size from, Size to) {
  const auto photo = speckled(from, 1);
  for (auto _ : state) {
    auto fitted = picture::fitted(photo, to, PictureFit::cover);
    benchmark::DoNotOptimize(fitted);
  }
}

void cross_fade(benchmark::State& state) {
  const auto from = speckled(screen, 1);
  const auto to = speckled(screen, 2);
  Canvas mixed(screen);
  constexpr auto pixels = static_cast<std::size_t>(screen.width) * screen.height;
  for (auto _ : state) {
    stage::cross_fade(from.row(0), to.row(0), mixed.row(0), pixels, 0.4);
    benchmark::ClobberMemory();
  }
}

void fill(benchmark::State& state, Colour colour, int radius) {
  auto canvas = speckled(screen, 1);
  for (auto _ : state) {
    stage::draw_box(canvas, {100, 100, 1720, 880}, colour, radius);
    benchmark::ClobberMemory();
  }
}

class Drawing : public benchmark::Fixture {
 public:
  void SetUp(benchmark::State&) override {
    if (!dress) dress.emplace(theme::load_dress(std::filesystem::path(LOBBY_SOURCE_DIR), "hq").value());
  }

  static playlist::Slide slide(std::size_t number) {
    content::Headline story;
    story.id = std::to_string(number);
    story.title = "Hội nghị sơ kết phong trào toàn dân bảo vệ an ninh Tổ quốc lần thứ " + story.id;
    story.summary = "Toàn tỉnh duy trì 35 mô hình tự quản; 113/119 xã đạt chuẩn “Giữ vững an ninh, trật tự nông thôn”.";
    story.source = "Tin tức";
    return {story.id, playlist::HeadlineSlide{story}};
  }

  std::optional<theme::Dress> dress;
  scene::Surroundings around{"Công an tỉnh Vân Lam", TimeZone(), LocalTime{Date{}, 9h, 41min, 0s}, std::nullopt};
};

BENCHMARK_F(Drawing, lay_out_a_slide)(benchmark::State& state) {
  std::size_t number = 0;
  for (auto _ : state) {
    auto composition = show::compose(slide(++number), *dress, around, screen);
    benchmark::DoNotOptimize(composition);
  }
}

BENCHMARK_F(Drawing, paint_a_slide)(benchmark::State& state) {
  const auto composition = show::compose(slide(1), *dress, around, screen);
  for (auto _ : state) {
    auto frame = show::paint_frame(composition, *dress, {});
    benchmark::DoNotOptimize(frame);
  }
}

BENCHMARK_F(Drawing, renew_the_clock)(benchmark::State& state) {
  auto frame = show::paint_frame(show::compose(slide(1), *dress, around, screen), *dress, {});
  for (auto _ : state) show::replace_strip(frame, show::compose_strip(frame.composition, around), *dress);
}

BENCHMARK_CAPTURE(scale, photo_of_12_mp, {2000, 1500}, {1920, 1080})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(scale, photo_of_24_mp, {2250, 1500}, {1920, 1080})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(scale, photo_of_the_screen, {1920, 1080}, {1920, 968})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(scale, photo_enlarged, {800, 600}, {1920, 1080})->Unit(benchmark::kMillisecond);
BENCHMARK(cross_fade)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(fill, solid, {12, 26, 38, 255}, 0)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(fill, veil, {12, 26, 38, 128}, 0)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(fill, veil_with_round_corners, {12, 26, 38, 128}, 40)->Unit(benchmark::kMillisecond);

}  // namespace
