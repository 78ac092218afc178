#include "fleet/start_count.h"

#include <gmock/gmock.h>

#include "../world/temporary_folder.h"
#include "fleet/bundle_trial.h"

namespace lobby::fleet {
namespace {

using testing::HasSubstr;

/// A player that has had two bundles, and is started again and again.
class Starting : public testing::Test {
 protected:
  Starting() {
    for (const std::string name : {"1-first", "2-second", "3-third"}) {
      std::filesystem::create_directories(bundles.place_of(name));
      write(bundles.place_of(name) / "bundle.yaml", name);
    }
    BundleState state;
    state.good = "2-second";
    state.before = "1-first";
    state.version = 2;
    EXPECT_TRUE(bundles.save(state));
  }

  void start_and_crash() const { const StartCount start(bundles, run_); }
  std::string in_use_at_a_start() const {
    start_and_crash();
    return bundles.state().in_use();
  }
  /// The memory of the machine is empty then.
  void boot() const { std::filesystem::remove(run_ / "started"); }
  void put_on_trial() {
    BundleState state = bundles.state();
    begin_trial(state, "3-third", {});
    ASSERT_TRUE(bundles.save(state));
  }

  TemporaryFolder state_;
  TemporaryFolder run_folder_;
  std::filesystem::path run_ = run_folder_.path();
  BundleFolder bundles{state_.path()};
};

TEST_F(Starting, GoesBackToTheBundleBeforeAfterThreeThatCameToNothing) {
  for (int start = 0; start < 3; ++start) EXPECT_EQ(in_use_at_a_start(), "2-second") << start;
  EXPECT_EQ(in_use_at_a_start(), "1-first");
  const BundleState after = bundles.state();
  EXPECT_EQ(after.before, "");
  EXPECT_EQ(after.version, 2);
  EXPECT_EQ(after.refused.version, 2);
  EXPECT_THAT(after.refused.reason, HasSubstr("the player ended 3 times in a row"));
  EXPECT_EQ(after.played_out, std::vector<std::string>{after.refused.list});
  bundles.tidy(after);
  EXPECT_TRUE(std::filesystem::exists(bundles.place_of("1-first")));
  EXPECT_FALSE(std::filesystem::exists(bundles.place_of("2-second")));
}

TEST_F(Starting, CountsAnewWithTheBundleBeforeAndAtLastPlaysNone) {
  for (int start = 0; start < 3; ++start) start_and_crash();
  for (int start = 0; start < 3; ++start) EXPECT_EQ(in_use_at_a_start(), "1-first") << start;
  EXPECT_EQ(in_use_at_a_start(), "");
  EXPECT_EQ(in_use_at_a_start(), "");
}

TEST_F(Starting, ForgetsWhatWasBeforeAStartThatWentWell) {
  for (int crash = 0; crash < 9; ++crash) {
    StartCount start(bundles, run_);
    if (crash % 2 == 1) start.is_well();
    start.means_nothing();
    start_and_crash();
  }
  EXPECT_EQ(bundles.starts(), (Starts{"2-second", false, 2}));
}

TEST_F(Starting, HoldsNothingAgainstABundleThatWasStoppedByRequestOrHadNoPower) {
  for (int evening = 0; evening < 9; ++evening) {
    start_and_crash();
    boot();
  }
  EXPECT_EQ(in_use_at_a_start(), "2-second");
  for (int request = 0; request < 9; ++request) StartCount(bundles, run_).means_nothing();
  EXPECT_EQ(bundles.starts().count, 1);
}

TEST_F(Starting, HoldsNothingAgainstAGoodBundleWhileThePlayerItselfIsOnProbation) {
  for (int start = 0; start < 9; ++start) StartCount(bundles, run_).suspects_the_player();
  EXPECT_EQ(in_use_at_a_start(), "2-second");
  put_on_trial();
  for (int start = 0; start < 3; ++start) StartCount(bundles, run_).suspects_the_player();
  EXPECT_EQ(in_use_at_a_start(), "2-second") << "one on trial is suspect itself";
}

TEST_F(Starting, KnowsThatABundleIsWellAlsoWhileThePlayerIsOnProbation) {
  start_and_crash();
  start_and_crash();
  {
    StartCount start(bundles, run_);
    start.suspects_the_player();
    EXPECT_EQ(bundles.starts().count, 2);
    start.is_well();
    EXPECT_EQ(bundles.starts().count, 0);
  }
  start_and_crash();
  StartCount start(bundles, run_);
  start.suspects_the_player();
  start.means_nothing();
  EXPECT_EQ(bundles.starts().count, 1) << "it was taken off once";
}

TEST_F(Starting, CountsAStartThatWasEndedForWantOfAFrame) {
  for (int start = 0; start < 3; ++start) {
    StartCount count(bundles, run_);
    count.came_to_nothing();
    count.means_nothing();
  }
  EXPECT_EQ(in_use_at_a_start(), "1-first");
}

TEST_F(Starting, CountsOnWhereThePowerFailsBetweenCrashes) {
  start_and_crash();
  start_and_crash();
  start_and_crash();  // It ends with the power.
  boot();
  EXPECT_EQ(in_use_at_a_start(), "2-second");
  EXPECT_EQ(in_use_at_a_start(), "1-first");
}

TEST_F(Starting, CountsEveryStartOnTrial) {
  put_on_trial();
  for (int start = 0; start < 3; ++start) {
    EXPECT_EQ(in_use_at_a_start(), "3-third") << start;
    boot();
  }
  EXPECT_EQ(in_use_at_a_start(), "2-second");
  EXPECT_EQ(bundles.state().before, "1-first");
  EXPECT_EQ(bundles.starts(), (Starts{"2-second", false, 1}));
}

TEST_F(Starting, HoldsNothingOfItsTrialAgainstABundleThatHasProvenItself) {
  put_on_trial();
  for (int start = 0; start < 3; ++start) start_and_crash();
  BundleState state = bundles.state();
  config::Manifest third;
  third.version = 3;
  end_trial(state, third, {}, {});
  ASSERT_TRUE(bundles.save(state));
  EXPECT_EQ(in_use_at_a_start(), "3-third");
  EXPECT_EQ(bundles.state().before, "2-second");
}

TEST_F(Starting, KnowsNothingFromADamagedFile) {
  for (int start = 0; start < 3; ++start) start_and_crash();
  write(state_.path() / "starts.json", R"({"bundle": 3, "count": "many"})");
  EXPECT_EQ(in_use_at_a_start(), "2-second");
}

}  // namespace
}  // namespace lobby::fleet
