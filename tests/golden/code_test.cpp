#include <gtest/gtest.h>
#include <zbar.h>

#include "picture/png.h"
#include "playlist/slide.h"
#include "show/compose.h"
#include "theme/dress.h"

namespace lobby {
namespace {

const std::string link =
    "https://portal.example/vi/tin-tuc/hoi-nghi-so-ket-phong-trao-toan-dan-bao-ve-an-ninh-to-quoc-sau-thang-1234.html";

playlist::Slide story(bool with_photo) {
  content::Headline headline;
  headline.id = headline.link = link;
  headline.title = "Hội nghị sơ kết phong trào toàn dân bảo vệ an ninh Tổ quốc sáu tháng đầu năm";
  headline.summary = "Toàn tỉnh duy trì 35 mô hình tự quản; 113/119 xã đạt chuẩn.";
  headline.source = "Tin tức";
  if (with_photo) headline.images = {{"https://portal.example/a.jpg", {}, "painted by the test", {3000, 2000}}};
  return {"1", playlist::HeadlineSlide{headline, true}};
}

/// What a telephone reads from a picture of the whole screen.
std::string read_by_zbar(const Canvas& canvas) {
  std::string grey;
  for (int y = 0; y < canvas.size().height; ++y) {
    for (int x = 0; x < canvas.size().width; ++x) {
      const Colour colour = unpack(canvas.row(y)[x]);
      grey += static_cast<char>((colour.red * 299 + colour.green * 587 + colour.blue * 114) / 1000);
    }
  }
  zbar::ImageScanner scanner;
  scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
  zbar::Image image(static_cast<unsigned>(canvas.size().width), static_cast<unsigned>(canvas.size().height), "Y800",
                    grey.data(), grey.size());
  if (scanner.scan(image) != 1) return "nothing";
  return image.symbol_begin()->get_data();
}

class CodeOnScreen : public testing::TestWithParam<Size> {};

TEST_P(CodeOnScreen, IsReadFromThePictureOfTheWholeSlide) {
  const auto dress = theme::load_dress(LOBBY_SOURCE_DIR, "hq");
  ASSERT_TRUE(dress) << dress.error().message;
  for (const bool with_photo : {false, true}) {
    auto composition = show::compose(story(with_photo), *dress, {}, GetParam());
    std::vector<Canvas> pictures;
    for (const auto& picture : composition.scene.pictures()) {
      pictures.emplace_back(Size{picture.box.width, picture.box.height});
    }
    const auto frame = show::paint_frame(std::move(composition), *dress, pictures);
    EXPECT_EQ(read_by_zbar(frame.canvas), link) << (with_photo ? "with a photo" : "alone");
  }
}

INSTANTIATE_TEST_SUITE_P(Screens, CodeOnScreen,
                         testing::Values(Size{1920, 1080}, Size{1280, 720}, Size{1080, 1920}, Size{720, 1280},
                                         Size{1080, 1080}, Size{3840, 1080}, Size{3840, 2160}),
                         [](const auto& size) {
                           return std::to_string(size.param.width) + "x" + std::to_string(size.param.height);
                         });

}  // namespace
}  // namespace lobby
