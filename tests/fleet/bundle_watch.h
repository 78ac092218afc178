#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>

#include "../world/fleet.h"
#include "../world/temporary_folder.h"
#include "fleet/bundle_thread.h"

namespace lobby::fleet {

/// A variable of the environment as long as a test runs.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) { setenv(name, value.c_str(), 1); }
  ~Variable() { unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
};

inline bool believe() { return true; }

/// A player's watch over its bundles, with a screen that shows at once whatever is put to use, as the test says.
class BundleWatch : public testing::Test {
 protected:
  BundleWatch() {
    std::string yaml = fleet.config();
    write(config_file_, yaml.replace(yaml.find("probation: 5s"), 13, "probation: 2s"));
    begin_with(LOBBY_PLAYER);
  }

  /// From the config file as it is now.
  void begin_with(const std::filesystem::path& program) {
    const auto settings = load_settings(config_file_);
    ASSERT_TRUE(settings);
    thread.emplace(start, *settings, clock, judge, pulse, program);
    thread->start([this](const std::shared_ptr<const Bundle>& bundle) {
      config::Config config;
      config.folder = bundle ? bundle->folder : std::filesystem::path("/none");
      content::Snapshot snapshot;
      snapshot.config = std::make_shared<const config::Config>(config);
      pulse.shows(snapshot, has_content);
      if (is_dark) pulse.is_dark();
      ++uses;
    });
  }

  template <typename Condition>
  static bool soon(Condition holds) {
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(300);
    while (std::chrono::steady_clock::now() < give_up) {
      if (holds()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
  }
  BundleState state() const { return BundleFolder(folder_.path() / "state" / "remote").state(); }
  /// Of what was played or offered last.
  std::string reason_of_refusal() const {
    const BundleState now = state();
    return now.objected.reason.empty() ? now.refused.reason : now.objected.reason;
  }
  void reach(std::int64_t version) {
    fleet.publish(version, {{"config.yaml", "organisation: Tỉnh\n"}});
    thread->ask();
    ASSERT_TRUE(soon([&] { return state().version == version; })) << state().refused.reason;
  }
  /// The player has judged what is published now: it asks again only after that. Else the reason of the offer before,
  /// or of a look between the files of this one, would do where they are alike.
  void expect_look() {
    for (int look = 0; look < 2; ++look) {
      portal.visits();
      thread->ask();
      ASSERT_TRUE(portal.waits_for("/fleet/bundle.yaml"));
    }
  }
  /// Whatever was published last is not taken, and the state says why.
  void expect_refused(const std::string& what, const std::string& reason) {
    const BundleState before = state();
    const int used = uses;
    expect_look();
    EXPECT_TRUE(soon([&] { return reason_of_refusal().contains(reason); })) << what << ": " << reason_of_refusal();
    const BundleState after = state();
    EXPECT_EQ(after.good, before.good) << what;
    EXPECT_EQ(after.trial, "") << what;
    EXPECT_EQ(uses, used) << what << " came to the screen";
  }

  TemporaryFolder folder_;
  std::filesystem::path config_file_ = folder_.path() / "config.yaml";
  Variable state_directory{"STATE_DIRECTORY", (folder_.path() / "state").string()};
  Variable data{"LOBBY_PLAYER_DATA", LOBBY_SOURCE_DIR};
  Portal portal;
  Fleet fleet{portal};
  SystemClock clock;
  host::ClockJudge judge{std::nullopt, believe};
  show::Pulse pulse;
  std::atomic<int> uses = 0;
  std::atomic<bool> has_content = true;  ///< What is put to use.
  std::atomic<bool> is_dark = false;     ///< The screen, whatever is put to use.
  StartCount start{BundleFolder(folder_.path() / "state" / "remote"), {}};
  std::optional<BundleThread> thread;
};

}  // namespace lobby::fleet
