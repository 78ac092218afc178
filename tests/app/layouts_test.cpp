#include <gmock/gmock.h>

#include <set>

#include "../world/workplace.h"
#include "config/slide_kinds.h"

namespace lobby::app {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

/// All files below a folder with their bytes, by their way from it.
std::map<std::string, std::string> files_below(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files[fs::relative(entry.path(), folder)] = bytes_in(entry.path());
  }
  return files;
}

class Layouts : public Workplace {
 protected:
  Layouts() { configure("organisation: A\n"); }
  Outcome layouts(Arguments more) const {
    Arguments arguments{"layouts", "--config", config(), "--out", out};
    arguments.insert(arguments.end(), more.begin(), more.end());
    // Some hundred pictures take their time where much else is going on.
    return Program(lobby_player(arguments), environment).outcome(std::chrono::minutes(4));
  }
  /// The names of what all shipped samples show on a screen of this size, a line each; every kind of slide is there.
  std::string names_of_all_samples(const std::string& size) const {
    const Outcome outcome = layouts({"--size", size});
    EXPECT_EQ(outcome.status, 0) << outcome.messages << outcome.output;
    EXPECT_THAT(outcome.messages, Not(HasSubstr("warning"))) << "the samples are sound";
    std::string names;
    for (const auto& [name, bytes] : files_below(out)) names += name + "\n";
    for (const auto kind : config::slide_kinds) EXPECT_THAT(names, HasSubstr("-" + std::string(kind))) << kind;
    return names;
  }
  /// A theme beside the config.
  fs::path theme(const std::string& name, const std::string& yaml) const {
    const fs::path own = folder.path() / "layouts" / name;
    fs::create_directories(own);
    write(own / "theme.yaml", yaml);
    return own;
  }
  /// A sample of one notice, which is soon drawn.
  std::string one_sample() const {
    fs::create_directories(folder.path() / "samples");
    write(folder.path() / "samples" / "notice.yaml", "notices: [{text: Mời vào}]\nplaylist: [notices]\n");
    return folder.path() / "samples";
  }
  /// Some of the shipped samples: with photos, of several pages, with drawings.
  std::string some_samples() const {
    const fs::path shipped = fs::path(LOBBY_SOURCE_DIR) / "deploy" / "samples";
    const fs::path some = folder.path() / "samples";
    fs::create_directories(some);
    for (const char* name : {"headline-photo.yaml", "news.json", "photo-pair.yaml", "photos", "roster-long.yaml",
                             "weather.json", "weather.yaml"}) {
      fs::copy(shipped / name, some / name, fs::copy_options::recursive);
    }
    return some;
  }
  const std::string out = folder.path() / "out";
};

TEST_F(Layouts, ShowsEveryKindOfSlideInManyVariants) {
  const std::string names = names_of_all_samples("320x180");
  for (const char* variant :
       {"-headline-tall-photo.png", "-headline-1x3-photo.png", "-headline-3x1-photo.png", "-headline-one-word.png",
        "-headline-300-characters.png", "-headline-capitals.png", "-photo-no-caption.png", "-photo-series-3.png",
        "-headline-list-two.png", "-anniversary-joint.png", "-anniversary-lunar.png", "-anniversary-countdown.png",
        "-notice-urgent.png", "-roster-long-2.png", "-figures-6.png", "-standby.png", "-weather-frost.png",
        "-headline-code.png", "contact-sheet.png"}) {
    EXPECT_THAT(names, HasSubstr(variant));
  }
  EXPECT_THAT(names, AllOf(HasSubstr("-photo-pair.png"), Not(HasSubstr("-photo-pair-upright.png"))));
}

TEST_F(Layouts, ShowsEveryKindOfSlideUpright) {
  EXPECT_THAT(names_of_all_samples("180x320"),
              AllOf(HasSubstr("-photo-pair-upright.png"), Not(HasSubstr("-photo-pair.png"))));
}

TEST_F(Layouts, GivesTheSameBytesForTheSameInput) {
  const Arguments small{"--samples", some_samples(), "--size", "320x180", "--theme", "hq", "--theme", "night"};
  ASSERT_EQ(layouts(small).status, 0);
  const auto first = files_below(out);
  EXPECT_TRUE(first.contains("index.html"));
  EXPECT_GE(first.size(), 11U) << "five slides and a contact sheet of each theme";
  ASSERT_EQ(layouts(small).status, 0);
  EXPECT_EQ(files_below(out), first);
}

