#include "fleet/bundle_trial.h"

#include <gmock/gmock.h>

namespace lobby::fleet {
namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAre;
using Keys = std::vector<std::string>;

config::Remote trusting(const Keys& keys) {
  config::Remote remote;
  remote.public_keys = keys;
  return remote;
}

show::Vitals show_with(bool content, bool sources) {
  show::Vitals vitals;
  vitals.content = content;
  vitals.sources = sources;
  return vitals;
}

/// A bundle of that number goes on trial and proves itself.
void become_good(BundleState& state, std::int64_t version, const config::Remote& remote, const Keys& hands_over = {}) {
  begin_trial(state, std::to_string(version), {});
  end_trial(state, {version, {}, hands_over, {}}, remote, {});
}

TEST(KeysThatABundleHandedOver, CountUntilTheConfigNamesOthers) {
  BundleState state;
  become_good(state, 30, trusting({"A"}), {"B"});
  EXPECT_EQ(trusted_keys(state, trusting({"A"})), Keys{"B"});
  become_good(state, 32, trusting({"A"}));
  EXPECT_EQ(trusted_keys(state, trusting({"A"})), Keys{"B"});
  EXPECT_EQ(trusted_keys(state, trusting({"C"})), Keys{"C"});
}

/// B was stolen, and C is written into the config by hand.
TEST(KeysThatABundleHandedOver, NeverComeBackOnceTheConfigNamesOthers) {
  BundleState state;
  become_good(state, 30, trusting({"A"}), {"B"});
  become_good(state, 34, trusting({"C"}));
  EXPECT_EQ(trusted_keys(state, trusting({"C"})), Keys{"C"});
  EXPECT_EQ(trusted_keys(state, trusting({"A"})), Keys{"A"});
  become_good(state, 35, trusting({"A"}));
  EXPECT_EQ(trusted_keys(state, trusting({"A"})), Keys{"A"});
  EXPECT_THAT(keys_in_use(state, trusting({"A"})), testing::Each("A"));
}

TEST(TheVersionOfABundle, MustBeAboveTheLastGoodOneWhoeverOfThoseKeysSignsIt) {
  BundleState state;
  become_good(state, 30, trusting({"A"}), {"B"});
  EXPECT_EQ(version_floor(state, trusting({"A"})), 30) << "B counts now";
  EXPECT_EQ(version_floor(state, trusting({"B"})), 30);
  EXPECT_EQ(version_floor(state, trusting({"A", "C"})), 30) << "a key more must not let old editions in";
}

/// Whoever stole a key may have signed the highest number there is.
TEST(TheVersionOfABundle, BeginsAnewWithKeysUnderWhichNothingWasGoodYet) {
  BundleState state;
  become_good(state, 999'999'999'999'999, trusting({"A"}));
  EXPECT_EQ(version_floor(state, trusting({"C"})), 0);
  become_good(state, 5, trusting({"C"}));
  EXPECT_EQ(version_floor(state, trusting({"C"})), 5);
  EXPECT_EQ(version_floor(state, trusting({"A"})), 999'999'999'999'999) << "what A signed before is old as ever";
}

TEST(TheVersionOfABundle, IsThatOfAStateWithoutKeysWhicheverCount) {
  BundleState state;
  state.version = 7;
  EXPECT_EQ(version_floor(state, trusting({"A"})), 7);
}

/// A second wrong one, published in haste while the first was on trial.
TEST(AShowThatHadContent, IsWhatTheNextOneIsMeasuredByThoughTheLastHadNone) {
  BundleState state;
  become_good(state, 1, trusting({"A"}));
  begin_trial(state, "2", show_with(true, true));
  take_back(state, {"two", 2, "it has nothing to show", true});
  begin_trial(state, "3", show_with(false, false));
  EXPECT_TRUE(state.had_content);
  EXPECT_TRUE(state.had_sources);
}

/// The screen was dark whenever one was put on trial; what it showed at the end of it counts, too.
TEST(AShowThatHadContent, IsSeenAtTheEndOfATrial) {
  BundleState state;
  begin_trial(state, "1", {});
  end_trial(state, {1, {}, {}, {}}, trusting({"A"}), show_with(true, false));
  EXPECT_TRUE(state.had_content);
  EXPECT_FALSE(state.had_sources);
}

TEST(WhatMayPass, IsPlayedAgainWhateverWasRefusedSince) {
  BundleState state;
  refuse(state, {"portal away", 2, "none of its sources has given anything", true});
  refuse(state, {"broken", 3, "there is no theme 'rococo'", false});
  EXPECT_THAT(state.played_out, UnorderedElementsAre("portal away", "broken"));
  EXPECT_TRUE(forgive(state));
  EXPECT_THAT(state.played_out, UnorderedElementsAre("broken"));
  EXPECT_EQ(state.refused.version, 3) << "that one is still refused";
  EXPECT_FALSE(forgive(state));
}

TEST(WhatMayPass, MayNotOnceItIsRefusedForGood) {
  BundleState state;
  refuse(state, {"a", 2, "it has nothing to show", true});
  refuse(state, {"a", 2, "the player dies of it", false});
  EXPECT_FALSE(forgive(state));
  EXPECT_THAT(state.may_pass, IsEmpty());
  EXPECT_THAT(state.played_out, UnorderedElementsAre("a"));
}

}  // namespace
}  // namespace lobby::fleet
