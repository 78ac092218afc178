#include "gather/local_sources.h"

#include <gmock/gmock.h>
#include <poll.h>
#include <sched.h>
#include <sys/mount.h>

#include <cstring>

#include "../world/portal.h"
#include "../world/temporary_folder.h"

namespace lobby::gather {
namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;

/// A folder of photos and a stick, in a world of mounts of their own.
class LocalSourcesTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directory(photos);
    source.name = "Ảnh";
    source.what = config::PhotoFolder{photos};
    stick.name = "Bảng tin";
    stick.what = config::UsbStick{"lobby"};
  }
  static bool may_mount() {
    return unshare(CLONE_NEWNS) == 0 && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
  }
  static void put_in(const std::string& name) {
    ASSERT_EQ(mount("/dev/sdz1", "/mnt", "tmpfs", 0, nullptr), 0) << std::strerror(errno);
    fs::create_directory("/mnt/lobby");
    write("/mnt/lobby/" + name, picture_bytes("baseline.jpg"));
  }
  static void pull() { ASSERT_EQ(umount2("/mnt", MNT_DETACH), 0) << std::strerror(errno); }

  TemporaryFolder folder;
  const fs::path photos = folder.path() / "photos";
  config::Source source;
  config::Source stick;
  const ManualClock clock{WallTime(std::chrono::hours(480000))};
  const std::unique_ptr<store::Store> store = store::Store::open(folder.path() / "state");
  LocalSources local{std::make_shared<const config::Config>(), *store, clock};
};

TEST_F(LocalSourcesTest, ShowNothingOfAFolderThatSomeoneEmptied) {
  write(photos / "a.jpg", picture_bytes("baseline.jpg"));
  EXPECT_EQ(local.items(source)->photos.size(), 1U);
  fs::remove(photos / "a.jpg");
  EXPECT_EQ(local.items(source), LocalItems());
}

TEST_F(LocalSourcesTest, ErrWhereTheFolderIsGoneAndHearThatItCameBack) {
  fs::rename(photos, folder.path() / "old");
  EXPECT_THAT(local.items(source).error().message, HasSubstr("there is no folder"));
  local.look();
  EXPECT_FALSE(local.changed(source));
  fs::rename(folder.path() / "old", photos);
  local.look();
  EXPECT_TRUE(local.changed(source));
}

/// A config without a folder is one that was named by a bare file name.
TEST_F(LocalSourcesTest, HearOfAFeedFileBesideTheConfigOnceItWasLeftAlone) {
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  auto config = std::make_shared<config::Config>();
  config::Source feed;
  feed.what = config::FeedSource{"feed.xml"};
  config->sources = {feed};
  LocalSources files(config, *store, clock);
  const auto wakes = [&] {
    pollfd descriptor{files.descriptor(), POLLIN, 0};
    return poll(&descriptor, 1, 10'000) > 0;
  };
  files.look();
  write("feed.xml", "<rss/>");
  ASSERT_TRUE(wakes());
  files.look();
  EXPECT_FALSE(files.changed(feed)) << "it may be written on";
  ASSERT_TRUE(wakes());
  files.look();
  EXPECT_TRUE(files.changed(feed));
  files.look();
  EXPECT_FALSE(files.changed(feed));
  fs::current_path(before);
}

TEST_F(LocalSourcesTest, ErrWhereAShareIsNotMountedAnyMoreAndHearThatItIsAgain) {
  if (!may_mount()) GTEST_SKIP() << "this needs the right to mount";
  local.look();
  ASSERT_EQ(mount("share", photos.c_str(), "tmpfs", 0, nullptr), 0) << std::strerror(errno);
  write(photos / "a.jpg", picture_bytes("baseline.jpg"));
  EXPECT_EQ(local.items(source)->photos.size(), 1U);
  ASSERT_EQ(umount2(photos.c_str(), MNT_DETACH), 0);
  local.look();
  EXPECT_TRUE(local.changed(source));
  EXPECT_THAT(local.items(source).error().message, HasSubstr("what was mounted there is not any more"));
  local.look();
  EXPECT_FALSE(local.changed(source));
  ASSERT_EQ(mount("share", photos.c_str(), "tmpfs", 0, nullptr), 0) << std::strerror(errno);
  write(photos / "b.jpg", picture_bytes("baseline.jpg"));
  local.look();
  EXPECT_TRUE(local.changed(source));
  EXPECT_EQ(local.items(source)->photos.size(), 1U);
  umount2(photos.c_str(), MNT_DETACH);
}

TEST_F(LocalSourcesTest, HearOfAStickThatTakesTheMountOfAnother) {
  if (!may_mount()) GTEST_SKIP() << "this needs the right to mount";
  put_in("a.jpg");
  local.look();
  EXPECT_TRUE(local.changed(stick));
  EXPECT_EQ(local.items(stick)->photos.at(0).name, "a.jpg");
  EXPECT_FALSE(local.changed(stick));
  pull();
  put_in("b.jpg");
  EXPECT_TRUE(local.changed(stick)) << "without a look in between";
  EXPECT_EQ(local.items(stick)->photos.at(0).name, "b.jpg");
  pull();
  local.look();
  EXPECT_FALSE(local.changed(stick));
  put_in("c.jpg");
  local.look();
  EXPECT_TRUE(local.changed(stick));
  EXPECT_EQ(local.items(stick)->photos.at(0).name, "c.jpg");
  pull();
}

}  // namespace
}  // namespace lobby::gather
