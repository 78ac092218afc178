#include <gmock/gmock.h>

#include "../world/signer.h"
#include "../world/workplace.h"
#include "config/manifest.h"

namespace lobby::app {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// Somebody who publishes a folder.
class BundleCommand : public Workplace {
 protected:
  BundleCommand() { put("config.yaml", "organisation: Tỉnh\n"); }

  void put(const std::string& path, const std::string& bytes) const {
    fs::create_directories((place / path).parent_path());
    write(place / path, bytes);
  }
  Outcome bundle() const { return player({"bundle", place.string(), "--version", "12", "--expires", "2100-03-01"}); }

  fs::path place = folder.path() / "lobby";
};

TEST_F(BundleCommand, ListsWhatAFolderHolds) {
  put("groups/so.yaml", "notices: [{text: Chào}]\n");
  put("anh/cho.jpg", "x");
  put(".git/config", "x");
  const Outcome outcome = bundle();
  ASSERT_EQ(outcome.status, 0) << outcome.output << outcome.messages;
  EXPECT_THAT(outcome.output, HasSubstr("version 12, 3 files; sign it with: minisign -S -s KEY -m "));
  const auto list = config::parse_manifest(bytes_in(place / "bundle.yaml"), "bundle.yaml");
  ASSERT_TRUE(list.value);
  EXPECT_EQ(list.value->version, 12);
  ASSERT_EQ(list.value->files.size(), 3U);
  EXPECT_EQ(list.value->files[0].path, "anh/cho.jpg");
}

TEST_F(BundleCommand, RefusesADayInThePast) {
  const Outcome outcome = player({"bundle", place.string(), "--version", "12", "--expires", "2020-01-01"});
  EXPECT_NE(outcome.status, 0);
  EXPECT_THAT(outcome.messages, HasSubstr("--expires 2020-01-01 is in the past: every player would refuse the bundle"));
  EXPECT_FALSE(fs::exists(place / "bundle.yaml"));
}

/// What a board would make of it, before anybody uploads it.
TEST_F(BundleCommand, ShowsTheLayersAsABoardWouldLayThem) {
  put("groups/so.yaml", "theme: festive\norganisation: Sở\n");
  ASSERT_EQ(bundle().status, 0);
  const Signer signer;
  write(place / "bundle.yaml.minisig", signer.signature(bytes_in(place / "bundle.yaml")));
  configure("device: {group: so}\nremote: {public_key: " + signer.public_key() + "}\n");
  const auto shown = player({"config", "--effective", "--config", config(), "--bundle", place.string()});
  EXPECT_EQ(shown.status, 0) << shown.messages;
  EXPECT_THAT(shown.output, AllOf(HasSubstr("organisation: \"Sở\"  # bundle-12/groups/so.yaml:2"),
                                  HasSubstr("theme: festive  # bundle-12/groups/so.yaml:1")));
  configure("remote: {public_key: " + Signer(9, 'z').public_key() + "}\n");
  const auto other = player({"config", "--effective", "--config", config(), "--bundle", place.string()});
  EXPECT_NE(other.status, 0);
  EXPECT_THAT(other.messages, HasSubstr("it is signed by another key"));
}

/// The board's own file may be named from wherever somebody stands; what it names lies beside it, not in the bundle.
TEST_F(BundleCommand, FindsWhatTheConfigOfABoardNamesBesideIt) {
  ASSERT_EQ(bundle().status, 0);
  const Signer signer;
  write(place / "bundle.yaml.minisig", signer.signature(bytes_in(place / "bundle.yaml")));
  write(folder.path() / "secret", "x");
  configure("remote: {public_key: " + signer.public_key() +
            "}\npush: {broker: 'mqtts://broker.example', user: lobby, password_file: secret}\n");
  const std::string from_here = fs::relative(config()).string();
  const auto rehearsed = player({"rehearse", "--config", from_here, "--bundle", place.string()});
  EXPECT_EQ(rehearsed.status, 0) << rehearsed.output << rehearsed.messages;
}

TEST_F(BundleCommand, NamesWhatWouldNotTravelAndWritesNothing) {
  put("photos/cho.jpg", "x");
  put("anh/rong.jpg", "");
  put("anh/Chợ.jpg", "x");
  fs::create_directory_symlink("../photos", place / "anh" / "them");
  fs::create_symlink("../photos/cho.jpg", place / "anh" / "cho.jpg");
  fs::create_symlink("nowhere.jpg", place / "anh" / "mat.jpg");
  const Outcome outcome = bundle();
  EXPECT_EQ(outcome.status, 1);
  const auto anh = (place / "anh").string();
  EXPECT_THAT(
      outcome.output,
      AllOf(HasSubstr(anh + "/them:1:1: error: a symbolic link, to ../photos; put what it leads to there itself"),
            HasSubstr(anh + "/cho.jpg:1:1: error: a symbolic link, to ../photos/cho.jpg"),
            HasSubstr(anh + "/mat.jpg:1:1: error: a symbolic link, to nowhere.jpg"),
            HasSubstr(anh + "/rong.jpg:1:1: error: it is empty; remove it"),
            HasSubstr(anh + "/Chợ.jpg:1:1: error: it cannot travel under this name")));
  EXPECT_FALSE(fs::exists(place / "bundle.yaml"));
}

TEST_F(BundleCommand, SaysNothingOfLinksThatAreHidden) {
  fs::create_directories(place / ".git");
  fs::create_symlink("nowhere", place / ".git" / "head");
  const Outcome outcome = bundle();
  EXPECT_EQ(outcome.status, 0) << outcome.output;
  EXPECT_THAT(outcome.output, Not(HasSubstr("symbolic link")));
}

}  // namespace
}  // namespace lobby::app
