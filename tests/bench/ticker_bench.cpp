#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

#include "show/compose.h"
#include "show/ticker_line.h"
#include "stage/painter.h"
#include "theme/dress.h"

// What a frame of a ticker costs the processor, without what the display server takes, and the halves of a slide that
// is painted meanwhile.
namespace {

using namespace lobby;

double milliseconds_now() { return 1'000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void row(const char* name, std::vector<double> milliseconds) {
  std::ranges::sort(milliseconds);
  std::printf("%-24s %7.3f ms half %7.3f ms 99 %% %7.3f ms most\n", name, milliseconds[milliseconds.size() / 2],
              milliseconds[milliseconds.size() * 99 / 100], milliseconds.back());
}

void bench_band(const theme::Dress& dress, Size screen, int rotate) {
  const auto look = scene::ticker_on(dress.theme, screen, *dress.fonts);
  Canvas surface(rotate % 180 == 0 ? screen : Size{screen.height, screen.width});
  show::TickerLine line(*look, *dress.fonts, screen, rotate);
  std::vector<std::string> texts;
  for (int number = 0; number < 8; ++number) {
    texts.push_back("Tin số " + std::to_string(number) +
                    ": Hội nghị sơ kết phong trào toàn dân bảo vệ an ninh Tổ quốc");
  }
  line.say(texts, [](const std::string&) { return true; });
  std::vector<double> milliseconds;
  for (int frame = 0; frame < 7200; ++frame) {
    const double began = milliseconds_now();
    line.move_by(2);
    stage::draw_overlay(line.overlay(), {}, {surface.row(0), surface.size().width, surface.size()});
    milliseconds.push_back(milliseconds_now() - began);
  }
  char name[64];
  std::snprintf(name, sizeof name, "band %d x %d by %d", screen.width, screen.height, rotate);
  row(name, milliseconds);
}

void bench_slide(const theme::Dress& dress) {
  content::Headline story{"1", "Hội nghị sơ kết phong trào toàn dân bảo vệ an ninh Tổ quốc sáu tháng đầu năm",
                          {},  {},
                          {},  std::nullopt,
                          {},  "Tin tức"};
  story.summary = "Toàn tỉnh duy trì 35 mô hình tự quản; 113/119 xã đạt chuẩn “Giữ vững an ninh, trật tự nông thôn”.";
  const playlist::Slide slide{"1", playlist::HeadlineSlide{story}};
  const scene::Surroundings around{"Công an tỉnh", TimeZone(), std::nullopt, std::nullopt, {}, {"Xin chào"}};
  std::vector<double> composing;
  std::vector<double> beginning;
  std::vector<double> finishing;
  for (int round = 0; round < 40; ++round) {
    const double began = milliseconds_now();
    auto composition = show::compose(slide, dress, around, {1920, 1080});
    const double composed = milliseconds_now();
    Canvas ground(composition.scene.size);
    stage::paint_ground(composition.scene, {}, ground);
    const double begun = milliseconds_now();
    const auto frame = show::frame_on(std::move(ground), std::move(composition), dress);
    composing.push_back(composed - began);
    beginning.push_back(begun - composed);
    finishing.push_back(milliseconds_now() - begun);
  }
  row("compose a slide", composing);
  row("its ground, elsewhere", beginning);
  row("its texts and strip", finishing);
}

}  // namespace

int main() {
  const auto dress = theme::load_dress(LOBBY_SOURCE_DIR, "hq");
  if (!dress) return 1;
  bench_band(*dress, {1920, 1080}, 0);
  bench_band(*dress, {1080, 1920}, 90);
  bench_band(*dress, {3840, 2160}, 0);
  bench_slide(*dress);
  return 0;
}
