#include "show/first_picture.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <semaphore>
#include <sstream>

#include "../world/temporary_folder.h"
#include "show/decode_thread.h"

namespace lobby::show {
namespace {

using testing::HasSubstr;

Canvas plain(Size size, std::uint32_t pixel) {
  Canvas canvas(size);
  for (int y = 0; y < size.height; ++y) std::fill_n(canvas.row(y), size.width, pixel);
  return canvas;
}

class FirstPictureTest : public testing::Test {
 protected:
  FirstPictureTest() { std::filesystem::copy_file(LOBBY_SOURCE_DIR "/deploy/demo/photos/lang-chai.jpg", photo_); }

  scene::PictureOp picture(Size box = {96, 64}) const {
    return {{10, 20, box.width, box.height}, photo_.string(), PictureFit::cover, {}, PictureTone::natural};
  }
  /// A start before this one, after which that lies in the file.
  void keep(const Canvas& pixels) const {
    FirstPicture first(file_);
    first.take(picture());
    first.note(picture(), pixels);
    first.keep();
  }
  /// What the next start has of it.
  std::optional<Canvas> kept(const scene::PictureOp& asked) const {
    FirstPicture first(file_);
    first.foresee();
    return first.take(asked);
  }
  /// The pixels that a start has for its first order.
  std::vector<Canvas> start(std::vector<scene::PictureOp> pictures) const {
    std::counting_semaphore<> ready{0};
    DecodeThread decoder([&] { ready.release(); }, {}, file_);
    decoder.order({1, std::move(pictures)});
    ready.acquire();
    auto decoded = decoder.take();
    EXPECT_TRUE(decoded && decoded->pixels);
    return decoded && decoded->pixels ? *std::move(decoded->pixels) : std::vector<Canvas>();
  }

