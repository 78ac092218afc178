#include "content/captions.h"

#include <gmock/gmock.h>

namespace lobby::content {
namespace {

using testing::ElementsAre;

/// «url: caption» of each picture in a fragment.
std::vector<std::string> pictures(const std::string& html) {
  const Markup page = Markup::html("<div>" + html + "</div>");
  std::vector<std::string> found;
  for (const Image& image : captioned(blocks(page.root(), "", Boilerplate::kept)).images) {
    found.push_back(image.url + ": " + image.caption);
  }
  return found;
}

std::vector<std::string> paragraphs(const std::string& html) {
  const Markup page = Markup::html("<div>" + html + "</div>");
  std::vector<std::string> found;
  for (const Paragraph& paragraph : captioned(blocks(page.root(), "", Boilerplate::kept)).paragraphs) {
    found.push_back(paragraph.text);
  }
  return found;
}

TEST(Captions, StandInAFigure) {
  EXPECT_THAT(pictures("<figure><img src=a.jpg><figcaption>Lễ khai mạc</figcaption></figure><p>Sáng nay.</p>"),
              ElementsAre("a.jpg: Lễ khai mạc"));
}

TEST(Captions, StandInACentredParagraphAfterThePicture) {
  const char* html = "<p align=center><img src=a.jpg></p><p style='TEXT-ALIGN: center'>Lễ khai mạc</p><p>Sáng nay.</p>";
  EXPECT_THAT(pictures(html), ElementsAre("a.jpg: Lễ khai mạc"));
  EXPECT_THAT(paragraphs(html), ElementsAre("Sáng nay."));
}

TEST(Captions, StandInItalicsAfterThePicture) {
  EXPECT_THAT(pictures("<p><img src=a.jpg><br><em>Lễ khai mạc</em></p><p>Sáng nay.</p>"),
              ElementsAre("a.jpg: Lễ khai mạc"));
}

TEST(Captions, StandInTheCellBelow) {
  EXPECT_THAT(pictures("<table><tr><td><img src=a.jpg></td></tr><tr><td>Lễ khai mạc</td></tr></table><p>Sáng nay.</p>"),
              ElementsAre("a.jpg: Lễ khai mạc"));
}

TEST(Captions, StandSideBySideUnderPicturesSideBySide) {
  EXPECT_THAT(pictures("<table><tr><td><img src=a.jpg></td><td><img src=b.jpg></td></tr>"
                       "<tr><td>Khai mạc</td><td>Bế mạc</td></tr></table>"),
              ElementsAre("a.jpg: Khai mạc", "b.jpg: Bế mạc"));
}

TEST(Captions, AreKnownByTheirClass) {
  EXPECT_THAT(pictures("<div><img src=a.jpg></div><div class='PhotoCMS_Caption'><p>Lễ khai mạc</p></div>"),
              ElementsAre("a.jpg: Lễ khai mạc"));
}

TEST(Captions, AreSharedByAdjacentPictures) {
  EXPECT_THAT(pictures("<p><img src=a.jpg> <img src=b.jpg></p><p><em>Cán bộ, chiến sĩ</em></p>"),
              ElementsAre("a.jpg: Cán bộ, chiến sĩ", "b.jpg: Cán bộ, chiến sĩ"));
}

TEST(Captions, OfAFigureAreNotSharedWithTheNext) {
  EXPECT_THAT(
      pictures("<figure><img src=a.jpg></figure><figure><img src=b.jpg><figcaption>Bế mạc</figcaption></figure>"),
      ElementsAre("a.jpg: ", "b.jpg: Bế mạc"));
}

TEST(Captions, FallBackToTheAlternativeText) {
  EXPECT_THAT(pictures("<p><img src=a.jpg alt='Lễ khai mạc'></p><p>Sáng nay, lễ khai mạc diễn ra.</p>"),
              ElementsAre("a.jpg: Lễ khai mạc"));
  EXPECT_THAT(pictures("<p><img src=a.jpg alt='87e90dbac8ff0ba152ee'></p><p>Sáng nay.</p>"), ElementsAre("a.jpg: "));
}

TEST(Captions, AreNoOrdinaryParagraphs) {
  const char* html = "<p><img src=a.jpg></p><p style='text-align: justify'>Sáng nay.</p>";
  EXPECT_THAT(pictures(html), ElementsAre("a.jpg: "));
  EXPECT_THAT(paragraphs(html), ElementsAre("Sáng nay."));
}

TEST(Captions, LoseTheImageIdThatIsGluedToThem) {
  EXPECT_THAT(pictures("<p><img src=a.jpg></p><p align=center>87e90dbac8ff0ba152eeLễ gặp mặt</p>"),
              ElementsAre("a.jpg: Lễ gặp mặt"));
}

TEST(Captions, CountAPictureThatIsShownTwiceOnce) {
  EXPECT_THAT(pictures("<img src=a.jpg><p>Sáng nay.</p><img src=a.jpg><p><i>Lễ khai mạc</i></p>"),
              ElementsAre("a.jpg: Lễ khai mạc"));
}

TEST(Paragraphs, EndAtTwoLineBreaks) {
  EXPECT_THAT(paragraphs("Một<br>vẫn một<br><br>Hai<br /><br />Ba./."), ElementsAre("Một vẫn một", "Hai", "Ba"));
}

}  // namespace
}  // namespace lobby::content
