#include "base/clock_evidence.h"

#include <gmock/gmock.h>

namespace lobby {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::year;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr WallTime released = sys_days(year(2026) / 11 / 1);
constexpr WallTime today = sys_days(year(2027) / 5 / 20) + 8h;
constexpr SteadyTime steady = SteadyTime(1h);

TEST(ClockEvidence, BelievesAClockAfterTheReleaseWhereNothingSpeaksAgainstIt) {
  EXPECT_THAT(doubt_about(today, steady, {.released = released}), IsEmpty());
  EXPECT_THAT(doubt_about(today, steady, {.released = released, .seen = today - 24h}), IsEmpty());
}

TEST(ClockEvidence, NeverBelievesATimeBeforeTheRelease) {
  const WallTime epoch = sys_days(year(1970) / 1 / 1);
  EXPECT_THAT(doubt_about(epoch, steady, {.released = released}), HasSubstr("1970-01-01 00:00:00 UTC"));
  EXPECT_THAT(doubt_about(epoch, steady, {.released = released, .synchronised = true}),
              HasSubstr("before this release"));
}

TEST(ClockEvidence, BelievesASynchronisedClockEvenBackInTimeAndFarAhead) {
  EXPECT_THAT(doubt_about(today, steady, {.released = released, .seen = today + 240h, .synchronised = true}),
              IsEmpty());
  const WallTime late = sys_days(year(2038) / 1 / 19);
  EXPECT_THAT(doubt_about(late, steady, {.released = released, .synchronised = true}), IsEmpty());
}

TEST(ClockEvidence, DoubtsAClockThatWentBackFurtherThanACorrectionDoes) {
  EXPECT_THAT(doubt_about(today, steady, {.released = released, .seen = today + 5min}), IsEmpty());
  EXPECT_THAT(doubt_about(today, steady, {.released = released, .seen = today + 6min}),
              HasSubstr("08:06:00 UTC before"));
}

TEST(ClockEvidence, DoubtsAClockFarAheadOfAllThatIsKnown) {
  const WallTime late = sys_days(year(2038) / 1 / 19) + 3h;
  EXPECT_THAT(doubt_about(late, steady, {.released = released}), HasSubstr("2038-01-19"));
  EXPECT_THAT(doubt_about(late, steady, {.released = released, .seen = today}), HasSubstr("nothing confirms"));
  EXPECT_THAT(doubt_about(late, steady, {.released = released, .seen = late - 24h * 700}), IsEmpty())
      << "a player that was never renewed lives on";
}

TEST(ClockEvidence, LetsTheWordOfAVerifiedServerDecide) {
  const auto with = [](WallTime word) {
    return ClockEvidence{.released = released, .seen = today + 240h, .told = {ToldTime{word, steady - 30min}}};
  };
  EXPECT_THAT(doubt_about(today, steady, with(today - 30min)), IsEmpty()) << "half an hour passed since";
  EXPECT_THAT(doubt_about(today, steady, with(today - 40min)), IsEmpty());
  EXPECT_THAT(doubt_about(today, steady, with(today - 41min)),
              HasSubstr("a server whose certificate is good 2027-05-20 07:49"));
  EXPECT_THAT(doubt_about(today, steady, with(today)), HasSubstr("08:30:00 UTC"));
}

TEST(ClockEvidence, FollowsTheMajorityOfTheServersAndInATieTheClockThatOneOfThemConfirms) {
  const auto doubt = [](std::vector<WallTime> words) {
    ClockEvidence evidence{.released = released};
    for (const WallTime word : words) evidence.told.push_back({word, steady});
    return doubt_about(today, steady, evidence);
  };
  EXPECT_THAT(doubt({today, today + 48h}), IsEmpty());
  EXPECT_THAT(doubt({today + 48h, today}), IsEmpty());
  EXPECT_THAT(doubt({today, today + 48h, today - 1min}), IsEmpty());
  EXPECT_THAT(doubt({today, today + 48h, today + 48h}), HasSubstr("2027-05-22"));
  EXPECT_THAT(doubt({today - 48h, today + 48h}), HasSubstr("a server"));
}

TEST(ClockEvidence, DoubtsABoardWhoseClockStopsWithoutPowerUntilSomeoneTellsTheTime) {
  ClockEvidence evidence{.released = released, .seen = today - 1h, .runs_while_off = false};
  EXPECT_THAT(doubt_about(today, steady, evidence), HasSubstr("stops without power"));
  evidence.told = {ToldTime{today, steady}};
  EXPECT_THAT(doubt_about(today, steady, evidence), IsEmpty());
  evidence.told.clear();
  evidence.synchronised = true;
  EXPECT_THAT(doubt_about(today, steady, evidence), IsEmpty());
}

}  // namespace
}  // namespace lobby
