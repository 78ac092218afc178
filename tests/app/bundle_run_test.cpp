#include <gmock/gmock.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <random>

#include "../world/fleet.h"
#include "../world/small_disk.h"
#include "../world/workplace.h"

namespace lobby::app {
namespace {

using namespace std::chrono;
using testing::HasSubstr;
using testing::Not;

/// A kiosk in a lobby far from those who publish its bundles.
class BundleRun : public Workplace {
 protected:
  BundleRun() {
    environment["SDL_VIDEODRIVER"] = "dummy";
    configure(fleet.config());
  }

  static BundleFiles notice(const std::string& text) {
    return {{"config.yaml", "notices: [{text: " + text + "}]\ndwell: {fixed: 2s}\n"}};
  }
  Program play() const {
    return Program(lobby_player({"--verbose", "run", "--config", config(), "--window", "640x360"}), environment);
  }
  static void end(Program& playing) {
    playing.signal(SIGTERM);
    EXPECT_EQ(playing.outcome().status, 0) << playing.messages();
  }
  std::string status() const { return player({"config", "--config", config()}).output; }
  std::string effective() const { return player({"config", "--effective", "--config", config()}).output; }
  void lengthen_probation() const {
    std::string yaml = fleet.config();
    configure(yaml.replace(yaml.find("probation: 5s"), 13, "probation: 1d"));
  }
  /// Until a bundle has proven itself.
  void reach(std::int64_t version, const BundleFiles& files) {
    fleet.publish(version, files);
    Program playing = play();
    ASSERT_TRUE(playing.says("is good")) << playing.messages();
    end(playing);
  }

