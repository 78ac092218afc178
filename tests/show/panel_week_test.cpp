#include <gtest/gtest.h>

#include <cstdlib>

#include "picture/png.h"
#include "playlist/show.h"
#include "show/compose.h"
#include "show/panel_keeper.h"
#include "stage/offset.h"

namespace lobby::show {
namespace {

using namespace std::chrono;

constexpr Size screen{480, 270};
const WallTime start = sys_days(2027y / July / 24) + 1h;

/// For how many minutes on end each pixel of a screen looked the same at most.
class StillnessMap {
 public:
  void add(const Canvas& frame, stage::Offset offset) {
    for (int y = 0; y < screen.height; ++y) {
      const auto* row = frame.row(stage::row_at(y, offset, screen.height));
      for (int x = 0; x < screen.width; ++x) {
        auto& pixel = pixels_[static_cast<std::size_t>(y * screen.width + x)];
        const auto seen = row[std::clamp(x - offset.right, 0, screen.width - 1)];
        pixel.minutes = looks_like(seen, pixel.value) ? pixel.minutes + 1 : 1;
        pixel.value = pixel.minutes == 1 ? seen : pixel.value;
        pixel.longest = std::max(pixel.longest, pixel.minutes);
      }
    }
  }

  int longest() const { return std::ranges::max(pixels_, {}, &Pixel::longest).longest; }

  /// As a picture in the build tree: black for always new, white for the limit and beyond.
  void keep(const std::string& name, int limit) const {
    Canvas map(screen);
    for (int y = 0; y < screen.height; ++y) {
      for (int x = 0; x < screen.width; ++x) {
        const int minutes = pixels_[static_cast<std::size_t>(y * screen.width + x)].longest;
        const auto heat = static_cast<std::uint8_t>(std::min(255, minutes * 255 / limit));
        map.row(y)[x] = pack({heat, heat, heat});
      }
    }
    ASSERT_TRUE(picture::write_png(map, std::string(LOBBY_BUILD_DIR "/") + name));
  }

 private:
  struct Pixel {
    std::uint32_t value = 0;
    int minutes = 0;
    int longest = 0;
  };
  /// A panel does not age by what nobody sees.
  static bool looks_like(std::uint32_t a, std::uint32_t b) {
    constexpr int least = 6;
    for (const unsigned shift : {0U, 8U, 16U}) {
      if (std::abs(static_cast<int>(a >> shift & 0xFFU) - static_cast<int>(b >> shift & 0xFFU)) >= least) return false;
    }
    return true;
  }

  std::vector<Pixel> pixels_ = std::vector<Pixel>(static_cast<std::size_t>(screen.width * screen.height));
};

content::Headline headline(int number) {
  return {std::to_string(number),
          "Tin số " + std::to_string(number) + " của tỉnh về vụ lúa hè thu bội thu",
          {},
          {},
          {},
          start - 5h,
          {},
          "Tin tức"};
}

/// A slide with its strip on either side.
struct Poster {
  Canvas below;
  Canvas above;
};

class PanelWeek : public testing::Test {
 protected:
  Poster poster(const playlist::Slide& slide) {
    scene::Surroundings surroundings;
    surroundings.organisation = "Văn phòng Ủy ban nhân dân tỉnh";
    surroundings.now = TimeZone().local(start);  // the worst case: a clock that stands still
    Poster made;
    made.below = paint_frame(compose(slide, dress, surroundings, screen), dress, pictures(slide)).canvas;
    surroundings.strip = scene::StripSide::above;
    made.above = paint_frame(compose(slide, dress, surroundings, screen), dress, pictures(slide)).canvas;
    return made;
  }

  /// A picture of the size that its box asks for: light above, dark below.
  std::vector<Canvas> pictures(const playlist::Slide& slide) {
    std::vector<Canvas> all;
    for (const auto& op : compose(slide, dress, {}, screen).scene.pictures()) {
      Canvas& picture = all.emplace_back(Size{op.box.width, op.box.height});
      for (int y = 0; y < op.box.height; ++y) {
        const auto grey = static_cast<std::uint8_t>(220 - 180 * y / op.box.height);
        std::fill_n(picture.row(y), op.box.width, pack({grey, grey, grey}));
      }
    }
    return all;
  }

  /// The slides in turn, a minute each.
  StillnessMap map_of(const std::vector<Poster>& posters, minutes time) {
    StillnessMap map;
    for (int minute = 0; minute < time / 1min; ++minute) {
      const SteadyTime now = SteadyTime{} + 1min * minute;
      const auto& poster = posters[static_cast<std::size_t>(minute) % posters.size()];
      const bool above = keeper.strip_side(care, now) == scene::StripSide::above;
      map.add(above ? poster.above : poster.below, keeper.offset(care, now));
    }
    return map;
  }

  theme::Dress dress = theme::load_dress(LOBBY_SOURCE_DIR, "hq").value();
  config::PanelCare care;
  PanelKeeper keeper;
};

/// Headlines with and without a picture, a picture, a banner.
std::vector<playlist::Slide> usual_slides() {
  content::Headline with_picture = headline(1);
  with_picture.images = {{"a.jpg", {}, "a.jpg", {1600, 1200}}};
  content::Photo photo;
  photo.image = {"b.jpg", {}, "b.jpg", {1600, 900}};
  config::Notice notice{"Hội trường tầng hai tiếp công dân buổi sáng", {}, std::nullopt, std::nullopt, false};
  return {{"headline:1", playlist::HeadlineSlide{with_picture}},
          {"headline:2", playlist::HeadlineSlide{headline(2)}},
          {"photo:1", playlist::PhotoSlide{photo}},
          {"notice:1", playlist::NoticeSlide{notice}}};
}

TEST_F(PanelWeek, LeavesNoPixelTheSameForLongerThanTheLimit) {
  keeper.begin(SteadyTime{});
  std::vector<Poster> posters;
  for (const auto& slide : usual_slides()) posters.push_back(poster(slide));
  const int limit = static_cast<int>(care.static_limit / 1min);
  const auto map = map_of(posters, 7 * 24h);
  map.keep("heat-map-of-a-week.png", limit);
  EXPECT_LE(map.longest(), limit + static_cast<int>(posters.size()));
}

TEST_F(PanelWeek, WithoutAlternationTheStripWouldNeverChange) {
  care.strip = config::StripPlace::bottom;
  keeper.begin(SteadyTime{});
  std::vector<Poster> posters;
  for (const auto& slide : usual_slides()) posters.push_back(poster(slide));
  EXPECT_EQ(map_of(posters, 24h).longest(), 24 * 60);
}

}  // namespace
}  // namespace lobby::show
