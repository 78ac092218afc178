#include "gather/local_media.h"

#include <gmock/gmock.h>

#include <fstream>

#include "../world/portal.h"
#include "../world/temporary_folder.h"

namespace lobby::gather {
namespace {

namespace fs = std::filesystem;

using testing::ElementsAre;
using testing::IsEmpty;

class PhotoFolder : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder.path() / name, std::ios::binary) << bytes;
  }
  std::vector<std::string> names() {
    std::vector<std::string> names;
    const auto photos = reader.read(folder.path(), "Ảnh").value();
    for (const auto& photo : photos) names.push_back(photo.name);
    return names;
  }

  TemporaryFolder folder;
  PhotoFolderReader reader;
};

TEST_F(PhotoFolder, TakesAPhotoOfAPhoneWithAFilmBehindIt) {
  for (const char* const name : {"baseline.jpg", "progressive.jpg"}) {
    write("motion.jpg", picture_bytes(name) + std::string(20000, 'm'));
    EXPECT_THAT(names(), ElementsAre("motion.jpg")) << name;
    write("motion.jpg", picture_bytes(name) + picture_bytes("baseline.jpg") + std::string(8000, '\xFF'));
    EXPECT_THAT(names(), ElementsAre("motion.jpg")) << name;
  }
}

TEST_F(PhotoFolder, NeverTakesAPhotoThatIsStillBeingCopied) {
  for (const char* const name : {"baseline.jpg", "progressive.jpg"}) {
    const std::string whole = picture_bytes(name);
    for (std::size_t twentieth = 1; twentieth < 20; ++twentieth) {
      write("a.jpg", whole.substr(0, whole.size() * twentieth / 20));
      EXPECT_THAT(names(), IsEmpty()) << name << " " << twentieth;
      write("a.jpg", whole.substr(0, whole.size() * twentieth / 20) + std::string(9000, '\0'));
      EXPECT_THAT(names(), IsEmpty()) << name << " " << twentieth << ", its place on the disk being reserved";
    }
  }
}

/// Behind the first two bytes: a segment with a thumbnail, which has an end of its own.
TEST_F(PhotoFolder, IsNotDeceivedByTheEndOfAThumbnail) {
  const std::string whole = picture_bytes("baseline.jpg");
  const std::string thumbnail("\xFF\xD8\xFF\xDB\xFF\xD9", 6);
  const std::string with_thumbnail =
      whole.substr(0, 2) + std::string("\xFF\xE2\x00\x08", 4) + thumbnail + whole.substr(2);
  write("a.jpg", with_thumbnail.substr(0, with_thumbnail.size() / 2));
  EXPECT_THAT(names(), IsEmpty());
  write("a.jpg", with_thumbnail);
  EXPECT_THAT(names(), ElementsAre("a.jpg"));
}

TEST_F(PhotoFolder, ShowsAvifAndHeifOnceTheyAreWhole) {
  for (const char* const name : {"turned6.heic", "turned6.avif"}) {
    const std::string whole = picture_bytes(name);
    write(name, whole.substr(0, whole.size() - 20));
    EXPECT_THAT(names(), IsEmpty()) << name;
    write(name, std::string(whole.size(), '\0').replace(0, 100, whole, 0, 100));
    EXPECT_THAT(names(), IsEmpty()) << name << ", which a copy has made as long as it will be";
    write(name, whole);
    EXPECT_THAT(names(), ElementsAre(name));
    fs::remove(folder.path() / name);
  }
}

TEST_F(PhotoFolder, SaysOnceOfEachFileThatIsLeftOutWhy) {
  testing::internal::CaptureStderr();
  write("a.jpg", picture_bytes("baseline.jpg").substr(0, picture_bytes("baseline.jpg").size() * 9 / 10));
  write("b.jpg", "không phải ảnh");
  write("c.TIF", "II*");
  write("d.docx", "văn bản");
  names();
  names();
  const std::string said = testing::internal::GetCapturedStderr();
  for (const char* const name : {"a.jpg: it is not whole", "b.jpg: ", "c.TIF: the player shows JPEG"}) {
    EXPECT_NE(said.find(name), said.npos) << said;
    EXPECT_EQ(said.find(name), said.rfind(name)) << said;
  }
  EXPECT_EQ(said.find("d.docx"), said.npos) << said;
}

TEST_F(PhotoFolder, ShowsTheNewestOfMoreThanFiveHundredInTheOrderOfTheirNames) {
  const std::string bytes = picture_bytes("baseline.jpg");
  const auto now = fs::file_time_type::clock::now();
  for (int number = 100; number < 604; ++number) {
    const std::string name = std::to_string(number) + ".jpg";
    write(name, bytes);
    const bool old = number == 101 || number == 300 || number == 603;
    fs::last_write_time(folder.path() / name, now - std::chrono::hours(old ? 900 : number % 24));
  }
  write("599.jpg", "hỏng");
  const auto shown = names();
  ASSERT_EQ(shown.size(), 500U);
  EXPECT_TRUE(std::ranges::is_sorted(shown));
  EXPECT_THAT(shown, testing::Not(testing::Contains("300.jpg")));
  EXPECT_EQ(shown.front(), "100.jpg");
  EXPECT_EQ(shown.back(), "602.jpg");
}

/// The show is put together anew each minute; a card is not read for it.
TEST_F(PhotoFolder, ReadsAPictureOfAListAgainOnlyWhenItHasChanged) {
  const std::string whole = picture_bytes("baseline.jpg");
  write("a.jpg", whole);
  const fs::path file = folder.path() / "a.jpg";
  LocalPictures pictures;
  content::Image image{url_of(file), "Lễ hội"};
  EXPECT_TRUE(pictures.attach(image));
  EXPECT_EQ(image.file, file.string());
  const Size size = image.size;
  EXPECT_NE(size, Size());

  const auto time = fs::last_write_time(file);
  write("a.jpg", std::string(whole.size(), 'x'));
  fs::last_write_time(file, time);
  content::Image again{url_of(file), "Lễ hội"};
  EXPECT_TRUE(pictures.attach(again));
  EXPECT_EQ(again.size, size);

  fs::last_write_time(file, time + std::chrono::seconds(1));
  content::Image changed{url_of(file), "Lễ hội"};
  EXPECT_FALSE(pictures.attach(changed));
  EXPECT_FALSE(changed.usable());
  write("a.jpg", whole);
  fs::last_write_time(file, time + std::chrono::seconds(1));
  EXPECT_TRUE(pictures.attach(changed)) << "what could not be read is looked at again";
  fs::remove(file);
  EXPECT_FALSE(pictures.attach(changed));
}

}  // namespace
}  // namespace lobby::gather
