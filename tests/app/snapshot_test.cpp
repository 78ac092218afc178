#include <gmock/gmock.h>

#include <fstream>
#include <regex>

#include "../world/workplace.h"

namespace lobby::app {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Every file of a folder with its bytes.
std::map<std::string, std::string> files_of(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files[entry.path().filename()] = bytes_in(entry.path());
  }
  return files;
}

class Snapshot : public Workplace {};

TEST_F(Snapshot, ShowsHeadlinesThenPhotosThenTheList) {
  configure(feed_config());
  const Json index = snapshot();
  EXPECT_EQ(index.at("size"), Json::parse("[640,360]"));
  EXPECT_EQ(index.at("at"), "2024-07-01T08:00:00+07:00");
  EXPECT_THAT(kinds_of(index),
              ElementsAre("headline", "headline", "headline", "photo", "photo", "photo", "headline-list"));
  EXPECT_THAT(titles_of(index, "headline"), ElementsAre(title_of(1), title_of(2), title_of(3)));
  EXPECT_THAT(titles_of(index, "photo"), ElementsAre(caption_of(1), caption_of(2), caption_of(3)));
}

TEST_F(Snapshot, WritesAPictureOfEverySlideAndNamesItInTheIndex) {
  configure(feed_config());
  const Json index = snapshot();
  for (const Json& slide : index.at("slides")) {
    const std::string file = slide.at("file");
    EXPECT_TRUE(bytes_in(folder.path() / "out" / file).starts_with("\x89PNG")) << file;
    EXPECT_GT(slide.at("seconds").get<double>(), 0) << file;
    EXPECT_EQ(slide.at("item").at("source"), "Tin tức") << file;
  }
  EXPECT_EQ(index.at("slides").at(0).at("file"), "01-headline.png");
}

TEST_F(Snapshot, OfAPlayerWithoutAConfigSaysSoOnEverySlideOfTheDemo) {
  if (std::filesystem::exists("/etc/lobby-player/config.yaml")) GTEST_SKIP() << "this machine has a config";
  const auto out = folder.path() / "out";
  ASSERT_EQ(player({"snapshot", "--out", out, "--size", "640x360"}).status, 0);
  const Json index = Json::parse(bytes_in(out / "index.json"));
  EXPECT_GT(index.at("slides").size(), 6U);
  for (const Json& slide : index.at("slides")) {
    std::string said;
    for (const auto& line : lines_of(slide)) said += line + " ";
    EXPECT_THAT(said, HasSubstr("CHƯA ĐƯỢC CẤU HÌNH"));
  }
}

TEST_F(Snapshot, ShowsNothingThatPortalsLeaveInTheirTexts) {
  configure(feed_config());
  const Json index = snapshot();
  const std::regex remains("[0-9a-f]{20}|\\./\\.|&[a-z]+;|&#|<[a-z/]");
  for (const Json& slide : index.at("slides")) {
    for (const std::string& line : lines_of(slide)) {
      EXPECT_FALSE(std::regex_search(line, remains)) << line;
    }
  }
}

TEST_F(Snapshot, ShowsTheOrganisationAndBothDatesInTheStripOfEverySlide) {
  configure(feed_config());
  const Json index = snapshot({}, "2024-07-24T08:15:00");
  for (const Json& slide : index.at("slides")) {
    EXPECT_THAT(slide.dump(), HasSubstr("24/07/2024"));
    EXPECT_THAT(slide.dump(), HasSubstr("19 tháng Sáu"));
    EXPECT_THAT(slide.dump(), HasSubstr("08:15"));
  }
}

TEST_F(Snapshot, GivesTheSameBytesForTheSameInput) {
  configure(feed_config());
  snapshot();
  const auto first = files_of(folder.path() / "out");
  snapshot();
  EXPECT_EQ(first, files_of(folder.path() / "out"));
}

TEST_F(Snapshot, DrawsEveryCanonicalSpellingWithTheSamePixels) {
  const auto pictures_of = [&](const std::string& truyen_thong, const std::string& viet) {
    const auto feed = folder.path() / "news.json";
    std::ofstream(feed) << R"({"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1",)"
                        << R"("title": "Ngày )" << truyen_thong << R"( của nhân dân )" << viet << R"( Nam",)"
                        << R"("content_text": "Nhân dân )" << viet << R"( Nam mừng ngày )" << truyen_thong << R"("}]})";
    configure("organisation: Người " + viet + "\nsources:\n  - {name: " + viet + ", feed: " + feed.string() +
              "}\nnotices:\n  - text: Giữ gìn " + truyen_thong + "\nplaylist: [notices, {headlines: 1}]\n");
    snapshot();
    return files_of(folder.path() / "out");
  };
  const auto composed = pictures_of("truyền thống", "Việt");
  EXPECT_EQ(composed.size(), 5U);
  // Taken apart; then with the dot below after the circumflex, and half composed.
  EXPECT_EQ(pictures_of("truye\u0302\u0300n tho\u0302\u0301ng", "Vie\u0323\u0302t"), composed);
  EXPECT_EQ(pictures_of("truy\u00ea\u0300n th\u00f4\u0301ng", "Vie\u0302\u0323t"), composed);
  EXPECT_EQ(pictures_of("truyền th\u00f4\u0301ng", "Vi\u1eb9\u0302t"), composed);
}

