#include <gmock/gmock.h>

#include "../world/small_disk.h"
#include "fleet/bundle_trial.h"
#include "fleet/start_count.h"

namespace lobby::fleet {
namespace {

using testing::HasSubstr;

/// A player with a bundle on trial whose disk takes nothing any more.
class OnAFullDisk : public testing::Test {
 protected:
  void SetUp() override {
    if (!disk_.mounted()) GTEST_SKIP() << "this process may not mount";
    for (const std::string name : {"1-first", "2-second"}) {
      std::filesystem::create_directories(folder_of_bundles().place_of(name));
      write(folder_of_bundles().place_of(name) / "bundle.yaml", name);
    }
    BundleState state;
    state.good = "1-first";
    begin_trial(state, "2-second", {});
    ASSERT_TRUE(folder_of_bundles().save(state));
  }

  BundleFolder folder_of_bundles(const std::filesystem::path& run = {}) const {
    return BundleFolder(disk_.path() / "remote", run);
  }
  /// What is played after a start that then comes to nothing.
  std::string start(const std::filesystem::path& run = {}) const {
    const StartCount count(folder_of_bundles(run), run);
    return count.folder().state().in_use();
  }

  SmallDisk disk_;
  TemporaryFolder run_;
};

TEST_F(OnAFullDisk, CountsInTheMemoryOfTheMachine) {
  disk_.fill();
  for (int count = 0; count < 3; ++count) EXPECT_EQ(start(run_.path()), "2-second") << count;
  for (int count = 0; count < 3; ++count) EXPECT_EQ(start(run_.path()), "1-first") << count;
  EXPECT_EQ(folder_of_bundles().state().trial, "2-second") << "the disk does not know";
  EXPECT_THAT(folder_of_bundles(run_.path()).state().refused.reason, HasSubstr("ended 3 times"));
}

TEST_F(OnAFullDisk, WritesItDownOnceThereIsRoom) {
  disk_.fill();
  for (int count = 0; count < 4; ++count) start(run_.path());
  disk_.make_room();
  auto bundles = folder_of_bundles(run_.path());
  ASSERT_TRUE(bundles.save(bundles.state()));
  EXPECT_EQ(folder_of_bundles().state().in_use(), "1-first");
  EXPECT_EQ(start(run_.path()), "1-first");
}

TEST_F(OnAFullDisk, CountsOnAReadOnlyDiskToo) {
  disk_.make_read_only();
  for (int count = 0; count < 3; ++count) EXPECT_EQ(start(run_.path()), "2-second") << count;
  EXPECT_EQ(start(run_.path()), "1-first");
}

TEST_F(OnAFullDisk, PlaysNothingOnTrialWhereNoStartCanBeCounted) {
  disk_.fill();
  EXPECT_EQ(start(), "1-first");
  {
    const StartCount count(folder_of_bundles(), {});
    EXPECT_THAT(standing_of(count.folder().state()).verdict,
                HasSubstr("refused: its starts cannot be counted: the disk is full"));
  }
  disk_.make_room();
  EXPECT_EQ(start(), "2-second");
}

TEST_F(OnAFullDisk, PlaysWhatHasProvenItselfWhereNoStartCanBeCounted) {
  BundleState state = folder_of_bundles().state();
  take_back(state, {});
  ASSERT_TRUE(folder_of_bundles().save(state));
  disk_.fill();
  for (int count = 0; count < 9; ++count) EXPECT_EQ(start(), "1-first") << count;
}

}  // namespace
}  // namespace lobby::fleet
