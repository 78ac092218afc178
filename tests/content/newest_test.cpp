#include "content/newest.h"

#include <gmock/gmock.h>

#include <string>

#include "base/format.h"
#include "content/merge.h"

namespace lobby::content {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::SizeIs;

constexpr WallTime noon = std::chrono::sys_days(std::chrono::year(2026) / 11 / 27) + 12h;

using Dates = std::vector<std::optional<WallTime>>;

TEST(Newest, AreThoseOfTheLatestHoursInTheOrderOfTheDocument) {
  const Dates dates{noon - 48h, noon, noon - 24h, noon - 2h};
  EXPECT_THAT(newest(dates, {2, noon}), ElementsAre(1, 3));
  EXPECT_THAT(newest(dates, {3, noon}), ElementsAre(1, 2, 3));
}

TEST(Newest, WithinAnHourAndWithoutDatesAreTheFirstOnes) {
  EXPECT_THAT(newest({noon, noon + 59min, noon + 7min}, {2, noon}), ElementsAre(0, 1));
  EXPECT_THAT(newest(Dates(3), {2, noon}), ElementsAre(0, 1));
}

/// One without a date belongs behind the one before it, whatever that is.
TEST(Newest, AreAllWhereOnlySomeHaveADate) {
  EXPECT_THAT(newest({noon - 48h, std::nullopt, noon}, {1, noon}), SizeIs(3));
}

/// Merge takes such a date for none until its day comes; and by a clock that is not believed nobody knows which lie
/// ahead.
TEST(Newest, AreAllWhereADateLiesAheadOrMay) {
  const Dates events{noon + 240h, noon + 480h, noon - 1h};
  EXPECT_THAT(newest(events, {1, noon}), SizeIs(3));
  EXPECT_THAT(newest(events, {1, unknown_now}), SizeIs(3));
  EXPECT_THAT(newest(events, {1, noon + 500h}), ElementsAre(1));
  EXPECT_THAT(newest(Dates(2), {1, unknown_now}), ElementsAre(0));
}

TEST(Newest, AreAllOfAShortDocument) {
  EXPECT_THAT(newest({}, {3, noon}), SizeIs(0));
  EXPECT_THAT(newest(Dates(2), {2, noon}), SizeIs(2));
  EXPECT_THAT(newest(Dates(2), {}), SizeIs(2));
}

struct Written {
  std::string title;
  std::optional<WallTime> published = std::nullopt;
};

/// How a format writes a feed: what comes before and after the items, and between title and date of one.
struct Notation {
  std::string before, item, date, end, after;
};

const std::vector<Notation> notations{
    {"<rss version='2.0'><channel><title>Tin</title>", "<item><title>", "</title><pubDate>", "</pubDate></item>",
     "</channel></rss>"},
    {"<feed xmlns='http://www.w3.org/2005/Atom'><title>Tin</title>", "<entry><title>", "</title><updated>",
     "</updated></entry>", "</feed>"},
    {R"({"version": "https://jsonfeed.org/version/1.1", "title": "Tin", "items": [)", R"({"title": ")",
     R"(", "date_published": ")", R"("},)", "0]}"},
};

Document written_as(const Notation& notation, const std::vector<Written>& items) {
  std::string bytes = notation.before;
  for (const Written& item : items) {
    bytes += notation.item + item.title + notation.date;
    if (item.published) bytes += format("{:%Y-%m-%dT%H:%M:%SZ}", *item.published);
    bytes += notation.end;
  }
  return {bytes + notation.after, "https://portal.example/", ""};
}

std::vector<std::string> titles_in(const Document& document, const Extent& extent) {
  const auto reading = read_document(document, Expect::feed, nullptr, extent);
  std::vector<std::string> titles;
  if (!reading) return {reading.error().message};
  for (const Headline& headline : reading->items) titles.push_back(headline.title);
  return titles;
}

TEST(LongFeed, IsReadAsFarAsItIsWantedInEveryFormat) {
  for (const Notation& notation : notations) {
    const Document feed = written_as(notation, {{"Cũ", noon - 48h}, {"Mới", noon}, {"Hôm qua", noon - 24h}});
    EXPECT_THAT(titles_in(feed, {2, noon}), ElementsAre("Mới", "Hôm qua")) << notation.before;
    EXPECT_THAT(titles_in(feed, {}), ElementsAre("Cũ", "Mới", "Hôm qua")) << notation.before;
  }
}

TEST(LongFeed, IsReadWholeWhereSomethingWantedSaysNothing) {
  for (const Notation& notation : notations) {
    const Document feed = written_as(notation, {{"Cũ", noon - 48h}, {"", noon}, {"Hôm qua", noon - 24h}});
    EXPECT_THAT(titles_in(feed, {2, noon}), ElementsAre("Cũ", "Hôm qua")) << notation.before;
  }
}

/// Whatever the dates are: what comes to the screen is the same.
TEST(LongFeed, GivesTheScreenWhatTheWholeOfItWould) {
  unsigned chance = 7;
  const auto next = [&chance](unsigned below) { return (chance = chance * 1103515245U + 12345U) / 65536U % below; };
  for (std::size_t turn = 0; turn < 200; ++turn) {
    const bool dated = turn % 4 != 0;
    std::vector<Written> items;
    for (int number = 0; number < 60; ++number) {
      items.push_back({"Tin số " + std::to_string(number)});
      if (dated) items.back().published = noon - std::chrono::minutes(next(6000));
    }
    const Document feed = written_as(notations[turn % notations.size()], items);
    SourceItems whole;
    whole.source.keep = 5;
    SourceItems part = whole;
    whole.headlines = read_document(feed, Expect::feed)->items;
    part.headlines = read_document(feed, Expect::feed, nullptr, {8, noon})->items;
    ASSERT_THAT(part.headlines, SizeIs(8));
    ASSERT_EQ(merge({part}, noon), merge({whole}, noon)) << turn;
  }
}

}  // namespace
}  // namespace lobby::content