  Fleet fleet{portal};
};

TEST_F(BundleRun, PlaysABundleThatProvesItself) {
  fleet.publish(1, {{"config.yaml", "organisation: Tỉnh\nnotices: [{text: Chung}]\ndwell: {fixed: 2s}\n"},
                    {"groups/so.yaml", "notices: [{text: Của sở}]\n"},
                    {"groups/khac.yaml", "notices: [{text: Của sở khác}]\n"},
                    {"devices/sanh-1.yaml", "organisation: Sảnh một\n"}});
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Của sở")) << playing.messages();
  ASSERT_TRUE(playing.says("is good")) << playing.messages();
  end(playing);
  EXPECT_THAT(status(), HasSubstr("bundle    version 1 in "));
  EXPECT_THAT(effective(), HasSubstr("organisation: \"Sảnh một\"  # bundle-1/devices/sanh-1.yaml:1"));
  for (const auto& visit : portal.visits()) EXPECT_NE(visit.path, "/fleet/groups/khac.yaml");
}

TEST_F(BundleRun, PlaysItWithoutTheNetworkFromThenOn) {
  reach(1, notice("Một"));
  portal.stop();
  Program playing = play();
  EXPECT_TRUE(playing.says("slide notice: Một")) << playing.messages();
  end(playing);
}

TEST_F(BundleRun, PutsAnEditToTheScreenWithinOnePoll) {
  reach(1, notice("Một"));
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Một"));
  fleet.publish(2, notice("Hai"));
  const auto edited = steady_clock::now();
  EXPECT_TRUE(playing.says("slide notice: Hai")) << playing.messages();
  std::cout << "from edit to screen, asked every 5 s: "
            << duration_cast<milliseconds>(steady_clock::now() - edited).count() << " ms\n";
  end(playing);
}

TEST_F(BundleRun, WearsThemesAndPhotosThatTravelWithIt) {
  auto files = notice("Một");
  files["config.yaml"] += "theme: tinh\nsources: [{name: Ảnh, photos: anh}]\n";
  files["layouts/tinh/theme.yaml"] = "extends: hq\n";
  files["anh/cho.jpg"] = picture_bytes("baseline.jpg");
  files["anh/cho.txt"] = "Chợ phiên";
  fleet.publish(1, files);
  Program playing = play();
  EXPECT_TRUE(playing.says("the theme is 'tinh'")) << playing.messages();
  EXPECT_TRUE(playing.says("slide photo: Chợ phiên")) << playing.messages();
  end(playing);
}

TEST_F(BundleRun, GoesBackWhereTheNewOneHasNothingToShow) {
  reach(1, notice("Một"));
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Một"));
  fleet.publish(2, {{"config.yaml", "organisation: Tỉnh\n"}});
  ASSERT_TRUE(playing.says("is taken back: it has nothing to show")) << playing.messages();
  ASSERT_TRUE(playing.says("over bundle 1-")) << playing.messages();
  end(playing);
  EXPECT_THAT(status(), HasSubstr("refused   version 2: it has nothing to show"));
  EXPECT_THAT(effective(), HasSubstr("text: \"Một\""));
}

TEST_F(BundleRun, GoesBackWhereThePlayerKeepsDyingOfIt) {
  reach(1, notice("Một"));
  lengthen_probation();
  fleet.publish(2, notice("Hai"));
  for (int start = 0; start < 4; ++start) {
    Program playing = play();
    ASSERT_TRUE(playing.says("slide notice: Hai")) << playing.messages();
    playing.signal(SIGSEGV);
    EXPECT_NE(playing.outcome().status, 0);
  }
  Program playing = play();
  EXPECT_TRUE(playing.says("is taken back: the player ended 3 times while it was on trial")) << playing.messages();
  EXPECT_TRUE(playing.says("slide notice: Một")) << playing.messages();
  EXPECT_FALSE(playing.ends_within(seconds(7))) << "it is not tried again at the next poll";
  EXPECT_THAT(playing.messages(), Not(HasSubstr("slide notice: Hai")));
  end(playing);
  EXPECT_THAT(status(), HasSubstr("refused   version 2: the player ended 3 times"));
}

TEST_F(BundleRun, IsStoppedOnPurposeHoweverOften) {
  reach(1, notice("Một"));
  lengthen_probation();
  fleet.publish(2, notice("Hai"));
  for (int start = 0; start < 6; ++start) {
    Program playing = play();
    ASSERT_TRUE(playing.says("slide notice: Hai")) << playing.messages();
    end(playing);
  }
}

/// On the third day an anniversary comes, or a photo, with which nobody reckoned.
TEST_F(BundleRun, GoesBackAlsoWhereOneThatHasProvenItselfKeepsKillingThePlayer) {
  reach(1, notice("Một"));
  reach(2, notice("Hai"));
  lengthen_probation();
  for (int start = 0; start < 3; ++start) {
    Program playing = play();
    ASSERT_TRUE(playing.says("slide notice: Hai")) << playing.messages();
    playing.signal(SIGSEGV);
    EXPECT_NE(playing.outcome().status, 0);
  }
  Program playing = play();
  EXPECT_TRUE(playing.says("is taken back: the player ended 3 times in a row")) << playing.messages();
  EXPECT_TRUE(playing.says("slide notice: Một")) << playing.messages();
  EXPECT_FALSE(playing.ends_within(seconds(7))) << "it is not tried again at the next poll";
  EXPECT_THAT(playing.messages(), Not(HasSubstr("slide notice: Hai")));
  end(playing);
  EXPECT_THAT(status(), HasSubstr("bundle    version 1 in "));
  EXPECT_THAT(status(), HasSubstr("refused   version 2: the player ended 3 times in a row"));
}

TEST_F(BundleRun, GoesBackToTheConfigOfTheMachineWhereNoBundleWasBefore) {
  configure(fleet.config("notices: [{text: Máy}]\n"));
  reach(1, notice("Một"));
  configure(fleet.config("organisation: Sở\n"));
  lengthen_probation();
  for (int start = 0; start < 3; ++start) {
    Program playing = play();
    ASSERT_TRUE(playing.says("slide notice: Một")) << playing.messages();
    playing.signal(SIGSEGV);
    playing.outcome();
  }
  Program playing = play();
  EXPECT_TRUE(playing.says("is taken back: the player ended 3 times in a row")) << playing.messages();
  EXPECT_TRUE(playing.says("slide standby")) << playing.messages();
  end(playing);
}

/// Else it would crash for ever: what is on the disk still says that it is on trial.
TEST_F(BundleRun, GoesBackAlsoWhereTheDiskIsFull) {
  const SmallDisk disk(32);
  if (!disk.mounted()) GTEST_SKIP() << "this process may not mount";
  environment["STATE_DIRECTORY"] = disk.path();
  reach(1, notice("Một"));
  lengthen_probation();
  fleet.publish(2, notice("Hai"));
  Program first = play();
  ASSERT_TRUE(first.says("slide notice: Hai")) << first.messages();
  first.signal(SIGSEGV);
  first.outcome();
  disk.fill();
  {
    Program playing = play();
    EXPECT_TRUE(playing.says("cannot be counted: the disk is full")) << playing.messages();
    EXPECT_TRUE(playing.says("slide notice: Một")) << playing.messages();
    end(playing);
  }
  const TemporaryFolder run;
  environment["RUNTIME_DIRECTORY"] = run.path();
  for (int start = 0; start < 3; ++start) {
    Program playing = play();
    ASSERT_TRUE(playing.says("slide notice: Hai")) << playing.messages();
    playing.signal(SIGSEGV);
    playing.outcome();
  }
  Program playing = play();
  EXPECT_TRUE(playing.says("is taken back: the player ended 3 times while it was on trial")) << playing.messages();
  EXPECT_TRUE(playing.says("slide notice: Một")) << playing.messages();
  end(playing);
  EXPECT_THAT(status(), HasSubstr("refused   version 2: the player ended 3 times"));
}

TEST_F(BundleRun, IsStoppedOnPurposeAlsoInTheMiddleOfAFetch) {
  reach(1, notice("Một"));
  reach(2, notice("Hai"));
  lengthen_probation();
  fleet.publish(3, notice("Ba"));
  portal.hang("/fleet/config.yaml");
  for (int start = 0; start < 5; ++start) {
    portal.visits();
    Program playing = play();
    ASSERT_TRUE(playing.says("slide notice: Hai")) << playing.messages();
    ASSERT_TRUE(portal.waits_for("/fleet/config.yaml"));
    end(playing);
    EXPECT_THAT(playing.messages(), Not(HasSubstr("is taken back")));
  }
}

TEST_F(BundleRun, HandsOverToOtherKeys) {
  const Signer next(8, 'n');
  auto manifest = Fleet::manifest(1, notice("Một"));
  manifest.public_keys = {next.public_key()};
  fleet.publish(manifest, notice("Một"));
  Program playing = play();
  ASSERT_TRUE(playing.says("is good")) << playing.messages();
  fleet.publish(2, notice("Hai"));
  ASSERT_TRUE(playing.says("it is signed by another key")) << playing.messages();
  fleet.signer = next;
  fleet.publish(3, notice("Ba"));
  EXPECT_TRUE(playing.says("slide notice: Ba")) << playing.messages();
  end(playing);
  EXPECT_THAT(status(), HasSubstr("handed over by a bundle"));
  EXPECT_THAT(playing.messages(), Not(HasSubstr("slide notice: Hai")));
}

TEST_F(BundleRun, PlaysOnAfterAStartWhatHandedOverToOtherKeys) {
  auto manifest = Fleet::manifest(1, notice("Một"));
  manifest.public_keys = {Signer(8, 'n').public_key()};
  fleet.publish(manifest, notice("Một"));
  Program first = play();
  ASSERT_TRUE(first.says("is good")) << first.messages();
  end(first);
  Program second = play();
  EXPECT_TRUE(second.says("slide notice: Một")) << second.messages();
  end(second);
}

TEST_F(BundleRun, GoesBackAlsoWhileSomebodyWritesTheConfig) {
  reach(1, notice("Một"));
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Một"));
  fleet.publish(2, {{"config.yaml", "organisation: Tỉnh\n"}});
  ASSERT_TRUE(playing.says("over bundle 2-")) << playing.messages();
  configure("theme: [\n");
  ASSERT_TRUE(playing.says("over bundle 1-")) << playing.messages();
  end(playing);
}

TEST_F(BundleRun, FetchesWhatItNeedsUnderItsNewName) {
  auto files = notice("Một");
  files["devices/sanh-2.yaml"] = "organisation: Sảnh hai\n";
  reach(1, files);
  EXPECT_THAT(effective(), Not(HasSubstr("Sảnh hai")));
  std::string renamed = fleet.config();
  configure(renamed.replace(renamed.find("sanh-1"), 6, "sanh-2"));
  Program playing = play();
  ASSERT_TRUE(portal.waits_for("/fleet/devices/sanh-2.yaml"));
  ASSERT_TRUE(playing.says("over bundle 1-")) << playing.messages();
  end(playing);
  EXPECT_THAT(effective(), HasSubstr("Sảnh hai"));
}

/// Two hundred, where LOBBY_POWER_CUTS says so; the usual run cuts less often.
int power_cuts() {
  const char* asked = std::getenv("LOBBY_POWER_CUTS");
  return asked != nullptr ? std::atoi(asked) : 8;
}

TEST_F(BundleRun, HasAGoodConfigAfterAPowerCutAtAnyMoment) {
  std::string quick = fleet.config("organisation: Tỉnh\n");
  configure(quick.replace(quick.find("probation: 5s"), 13, "probation: 2s"));
  reach(1, notice("Bản 1"));
  std::mt19937 random(7);
  int version = 1;
  for (int cut = 0; cut < power_cuts(); ++cut) {
    auto files = notice("Bản " + std::to_string(++version));
    files["anh/cho.jpg"] = picture_bytes("baseline.jpg") + std::string(version, '.');
    fleet.publish(version, files);
    Program playing = play();
    // While it is fetched and rehearsed; around the swap and on probation; around the end of that.
    const std::string name =
        format("{}-{}", version, trust::sha256(written(Fleet::manifest(version, files))).substr(0, 12));
    const std::vector<std::string> steps{"", "over bundle " + name, name + " is good"};
    const auto& step = steps[static_cast<std::size_t>(cut) % steps.size()];
    if (!step.empty()) {
      ASSERT_TRUE(playing.says(step)) << playing.messages();
    }
    EXPECT_FALSE(playing.ends_within(milliseconds(random() % (step.empty() ? 3000 : 400))));
    playing.signal(SIGKILL);
    playing.outcome();
    // Whatever is in use is one whole edition, with its files.
    const auto shown = effective();
    EXPECT_THAT(shown, testing::AllOf(HasSubstr("text: \"Bản "), HasSubstr("organisation: \"Tỉnh\""))) << status();
    const std::size_t at = shown.find("Bản ");
    const int edition = at == std::string::npos ? 0 : std::atoi(shown.c_str() + at + std::string("Bản ").size());
    if (step == steps.back()) {
      EXPECT_EQ(edition, version) << status();
    } else {
      EXPECT_THAT(edition, testing::AllOf(testing::Ge(1), testing::Le(version)));
    }
  }
}

/// A card that loses bits: what was signed is not what lies there any more.
TEST_F(BundleRun, FetchesAgainWhatHasRotted) {
  reach(1, notice("Một"));
  for (const char* const rotten : {"config.yaml", "bundle.yaml"}) {
    for (const auto& bundle :
         std::filesystem::directory_iterator(folder.path() / "state" / "lobby-player" / "remote" / "bundles")) {
      write(bundle.path() / rotten, "organisation: Mục\n");
    }
    Program playing = play();
    EXPECT_TRUE(playing.says("over bundle 1-")) << rotten << ": " << playing.messages();
    EXPECT_TRUE(playing.says("slide notice: Một")) << rotten << ": " << playing.messages();
    end(playing);
    EXPECT_THAT(effective(), HasSubstr("Một")) << rotten;
  }
}

}  // namespace
}  // namespace lobby::app
