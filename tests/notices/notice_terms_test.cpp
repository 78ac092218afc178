#include "notices/notice_terms.h"

#include <gmock/gmock.h>

#include "../world/temporary_folder.h"

namespace lobby::notices {
namespace {

using namespace std::chrono;

constexpr WallTime noon = sys_days(2027y / July / 24) + 5h;

/// A player that is started again and again beside one store, with a clock that the test moves.
class NoticeTermsTest : public testing::Test {
 protected:
  playlist::Moment now(bool believed) const { return {clock.wall(), believed, clock.steady()}; }
  /// How long the notice may still stand.
  seconds left(bool believed, const WantedTerm& wanted = {1h}) {
    const auto end = terms->end_of("a", wanted, now(believed));
    terms->keep(clock.steady());
    return duration_cast<seconds>(end - clock.steady());
  }
  /// The player ends without a word; steady time begins anew with the machine.
  void kill(seconds off = 0s) {
    terms.emplace(*store);
    clock = ManualClock(clock.wall() + off, SteadyTime(5s));
  }

  TemporaryFolder folder;
  std::unique_ptr<store::Store> store = store::Store::open(folder.path());
  ManualClock clock{noon, SteadyTime(1000s)};
  std::optional<NoticeTerms> terms{std::in_place, *store};
};

TEST_F(NoticeTermsTest, CountFromTheArrival) {
  EXPECT_EQ(left(true), 1h);
  clock.advance(20min);
  EXPECT_EQ(left(true), 40min);
  EXPECT_EQ(left(false), 40min);
}

TEST_F(NoticeTermsTest, EndByTheClockWhereTheMachineWasOff) {
  left(true);
  kill(2h);
  EXPECT_LE(left(true), 0s);
}

TEST_F(NoticeTermsTest, GoOnWithWhatWasCountedWhereNoClockIsBelieved) {
  EXPECT_EQ(left(false), 1h);
  clock.advance(20min);
  EXPECT_EQ(left(false), 40min);
  kill(24h);
  EXPECT_LE(left(false), 40min);
  EXPECT_GE(left(false), 39min) << "a kill costs a minute at most";
}

TEST_F(NoticeTermsTest, AreNeverLongerHoweverOftenThePlayerIsKilled) {
  seconds shown{};
  for (int start = 0; start < 2000 && left(false) > 0s; ++start) {
    clock.advance(7s);
    shown += 7s;
    kill();
  }
  EXPECT_LE(left(false), 0s);
  EXPECT_LE(shown, 1h);
}

TEST_F(NoticeTermsTest, LoseNothingByAnOrderlyEnd) {
  left(false);
  clock.advance(20min);
  terms->close(clock.steady());
  kill();
  EXPECT_EQ(left(false), 40min);
}

TEST_F(NoticeTermsTest, StayEndedWhenTheClockGoesBack) {
  left(true);
  clock.set_wall(noon + 2h);
  EXPECT_LE(left(true), 0s);
  clock.set_wall(noon - 24h * 365);
  EXPECT_LE(left(true), 0s);
  kill();
  EXPECT_LE(left(true), 0s);
  EXPECT_LE(left(false), 0s);
}

TEST_F(NoticeTermsTest, AreNoLongerWhereTheClockGoesBack) {
  left(true);
  clock.advance(30min);
  clock.set_wall(noon - 24h * 365);
  EXPECT_EQ(left(true), 30min);
  clock.advance(30min);
  EXPECT_LE(left(true), 0s);
}

TEST_F(NoticeTermsTest, EndWhenTheNoticeSaysSo) {
  const WantedTerm until_evening{1h, noon + 6h};
  EXPECT_EQ(left(true, until_evening), 6h);
  kill(3h);
  EXPECT_EQ(left(true, until_evening), 3h);
  kill(24h);
  EXPECT_LE(left(true, until_evening), 0s);
}

TEST_F(NoticeTermsTest, OfANoticeWithAnEndAreShortUntilTheClockIsBelieved) {
  const WantedTerm until_evening{1h, noon + 6h};
  EXPECT_EQ(left(false, until_evening), 1h);
  clock.advance(1min);
  EXPECT_EQ(left(true, until_evening), 6h - 1min);
}

TEST_F(NoticeTermsTest, AreAMonthAtMost) { EXPECT_EQ(left(true, {1h, noon + 24h * 3650}), NoticeTerms::longest); }

TEST_F(NoticeTermsTest, BeginAnewForWhatWasForgotten) {
  left(true);
  clock.advance(50min);
  terms->retain({});
  EXPECT_EQ(left(true), 1h);
}

TEST_F(NoticeTermsTest, WriteOnceAMinuteInTheFirstHour) {
  left(false);
  const auto first = store->state("notices:terms");
  clock.advance(59s);
  left(false);
  EXPECT_EQ(store->state("notices:terms"), first);
  clock.advance(2s);
  left(false);
  EXPECT_NE(store->state("notices:terms"), first);
}

TEST_F(NoticeTermsTest, SurviveAStateThatIsDamaged) {
  ASSERT_TRUE(store->set_state("notices:terms", "a 3600 x\n\xFF"));
  kill();
  EXPECT_EQ(left(true), 1h);
}

}  // namespace
}  // namespace lobby::notices
