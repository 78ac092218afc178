#include <gmock/gmock.h>
#include <sched.h>
#include <sys/mount.h>

#include <csignal>
#include <cstring>
#include <fstream>

#include "../world/fleet.h"
#include "../world/screen.h"
#include "../world/workplace.h"

namespace lobby::app {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

/// A player and a stick, in a world of mounts of their own: the machine's is not touched.
class Stick : public Workplace {
 protected:
  void SetUp() override {
    if (unshare(CLONE_NEWNS) != 0 || mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
      GTEST_SKIP() << "this needs the right to mount: " << std::strerror(errno);
    }
    configure("sources: [{name: Bảng tin, usb: lobby, articles: false}]\ndwell: {fixed: 60s}\n");
  }
  void TearDown() override { umount2("/mnt", MNT_DETACH); }

  /// Puts in an empty stick; the file system is one in memory.
  void put_in() const {
    ASSERT_EQ(mount("/dev/sdz1", "/mnt", "tmpfs", 0, nullptr), 0) << std::strerror(errno);
    std::filesystem::create_directory(lobby);
  }
  void pull() const { ASSERT_EQ(umount2("/mnt", MNT_DETACH), 0) << std::strerror(errno); }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(lobby / name, std::ios::binary) << bytes;
  }
  /// One photo with its caption, and one story with a picture.
  void fill() const {
    write("cho.jpg", picture_bytes("baseline.jpg"));
    write("cho.txt", "Chợ phiên đầu xuân");
    write("den.jpg", picture_bytes("progressive.jpg"));
    write("tin.xml", rss("<item><title>Thư viện tỉnh mở cửa buổi tối</title><enclosure url='den.jpg' "
                         "type='image/jpeg'/></item>"));
  }

  const std::filesystem::path lobby = "/mnt/lobby";
};

TEST_F(Stick, IsCopiedAndMayThenBePulled) {
  put_in();
  fill();
  const Outcome outcome = fetch();
  EXPECT_EQ(outcome.output, "ok     Bảng tin: 1 headlines, 2 photos\n") << outcome.messages;
  EXPECT_THAT(outcome.messages, HasSubstr("may be pulled"));
  pull();
  const Json index = offline_snapshot();
  EXPECT_THAT(titles_of(index, "headline"), ElementsAre("Thư viện tỉnh mở cửa buổi tối"));
  EXPECT_THAT(titles_of(index, "photo"), testing::Contains("Chợ phiên đầu xuân"));
  EXPECT_EQ(fetch().output, "ok     Bảng tin: 1 headlines, 2 photos\n") << "what was copied stays";
}

TEST_F(Stick, WithNothingOnItTakesNothingAway) {
  put_in();
  fill();
  fetch();
  pull();
  const Json before = offline_snapshot();
  put_in();
  write("ghi-chu.docx", "không phải ảnh");
  write("hong.jpg", picture_bytes("baseline.jpg").substr(0, picture_bytes("baseline.jpg").size() / 2));
  const Outcome outcome = fetch();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, AllOf(StartsWith("failed Bảng tin: "), HasSubstr("neither photos nor news")));
  EXPECT_EQ(offline_snapshot(), before);
}

TEST_F(Stick, OfAnotherDayReplacesWhatWasThere) {
  put_in();
  fill();
  fetch();
  pull();
  put_in();
  write("a.jpg", picture_bytes("progressive.jpg"));
  write("a.txt", "Đường hoa bên sông");
  EXPECT_EQ(fetch().output, "ok     Bảng tin: 0 headlines, 1 photos\n");
  EXPECT_THAT(titles_of(offline_snapshot(), "photo"), ElementsAre("Đường hoa bên sông"));
}

TEST_F(Stick, BringsABundleWhereThereIsNoNetwork) {
  const Signer signer;
  const auto stick = folder.path() / "stick";
  const auto place = stick / "lobby-bundle";
  std::filesystem::create_directories(place);
  const BundleFiles files{{"config.yaml", "notices: [{text: Từ thẻ nhớ}]\n"}};
  const std::string list = written(Fleet::manifest(1, files));
  std::ofstream(place / "config.yaml") << files.at("config.yaml");
  std::ofstream(place / "bundle.yaml") << list;
  std::ofstream(place / "bundle.yaml.minisig") << signer.signature(list);
  configure("remote: {public_key: " + signer.public_key() + ", probation: 2s}\n");
  environment["SDL_VIDEODRIVER"] = "dummy";
  Program playing(lobby_player({"--verbose", "run", "--config", config(), "--window", "640x360"}), environment);
  ASSERT_TRUE(playing.says("slide standby")) << playing.messages();
  ASSERT_EQ(mount(stick.c_str(), "/mnt", nullptr, MS_BIND, nullptr), 0) << std::strerror(errno);
  EXPECT_TRUE(playing.says("slide notice: Từ thẻ nhớ")) << playing.messages();
  EXPECT_TRUE(playing.says("the stick may be pulled")) << playing.messages();
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

TEST_F(Stick, ThatNeverCameIsSaidSo) {
  const Outcome outcome = fetch();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, HasSubstr("there is no USB stick with a folder 'lobby'"));
}

TEST_F(Stick, NamesNoFilesOfThisMachine) {
  put_in();
  write("tin.xml", rss("<item><title>Thông báo</title><enclosure url='file://" + std::string(LOBBY_SOURCE_DIR) +
                       "/tests/picture/pictures/baseline.jpg' type='image/jpeg'/><enclosure url='../../etc/hostname' "
                       "type='image/jpeg'/></item>"));
  EXPECT_EQ(fetch().output, "ok     Bảng tin: 1 headlines, 0 photos\n");
  EXPECT_THAT(kinds_of(offline_snapshot()), ElementsAre("headline"));
}

TEST_F(Stick, ComesToTheScreenWithinSecondsAndStaysWhenItIsPulled) {
  const Screen screen;
  environment["DISPLAY"] = screen.display();
  environment["SDL_VIDEODRIVER"] = "x11";
  Program playing(lobby_player({"--verbose", "run", "--config", config(), "--window", "640x360"}), environment);
  ASSERT_TRUE(playing.says("slide standby"));
  // Filled before it is there, as a real one is.
  ASSERT_EQ(mount("/dev/sdz1", "/media", "tmpfs", 0, nullptr), 0) << std::strerror(errno);
  std::filesystem::create_directory("/media/lobby");
  std::ofstream("/media/lobby/cho.jpg", std::ios::binary) << picture_bytes("baseline.jpg");
  std::ofstream("/media/lobby/cho.txt") << "Chợ phiên đầu xuân";
  ASSERT_EQ(mount("/media", "/mnt", nullptr, MS_BIND, nullptr), 0) << std::strerror(errno);
  const auto put_in = std::chrono::steady_clock::now();
  EXPECT_TRUE(playing.says("slide photo: Chợ phiên đầu xuân"));
  EXPECT_LT(std::chrono::steady_clock::now() - put_in, std::chrono::seconds(5));
  pull();
  umount2("/media", MNT_DETACH);
  EXPECT_FALSE(playing.ends_within(std::chrono::milliseconds(1500)));
  playing.signal(SIGTERM);
  const Outcome outcome = playing.outcome();
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.messages.rfind("slide standby"), outcome.messages.find("slide standby")) << outcome.messages;
}

}  // namespace
}  // namespace lobby::app
