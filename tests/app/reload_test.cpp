#include <gmock/gmock.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iostream>

#include "../world/screen.h"
#include "../world/workplace.h"

namespace lobby::app {
namespace {

namespace fs = std::filesystem;

using namespace std::chrono;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr Colour red{200, 30, 30};
constexpr Colour green{30, 160, 60};
constexpr Colour blue{20, 60, 190};

/// The kiosk with a theme beside its config, whose notices are of one colour, and somebody who edits both.
class Reload : public Workplace {
 protected:
  Reload() {
    environment["DISPLAY"] = screen.display();
    environment["SDL_VIDEODRIVER"] = "x11";
    fs::create_directories(own);
    write(own / "notice.yaml", "elements: [{fill: {colour: ground}}]\n");
    write(own / "theme.yaml", palette(red));
    configure(plain);
  }
  static std::string palette(Colour ground) {
    return format("extends: hq\npalette: {{ground: \"#{:02x}{:02x}{:02x}\"}}\n", ground.red, ground.green, ground.blue);
  }
  Program play() const {
    return Program(lobby_player({"--verbose", "run", "--config", config(), "--window", "640x360"}), environment);
  }
  /// Saves as many editors do: a new file in the place of the old.
  static void save_by_renaming(const fs::path& file, const std::string& bytes) {
    write(file.string() + "~new", bytes);
    fs::rename(file.string() + "~new", file);
  }
  /// Saves as others do: the old file is emptied, closed, opened again and written.
  static void save_in_two_steps(const fs::path& file, const std::string& bytes) {
    write(file, "");
    write(file, bytes);
  }
  /// Waits until the screen is of that colour; the time that it took. Nothing black is ever seen on the way.
  milliseconds expect_soon(Colour colour, const std::string& what) const {
    const auto began = steady_clock::now();
    for (Colour seen; steady_clock::now() - began < 10s;) {
      seen = screen.pixel(400, 250);
      EXPECT_GT(seen.red + seen.green + seen.blue, 60) << "a blank frame on the way to " << what;
      if (seen == colour) break;
      poll(nullptr, 0, 2);
    }
    EXPECT_EQ(screen.pixel(400, 250), colour) << what;
    const auto took = duration_cast<milliseconds>(steady_clock::now() - began);
    std::cout << what << ": " << took.count() << " ms\n";
    return took;
  }