TEST_F(Snapshot, StaysTheSameWhenThePortalIsGone) {
  configure(feed_config());
  const Json before = snapshot();
  portal.stop();
  EXPECT_EQ(snapshot({"--offline"}), before);
  EXPECT_EQ(snapshot(), before);
}

TEST_F(Snapshot, AsksNothingWhenOffline) {
  configure(feed_config());
  const Json index = snapshot({"--offline"});
  EXPECT_THAT(kinds_of(index), ElementsAre("standby"));
  EXPECT_THAT(portal.visits(), IsEmpty());
}

TEST_F(Snapshot, ShowsTheSameNewsOfAFeedAndOfAPageReadByARecipe) {
  configure(feed_config());
  const Json from_feed = snapshot();
  configure(page_config());
  const Json from_page = snapshot();
  EXPECT_EQ(kinds_of(from_page), kinds_of(from_feed));
  EXPECT_EQ(titles_of(from_page, "headline"), titles_of(from_feed, "headline"));
  EXPECT_EQ(titles_of(from_page, "photo"), titles_of(from_feed, "photo"));
}

TEST_F(Snapshot, CelebratesTwoAnniversariesThatFollowCloselyInOneBannerUntilTheirTimeIsOver) {
  configure(
      "anniversaries:\n"
      "  - {name: Ngày truyền thống lực lượng An ninh nhân dân, since: 12/7/1946}\n"
      "  - {name: Ngày truyền thống lực lượng Cảnh sát nhân dân, since: 20/7/1962}\n");
  const Json shown = snapshot({}, "2024-07-24T08:00:00");
  ASSERT_THAT(kinds_of(shown), ElementsAre("anniversary"));
  EXPECT_THAT(titles_of(shown, "anniversary"), ElementsAre(AllOf(HasSubstr("78 năm"), HasSubstr("62 năm"))));
  EXPECT_THAT(lines_of(shown.at("slides").at(0)), AllOf(Contains(HasSubstr("78")), Contains(HasSubstr("62"))));
  EXPECT_THAT(kinds_of(snapshot({}, "2024-07-26T08:00:00")), ElementsAre("standby"));
}

TEST_F(Snapshot, LeavesOutAPictureThatIsEmptyOrCutShort) {
  const std::string whole = picture_bytes("progressive.jpg");
  portal.serve("/anh/1.jpg", "", "image/jpeg");
  portal.serve("/anh/2.jpg", whole.substr(0, whole.size() / 2), "image/jpeg");
  configure(feed_config());
  const Json index = snapshot();
  EXPECT_THAT(headline_slide(index, 1).at("images"), IsEmpty());
  EXPECT_THAT(headline_slide(index, 2).at("images"), IsEmpty());
  EXPECT_EQ(headline_slide(index, 3).at("images").size(), 1U);
  EXPECT_THAT(titles_of(index, "photo"), ElementsAre(caption_of(3)));
}

TEST_F(Snapshot, NeverShowsAFileOfThisMachineThatAPortalNames) {
  const auto secret = "file://" + write(folder.path() / "secret.jpg", picture_bytes("baseline.jpg")).string();
  portal.serve("/rss.xml",
               rss("<item><title>Tin có ảnh lạ</title><link>" + portal.url("/tin/9.html") +
                   "</link><enclosure type=\"image/jpeg\" length=\"1\" url=\"" + secret +
                   "\"/><description>&lt;img src=\"" + secret +
                   "\"&gt;&lt;img src=\"file:///etc/hostname\"&gt;"
                   "</description></item>"),
               feed_type);
  portal.serve("/tin/9.html",
               "<html><body><h1>Tin có ảnh lạ</h1><div class=detail><p>Một đoạn văn đủ dài để trang này là một bài "
               "viết chứ không phải một danh sách tin tức nào khác.</p><p><img src=\"" +
                   secret + "\"></p></div></body></html>",
               page_type);
  configure(feed_config());
  const Json index = snapshot();
  EXPECT_THAT(kinds_of(index), ElementsAre("headline"));
  EXPECT_THAT(index.dump(), Not(HasSubstr("secret")));
  EXPECT_THAT(index.dump(), Not(HasSubstr("hostname")));
}

TEST_F(Snapshot, ShowsAnUrgentNoticeAlone) {
  configure(feed_config() + "notices:\n  - {text: Cấm đường để chữa cháy, urgent: true}\n");
  EXPECT_THAT(kinds_of(snapshot()), ElementsAre("notice"));
}

TEST_F(Snapshot, RefusesATimeThatIsNone) {
  configure(feed_config());
  const Outcome outcome = player({"snapshot", "--config", config(), "--out", folder.path(), "--at", "hôm nay"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.messages, HasSubstr("hôm nay"));
}

TEST_F(Snapshot, FailsWhereItCannotWrite) {
  configure(feed_config());
  const auto file = write(folder.path() / "file", "");
  const Outcome outcome = player({"snapshot", "--config", config(), "--out", file / "out", "--offline"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.messages, HasSubstr("cannot be made"));
}

}  // namespace
}  // namespace lobby::app
