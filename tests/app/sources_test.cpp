#include <gmock/gmock.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <random>
#include <thread>

#include "../world/workplace.h"

namespace lobby::app {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using testing::UnorderedElementsAre;

std::vector<std::string> paths_of(const std::vector<Visit>& visits, int status) {
  std::vector<std::string> paths;
  for (const Visit& visit : visits) {
    if (visit.status == status) paths.push_back(visit.path);
  }
  return paths;
}

class Sources : public Workplace {
 protected:
  std::string feed_with(const std::string& rules) const {
    return "sources:\n  - {name: Tin tức, feed: \"" + portal.url("/rss.xml") + "\", " + rules + "}\n";
  }
  /// Expects that the fetch fails for that reason and that the show is what it was.
  void expect_last_good_kept(const Json& before, const std::string& reason) const {
    const Outcome outcome = fetch();
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.output, AllOf(StartsWith("failed Tin tức: "), HasSubstr(reason)));
    EXPECT_EQ(offline_snapshot(), before);
  }
};

TEST_F(Sources, AreFetchedWithTheirArticlesAndPictures) {
  configure(feed_config());
  const Outcome outcome = fetch();
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  EXPECT_EQ(outcome.output, "ok     Tin tức: 3 headlines, 0 photos\n");
  const auto paths = paths_of(portal.visits(), 200);
  EXPECT_THAT(paths, UnorderedElementsAre("/rss.xml", "/tin/1.html", "/tin/2.html", "/tin/3.html", "/anh/1.jpg",
                                          "/anh/2.jpg", "/anh/3.jpg"));
  EXPECT_EQ(paths.front(), "/rss.xml") << "articles and pictures come side by side, but after the document";
}

TEST_F(Sources, AreOnlyAskedWhetherTheyChangedOnceTheyWereFetched) {
  configure(feed_config());
  fetch();
  portal.visits();
  EXPECT_EQ(fetch().status, 0);
  const auto visits = portal.visits();
  EXPECT_THAT(paths_of(visits, 200), IsEmpty());
  EXPECT_THAT(paths_of(visits, 304), ElementsAre("/rss.xml")) << "articles are asked again after six hours only";
  for (const Visit& visit : visits) EXPECT_THAT(visit.if_none_match, Not(IsEmpty())) << visit.path;
}

TEST_F(Sources, BringWhatIsNewWithoutFetchingTheRestAgain) {
  configure(feed_config());
  fetch();
  portal.serve(
      "/rss.xml",
      rss("<item><title>Tin mới nhất của buổi sáng</title><link>" + portal.url("/tin/1.html") + "</link></item>"),
      feed_type);
  portal.visits();
  EXPECT_EQ(fetch().status, 0);
  EXPECT_THAT(paths_of(portal.visits(), 200), ElementsAre("/rss.xml"));
  EXPECT_THAT(titles_of(offline_snapshot(), "headline"), ElementsAre("Tin mới nhất của buổi sáng"));
}

TEST_F(Sources, KeepTheirLastGoodItemsWhenTheFeedIsEmptied) {
  configure(feed_config());
  const Json before = snapshot();
  portal.serve("/rss.xml", rss(""), feed_type);
  expect_last_good_kept(before, "no news in it");
}

TEST_F(Sources, KeepTheirLastGoodItemsWhenTheFeedIsCutShort) {
  configure(feed_config());
  const Json before = snapshot();
  portal.serve("/rss.xml",
               rss("<item><title>Tin thứ nhất trong ngày</title></item><item><title>Tin thứ h").substr(0, 170),
               feed_type);
  expect_last_good_kept(before, "ends in the middle");
}

TEST_F(Sources, KeepTheirLastGoodItemsWhenALoginPageAnswers) {
  configure(feed_config());
  const Json before = snapshot();
  portal.serve("/rss.xml",
               "<html><head><title>Đăng nhập</title></head><body><h1>Đăng nhập hệ thống điều hành</h1>"
               "<form><input name=u><input type='password'></form></body></html>",
               page_type);
  expect_last_good_kept(before, "login page");
}

TEST_F(Sources, KeepTheirLastGoodItemsWhenThePageIsGone) {
  configure(page_config());
  const Json before = snapshot();
  portal.serve("/", "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>",
               page_type);
  expect_last_good_kept(before, "error page");
}