  Screen screen;
  const fs::path own = folder.path() / "layouts" / "mine";
  const std::string plain = "theme: mine\nnotices: [{text: Mời vào}]\nplaylist: [notices]\ndwell: {fixed: 3600s}\n";
};

TEST_F(Reload, APaletteIsOnScreenOnceItIsSavedInWhateverManner) {
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Mời vào"));
  expect_soon(red, "the start");
  write(own / "theme.yaml", palette(green));
  EXPECT_LT(expect_soon(green, "a palette written in place"), 5s);
  save_by_renaming(own / "theme.yaml", palette(blue));
  EXPECT_LT(expect_soon(blue, "a palette renamed over the old"), 5s);
  save_in_two_steps(own / "theme.yaml", palette(red));
  EXPECT_LT(expect_soon(red, "a palette emptied and written"), 5s);
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

TEST_F(Reload, ABrokenEditChangesNothingAndTheLogSaysWhereItIs) {
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Mời vào"));
  write(own / "theme.yaml", "extends: hq\npalette: {ground: red}\n");
  EXPECT_TRUE(playing.says("mine/theme.yaml:2:19: error: 'ground' must be a colour"));
  expect_soon(red, "the old look");
  write(own / "notice.yaml", "elements:\n  - fill: {color: ground}\n");
  write(own / "theme.yaml", palette(green));
  EXPECT_TRUE(playing.says("mine/notice.yaml:2:12: error: unknown key 'color'; did you mean 'colour'?"));
  expect_soon(red, "the old look, which no half of an edit changes");
  write(own / "notice.yaml", "elements: [{fill: {colour: ground}}]\n");
  expect_soon(green, "the look once it is mended");
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

TEST_F(Reload, AnotherThemeComesWithTheConfigThatNamesIt) {
  const fs::path other = folder.path() / "layouts" / "other";
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Mời vào"));
  fs::create_directories(other);
  write(other / "theme.yaml", "extends: mine\npalette: {ground: \"#143cbe\"}\n");
  configure("theme: other\nnotices: [{text: Mời vào}]\nplaylist: [notices]\n");
  expect_soon(blue, "a config that names a new theme");
  EXPECT_THAT(playing.messages(), AllOf(HasSubstr("the theme is 'other'"), Not(HasSubstr("cannot be used"))));
  write(other / "theme.yaml", "extends: mine\npalette: {ground: \"#1ea03c\"}\n");
  expect_soon(green, "the new theme, edited");
  write(own / "theme.yaml", palette(red));
  write(other / "theme.yaml", "extends: mine\n");
  expect_soon(red, "its base, edited");
}

TEST_F(Reload, ABrokenConfigChangesNothingAndTheLogSaysWhereItIs) {
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Mời vào"));
  configure("notices: [{text: Mới, urgnt: true}]\nplaylist: notices\n");
  EXPECT_TRUE(playing.says("config.yaml:2:11: error: 'playlist' must be a list"));
  EXPECT_TRUE(playing.says("the version before stays in use"));
  save_in_two_steps(config(), "theme: mine\nnotices: [{text: Mới}]\nplaylist: [notices]\n");
  EXPECT_TRUE(playing.says("slide notice: Mới"));
  playing.signal(SIGKILL);
  playing.outcome();
  // What was taken is the last good version from then on.
  configure("playlist: notices\n");
  Program again = play();
  EXPECT_TRUE(again.says("slide notice: Mới"));
}

TEST_F(Reload, AConfigThatIsEmptyOrGoneIsNotTaken) {
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Mời vào"));
  configure("\n");
  fs::remove(config());
  write(own / "theme.yaml", palette(green));
  expect_soon(green, "a theme while the config is away");
  EXPECT_EQ(playing.messages().find("is in use\n"), std::string::npos);
  save_by_renaming(config(), "theme: mine\nnotices: [{text: Trở lại}]\nplaylist: [notices]\n");
  EXPECT_TRUE(playing.says("slide notice: Trở lại"));
}

TEST_F(Reload, AConfigThatIsHalfWrittenIsNotTakenForWhatIsSavedBesideIt) {
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Mời vào"));
  std::ofstream half(config(), std::ios::trunc);
  half << "theme: mine\nplaylist: [notices]\nnotices:\n  - text: Nửa\n" << std::flush;
  write(folder.path() / "other", "x");
  write(own / "theme.yaml", palette(green));
  expect_soon(green, "a palette while the config is written");
  half << "      câu\n";
  half.close();
  EXPECT_TRUE(playing.says("slide notice: Nửa câu"));
  const auto said = playing.messages();
  const auto taken = said.find("is in use\n");
  EXPECT_EQ(said.find("is in use\n", taken + 1), std::string::npos) << said;
}

TEST_F(Reload, AConfigBehindALinkIsTakenOnceItsTargetIsSavedOrTheLinkIsTurned) {
  const fs::path etc = folder.path() / "etc";
  fs::create_directories(etc / "one");
  fs::create_directories(etc / "two");
  fs::remove(config());
  write(etc / "one" / "it.yaml", plain);
  fs::create_symlink(etc / "one" / "it.yaml", config());
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Mời vào"));
  write(etc / "one" / "it.yaml", "theme: mine\nnotices: [{text: Một}]\nplaylist: [notices]\n");
  EXPECT_TRUE(playing.says("slide notice: Một"));
  write(etc / "two" / "it.yaml", "theme: mine\nnotices: [{text: Hai}]\nplaylist: [notices]\n");
  fs::create_symlink(etc / "two" / "it.yaml", folder.path() / "next");
  fs::rename(folder.path() / "next", config());
  EXPECT_TRUE(playing.says("slide notice: Hai"));
  write(etc / "two" / "it.yaml", "theme: mine\nnotices: [{text: Ba}]\nplaylist: [notices]\n");
  EXPECT_TRUE(playing.says("slide notice: Ba"));
}

TEST_F(Reload, AThemeIsTakenWhoseFolderCameBeforeItsFiles) {
  const fs::path other = folder.path() / "layouts" / "other";
  configure("theme: other\nnotices: [{text: Mời vào}]\nplaylist: [notices]\ndwell: {fixed: 3600s}\n");
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Mời vào"));
  fs::create_directories(other);
  configure("theme: other\nnotices: [{text: Một}]\nplaylist: [notices]\ndwell: {fixed: 3600s}\n");
  ASSERT_TRUE(playing.says("slide notice: Một"));
  write(other / "theme.yaml", "extends: mine\npalette: {ground: \"#143cbe\"}\n");
  expect_soon(blue, "a theme that came after its folder");
}

TEST_F(Reload, APipeInThePlaceOfTheConfigHoldsNothingUp) {
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Mời vào"));
  ASSERT_EQ(mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
  fs::rename(folder.path() / "pipe", config());
  EXPECT_TRUE(playing.says("it is a pipe or a device; put a plain file there; the version before stays in use"));
  write(own / "theme.yaml", palette(green));
  expect_soon(green, "a theme while a pipe is in the config's place");
  playing.signal(SIGKILL);
  playing.outcome();
  Program again = play();
  EXPECT_TRUE(again.says("slide notice: Mời vào"));
}

TEST_F(Reload, WhatIsSavedWhileThePlayerWaitsForADisplayIsTaken) {
  // A display that is there once its socket is, under another number.
  const std::string sockets = "/tmp/.X11-unix/X";
  const std::string number = screen.display().substr(1);
  const std::string late = std::to_string(getpid());
  environment["DISPLAY"] = ":" + late;
  Program playing(lobby_player({"--verbose", "run", "--config", config()}), environment);
  ASSERT_TRUE(playing.says("is a display connected"));
  configure("theme: mine\nnotices: [{text: Mới}]\nplaylist: [notices]\n");
  write(own / "theme.yaml", palette(green));
  fs::create_symlink(sockets + number, sockets + late);
  EXPECT_TRUE(playing.says("slide notice: Mới"));
  fs::remove(sockets + late);
  expect_soon(green, "a theme that was saved before the display came");
}

TEST_F(Reload, OnlyNewSourcesAreAskedWhenSomethingIsSaved) {
  configure(feed_config() + plain);
  Program playing = play();
  ASSERT_TRUE(portal.waits_for("/anh/3.jpg"));
  ASSERT_TRUE(playing.says("slide notice: Mời vào"));
  configure(feed_config() + "theme: mine\nnotices: [{text: Một}]\nplaylist: [notices]\n");
  ASSERT_TRUE(playing.says("slide notice: Một"));
  portal.visits();
  write(own / "theme.yaml", palette(green));
  expect_soon(green, "a palette, with a feed");
  EXPECT_THAT(portal.visits(), IsEmpty());
  portal.serve("/more.xml", rss("<item><title>Tin khác</title><guid>7</guid></item>"), feed_type);
  configure(feed_config() + "  - {name: Khác, feed: \"" + portal.url("/more.xml") +
            "\"}\nnotices: [{text: Hai}]\nplaylist: [notices]\n");
  EXPECT_TRUE(portal.waits_for("/more.xml"));
  for (const auto& visit : portal.visits()) EXPECT_NE(visit.path, "/rss.xml");
}

TEST_F(Reload, AnUrgentNoticeStandsOnWhileTheConfigIsSaved) {
  environment["STATE_DIRECTORY"] = (folder.path() / "state").string();
  const fs::path duty = folder.path() / "state" / "notices";
  fs::create_directories(duty);
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Mời vào"));
  write(folder.path() / "khan", "Sơ tán\n");
  fs::rename(folder.path() / "khan", duty / "khan.txt");
  ASSERT_TRUE(playing.says("slide notice: Sơ tán"));
  configure("theme: mine\nnotices: [{text: Khác}]\nplaylist: [notices]\n");
  ASSERT_TRUE(playing.says("config.yaml was saved; it is in use"));
  write(own / "theme.yaml", palette(green));
  expect_soon(green, "the notice in its new look");
  EXPECT_THAT(playing.messages(), AllOf(Not(HasSubstr("the notice has ended")), Not(HasSubstr("notice: Khác"))));
  fs::remove(duty / "khan.txt");
  EXPECT_TRUE(playing.says("slide notice: Khác"));
}

TEST_F(Reload, AFeedFileIsReadOnceItIsSaved) {
  const auto item = [](const std::string& title) { return rss("<item><title>" + title + "</title></item>"); };
  write(folder.path() / "news.xml", item("Tin cũ"));
  configure("sources: [{name: Tin, feed: news.xml, every: 7d}]\nplaylist: [headlines]\ndwell: {fixed: 3600s}\n");
  Program playing = play();
  ASSERT_TRUE(playing.says("slide headline: Tin cũ"));
  save_by_renaming(folder.path() / "news.xml", item("Tin mới"));
  EXPECT_TRUE(playing.says("slide headline: Tin mới"));
}

}  // namespace
}  // namespace lobby::app
