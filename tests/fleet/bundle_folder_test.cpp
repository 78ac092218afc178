#include "fleet/bundle_folder.h"

#include <gmock/gmock.h>

#include "../world/temporary_folder.h"

namespace lobby::fleet {
namespace {

using testing::HasSubstr;

/// A card that forgets what was written on it long ago.
class OnAWornCard : public testing::Test {
 protected:
  OnAWornCard() {
    state_.good = "7-good";
    state_.version = 7;
    state_.floors = {{"RWQold", 9}, {"RWQnew", 7}};
    state_.public_keys = {"RWQnew"};
    state_.keys_of = "those of the config";
    state_.played_out = {"digest"};
    EXPECT_TRUE(bundles_.save(state_));
  }

  std::filesystem::path file() const { return folder_.path() / "state.json"; }

  TemporaryFolder folder_;
  BundleFolder bundles_{folder_.path()};
  BundleState state_;
};

TEST_F(OnAWornCard, KnowsItsKeysAndNumbersFromTheCopy) {
  for (const std::string damaged : {"", "{\"good\": \"7-go", "{\"floors\": 3}", "null", "\xff\xff\xff\xff"}) {
    write(file(), damaged);
    EXPECT_EQ(bundles_.state(), state_) << damaged;
  }
  write(file(), std::string(std::size_t{100} << 10U, ' '));
  const BundleState unreadable = bundles_.state();
  EXPECT_EQ(unreadable.good, "7-good") << "the show goes on";
  EXPECT_FALSE(unreadable.known) << "a file that cannot be read is not written over";
}

TEST_F(OnAWornCard, MendsTheFileWithTheNextThatIsSaved) {
  write(file(), "");
  BundleState next = bundles_.state();
  next.good = "8-next";
  ASSERT_TRUE(bundles_.save(next));
  EXPECT_EQ(BundleFolder(folder_.path()).state(), next);
  write(file(), "");
  EXPECT_EQ(BundleFolder(folder_.path()).state(), next) << "the copy is of the newest";
}

TEST_F(OnAWornCard, TellsItOnce) {
  write(file(), "");
  testing::internal::CaptureStderr();
  for (int look = 0; look < 3; ++look) bundles_.state();
  const std::string said = testing::internal::GetCapturedStderr();
  EXPECT_THAT(said, HasSubstr("state.json is damaged; its copy counts: "));
  EXPECT_EQ(said.find("is damaged"), said.rfind("is damaged"));
}

TEST_F(OnAWornCard, KnowsNothingWhereTheCopyIsDamagedToo) {
  write(file(), "[");
  write(folder_.path() / "state.copy.json", "");
  EXPECT_EQ(bundles_.state(), BundleState());
}

/// An operator who removes the file wants a board that has forgotten.
TEST_F(OnAWornCard, ForgetsWhereTheFileIsGone) {
  std::filesystem::remove(file());
  EXPECT_EQ(bundles_.state(), BundleState());
}

}  // namespace
}  // namespace lobby::fleet
