#include "fleet/bundle_folder.h"

#include <gmock/gmock.h>

#include <utility>

#include "../world/temporary_folder.h"
#include "fleet/start_count.h"
#include "host/files.h"

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
  /// Larger than it may be: also root cannot read it then.
  void make_unreadable() const { write(file(), std::string(std::size_t{100} << 10U, ' ')); }
  static std::string content_of(const std::filesystem::path& file) { return host::read_file(file).value_or("none"); }

  TemporaryFolder folder_;
  BundleFolder bundles_{folder_.path()};
  BundleState state_;
};

TEST_F(OnAWornCard, KnowsItsKeysAndNumbersFromTheCopy) {
  for (const std::string damaged : {"", "{\"good\": \"7-go", "{\"floors\": 3}", "null", "\xff\xff\xff\xff"}) {
    write(file(), damaged);
    EXPECT_EQ(bundles_.state(), state_) << damaged;
  }
  make_unreadable();
  EXPECT_EQ(bundles_.state(), state_);
}

/// Else a bundle that ends the player would be in use for ever.
TEST_F(OnAWornCard, TakesABundleBackThoughTheFileCannotBeRead) {
  state_.before = "6-before";
  ASSERT_TRUE(bundles_.save(state_));
  for (const std::string name : {"6-before", "7-good"}) {
    std::filesystem::create_directories(bundles_.place_of(name));
    write(bundles_.place_of(name) / "bundle.yaml", name);
  }
  for (int start = 0; start < 4; ++start) {
    make_unreadable();
    const StartCount count(bundles_, {});
    EXPECT_EQ(bundles_.state().in_use(), start < 3 ? "7-good" : "6-before") << start;
  }
}

TEST_F(OnAWornCard, HasFileAndCopyAfterAStart) {
  const auto copy = folder_.path() / "state.copy.json";
  const auto start = [&] {
    StartCount(bundles_, {}).is_well();
    return std::pair(content_of(file()), content_of(copy));
  };
  const std::string whole = content_of(file());
  std::filesystem::remove(copy);
  EXPECT_EQ(start(), std::pair(whole, whole)) << "as it was left by a player that made no copies";
  write(copy, "{\"good\": \"3-old\"}");
  EXPECT_EQ(start(), std::pair(whole, whole)) << "what is older counts no more";
  write(file(), "");
  EXPECT_EQ(start(), std::pair(whole, whole));
  std::filesystem::remove(file());
  EXPECT_EQ(start(), std::pair(whole, whole)) << "a repair of the disk may take a file away";
}

TEST_F(OnAWornCard, PrefersWhatIsOnTheDiskToItsCopyWhereMemoryFails) {
  const TemporaryFolder run;
  write(run.path() / "remote-state.json", "[");
  write(folder_.path() / "state.copy.json", "{}");
  EXPECT_EQ(BundleFolder(folder_.path(), run.path()).state(), state_);
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

TEST_F(OnAWornCard, IsNotWrittenOverWhereNothingCanBeRead) {
  make_unreadable();
  write(folder_.path() / "state.copy.json", "");
  EXPECT_FALSE(bundles_.state().known);
  EXPECT_FALSE(bundles_.save(bundles_.state()));
}

TEST_F(OnAWornCard, ForgetsWhereBothAreGone) {
  std::filesystem::remove(file());
  std::filesystem::remove(folder_.path() / "state.copy.json");
  EXPECT_EQ(bundles_.state(), BundleState());
}

}  // namespace
}  // namespace lobby::fleet
