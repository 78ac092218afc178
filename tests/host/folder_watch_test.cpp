#include "host/folder_watch.h"

#include <gmock/gmock.h>

#include <fstream>

#include "../world/temporary_folder.h"

namespace lobby::host {
namespace {

namespace fs = std::filesystem;

using testing::ElementsAre;
using testing::IsEmpty;

class FolderWatching : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directory(photos);
    watch.add(photos);
  }
  static void write(const fs::path& file) { std::ofstream(file) << "x"; }

  TemporaryFolder folder;
  const fs::path photos = folder.path() / "photos";
  FolderWatch watch;
};

TEST_F(FolderWatching, HearsOfAFileThatWasWrittenToItsEnd) {
  std::ofstream file(photos / "a.jpg");
  file << "half" << std::flush;
  EXPECT_THAT(watch.changed(), IsEmpty());
  file.close();
  EXPECT_THAT(watch.changed(), ElementsAre(photos));
  EXPECT_THAT(watch.changed(), IsEmpty());
}

TEST_F(FolderWatching, NamesTheFilesThatHaveBecomeWhole) {
  std::ofstream half(photos / "half.jpg");
  half << "half" << std::flush;
  write(photos / "a.jpg");
  write(folder.path() / "b.jpg");
  fs::rename(folder.path() / "b.jpg", photos / "b.jpg");
  watch.changed();
  EXPECT_THAT(watch.arrived(), ElementsAre(photos / "a.jpg", photos / "b.jpg"));
  fs::remove(photos / "a.jpg");
  watch.changed();
  EXPECT_THAT(watch.arrived(), IsEmpty());
}

TEST_F(FolderWatching, HearsOfOneFileAndNotOfItsNeighbours) {
  FolderWatch one;
  const fs::path feed = photos / "feed.xml";
  one.add_file(feed);
  write(photos / "neighbour.xml");
  EXPECT_THAT(one.changed(), IsEmpty());
  write(feed);
  EXPECT_THAT(one.changed(), ElementsAre(feed));
  write(photos / "feed.xml~");
  EXPECT_THAT(one.changed(), IsEmpty());
  fs::rename(photos / "feed.xml~", feed);
  EXPECT_THAT(one.changed(), ElementsAre(feed));
  fs::remove(feed);
  EXPECT_THAT(one.changed(), IsEmpty());
}

TEST_F(FolderWatching, HearsOfLinks) {
  write(folder.path() / "a.jpg");
  fs::create_hard_link(folder.path() / "a.jpg", photos / "a.jpg");
  EXPECT_THAT(watch.changed(), ElementsAre(photos));
  fs::create_symlink(folder.path() / "a.jpg", photos / "b.jpg");
  EXPECT_THAT(watch.changed(), ElementsAre(photos));
}

TEST_F(FolderWatching, GoesOnInTheFolderThatTookThePlaceOfAnother) {
  fs::create_directory(folder.path() / "new");
  fs::rename(photos, folder.path() / "old");
  EXPECT_THAT(watch.changed(), ElementsAre(photos));
  watch.add(photos);
  fs::rename(folder.path() / "new", photos);
  EXPECT_THAT(watch.changed(), ElementsAre(photos));
  watch.add(photos);
  write(folder.path() / "old" / "a.jpg");
  EXPECT_THAT(watch.changed(), IsEmpty());
  write(photos / "a.jpg");
  EXPECT_THAT(watch.changed(), ElementsAre(photos));
}

TEST_F(FolderWatching, HearsOfAFolderThatWasMadeAgain) {
  fs::remove_all(photos);
  EXPECT_THAT(watch.changed(), ElementsAre(photos));
  watch.add(photos);
  fs::create_directory(photos);
  EXPECT_THAT(watch.changed(), ElementsAre(photos));
  watch.add(photos);
  write(photos / "a.jpg");
  EXPECT_THAT(watch.changed(), ElementsAre(photos));
}

TEST_F(FolderWatching, FollowsALinkThatIsTurnedToAnotherFolder) {
  const fs::path link = folder.path() / "link";
  fs::create_directory_symlink(photos, link);
  watch.add(link);
  fs::create_directory(folder.path() / "new");
  fs::create_directory_symlink(folder.path() / "new", folder.path() / "next");
  fs::rename(folder.path() / "next", link);
  EXPECT_THAT(watch.changed(), ElementsAre(link));
  EXPECT_THAT(watch.replaced(), ElementsAre(link));
  watch.add(link);
  EXPECT_THAT(watch.replaced(), IsEmpty());
  write(folder.path() / "new" / "a.jpg");
  EXPECT_THAT(watch.changed(), ElementsAre(link));
}

TEST_F(FolderWatching, SaysNothingOfWhatHappensBesideTheFolder) {
  write(folder.path() / "config.yaml");
  EXPECT_THAT(watch.changed(), IsEmpty());
}

}  // namespace
}  // namespace lobby::host
