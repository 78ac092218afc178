#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "playlist/slide.h"
#include "scene/build_scene.h"
#include "theme/dress.h"

// What laying out one slide costs: words, sizes, lines, measured by the shaper with the fonts of the theme. Each story
// is laid out once, so that no width of it is known before; the sizes are, as in a show that has run for a minute.
namespace {

using namespace lobby;

/// Of the processor, not of the wall: other work on the machine does not count.
double milliseconds_now() { return 1'000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<std::string> titles() {
  std::ifstream file(LOBBY_SOURCE_DIR "/tests/text/headlines.txt");
  std::vector<std::string> result;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::ranges::replace_if(line, [](char c) { return c == '_' || c == '~'; }, ' ');
    result.push_back(line);
  }
  return result;
}

content::Headline story(const std::vector<std::string>& titles, std::size_t number, std::size_t sentences) {
  content::Headline made;
  made.id = made.title = titles[number];
  made.source = "Tin tức";
  for (std::size_t i = 1; i <= sentences; ++i) made.summary += titles[(number + 7 * i) % titles.size()] + ". ";
  if (!made.summary.empty()) made.summary.pop_back();
  return made;
}

void row(const char* name, const theme::Dress& dress, Size screen, bool photo, std::size_t sentences) {
  const auto all = titles();
  std::vector<double> milliseconds;
  for (std::size_t number = 0; number < all.size(); ++number) {
    auto made = story(all, number, sentences);
    if (photo) made.images = {{"https://portal.example/anh.jpg", "Ảnh", "anh.jpg", {3000, 2000}}};
    const playlist::Slide slide{"1", playlist::HeadlineSlide{made}};
    const double began = milliseconds_now();
    const auto scene = scene::build_scene(slide, dress.theme, {}, screen, *dress.fonts);
    milliseconds.push_back(milliseconds_now() - began);
  }
  std::ranges::sort(milliseconds);
  std::printf("%-28s %9.2f ms half %9.2f ms 95 %% %9.2f ms worst of %zu\n", name, milliseconds[milliseconds.size() / 2],
              milliseconds[milliseconds.size() * 95 / 100], milliseconds.back(), milliseconds.size());
}

}  // namespace

int main() {
  const auto dress = theme::load_dress(LOBBY_SOURCE_DIR, "hq");
  if (!dress) {
    std::fprintf(stderr, "%s\n", dress.error().message.c_str());
    return 1;
  }
  for (const char* round : {"(first) ", ""}) {
    std::printf("%s\n", round);
    row("headline", *dress, {1920, 1080}, false, 0);
    row("headline and lead", *dress, {1920, 1080}, false, 2);
    row("headline, lead and photo", *dress, {1920, 1080}, true, 2);
    row("headline and long lead", *dress, {1920, 1080}, true, 12);
    row("long lead and photo", *dress, {1920, 1080}, true, 12);
    row("upright, with lead", *dress, {1080, 1920}, false, 2);
    row("upright, long lead", *dress, {1080, 1920}, false, 12);
    row("upright, long lead and photo", *dress, {1080, 1920}, true, 12);
  }
  return 0;
}
