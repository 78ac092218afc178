#include "content/newest.h"

#include <gmock/gmock.h>

#include <string>

#include "content/merge.h"

namespace lobby::content {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::SizeIs;

constexpr WallTime noon = std::chrono::sys_days(std::chrono::year(2026) / 11 / 27) + 12h;

Headline item(const std::string& title, std::optional<WallTime> published = std::nullopt) {
  Headline headline;
  headline.title = title;
  headline.published = published;
  return headline;
}

std::vector<std::string> titles_of(const std::vector<Headline>& headlines) {
  std::vector<std::string> titles;
  for (const Headline& headline : headlines) titles.push_back(headline.title);
  return titles;
}

TEST(Newest, AreThoseOfTheLatestHoursInTheOrderOfTheDocument) {
  const std::vector all{item("cũ", noon - 48h), item("mới", noon), item("hôm qua", noon - 24h),
                        item("vừa xong", noon - 2h)};
  EXPECT_THAT(titles_of(newest(all, 2, noon)), ElementsAre("mới", "vừa xong"));
  EXPECT_THAT(titles_of(newest(all, 3, noon)), ElementsAre("mới", "hôm qua", "vừa xong"));
}

TEST(Newest, WithinAnHourAndWithoutDatesAreTheFirstOnes) {
  EXPECT_THAT(titles_of(newest({item("a", noon), item("b", noon + 59min), item("c", noon + 7min)}, 2, noon)),
              ElementsAre("a", "b"));
  EXPECT_THAT(titles_of(newest({item("a"), item("b"), item("c")}, 2, noon)), ElementsAre("a", "b"));
}

/// One without a date belongs behind the one before it, whatever that is.
TEST(Newest, AreAllWhereOnlySomeHaveADate) {
  EXPECT_THAT(newest({item("a", noon - 48h), item("b"), item("c", noon)}, 1, noon), SizeIs(3));
}

/// Merge takes such a date for none until its day comes; and by a clock that is not believed nobody knows which lie
/// ahead.
TEST(Newest, AreAllWhereADateLiesAheadOrMay) {
  const std::vector events{item("hội nghị", noon + 240h), item("hội chợ", noon + 480h), item("tin", noon - 1h)};
  EXPECT_THAT(newest(events, 1, noon), SizeIs(3));
  EXPECT_THAT(newest(events, 1, unknown_now), SizeIs(3));
  EXPECT_THAT(titles_of(newest(events, 1, noon + 500h)), ElementsAre("hội chợ"));
  EXPECT_THAT(titles_of(newest({item("a"), item("b")}, 1, unknown_now)), ElementsAre("a"));
}

TEST(Newest, AreAllOfAShortDocument) {
  EXPECT_THAT(newest({}, 3, noon), SizeIs(0));
  EXPECT_THAT(newest({item("a"), item("b")}, 2, noon), SizeIs(2));
}

/// Whatever the dates are: what comes to the screen is the same.
TEST(Newest, AreWhatMergeTakesOfTheWholeDocument) {
  unsigned chance = 7;
  const auto next = [&chance](unsigned below) { return (chance = chance * 1103515245U + 12345U) / 65536U % below; };
  for (int turn = 0; turn < 200; ++turn) {
    SourceItems whole;
    whole.source.keep = 5;
    const bool dated = turn % 4 != 0;
    for (int number = 0; number < 60; ++number) {
      whole.headlines.push_back(item("Tin số " + std::to_string(number)));
      if (dated) whole.headlines.back().published = noon - std::chrono::minutes(next(6000));
    }
    SourceItems part = whole;
    part.headlines = newest(part.headlines, 8, noon);
    ASSERT_THAT(part.headlines, SizeIs(8));
    ASSERT_EQ(merge({part}, noon), merge({whole}, noon)) << turn;
  }
}

}  // namespace
}  // namespace lobby::content
