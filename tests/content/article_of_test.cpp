#include "content/article_of.h"

#include <gtest/gtest.h>

namespace lobby::content {
namespace {

Headline saying(const std::string& title, const std::string& summary = {}) {
  Headline headline;
  headline.title = title;
  headline.summary = summary;
  return headline;
}

TEST(ArticleOf, IsThePageWithTheSameTitleInAnySpelling) {
  EXPECT_TRUE(
      is_article_of(saying("CÔNG AN TỈNH RA QUÂN BẢO ĐẢM TRẬT TỰ"), saying("Công an tỉnh ra quân bảo đảm trật tự")));
  EXPECT_TRUE(is_article_of(saying("Khai mạc lễ hội văn hoá"), saying("Khai mạc lễ hội văn hóa")));
}

TEST(ArticleOf, MayHaveALongerOrShorterTitleThanItsHeadline) {
  EXPECT_TRUE(is_article_of(saying("Vân Lam: Khai mạc lễ hội hoa ban năm 2026"), saying("Khai mạc lễ hội hoa ban")));
  EXPECT_TRUE(is_article_of(saying("Khai mạc lễ hội hoa ban"), saying("Khai mạc lễ hội hoa ban, đón 20 nghìn khách")));
}

TEST(ArticleOf, MayHaveAnotherTitleAboveTheSameLead) {
  const std::string lead = "Sáng 23/7, Công an tỉnh tổ chức lễ ra quân cao điểm trên toàn địa bàn.";
  EXPECT_TRUE(is_article_of(saying("Siết chặt kỷ cương", lead), saying("Ra quân cao điểm mùa du lịch", lead)));
}

TEST(ArticleOf, IsNotThePageOfAPortalThatIsBeingMended) {
  const Headline maintenance =
      saying("Hệ thống đang được bảo trì", "Hệ thống đang được nâng cấp, xin quý khách quay lại sau.");
  EXPECT_FALSE(
      is_article_of(maintenance, saying("Công an tỉnh ra quân bảo đảm trật tự", "Lễ ra quân có 200 chiến sĩ.")));
  EXPECT_FALSE(is_article_of(maintenance, saying("Khai mạc lễ hội hoa ban")));
}

TEST(ArticleOf, IsNotAPageWithoutAnyText) {
  EXPECT_FALSE(is_article_of(saying(""), saying("Khai mạc lễ hội hoa ban")));
}

}  // namespace
}  // namespace lobby::content