TEST_F(Sources, KeepTheirLastGoodItemsAndSayWhenThePageBecameAnother) {
  configure(page_config());
  const Json before = snapshot();
  std::string strangers;
  for (const char* number : {"1", "2", "3"}) {
    strangers += std::string("<div class='item-news'><h2><a href='http://hotspot.example/") + number +
                 "'>Gói cước thứ " + number + " của nhà mạng</a></h2></div>";
  }
  portal.serve("/", "<html><body>" + strangers + "</body></html>", page_type);
  const Outcome outcome = fetch();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, StartsWith("changed Tin tức: the page has changed: expected 3 headlines with dates"));
  EXPECT_THAT(outcome.output, HasSubstr("hotspot.example"));
  EXPECT_EQ(offline_snapshot(), before);
}

TEST_F(Sources, SayWhatWasExpectedWhereARecipeFindsNothingAnyMore) {
  configure(page_config());
  const Json before = snapshot();
  portal.serve("/", "<html><body><h1>Giao diện mới</h1></body></html>", page_type);
  expect_last_good_kept(before, "expected 3 headlines with dates");
}

TEST_F(Sources, KeepTheirLastGoodItemsWhenThePortalIsDown) {
  configure(feed_config());
  const Json before = snapshot();
  portal.stop();
  expect_last_good_kept(before, "127.0.0.1");
}

TEST_F(Sources, TakeNoArticleThatSaysTheSameOfEveryStory) {
  configure(feed_config());
  const std::string maintenance =
      "<html><head><title>Bảo trì</title></head><body><article><h1>Hệ thống đang được bảo trì</h1><p>Xin quý khách "
      "quay lại sau ít phút. Hệ thống đang được nâng cấp để phục vụ tốt hơn.</p><img src='/anh/1.jpg' width=800 "
      "height=600></article></body></html>";
  for (const char* path : {"/tin/1.html", "/tin/2.html", "/tin/3.html"}) portal.serve(path, maintenance, page_type);
  EXPECT_EQ(fetch().status, 0);
  const Json index = offline_snapshot();
  EXPECT_THAT(titles_of(index, "headline"), ElementsAre(title_of(1), title_of(2), title_of(3)));
  EXPECT_THAT(titles_of(index, "photo"), IsEmpty());
  EXPECT_THAT(index.dump(), Not(HasSubstr("nâng cấp")));
}

TEST_F(Sources, AskForArticlesAndPicturesOnlyOfADocumentThatWasGood) {
  configure(feed_config());
  portal.serve("/rss.xml", rss(""), feed_type);
  EXPECT_EQ(fetch().status, 1);
  EXPECT_THAT(paths_of(portal.visits(), 200), ElementsAre("/rss.xml"));
}

class LinkedFeeds : public Sources {
 protected:
  LinkedFeeds() {
    configure("sources:\n  - {name: Tin tức, page: \"" + portal.url("/trang-chu") + "\"}\n");
    std::string entries;
    for (const int number : {1, 2, 3}) {
      entries += "<div class=item><h2><a href='/tin/" + std::to_string(number) + ".html'>" + title_of(number) +
                 "</a></h2><span>2" + std::to_string(number) + "/07/2024</span></div>";
    }
    portal.serve("/trang-chu",
                 "<html><head><title>Trang chủ</title><link rel=alternate type='application/rss+xml' href='/rss.xml'>"
                 "</head><body>" +
                     entries + "</body></html>",
                 page_type);
  }
};

TEST_F(LinkedFeeds, AreReadInThePlaceOfThePageWhereTheyAreAboutTheSame) {
  EXPECT_EQ(fetch().status, 0);
  EXPECT_THAT(lines_of(headline_slide(offline_snapshot(), 1)), testing::Contains(HasSubstr("Sáng 23/7")))
      << "the feed has leads";
  portal.visits();
  EXPECT_EQ(fetch().status, 0);
  EXPECT_THAT(paths_of(portal.visits(), 304), ElementsAre("/rss.xml")) << "also after a restart";
}

TEST_F(LinkedFeeds, ThatAreBrokenAreNoFaultOfThePage) {
  for (const std::string& broken : {std::string("<html><body>404</body></html>"), rss("").substr(0, 60)}) {
    portal.serve("/rss.xml", broken, feed_type);
    const Outcome outcome = fetch();
    EXPECT_EQ(outcome.status, 0) << outcome.output;
    EXPECT_EQ(titles_of(offline_snapshot(), "headline").size(), 3U);
  }
}

TEST_F(LinkedFeeds, ArePassedOverWhereTheirStoriesAreOthers) {
  portal.serve("/rss.xml",
               rss("<item><title>Tin của cả nước</title><link>" + portal.url("/tin/9.html") + "</link></item>"),
               feed_type);
  EXPECT_EQ(fetch().status, 0);
  EXPECT_THAT(titles_of(offline_snapshot(), "headline"), UnorderedElementsAre(title_of(1), title_of(2), title_of(3)));
}

