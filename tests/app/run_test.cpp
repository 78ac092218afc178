#include <gmock/gmock.h>

#include <csignal>
#include <fstream>

#include "../world/screen.h"
#include "../world/workplace.h"

namespace lobby::app {
namespace {

using std::chrono::milliseconds;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// The kiosk, on a screen of its own.
class Run : public Workplace {
 protected:
  Run() {
    environment["DISPLAY"] = screen.display();
    environment["SDL_VIDEODRIVER"] = "x11";
  }

  Arguments running(const Arguments& more) const {
    Arguments arguments{"run", "--config", config(), "--window", "640x360"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  }
  /// Plays for two seconds.
  Outcome play() const { return player(running({"--for", "2s", "--report", report_file()})); }
  void expect_good_play() const {
    const Outcome outcome = play();
    EXPECT_EQ(outcome.status, 0) << outcome.messages;
  }
  std::filesystem::path report_file() const { return folder.path() / "report.json"; }
  Json report() const { return Json::parse(bytes_in(report_file()), nullptr, false); }

  /// Whether something came to the screen.
  void expect_played() const {
    ASSERT_TRUE(report().is_object());
    EXPECT_GE(report().at("slides"), 1);
    EXPECT_TRUE(report().at("first_content_ms").is_number());
  }

  Screen screen;
};

TEST_F(Run, PlaysForTheTimeAskedAndReportsHowItWent) {
  configure(feed_config());
  const Outcome outcome = play();
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  EXPECT_GE(outcome.took, std::chrono::seconds(2));
  expect_played();
  EXPECT_GT(report().at("peak_memory_kib"), 0);
  for (const char* key : {"seconds", "frames", "missed_frames", "frame_ms", "decode_ms", "cpu_s", "written_kib"}) {
    EXPECT_TRUE(report().contains(key)) << key;
  }
}

TEST_F(Run, RunsATickerUnderItsSlides) {
  configure(
      "notices: [{text: Mời lấy số thứ tự}, {text: Mời ngồi}]\ndwell: {fixed: 1s}\n"
      "ticker: {texts: [Giờ mở cửa 7 giờ 30 – 11 giờ 30], speed: 200}\n");
  const Outcome outcome = player(running({"--for", "4s", "--report", report_file()}));
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  expect_played();
  EXPECT_GE(report().at("slides"), 2);
  EXPECT_GE(report().at("frames"), 60);
}

TEST_F(Run, LeavesWhatItFetchedForTheNextTime) {
  configure(feed_config());
  Program playing(lobby_player(running({})), environment);
  ASSERT_TRUE(portal.waits_for("/anh/3.jpg"));
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
  EXPECT_EQ(titles_of(offline_snapshot(), "headline").size(), 3U);
}

TEST_F(Run, PlaysOnWithoutAConfigFile) {
  const Outcome outcome = play();
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  EXPECT_THAT(outcome.messages, AllOf(HasSubstr("there is no such file"), HasSubstr("standby slide")));
  expect_played();
}

TEST_F(Run, PlaysOnWithAConfigThatIsNoYaml) {
  configure("sources: [\n");
  const Outcome outcome = play();
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  EXPECT_THAT(outcome.messages, AllOf(HasSubstr(config().string() + ":"), HasSubstr("error: ")));
  expect_played();
}

TEST_F(Run, PlaysTheLastGoodConfigWhereTheNewOneIsBroken) {
  configure(feed_config());
  expect_good_play();
  configure("sources: [\n");
  portal.visits();
  Program playing(lobby_player(running({})), environment);
  EXPECT_TRUE(playing.says("the last good version"));
  EXPECT_TRUE(portal.waits_for("/rss.xml"));
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

TEST_F(Run, PlaysTheLastGoodConfigWhereTheFileIsGone) {
  configure(feed_config());
  expect_good_play();
  std::filesystem::remove(config());
  const Outcome outcome = play();
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  EXPECT_THAT(outcome.messages, HasSubstr("the last good version"));
  expect_played();
}

TEST_F(Run, PlaysWhereItsStateCannotBeWritten) {
  configure(feed_config());
  environment["XDG_STATE_HOME"] = write(folder.path() / "file", "") / "state";
  const Outcome outcome = play();
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  EXPECT_THAT(outcome.messages, HasSubstr("going on from memory"));
  expect_played();
}

TEST_F(Run, PlaysWhereTheThemeIsUnknown) {
  configure("theme: rococo\n");
  const Outcome outcome = play();
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  EXPECT_THAT(outcome.messages, HasSubstr("'hq' stands in for it"));
  expect_played();
}

TEST_F(Run, PlaysWhileThePortalNeverAnswers) {
  configure(feed_config());
  ASSERT_EQ(fetch().status, 0);
  portal.hang("/rss.xml");
  expect_good_play();
  expect_played();
}

TEST_F(Run, StartsNoMessageBusForItsSession) {
  configure("notices: [{text: Hôm nay nghỉ}]\n");
  const auto launched = folder.path() / "launched";
  const auto launcher = write(folder.path() / "dbus-launch", "#!/bin/sh\necho > " + launched.string() + "\nsleep 60\n");
  std::filesystem::permissions(launcher, std::filesystem::perms::owner_all);
  environment["PATH"] = folder.path().string() + ":" + environment["PATH"];
  expect_good_play();
  EXPECT_FALSE(std::filesystem::exists(launched));
  expect_played();
}

TEST_F(Run, FailsWhereItsReportCannotBeWritten) {
  configure("{}\n");
  const auto file = write(folder.path() / "file", "");
  EXPECT_EQ(player(running({"--for", "1s", "--report", file / "report.json"})).status, 1);
}

// Sanitizers make a program several times slower, and the one for leaks searches the whole memory at the end.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int slowness = 4;
#else
constexpr int slowness = 1;
#endif

/// Within a second of SIGTERM; on a loaded machine a try may be late for reasons that are not the player's.
class RunStopped : public Run {
 protected:
  /// `reach` brings a player to the moment in question.
  template <typename Function>
  void expect_prompt_end(const Arguments& arguments, Function reach) {
    constexpr milliseconds bound(slowness * 1000);
    constexpr int tries = 3;
    bool prompt = false;
    for (int tried = 0; tried < tries && !prompt; ++tried) {
      Program playing(lobby_player(arguments), environment);
      reach(playing);
      playing.signal(SIGTERM);
      prompt = playing.ends_within(bound);
      const Outcome outcome = playing.outcome();
      // Before the player listens to signals, one ends it as it ends any program.
      EXPECT_THAT(outcome.status, testing::AnyOf(0, -SIGTERM)) << outcome.messages;
    }
    EXPECT_TRUE(prompt);
  }
};

TEST_F(RunStopped, EndsWithinASecondDuringItsStart) {
  configure(feed_config());
  for (const milliseconds moment : {milliseconds(0), milliseconds(20), milliseconds(60), milliseconds(150)}) {
    expect_prompt_end(running({}), [moment](const Program& playing) { EXPECT_FALSE(playing.ends_within(moment)); });
  }
}

TEST_F(RunStopped, EndsWithinASecondWhileThePortalHangs) {
  configure(feed_config());
  portal.hang("/rss.xml");
  expect_prompt_end(running({}), [this](const Program&) {
    EXPECT_TRUE(portal.waits_for("/rss.xml"));
    portal.visits();
  });
}

TEST_F(RunStopped, EndsWithinASecondWhileASlideStandsStill) {
  configure("notices:\n  - text: Hôm nay nghỉ\n");
  for (const milliseconds still : {milliseconds(300), milliseconds(700), milliseconds(1500)}) {
    expect_prompt_end(running({}), [still](Program& playing) {
      ASSERT_TRUE(playing.says("playing"));
      EXPECT_FALSE(playing.ends_within(still));
    });
  }
}

TEST_F(RunStopped, EndsWithinASecondWhileItWaitsForADisplay) {
  configure(feed_config());
  environment.erase("DISPLAY");
  expect_prompt_end({"run", "--config", config()},
                    [](Program& playing) { ASSERT_TRUE(playing.says("is a display connected")); });
}

TEST_F(Run, ShowsANewPhotoOfAFolderWithinSecondsAndNeverAHalfCopiedOne) {
  const auto photos = folder.path() / "anh";
  std::filesystem::create_directory(photos);
  configure("sources: [{name: Ảnh, photos: anh}]\ndwell: {fixed: 1s}\n");
  Arguments arguments = running({"--for", "9s"});
  arguments.insert(arguments.begin(), "--verbose");
  Program playing(lobby_player(arguments), environment);
  ASSERT_TRUE(playing.says("slide standby"));
  const std::string bytes = picture_bytes("baseline.jpg");
  std::ofstream(photos / "cho.txt") << "Chợ phiên đầu xuân";
  std::ofstream copy(photos / "cho.jpg", std::ios::binary);
  copy.write(bytes.data(), static_cast<std::streamsize>(bytes.size() / 2)).flush();
  EXPECT_FALSE(playing.ends_within(milliseconds(2500)));
  EXPECT_THAT(playing.messages(), Not(HasSubstr("slide photo"))) << "half of it is there";
  copy.write(bytes.data() + bytes.size() / 2, static_cast<std::streamsize>(bytes.size() - bytes.size() / 2));
  copy.close();
  const auto copied = std::chrono::steady_clock::now();
  EXPECT_TRUE(playing.says("slide photo: Chợ phiên đầu xuân"));
  EXPECT_LT(std::chrono::steady_clock::now() - copied, std::chrono::seconds(5));
  std::filesystem::remove(photos / "cho.jpg");
  const std::string messages = playing.outcome().messages;
  EXPECT_EQ(messages.substr(messages.rfind("slide "), 13), "slide standby") << messages;
}

TEST_F(Run, ShowsANewPhotoAtOnceHoweverLongTheOthersStand) {
  const auto photos = folder.path() / "anh";
  std::filesystem::create_directory(photos);
  std::ofstream(photos / "a.jpg", std::ios::binary) << picture_bytes("baseline.jpg");
  configure(
      "sources: [{name: Ảnh, photos: anh}]\ndwell: {fixed: 60s}\nplaylist: [notices, photos]\n"
      "notices: [{text: Mời quý khách lấy số thứ tự}]\n");
  Arguments arguments = running({"--for", "20s"});
  arguments.insert(arguments.begin(), "--verbose");
  Program playing(lobby_player(arguments), environment);
  ASSERT_TRUE(playing.says("slide notice"));
  std::ofstream(photos / "b.txt") << "Đường hoa bên sông";
  std::ofstream(photos / "b.jpg", std::ios::binary) << picture_bytes("baseline.jpg");
  const auto copied = std::chrono::steady_clock::now();
  EXPECT_TRUE(playing.says("slide photo: Đường hoa bên sông"));
  EXPECT_LT(std::chrono::steady_clock::now() - copied, std::chrono::seconds(5));
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

TEST_F(Run, ShowsANewPhotoAtOnceWhileAPortalHangs) {
  const auto photos = folder.path() / "anh";
  std::filesystem::create_directory(photos);
  portal.hang("/rss.xml");
  configure("sources: [{name: Tin, feed: \"" + portal.url("/rss.xml") + "\"}, {name: Ảnh, photos: anh}]\n" +
            "dwell: {fixed: 1s}\n");
  Arguments arguments = running({"--for", "20s"});
  arguments.insert(arguments.begin(), "--verbose");
  Program playing(lobby_player(arguments), environment);
  ASSERT_TRUE(playing.says("slide standby"));
  ASSERT_TRUE(portal.waits_for("/rss.xml"));
  std::ofstream(photos / "b.txt") << "Đường hoa bên sông";
  std::ofstream(photos / "b.jpg", std::ios::binary) << picture_bytes("baseline.jpg");
  const auto copied = std::chrono::steady_clock::now();
  EXPECT_TRUE(playing.says("slide photo: Đường hoa bên sông"));
  EXPECT_LT(std::chrono::steady_clock::now() - copied, std::chrono::seconds(5));
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

TEST_F(Run, FailsWhereAWindowIsAskedForAndThereIsNoDisplay) {
  configure(feed_config());
  environment.erase("DISPLAY");
  const Outcome outcome = play();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.messages, HasSubstr("is a display connected"));
}

}  // namespace
}  // namespace lobby::app
