#include "content/pictures.h"

#include <gtest/gtest.h>

namespace lobby::content {
namespace {

struct PictureCase {
  const char* img;
  const char* url;  ///< Empty: no picture.
};

void PrintTo(const PictureCase& c, std::ostream* out) { *out << c.img; }

class Picture : public testing::TestWithParam<PictureCase> {};

TEST_P(Picture, IsWhatABrowserWouldShowInTheEnd) {
  const Markup page = Markup::html(GetParam().img);
  const Node img = descendants(page.root(), "img").at(0);
  EXPECT_EQ(picture_url(img, "https://portal.example/").value_or(""), GetParam().url);
}

INSTANTIATE_TEST_SUITE_P(
    Images, Picture,
    testing::Values(
        PictureCase{"<img src=/a.jpg>", "https://portal.example/a.jpg"},
        PictureCase{"<img src='data:image/gif;base64,R0lGOD' data-src='/a.jpg'>", "https://portal.example/a.jpg"},
        PictureCase{"<img src='/images/blank.gif' data-original='/a.jpg'>", "https://portal.example/a.jpg"},
        PictureCase{"<img src='/a.jpg' srcset='/a.jpg 480w, /b.jpg 1200w, /c.jpg 800w'>",
                    "https://portal.example/b.jpg"},
        PictureCase{"<img src='data:,' data-srcset='/a.jpg 1x,/b.jpg 2x'>", "https://portal.example/b.jpg"},
        PictureCase{"<img srcset='/anh,w_100.jpg 1x, /anh,w_200.jpg 2x'>", "https://portal.example/anh,w_200.jpg"},
        PictureCase{"<img srcset='/a.jpg'>", "https://portal.example/a.jpg"},
        PictureCase{"<img src='data:image/gif;base64,R0lGOD'>", ""},
        PictureCase{"<img src='/p.gif' width=1 height=1>", ""},
        PictureCase{"<img src='/new.gif' width='28px' height='11px'>", ""}, PictureCase{"<img src='/logo.svg'>", ""},
        PictureCase{"<img src='/a.jpg' width='100%'>", "https://portal.example/a.jpg"}, PictureCase{"<img src=''>", ""},
        PictureCase{"<img>", ""}));

TEST(CaptionText, IsEmptyForIdsAndFileNames) {
  for (const char* alt : {"87e90dbac8ff0ba152ee", "IMG_1234", "DSC00012.JPG", "anh hoi nghi.jpg", "1", ""}) {
    EXPECT_EQ(caption_text(alt), "") << alt;
  }
}

TEST(CaptionText, IsCleanText) {
  EXPECT_EQ(caption_text(" L&ecirc;&#x303;  <b>khai</b> mạc "), "Lễ khai mạc");
  EXPECT_EQ(caption_text("87e90dbac8ff0ba152eeLễ gặp mặt"), "Lễ gặp mặt");
}

}  // namespace
}  // namespace lobby::content