  TemporaryFolder folder_;
  std::filesystem::path photo_ = folder_.path() / "photo.jpg";
  std::filesystem::path file_ = folder_.path() / "first-picture";
  Canvas mark_ = plain({96, 64}, 0xFF123456U);  ///< Pixels that no decoder makes of the photo.
};

TEST_F(FirstPictureTest, IsThereAtTheNextStartWithoutBeingDecoded) {
  const auto decoded = start({picture()});
  ASSERT_EQ(decoded.size(), 1U);
  EXPECT_NE(decoded[0], mark_);
  EXPECT_EQ(kept(picture()), decoded[0]);
  keep(mark_);
  EXPECT_EQ(start({picture()}), std::vector{mark_});
}

/// Else the old one would be shown under the name of the new one at every start.
TEST_F(FirstPictureTest, IsNotKeptWhereItsFileIsExchangedWhileItIsDecoded) {
  FirstPicture first(file_);
  EXPECT_FALSE(first.take(picture()));
  std::filesystem::last_write_time(photo_, std::filesystem::last_write_time(photo_) + std::chrono::seconds(1));
  first.note(picture(), mark_);
  first.keep();
  EXPECT_FALSE(std::filesystem::exists(file_));
}

TEST_F(FirstPictureTest, IsDecodedAnewWhereItsFileOrItsBoxIsAnother) {
  keep(mark_);
  EXPECT_FALSE(kept(picture({96, 65})));
  auto grey = picture();
  grey.tone = PictureTone::grey;
  EXPECT_FALSE(kept(grey));
  auto elsewhere = picture();
  elsewhere.focus.x = 51;
  EXPECT_FALSE(kept(elsewhere));
  auto moved = picture();
  moved.box.x = 0;
  EXPECT_TRUE(kept(moved)) << "it may hang elsewhere";
  std::filesystem::last_write_time(photo_, std::filesystem::last_write_time(photo_) + std::chrono::seconds(1));
  EXPECT_FALSE(kept(picture()));
  std::filesystem::remove(photo_);
  EXPECT_FALSE(kept(picture()));
}

TEST_F(FirstPictureTest, IsReadBeforeItIsAskedForWhereItsPhotoIsTheSame) {
  EXPECT_FALSE(FirstPicture(file_).foresee()) << "nothing is kept";
  EXPECT_FALSE(FirstPicture(std::filesystem::path()).foresee());
  keep(mark_);
  FirstPicture first(file_);
  EXPECT_TRUE(first.foresee());
  std::filesystem::remove(file_);
  EXPECT_EQ(first.take(picture()), mark_);
  EXPECT_FALSE(first.take(picture())) << "for one order";
  keep(mark_);
  ASSERT_TRUE(first.foresee());
  first.rest();
  std::filesystem::remove(file_);
  EXPECT_FALSE(first.take(picture())) << "it does not stay in memory for ever";
  keep(mark_);
  std::filesystem::last_write_time(photo_, std::filesystem::last_write_time(photo_) + std::chrono::seconds(1));
  EXPECT_FALSE(FirstPicture(file_).foresee());
}

TEST_F(FirstPictureTest, IsNotShownWhereThePhotoIsExchangedAfterItWasRead) {
  keep(mark_);
  FirstPicture first(file_);
  ASSERT_TRUE(first.foresee());
  std::filesystem::last_write_time(photo_, std::filesystem::last_write_time(photo_) + std::chrono::seconds(1));
  EXPECT_FALSE(first.take(picture()));
}

TEST_F(FirstPictureTest, IsThereWhereItsPhotoCameBackAfterItWasLookedFor) {
  keep(mark_);
  const auto aside = folder_.path() / "aside.jpg";
  std::filesystem::rename(photo_, aside);
  FirstPicture first(file_);
  ASSERT_FALSE(first.foresee());
  std::filesystem::rename(aside, photo_);
  EXPECT_EQ(first.take(picture()), mark_);
}

TEST_F(FirstPictureTest, GivesWayToAnotherThatTheShowBeginsWith) {
  keep(mark_);
  const auto larger = start({picture({120, 80})});
  ASSERT_EQ(larger.size(), 1U);
  EXPECT_FALSE(kept(picture()));
  EXPECT_EQ(kept(picture({120, 80})), larger[0]);
}

TEST_F(FirstPictureTest, IsNotWrittenWhereItIsTheSame) {
  start({picture()});
  const auto written = std::filesystem::last_write_time(file_) - std::chrono::hours(1);
  std::filesystem::last_write_time(file_, written);
  start({picture()});
  EXPECT_EQ(std::filesystem::last_write_time(file_), written);
}

TEST_F(FirstPictureTest, OfSeveralOnOneSlideNoneIsKept) {
  EXPECT_EQ(start({picture(), picture({48, 32})}).size(), 2U);
  EXPECT_FALSE(std::filesystem::exists(file_));
}

TEST_F(FirstPictureTest, OfADamagedFileNothingIsShown) {
  const auto taken_from = [](const std::string& bytes) {
    std::istringstream file(bytes);
    return unpacked(file);
  };
  const std::string whole = packed("mark", plain({5, 3}, 0xFFABCDEFU));
  ASSERT_TRUE(taken_from(whole));
  EXPECT_EQ(*taken_from(whole), (KeptPicture{"mark", plain({5, 3}, 0xFFABCDEFU)}));
  for (std::size_t at = 0; at < whole.size(); ++at) {
    EXPECT_FALSE(taken_from(whole.substr(0, at))) << "cut after " << at;
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    EXPECT_FALSE(taken_from(damaged)) << "damaged at " << at;
  }
  EXPECT_THAT(taken_from("").error().message, HasSubstr("cut off"));
  EXPECT_THAT(taken_from(whole + "x").error().message, HasSubstr("cut off"));
}

TEST_F(FirstPictureTest, IsDecodedWhereItsFileIsDamagedOrCannotBeWritten) {
  write(file_, "nothing of the kind");
  EXPECT_EQ(start({picture()}).size(), 1U);
  EXPECT_TRUE(kept(picture())) << "and kept";
  std::filesystem::remove(file_);
  std::filesystem::create_directory(file_);
  EXPECT_EQ(start({picture()}).size(), 1U);
}

}  // namespace
}  // namespace lobby::show
