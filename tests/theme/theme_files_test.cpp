#include "theme/theme_files.h"

#include <gmock/gmock.h>

#include "../world/temporary_folder.h"

namespace lobby::theme {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::Key;

constexpr const char* base_yaml = R"yaml(
palette: {ink: "#0c1a26", text: "#f7f2e8"}
faces: {body: [a.ttf]}
)yaml";
constexpr const char* fill = "elements: [{fill: {colour: ink}}]\n";

class ThemeFilesTest : public testing::Test {
 protected:
  fs::path theme(const std::string& name, const std::string& yaml) {
    fs::create_directories(folder_.path() / name);
    write(folder_.path() / name / "theme.yaml", yaml);
    return folder_.path() / name;
  }
  /// What is said of a theme, without the way to the test's folder.
  template <typename T>
  std::string said(const config::Checked<T>& checked) const {
    std::string lines;
    for (const auto& finding : checked.findings) {
      lines += to_string(finding).substr(folder_.path().string().size() + 1) + "\n";
    }
    return lines;
  }
  TemporaryFolder folder_;
};

TEST_F(ThemeFilesTest, AThemeTakesWhatItLacksFromTheOneThatItExtends) {
  write(theme("base", base_yaml) / "headline.yaml", fill);
  write(folder_.path() / "base" / "photo.yaml", fill);
  const auto mine = theme("mine", "extends: base\npalette: {ink: \"#ffffff\", red: \"#ff0000\"}\n");
  write(mine / "photo.yaml", "elements: [{fill: {colour: red}}]\n");
  const auto read = read_theme(mine);
  EXPECT_EQ(said(read), "");
  ASSERT_TRUE(read.value);
  EXPECT_EQ(read.value->name, "mine");
  EXPECT_THAT(read.value->palette, ElementsAre(Key("ink"), Key("red"), Key("text")));
  EXPECT_EQ(config::resolve(*read.value, "ink"), (Colour{255, 255, 255}));
  EXPECT_THAT(read.value->faces, ElementsAre(Key("body")));
  EXPECT_THAT(read.value->layouts, ElementsAre(Key("headline"), Key("photo")));
  EXPECT_EQ(std::get<config::Fill>(read.value->layouts.at("photo").elements[0].what).colour, "red");
}

TEST_F(ThemeFilesTest, ABaseMayExtendAnotherOne) {
  write(theme("base", base_yaml) / "headline.yaml", fill);
  theme("middle", "extends: base\n");
  const auto read = read_theme(theme("mine", "extends: middle\n"));
  EXPECT_EQ(said(read), "");
  ASSERT_TRUE(read.value);
  EXPECT_THAT(read.value->layouts, ElementsAre(Key("headline")));
}

TEST_F(ThemeFilesTest, DrawingsAreTakenFromTheBasesToo) {
  const auto base = theme("base", base_yaml);
  write(base / "star.svg", "<svg viewBox='0 0 9 9'><rect width='9' height='9'/></svg>");
  write(base / "photo.yaml", "elements: [{art: {file: star.svg, colour: ink}}]\n");
  const auto read = read_theme(theme("mine", "extends: base\n"));
  EXPECT_EQ(said(read), "");
  ASSERT_TRUE(read.value);
  EXPECT_THAT(read.value->art, ElementsAre(Key("star.svg")));
}

TEST_F(ThemeFilesTest, ADrawingThatCannotBeDrawnLeavesNoTheme) {
  const auto mine = theme("mine", base_yaml);
  write(mine / "star.svg", "<html>");
  EXPECT_FALSE(read_theme(mine).value);
  EXPECT_EQ(said(find_theme(mine)), "mine/star.svg:1:1: error: this is no SVG\n");
}

TEST_F(ThemeFilesTest, HowPicturesAreShownAndWhetherAnythingMovesComesFromTheBaseUnlessAThemeSaysOtherwise) {
  theme("base", std::string(base_yaml) + "pictures: grey\ncalm: true\n");
  const auto same = read_theme(theme("mine", "extends: base\n"));
  ASSERT_TRUE(same.value);
  EXPECT_EQ(same.value->pictures, config::PictureTone::grey);
  EXPECT_EQ(same.value->calm, true);
  const auto other = read_theme(theme("other", "extends: base\npictures: natural\ncalm: false\n"));
  ASSERT_TRUE(other.value);
  EXPECT_EQ(other.value->pictures, config::PictureTone::natural);
  EXPECT_EQ(other.value->calm, false);
  EXPECT_EQ(
      said(read_theme(theme("wrong", "extends: base\npictures: gray\n"))),
      "wrong/theme.yaml:2:11: error: 'pictures' must be one of natural, grey, not 'gray'; did you mean 'grey'?\n");
}

TEST_F(ThemeFilesTest, ABaseThatIsMissingIsNamedWithItsPlace) {
  theme("dark", base_yaml);
  EXPECT_EQ(said(find_theme(theme("mine", "extends: drak\n"))),
            "mine/theme.yaml:1:10: error: there is no theme 'drak' beside this one; did you mean 'dark'?\n");
}

TEST_F(ThemeFilesTest, AThemeThatLeadsBackToItselfIsRefused) {
  theme("a", "extends: b\n");
  EXPECT_EQ(said(find_theme(theme("b", "extends: a\n"))), "a/theme.yaml:1:10: error: the theme 'b' extends itself\n");
  EXPECT_EQ(said(find_theme(theme("c", "extends: c\n"))), "c/theme.yaml:1:10: error: the theme 'c' extends itself\n");
}

TEST_F(ThemeFilesTest, AThemeStandsOnAtMostFourOthers) {
  theme("t0", base_yaml);
  for (int depth = 1; depth <= 5; ++depth) {
    theme("t" + std::to_string(depth), "extends: t" + std::to_string(depth - 1) + "\n");
  }
  EXPECT_EQ(said(find_theme(folder_.path() / "t4")), "");
  EXPECT_EQ(said(find_theme(folder_.path() / "t5")), "t1/theme.yaml:1:10: error: a theme stands on at most 4 others\n");
}

TEST_F(ThemeFilesTest, ALayoutWithAnErrorLeavesNoTheme) {
  const auto base = theme("base", base_yaml);
  write(base / "headline.yaml", fill);
  write(base / "photo.yaml", "elements: [{fill: {colour: pink}}]\n");
  const auto read = read_theme(theme("mine", "extends: base\n"));
  EXPECT_FALSE(read.value);
  EXPECT_THAT(said(read), testing::HasSubstr("base/photo.yaml:1:28: error: 'colour' must be a colour of the palette"));
}

}  // namespace
}  // namespace lobby::theme
