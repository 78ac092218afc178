#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "show/compose.h"
#include "stage/painter.h"
#include "theme/dress.h"

// What a slide costs before it can stand: laying it out, the first time and again, and painting its texts.
namespace {

using namespace lobby;
using namespace std::chrono;

/// Of the processor: the machine may have other work.
double milliseconds_of(const std::function<void()>& work) {
  const auto began = std::clock();
  work();
  return 1000.0 * static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
}

double best_of(int runs, const std::function<void()>& work) {
  double best = milliseconds_of(work);
  for (int run = 1; run < runs; ++run) best = std::min(best, milliseconds_of(work));
  return best;
}

content::Headline headline(const std::string& title, const std::string& summary = {}) {
  return {title, title, {}, summary, {}, sys_days(2024y / July / 24) + 1h, {}, "Tin tức"};
}

struct NamedSlide {
  const char* name;
  playlist::Slide slide;
};

std::vector<NamedSlide> slides() {
  const auto title =
      "Hội nghị sơ kết phong trào toàn dân bảo vệ an ninh Tổ quốc sáu tháng đầu năm, triển khai nhiệm vụ";
  std::string lead;
  for (int sentence = 0; sentence < 6; ++sentence) {
    lead += "Toàn tỉnh duy trì 35 mô hình tự quản; 113/119 xã đạt chuẩn “Giữ vững an ninh, trật tự nông thôn”. ";
  }
  std::vector<content::Headline> list(4, headline(title));
  for (std::size_t row = 0; row < list.size(); ++row) list[row].title += " số " + std::to_string(row);
  const calendar::Occurrence day{{"Ngày truyền thống lực lượng An ninh nhân dân",
                                  1946y / July / 12,
                                  calendar::Tone::celebration,
                                  std::nullopt,
                                  {}},
                                 2024y / July / 12,
                                 78};
  return {{"headline", {"1", playlist::HeadlineSlide{headline("Trồng cây đầu năm tại Vân Lam", "Hơn 300 cây.")}}},
          {"headline, long lead", {"2", playlist::HeadlineSlide{headline(title, lead)}}},
          {"headline-list", {"3", playlist::HeadlineListSlide{list}}},
          {"anniversary", {"4", playlist::AnniversarySlide{{{day}}}}},
          {"notice", {"5", playlist::NoticeSlide{{title, lead, std::nullopt, std::nullopt, false}}}}};
}

scene::Scene only_texts(scene::Scene scene) {
  std::erase_if(scene.ops, [](const scene::Op& op) { return !std::holds_alternative<scene::TextOp>(op); });
  return scene;
}

void row(const NamedSlide& named, const std::string& data, Size screen) {
  constexpr int runs = 15;
  const scene::Surroundings surroundings{"Công an tỉnh Ninh Bình", TimeZone(),
                                         LocalTime{2024y / July / 24, 9h, 41min, 0s}, std::nullopt};
  const auto dress = theme::load_dress(std::filesystem::path(data), "hq");
  if (!dress) return;
  show::Composition composition;
  const auto compose = [&] { composition = show::compose(named.slide, *dress, surroundings, screen); };
  const double first = milliseconds_of(compose);
  const double again = best_of(runs, compose);
  Canvas canvas(screen);
  const auto texts = only_texts(composition.scene);
  const auto paint = [&] { stage::paint(texts, *dress->fonts, {}, canvas); };
  const double first_paint = milliseconds_of(paint);
  const double next_paint = best_of(runs, paint);
  std::printf("%-22s %9.2f %9.2f %11.2f %11.2f\n", named.name, first, again, first_paint, next_paint);
}

}  // namespace

int main(int count, char** arguments) {
  const std::string data = count > 1 ? arguments[1] : LOBBY_SOURCE_DIR;
  std::printf("milliseconds at 1920x1080: laying out, first and again; painting the texts, first and again\n");
  for (const auto& slide : slides()) row(slide, data, {1920, 1080});
}
