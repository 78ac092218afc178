#include "content/canary.h"

#include <gmock/gmock.h>

#include "base/format.h"

namespace lobby::content {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using namespace std::chrono_literals;

/// So many stories, numbered from `first`.
struct Made {
  int count = 12;
  int first = 1;
  bool dated = true;
  std::string host = "portal.example";
};

std::vector<Headline> stories(const Made& made) {
  std::vector<Headline> items;
  for (int i = made.first; i < made.first + made.count; ++i) {
    Headline item;
    item.title = format("Hội nghị lần thứ {}", i);
    item.link = format("https://{}/tin/{}.html", made.host, i);
    if (made.dated) item.published = std::chrono::sys_days(2024y / 7 / 1) + 1h * i;
    items.push_back(item);
  }
  return items;
}

Reading list(const Made& made) {
  Reading reading;
  reading.page_kind = PageKind::list;
  reading.items = stories(made);
  return reading;
}

const Shape usual = shape_of(stories({}));

TEST(Canary, TrustsTheFirstReading) { EXPECT_EQ(change_of({}, list({})), std::nullopt); }

TEST(Canary, TrustsAPageThatMovesOn) {
  EXPECT_EQ(change_of(usual, list({.first = 5})), std::nullopt);
  EXPECT_EQ(change_of(usual, list({.first = 100})), std::nullopt) << "the player was off for a month";
}

TEST(Canary, TrustsARedesignThatStillTellsTheSameStories) {
  EXPECT_EQ(change_of(usual, list({.count = 2, .dated = false, .host = "moi.example"})), std::nullopt);
}

TEST(Canary, TrustsAListThatGrows) {
  EXPECT_EQ(change_of(shape_of(stories({.count = 1})), list({.first = 50})), std::nullopt);
}

TEST(Canary, RefusesLinksThatLeadElsewhere) {
  EXPECT_THAT(change_of(usual, list({.first = 100, .host = "hotspot.example"})),
              testing::Optional(AllOf(HasSubstr("expected 12 headlines with dates, linked to portal.example"),
                                      HasSubstr("linked to hotspot.example came"))));
}

TEST(Canary, TakesWwwForTheSameHost) {
  EXPECT_EQ(change_of(usual, list({.first = 100, .host = "www.portal.example"})), std::nullopt);
}

TEST(Canary, RefusesAListWhoseDatesAreGone) {
  EXPECT_THAT(change_of(usual, list({.first = 100, .dated = false})), testing::Optional(HasSubstr("without dates")));
}

TEST(Canary, RefusesAListThatShrankToAFewStrangers) {
  EXPECT_THAT(change_of(usual, list({.count = 3, .first = 100})), testing::Optional(HasSubstr("3 headlines")));
  EXPECT_EQ(change_of(usual, list({.count = 4, .first = 100})), std::nullopt);
}

TEST(Canary, RefusesOneTextWhereAListWas) {
  Reading notice = list({.count = 1, .first = 100});
  notice.page_kind = PageKind::article;
  notice.items.front().title = "Hệ thống đang bảo trì";
  EXPECT_THAT(change_of(usual, notice), testing::Optional(HasSubstr("a single text came («Hệ thống đang bảo trì»)")));
}

TEST(Canary, RefusesTitlesThatRepeatEvenTheFirstTime) {
  Reading more = list({});
  for (Headline& item : more.items) item.title = "Xem thêm";
  EXPECT_THAT(change_of({}, more), testing::Optional(HasSubstr("12 items came that all say «Xem thêm»")));
  more.items.resize(3);
  EXPECT_EQ(change_of({}, more), std::nullopt);
}

TEST(Canary, HoldsAListOfTheSameHostForAPossibleRedesign) {
  EXPECT_TRUE(may_be_genuine(usual, list({.first = 100, .dated = false})));
  EXPECT_TRUE(may_be_genuine(usual, list({.count = 3, .first = 100, .host = "www.portal.example"})));
  EXPECT_FALSE(may_be_genuine(usual, list({.first = 100, .host = "hotspot.example"})));
  EXPECT_FALSE(may_be_genuine(usual, list({.count = 2, .first = 100})));
  Reading more = list({});
  for (Headline& item : more.items) item.title = "Xem thêm";
  EXPECT_FALSE(may_be_genuine(usual, more));
  Reading notice = list({.count = 1});
  notice.page_kind = PageKind::article;
  EXPECT_FALSE(may_be_genuine(usual, notice));
  EXPECT_FALSE(may_be_genuine({}, list({}))) << "nothing is known of where its links should lead";
}

const WallTime began = std::chrono::sys_days(2024y / 7 / 1) + 20h;

/// A trial that went on at every `step`, so many times.
Trial tried(std::chrono::seconds step, int times) {
  std::optional<Trial> trial;
  for (int i = 0; i < times; ++i) trial = continued(trial, began + step * i);
  return *trial;
}

TEST(Trial, IsPassedAfterThreeDaysOfComingAgainAndAgain) {
  EXPECT_FALSE(is_passed(tried(10min, 400), began + 71h));
  EXPECT_TRUE(is_passed(tried(10min, 400), began + 72h));
  EXPECT_FALSE(is_passed(tried(36h, 3), began + 72h)) << "the player was off in between";
}

TEST(Trial, BeginsAnewWhenTheClockWentBack) { EXPECT_EQ(continued(tried(1h, 50), began - 1h), (Trial{began - 1h, 1})); }

TEST(Trial, SaysWhenItEndsAndHowToEndItNow) {
  EXPECT_EQ(outlook({began, 3}, {}),
            "it may be a new design: this page comes since 2024-07-02 and is accepted on 2024-07-05 if it goes on; to "
            "accept it now, append a '?' to its address in the config");
}

TEST(Trial, SurvivesTheStore) {
  const Trial trial{began, 7};
  EXPECT_EQ(trial_from(to_text(trial)), trial);
  for (const char* const text : {"", "x", "5", "5 ", "5 x", "5 0", "5 1 ", " 5 1"}) {
    EXPECT_EQ(trial_from(text), std::nullopt) << text;
  }
}

TEST(Canary, DescribesWhatIsUsual) {
  EXPECT_EQ(description(shape_of({})), "0 headlines");
  EXPECT_EQ(description(shape_of(stories({.count = 1, .dated = false}))),
            "1 headline without dates, linked to portal.example");
}

}  // namespace
}  // namespace lobby::content