TEST_F(Sources, KeepTheirLastGoodItemsWhenALocalFileIsBroken) {
  write(folder.path() / "news.xml", rss("<item><title>Phiên chợ vùng cao mở lại</title></item>"));
  configure("sources: [{name: Tin tức, feed: news.xml}]\n");
  EXPECT_EQ(fetch().status, 0);
  write(folder.path() / "news.xml", "");
  EXPECT_EQ(fetch().status, 1);
  EXPECT_THAT(titles_of(offline_snapshot(), "headline"), ElementsAre("Phiên chợ vùng cao mở lại"));
}

TEST_F(Sources, ComeBackByThemselvesWhenTheFeedIsGoodAgain) {
  configure(feed_config());
  const Json before = snapshot();
  portal.serve("/rss.xml", rss(""), feed_type);
  EXPECT_EQ(fetch().status, 1);
  portal.serve("/rss.xml", rss("<item><title>Phiên chợ vùng cao mở lại</title></item>"), feed_type);
  EXPECT_EQ(fetch().status, 0);
  EXPECT_THAT(titles_of(offline_snapshot(), "headline"), ElementsAre("Phiên chợ vùng cao mở lại"));
}

TEST_F(Sources, AreReadAfreshWhenTheStoredPageDoesNotFitTheNewRecipe) {
  configure(page_config());
  fetch();
  configure(page_config("//article"));
  const Outcome outcome = fetch();
  EXPECT_EQ(outcome.status, 1) << outcome.output;
  EXPECT_THAT(outcome.output, StartsWith("failed Tin tức: "));
}

TEST_F(Sources, FailOneByOne) {
  configure("sources:\n  - {name: Tốt, feed: \"" + portal.url("/rss.xml") + "\"}\n  - {name: Hỏng, feed: \"" +
            portal.url("/khong-co.xml") + "\"}\n");
  const Outcome outcome = fetch();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, HasSubstr("ok     Tốt: 3 headlines"));
  EXPECT_THAT(outcome.output, AllOf(HasSubstr("failed Hỏng: "), HasSubstr("404")));
  EXPECT_EQ(titles_of(offline_snapshot(), "headline").size(), 3U);
}

TEST_F(Sources, SurviveAPowerCutInTheMiddleOfAFetch) {
  configure(feed_config());
  const Json before = snapshot();
  const auto cut_at = [this](const std::string& path) {
    portal.hang(path);
    portal.visits();
    Program fetching(lobby_player({"fetch", "--config", config()}), environment);
    ASSERT_TRUE(portal.waits_for(path));
    fetching.signal(SIGKILL);
    EXPECT_EQ(fetching.outcome().status, -SIGKILL);
  };
  cut_at("/rss.xml");
  EXPECT_EQ(offline_snapshot(), before);
  portal.serve("/rss.xml", rss("<item><title>Tin mới</title><link>" + portal.url("/tin/9.html") + "</link></item>"),
               feed_type);
  cut_at("/tin/9.html");
  EXPECT_THAT(titles_of(offline_snapshot(), "headline"), ElementsAre("Tin mới")) << "the feed was whole";
}

/// LOBBY_KILLS asks for more than the usual rounds.
int kills() {
  const char* const asked = std::getenv("LOBBY_KILLS");
  return asked != nullptr ? std::atoi(asked) : 12;
}

TEST_F(Sources, LoseNothingHoweverOftenTheyAreKilled) {
  configure(feed_config());
  fetch();
  std::mt19937 random(2026);
  for (int round = 1; round <= kills(); ++round) {
    const auto named = [&](int number) {
      return "Tin " + std::to_string(number) + " của vòng " + std::to_string(round);
    };
    std::string items;
    for (int number = 1; number <= 3; ++number) {
      items += "<item><title>" + named(number) + "</title><link>" +
               portal.url("/tin/" + std::to_string(number) + ".html?" + std::to_string(round)) + "</link></item>";
    }
    const auto before = titles_of(offline_snapshot(), "headline");
    portal.serve("/rss.xml", rss(items), feed_type);
    Program fetching(lobby_player({"fetch", "--config", config()}), environment);
    std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution<int>(5, 200)(random)));
    fetching.signal(SIGKILL);
    fetching.outcome();
    const auto after = titles_of(offline_snapshot(), "headline");
    EXPECT_TRUE(after == before || after == std::vector<std::string>({named(1), named(2), named(3)}))
        << "round " << round << ": " << testing::PrintToString(after);
  }
}

