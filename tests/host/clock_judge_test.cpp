#include "host/clock_judge.h"

#include <gmock/gmock.h>

#include "../world/temporary_folder.h"

namespace lobby::host {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr WallTime now = std::chrono::sys_days(std::chrono::year(2027) / 5 / 20) + 8h;
constexpr SteadyTime steady = SteadyTime(1h);

net::Response answer(const std::string& url, WallTime date) {
  net::Response response;
  response.final_url = url;
  response.date = date;
  return response;
}

TEST(ClockJudge, HearsOnlyServersWhoseCertificateWasVerified) {
  ClockJudge judge(now - 24h, [] { return false; });
  judge.hear(answer("http://portal.example/rss.xml", now + 2h), steady);
  EXPECT_THAT(judge.doubt(now, steady), Not(HasSubstr("a server")));
  judge.hear(answer("https://portal.example/rss.xml", now + 2h), steady);
  EXPECT_THAT(judge.doubt(now, steady), HasSubstr("a server whose certificate is good"));
  EXPECT_THAT(judge.doubt(now + 2h, steady), IsEmpty());
}

TEST(ClockJudge, StaysOfOneMindWhenTwoHostsContradictEachOther) {
  ClockJudge judge(std::nullopt, [] { return false; });
  for (int round = 0; round < 3; ++round) {
    judge.hear(answer("https://right.example/rss.xml", now), steady);
    EXPECT_THAT(judge.doubt(now, steady), IsEmpty());
    judge.hear(answer("https://wrong.example/rss.xml", now + 2h), steady);
    EXPECT_THAT(judge.doubt(now, steady), IsEmpty());
  }
  judge.hear(answer("https://also-wrong.example/", now + 2h), steady);
  EXPECT_THAT(judge.doubt(now, steady), HasSubstr("a server"));
}

TEST(ClockJudge, GivesAHostOneVoiceHoweverOftenItAnswers) {
  ClockJudge judge(std::nullopt, [] { return false; });
  judge.hear(answer("https://right.example/rss.xml", now), steady);
  for (int i = 0; i < 9; ++i) judge.hear(answer("https://wrong.example/" + std::to_string(i), now + 2h), steady);
  EXPECT_THAT(judge.doubt(now, steady), IsEmpty());
}

TEST(ClockJudge, PassesOverOneOldDateFromACache) {
  ClockJudge judge(std::nullopt, [] { return false; });
  judge.hear(answer("https://portal.example/a", now), steady);
  judge.hear(answer("https://portal.example/b", now), steady);
  judge.hear(answer("https://portal.example/cached", now - 5h), steady);
  EXPECT_THAT(judge.doubt(now, steady), IsEmpty());
  judge.hear(answer("https://portal.example/cached", now - 5h), steady);
  EXPECT_THAT(judge.doubt(now, steady), HasSubstr("a server")) << "two of three say so";
}

TEST(ClockJudge, ForgetsTheHostThatWasSilentLongestAmongMoreThanSixteen) {
  ClockJudge judge(std::nullopt, [] { return false; });
  judge.hear(answer("https://right.example/", now), steady);
  EXPECT_TRUE(judge.confirmed(now, steady));
  for (int i = 0; i < 16; ++i) judge.hear(answer("https://" + std::to_string(i) + ".example/", now + 2h), steady);
  EXPECT_THAT(judge.doubt(now, steady), HasSubstr("a server"));
  EXPECT_THAT(judge.doubt(now + 2h, steady), IsEmpty());
}

TEST(ClockJudge, TakesAPlausibleTimeForNoConfirmedOne) {
  ClockJudge judge(std::nullopt, [] { return false; });
  EXPECT_FALSE(judge.confirmed(now, steady));
  judge.hear(answer("https://portal.example/rss.xml", now), steady);
  EXPECT_TRUE(judge.confirmed(now, steady));
  EXPECT_FALSE(judge.confirmed(now + 24h, steady));
}

TEST(ClockJudge, BelievesATimeServiceBeforeAnyServer) {
  ClockJudge judge(std::nullopt, [] { return true; });
  judge.hear(answer("https://portal.example/rss.xml", now + 2h), steady);
  EXPECT_THAT(judge.doubt(now, steady), IsEmpty());
}

TEST(ClockJudge, RemembersOverARestartWhatTimeItWas) {
  const TemporaryFolder folder;
  remember_time(*store::Store::open(folder.path()), now);
  const auto store = store::Store::open(folder.path());
  EXPECT_EQ(remembered_time(*store), now);
  const ClockJudge judge(remembered_time(*store), [] { return false; });
  EXPECT_THAT(judge.doubt(now - 48h, steady), Not(IsEmpty()));
}

TEST(ClockJudge, KnowsNoEarlierTimeAtTheFirstStart) {
  const TemporaryFolder folder;
  EXPECT_EQ(remembered_time(*store::Store::open(folder.path())), std::nullopt);
}

}  // namespace
}  // namespace lobby::host
