#include "theme/wardrobe.h"

#include <gmock/gmock.h>

#include "../world/temporary_folder.h"

namespace lobby::theme {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// The data of this tree, to which a test adds themes.
class WardrobeTest : public testing::Test {
 protected:
  WardrobeTest() {
    const fs::path source = LOBBY_SOURCE_DIR;
    fs::create_directory_symlink(source / "fonts", folder.path() / "fonts");
    fs::create_directory(folder.path() / "layouts");
    fs::create_directory_symlink(source / "layouts" / "hq", folder.path() / "layouts" / "hq");
  }
  void theme(const std::string& name, const std::string& yaml) {
    fs::create_directory(folder.path() / "layouts" / name);
    write(folder.path() / "layouts" / name / "theme.yaml", yaml);
  }
  TemporaryFolder folder;
  std::vector<std::string> complaints;
};

TEST_F(WardrobeTest, HasADressForEachThemeAndTheUsualOneForAnyOther) {
  theme("red", "extends: hq\npalette: {ink: \"#ff0000\"}\n");
  const auto wardrobe = load_wardrobe(folder.path(), {"hq", "red"}, complaints);
  ASSERT_TRUE(wardrobe);
  EXPECT_THAT(complaints, IsEmpty());
  EXPECT_EQ(wardrobe->dress("red")->theme.name, "red");
  EXPECT_EQ(wardrobe->dress("hq")->theme.name, "hq");
  EXPECT_EQ(wardrobe->dress("green")->theme.name, "hq");
}

TEST_F(WardrobeTest, ADressIsMadeAnewForWhateverDecidesItsLook) {
  const auto dress = load_dress(folder.path(), "hq");
  ASSERT_TRUE(dress);
  const auto is_same = [&](const auto& change) {
    config::Theme theme = dress->theme;
    change(theme);
    return is_made_of(*dress, theme, folder.path());
  };
  EXPECT_TRUE(is_same([](config::Theme&) {}));
  EXPECT_FALSE(is_same([](config::Theme& theme) { theme.weather_words["fog"] = "Mù"; }));
  EXPECT_FALSE(is_same([](config::Theme& theme) { theme.palette["ink"] = {}; }));
  EXPECT_FALSE(is_same([](config::Theme& theme) { theme.calm = true; }));
  EXPECT_FALSE(is_same([](config::Theme& theme) { theme.layouts["headline"] = {}; }));
}

TEST_F(WardrobeTest, ForABrokenThemeTheUsualLookStandsInWithOneComplaint) {
  theme("red", "extends: hq\npalette: {ink: red}\n");
  const auto wardrobe = load_wardrobe(folder.path(), {"hq", "red"}, complaints);
  ASSERT_TRUE(wardrobe);
  EXPECT_EQ(wardrobe->dress("red")->theme.name, "hq");
  EXPECT_THAT(complaints, ElementsAre(AllOf(HasSubstr("the theme 'red' cannot be used, 'hq' stands in"),
                                            HasSubstr("theme.yaml:2"))));
}

TEST_F(WardrobeTest, ForAThemeOfMourningThatIsMisspeltTheOneOfThePlayerStandsIn) {
  const fs::path source = LOBBY_SOURCE_DIR;
  fs::create_directory_symlink(source / "layouts" / "mourning", folder.path() / "layouts" / "mourning");
  const auto wardrobe = load_wardrobe(folder.path(), {"hq", "morning"}, complaints, "morning");
  ASSERT_TRUE(wardrobe);
  EXPECT_EQ(wardrobe->dress("morning")->theme.name, "mourning");
  EXPECT_THAT(complaints, ElementsAre(HasSubstr("the theme 'morning' cannot be used, 'mourning' stands in for it")));
}

TEST_F(WardrobeTest, WithoutAnyThemeOfMourningTheUsualLookStandsIn) {
  const auto wardrobe = load_wardrobe(folder.path(), {"hq", "morning"}, complaints, "morning");
  ASSERT_TRUE(wardrobe);
  EXPECT_EQ(wardrobe->dress("morning")->theme.name, "hq");
  EXPECT_THAT(complaints, ElementsAre(HasSubstr("the theme 'morning' cannot be used, 'hq' stands in for it")));
}

TEST_F(WardrobeTest, EveryThemeThatComesWithThePlayerIsSound) {
  const auto wardrobe = load_wardrobe(LOBBY_SOURCE_DIR, {"hq", "festive", "solemn", "mourning", "night"}, complaints);
  ASSERT_TRUE(wardrobe);
  EXPECT_THAT(complaints, IsEmpty());
  for (const char* name : {"festive", "solemn", "mourning", "night"}) {
    EXPECT_EQ(wardrobe->dress(name)->theme.name, name);
  }
}

}  // namespace
}  // namespace lobby::theme