TEST_F(Layouts, ShowsAllThemesThoseBesideTheConfigTooInEachSize) {
  theme("que-toi", "extends: hq\npalette: {accent: \"#8fd0ff\"}\n");
  const Outcome outcome =
      layouts({"--samples", one_sample(), "--theme", "all", "--size", "320x180", "--size", "180x320"});
  EXPECT_EQ(outcome.status, 0) << outcome.messages << outcome.output;
  const auto files = files_below(out);
  for (const char* name : {"hq", "festive", "solemn", "mourning", "night", "que-toi"}) {
    EXPECT_TRUE(files.contains(std::string(name) + "/320x180/01-notice.png")) << name;
    EXPECT_TRUE(files.contains(std::string(name) + "/180x320/01-notice.png")) << name;
  }
  EXPECT_THAT(files.at("index.html"), HasSubstr("que-toi · 320 × 180"));
}

TEST_F(Layouts, SaysWhatCheckSaysAndFailsWhereItDoes) {
  const auto own = theme("broken", "extends: hq\n");
  write(own / "notice.yaml", "elements:\n  - stack:\n      texts: [{role: title, parts: [a], face: no-such}]\n");
  const Outcome outcome =
      layouts({"--samples", one_sample(), "--theme", "broken", "--theme", "hq", "--size", "320x180"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, HasSubstr("notice.yaml:3:47: error: 'face' must be"));
  const auto files = files_below(out);
  EXPECT_FALSE(files.contains("broken/320x180/01-notice.png"));
  EXPECT_TRUE(files.contains("hq/320x180/01-notice.png"));
  EXPECT_THAT(files.at("index.html"), HasSubstr("notice.yaml:3:47: error:"));
}

TEST_F(Layouts, ShowsAThemeOnceAndNoneThatIsNoName) {
  const Outcome twice = layouts({"--samples", one_sample(), "--theme", "hq", "--theme", "hq", "--size", "320x180"});
  EXPECT_EQ(twice.status, 0) << twice.messages;
  const auto page = bytes_in(out + "/index.html");
  EXPECT_EQ(page.find("hq · 320 × 180"), page.rfind("hq · 320 × 180"));
  const Outcome outside = layouts({"--samples", one_sample(), "--theme", "../layouts/hq", "--size", "320x180"});
  EXPECT_NE(outside.status, 0);
  EXPECT_THAT(outside.messages, HasSubstr("'../layouts/hq' is no name of a theme"));
}

TEST_F(Layouts, NamesTheLayoutsThatAThemeLacks) {
  const auto own = theme("small", "palette: {text: \"#ffffff\"}\nfaces: {body: [NotoSans-Regular.ttf]}\n");
  write(own / "notice.yaml", "elements: [{fill: {colour: \"#000000\"}}]\n");
  const Outcome outcome = layouts({"--samples", one_sample(), "--theme", "small", "--size", "320x180"});
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  EXPECT_THAT(outcome.output,
              AllOf(HasSubstr("'headline' (headline.yaml): they stay black"),
                    HasSubstr("'welcome' (welcome.yaml): they are shown as notices"), Not(HasSubstr("(notice.yaml)"))));
}

TEST_F(Layouts, ShowsSamplesOfOnesOwnAtAnyMoment) {
  fs::create_directories(folder.path() / "samples");
  write(folder.path() / "samples" / "anniversary.yaml",
        "anniversaries: [{name: Ngày A, since: 5/5/1990}]\nplaylist: [anniversaries]\n");
  const Arguments arguments{"--samples", folder.path() / "samples", "--size", "320x180", "--at"};
  auto at_the_day = arguments;
  at_the_day.emplace_back("2027-05-05");
  EXPECT_EQ(layouts(at_the_day).status, 0);
  EXPECT_THAT(bytes_in(out + "/index.html"), HasSubstr("Ngày A"));
  auto later = arguments;
  later.emplace_back("2027-06-05");
  EXPECT_EQ(layouts(later).status, 0);
  EXPECT_THAT(bytes_in(out + "/index.html"), Not(HasSubstr("Ngày A"))) << "slides of an earlier time are gone";
  EXPECT_FALSE(fs::exists(out + "/hq/320x180/01-anniversary.png"));
}

TEST_F(Layouts, LeavesTheStoreAndTheNoticesOfTheHouseAlone) {
  fs::create_directories(folder.path() / "state" / "lobby-player" / "notices");
  write(folder.path() / "state" / "lobby-player" / "notices" / "khan.txt", "Sơ tán\n");
  const auto before = files_below(folder.path() / "state");
  EXPECT_EQ(layouts({"--samples", one_sample(), "--size", "320x180"}).status, 0);
  EXPECT_EQ(files_below(folder.path() / "state"), before);
  EXPECT_THAT(bytes_in(out + "/index.html"), AllOf(HasSubstr("Mời vào"), Not(HasSubstr("Sơ tán"))));
}

TEST_F(Layouts, SaysWhereThereAreNoSamples) {
  const Outcome outcome = layouts({"--samples", (folder.path() / "none").string()});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.messages, HasSubstr("holds no samples; each is a config"));
}

}  // namespace
}  // namespace lobby::app
