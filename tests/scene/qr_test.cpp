#include "scene/qr.h"

#include <gmock/gmock.h>
#include <zbar.h>

#include "scene/build_scene.h"
#include "scene/facts.h"
#include "scene/placed_qr.h"

namespace lobby::scene {
namespace {

/// What a telephone reads from a code of three pixels a module with its quiet zone.
std::string read_by_zbar(const QrCode& code) {
  constexpr int module = 3;
  constexpr int quiet = 4;
  const int side = (code.side + 2 * quiet) * module;
  std::string grey(static_cast<std::size_t>(side * side), '\xFF');
  for (int y = 0; y < code.side * module; ++y) {
    for (int x = 0; x < code.side * module; ++x) {
      const int at = (y + quiet * module) * side + x + quiet * module;
      if (code.is_dark(x / module, y / module)) grey[static_cast<std::size_t>(at)] = '\0';
    }
  }
  zbar::ImageScanner scanner;
  scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
  zbar::Image image(static_cast<unsigned>(side), static_cast<unsigned>(side), "Y800", grey.data(), grey.size());
  if (scanner.scan(image) != 1) return "nothing";
  return image.symbol_begin()->get_data();
}

TEST(QrCode, IsReadByATelephone) {
  for (const std::string link :
       {"https://portal.example/tin-tuc/12345",
        "https://portal.example/vi/news/tin-tuc-su-kien/hoi-nghi-so-ket-phong-trao-toan-dan-bao-ve-an-ninh-to-quoc-"
        "sau-thang-dau-nam-1234567890.html?page=1&utm_source=trang-chu"}) {
    const auto code = qr_code(link);
    ASSERT_TRUE(code);
    EXPECT_EQ(read_by_zbar(*code), link);
  }
}

TEST(QrCode, OfNothingOrTooMuchIsNone) {
  EXPECT_FALSE(qr_code(""));
  EXPECT_FALSE(qr_code(std::string(3000, 'a')));
}

TEST(PlacedQr, HasWholePixelsAndAQuietZoneInTheMiddleOfItsBox) {
  const auto placed = placed_qr("https://portal.example/1", {100, 50, 400, 300}, 1080);
  ASSERT_TRUE(placed);
  EXPECT_EQ(placed->code.side, 25);
  EXPECT_EQ(placed->module, 9) << "300 pixels for 33 modules";
  EXPECT_EQ(placed->box, (Rect{151, 51, 297, 297}));
}

TEST(PlacedQr, IsLeftOutWhereItsModulesWouldBeTooSmall) {
  EXPECT_TRUE(placed_qr("https://portal.example/1", {0, 0, 165, 165}, 1080)) << "5 pixels are 0.46 %";
  EXPECT_FALSE(placed_qr("https://portal.example/1", {0, 0, 164, 164}, 1080)) << "4 pixels are 0.37 %";
  EXPECT_FALSE(placed_qr("https://portal.example/" + std::string(200, 'a'), {0, 0, 200, 200}, 1080));
  EXPECT_FALSE(placed_qr("", {0, 0, 400, 400}, 1080));
  const std::string longest = "https://portal.example/" + std::string(97, 'a');
  EXPECT_TRUE(placed_qr(longest, {0, 0, 270, 270}, 1080)) << "120 characters in a quarter of the height";
}

TEST(Fields, TheLinkOfAStoryIsThatOfTheWeb) {
  content::Headline headline;
  const auto link_of = [&](const char* link) {
    headline.link = link;
    const playlist::Slide slide{"1", playlist::HeadlineSlide{headline}};
    EXPECT_EQ(holds(config::Fact::link, slide, {1920, 1080}), fields_of(slide, {}).contains("link"));
    const auto fields = fields_of(slide, {});
    return fields.contains("link") ? fields.at("link") : "none";
  };
  EXPECT_EQ(link_of("https://portal.example/1"), "https://portal.example/1");
  EXPECT_EQ(link_of("http://portal.example/1"), "http://portal.example/1");
  EXPECT_EQ(link_of("news/1.html"), "none");
  EXPECT_EQ(link_of(""), "none");
}

TEST(Facts, ACodeNeedsAConfigThatAsksForItAndAnAddressThatIsShortEnough) {
  const auto has_code = [](const std::string& link, bool asked) {
    content::Headline headline;
    headline.link = link;
    return holds(config::Fact::qr, {"1", playlist::HeadlineSlide{headline, asked}}, {1920, 1080});
  };
  const std::string longest = "https://portal.example/" + std::string(97, 'a');
  EXPECT_TRUE(has_code(longest, true));
  EXPECT_TRUE(placed_qr(longest, {0, 0, 180, 180}, 720)) << "in a quarter of the smallest usual screen";
  EXPECT_FALSE(has_code(longest + "a", true));
  EXPECT_FALSE(has_code(longest, false));
  EXPECT_FALSE(has_code("news/1.html", true));
  EXPECT_FALSE(has_code("", true));
}

}  // namespace
}  // namespace lobby::scene
