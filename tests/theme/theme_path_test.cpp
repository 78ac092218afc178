#include "theme/theme_path.h"

#include <gmock/gmock.h>

#include "../world/temporary_folder.h"
#include "host/files.h"
#include "theme/dress.h"
#include "theme/theme_check.h"

namespace lobby::theme {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A folder beside a config, over the data of this tree.
class ThemePathTest : public testing::Test {
 protected:
  fs::path theme(const std::string& name, const std::string& yaml) {
    const fs::path own = folder.path() / "layouts" / name;
    fs::create_directories(own);
    write(own / "theme.yaml", yaml);
    return own;
  }
  TemporaryFolder folder;
  ThemePath path{folder.path(), LOBBY_SOURCE_DIR};
};

TEST_F(ThemePathTest, WhatLiesBesideTheConfigGoesBeforeWhatCameWithTheProgram) {
  EXPECT_EQ(path.theme("night"), fs::path(LOBBY_SOURCE_DIR) / "layouts" / "night");
  const auto own = theme("night", "extends: hq\n");
  EXPECT_EQ(path.theme("night"), own);
  EXPECT_EQ(path.shipped().theme("night"), fs::path(LOBBY_SOURCE_DIR) / "layouts" / "night");
}

TEST_F(ThemePathTest, KnowsTheThemesOfBothEachOnce) {
  theme("night", "extends: hq\n");
  theme("que-toi", "extends: hq\n");
  EXPECT_THAT(path.themes(), ElementsAre("festive", "hq", "mourning", "night", "que-toi", "solemn"));
  EXPECT_TRUE(path.has_theme("que-toi"));
  EXPECT_FALSE(path.has_theme("no-such"));
}

TEST_F(ThemePathTest, AThemeOfOnesOwnExtendsOneOfTheProgram) {
  theme("que-toi", "extends: hq\npalette: {accent: \"#112233\"}\n");
  const auto dress = load_dress(path, "que-toi");
  ASSERT_TRUE(dress) << dress.error().message;
  EXPECT_EQ(dress->theme.palette.at("accent"), (Colour{0x11, 0x22, 0x33}));
  EXPECT_TRUE(dress->theme.layouts.contains("headline"));
}

TEST_F(ThemePathTest, CheckFindsTheBaseOfAThemeOfOnesOwn) {
  const auto own = theme("que-toi", "extends: hq\n");
  EXPECT_FALSE(has_errors(theme_findings(own, theme_path_around(own))));
  const auto wrong = theme("wrong", "extends: hqq\n");
  const auto findings = theme_findings(wrong, theme_path_around(wrong));
  ASSERT_FALSE(findings.empty());
  EXPECT_THAT(to_string(findings.front()), HasSubstr("theme.yaml:1:10: error: there is no theme 'hqq' beside this one; "
                                                     "did you mean 'hq'?"));
}

TEST_F(ThemePathTest, AFontOfOnesOwnLiesBesideTheConfig) {
  fs::create_directories(folder.path() / "fonts");
  fs::copy(fs::path(LOBBY_SOURCE_DIR) / "fonts" / "NotoSerif-Bold.ttf", folder.path() / "fonts" / "Rieng.ttf");
  theme("que-toi", "extends: hq\nfaces: {headline: [Rieng.ttf]}\n");
  const auto dress = load_dress(path, "que-toi");
  ASSERT_TRUE(dress) << dress.error().message;
  EXPECT_THAT(dress->complaints, IsEmpty());
}

TEST_F(ThemePathTest, CheckNamesAFontThatIsNowhere) {
  const auto own = theme("que-toi", "extends: hq\nfaces: {headline: [No-Such.ttf, NotoSans-Bold.ttf]}\n");
  const auto findings = font_findings(find_theme(own, path).value->theme, own, path);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(to_string(findings.front()), (own / "theme.yaml").string() + ":1:1: warning: font No-Such.ttf is missing");
}

TEST_F(ThemePathTest, AThemeWhoseOnlyFontWasCutIsAnError) {
  const auto whole = host::read_file(fs::path(LOBBY_SOURCE_DIR) / "fonts" / "BeVietnamPro-Regular.ttf");
  fs::create_directories(folder.path() / "fonts");
  write(folder.path() / "fonts" / "My.ttf", whole->substr(0, 100000));
  const auto own = theme("que-toi", "extends: hq\nfaces: {headline: [My.ttf]}\n");
  const auto findings = font_findings(find_theme(own, path).value->theme, own, path);
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_THAT(to_string(findings.front()),
              HasSubstr("theme.yaml:1:1: warning: font My.ttf is damaged: its table 'glyf'"));
  EXPECT_THAT(to_string(findings.back()),
              HasSubstr("theme.yaml:1:1: error: the face 'headline' has no font that covers Vietnamese"));
  const auto dress = load_dress_or_default(path, "que-toi");
  ASSERT_TRUE(dress);
  EXPECT_THAT(dress->complaints, Contains(HasSubstr("the theme 'que-toi' cannot be used, 'hq' stands in for it")));
}

TEST_F(ThemePathTest, AHqOfOnesOwnThatIsBrokenIsReplacedByThatOfTheProgram) {
  theme("hq", "palette: {ink: red}\n");
  const auto dress = load_dress_or_default(path, "hq");
  ASSERT_TRUE(dress);
  EXPECT_TRUE(dress->theme.layouts.contains("headline"));
  EXPECT_THAT(dress->complaints, Contains(HasSubstr("the theme 'hq' cannot be used")));
}

}  // namespace
}  // namespace lobby::theme