TEST_F(Sources, MayBePhotosNamedOneByOne) {
  configure("sources:\n  - name: Ảnh\n    photos:\n      - \"" + portal.url("/anh/1.jpg") + "\"\n      - {image: \"" +
            portal.url("/anh/2.jpg") + "\", caption: Chợ phiên đầu xuân}\n");
  EXPECT_EQ(fetch().output, "ok     Ảnh: 0 headlines, 2 photos\n");
  const auto index = offline_snapshot();
  EXPECT_EQ(kinds_of(index), std::vector<std::string>({"photo", "photo"}));
}

/// A JPEG with a caption and an author as IPTC, which stands behind the first two bytes.
std::string with_iptc(const std::string& jpeg, const std::string& caption, const std::string& author) {
  const auto sized = [](std::size_t size) {
    return std::string{static_cast<char>(size >> 8U), static_cast<char>(size & 0xFFU)};
  };
  std::string datasets = std::string("\x1C\x02") + '\x78' + sized(caption.size()) + caption + "\x1C\x02" + '\x50' +
                         sized(author.size()) + author;
  if (datasets.size() % 2 != 0) datasets += '\0';
  const std::string resources =
      std::string("Photoshop 3.0\0", 14) + std::string("8BIM\x04\x04\0\0\0\0", 10) + sized(datasets.size()) + datasets;
  return jpeg.substr(0, 2) + "\xFF\xED" + sized(resources.size() + 2) + resources + jpeg.substr(2);
}

TEST_F(Sources, TakeTheCaptionThatIsWrittenInAPhotoUnlessATextLiesBesideIt) {
  const auto photos = folder.path() / "anh";
  std::filesystem::create_directory(photos);
  const std::string bytes = with_iptc(picture_bytes("baseline.jpg"), "Khánh thành cầu mới", "Trần Hoa");
  std::ofstream(photos / "a.jpg", std::ios::binary) << bytes;
  std::ofstream(photos / "b.jpg", std::ios::binary) << bytes;
  std::ofstream(photos / "b.txt") << "Cầu mới bắc qua sông Đáy";
  configure("sources: [{name: Ảnh, photos: anh}]\n");
  EXPECT_THAT(titles_of(offline_snapshot(), "photo"), ElementsAre("Khánh thành cầu mới", "Cầu mới bắc qua sông Đáy"));
  const Json read = Json::parse(player({"read", (photos / "a.jpg").string()}).output);
  EXPECT_EQ(read.at("caption"), "Khánh thành cầu mới");
  EXPECT_EQ(read.at("credit"), "Trần Hoa");
}

TEST_F(Sources, HoldStoriesUntilTheyAreApproved) {
  configure(feed_with("hold: true"));
  const Outcome outcome = fetch();
  EXPECT_THAT(outcome.output, HasSubstr("held   " + portal.url("/tin/1.html") + "  " + title_of(1)));
  EXPECT_THAT(titles_of(offline_snapshot(), "headline"), IsEmpty());
  configure(feed_with("hold: true, approved: [\"" + portal.url("/tin/1.html") + "\"]"));
  EXPECT_THAT(fetch().output, Not(HasSubstr(title_of(1))));
  EXPECT_THAT(titles_of(offline_snapshot(), "headline"), ElementsAre(title_of(1)));
}

TEST_F(Sources, HoldPhotosUntilTheirFilesAreApproved) {
  const auto photos = folder.path() / "anh";
  std::filesystem::create_directory(photos);
  for (const char* const name : {"cho", "den"}) {
    std::ofstream(photos / (std::string(name) + ".jpg"), std::ios::binary) << picture_bytes("baseline.jpg");
    std::ofstream(photos / (std::string(name) + ".txt")) << "Ảnh của " << name;
  }
  configure("sources: [{name: Ảnh, photos: anh, hold: true, approved: [den.jpg]}]\n");
  EXPECT_EQ(fetch().output, "ok     Ảnh: 0 headlines, 2 photos\nheld   cho.jpg  Ảnh của cho\n");
  EXPECT_THAT(titles_of(offline_snapshot(), "photo"), ElementsAre("Ảnh của den"));
}

TEST_F(Sources, ShowWhatTheirRulesLetPass) {
  configure(feed_with("exclude: {words: [\"" + title_of(2) + "\"]}"));
  fetch();
  EXPECT_THAT(titles_of(offline_snapshot(), "headline"), ElementsAre(title_of(1), title_of(3)));
}

}  // namespace
}  // namespace lobby::app
