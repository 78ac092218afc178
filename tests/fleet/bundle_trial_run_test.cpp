#include <gmock/gmock.h>

#include "bundle_watch.h"

// Trials as they go with a real server, a real disk and a real rehearsal, where somebody or something interferes.
namespace lobby::fleet {
namespace {

using testing::HasSubstr;

class BundleTrial : public BundleWatch {
 protected:
  void publish(std::int64_t version) { fleet.publish(version, {{"config.yaml", "organisation: Tỉnh\n"}}); }
  /// The next that is put to use has nothing to show, and what is published last is taken back for that.
  void fail_for_want_of_content(std::int64_t version) {
    has_content = false;
    publish(version);
    thread->ask();
    ASSERT_TRUE(soon([&] { return state().refused.version == version; })) << reason_of_refusal();
    EXPECT_EQ(state().refused.reason, "it has nothing to show");
  }
  void write_config(const std::string& device, const std::string& url) const {
    write(config_file_, format("device: {}\nremote: {{url: '{}', public_key: {}, every: 5s, probation: 2s}}\n", device,
                               url, fleet.signer.public_key()));
  }
  void change_to_the_file() {
    const auto settings = load_settings(config_file_);
    ASSERT_TRUE(settings);
    thread->change(*settings);
  }
};

TEST_F(BundleTrial, OfASecondBundleWithoutContentEndsAsThatOfTheFirst) {
  reach(1);
  fail_for_want_of_content(2);
  fail_for_want_of_content(3);
  EXPECT_EQ(state().version, 1);
  EXPECT_EQ(state().may_pass.size(), 2U);
}

/// A login page of the network, for one poll.
TEST_F(BundleTrial, IsHeldAgainAfterAStartThoughAWebPageCameInBetween) {
  reach(1);
  fail_for_want_of_content(2);
  portal.serve("/fleet/bundle.yaml", "<html><body>Đăng nhập</body></html>", page_type);
  thread->ask();
  ASSERT_TRUE(soon([&] { return !state().objected.reason.empty(); }));
  EXPECT_EQ(state().refused.version, 2) << "what nobody signed took its place";
  thread.reset();
  has_content = true;
  publish(2);
  begin_with(LOBBY_PLAYER);
  EXPECT_TRUE(soon([&] { return state().version == 2; })) << reason_of_refusal();
  EXPECT_EQ(state().objected, Refusal());
}

TEST_F(BundleTrial, FetchesNothingAgainWhereTheRehearsalWasKilled) {
  reach(1);
  thread.reset();
  const auto memory = folder_.path() / "memory";
  const auto program = folder_.path() / "player";
  write(program, format("#!/bin/sh\n[ -e '{}' ] && exec '{}' \"$@\"\nkill -9 $$\n", memory.string(), LOBBY_PLAYER));
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  const std::string photo(100'000, 'x');
  fleet.publish(2, {{"config.yaml", "organisation: Hai\n"}, {"anh/lon.jpg", photo}});
  portal.visits();
  begin_with(program);
  ASSERT_TRUE(soon([&] { return reason_of_refusal().contains("there may be too little memory"); }));
  ASSERT_TRUE(portal.waits_for("/fleet/bundle.yaml"));
  write(memory, "");
  thread->ask();
  EXPECT_TRUE(soon([&] { return state().version == 2; })) << reason_of_refusal();
  int fetched = 0;
  for (const auto& visit : portal.visits()) fetched += visit.path == "/fleet/anh/lon.jpg" ? 1 : 0;
  EXPECT_EQ(fetched, 1);
}

/// What a bundle has for another group was never seen on this screen.
TEST_F(BundleTrial, IsHeldOfWhatABundleHasForAnotherGroup) {
  fleet.publish(1, {{"config.yaml", "organisation: Tỉnh\n"},
                    {"groups/hong.yaml", "theme: rococo\n"},
                    {"groups/tot.yaml", "theme: festive\n"}});
  thread->ask();
  ASSERT_TRUE(soon([&] { return state().version == 1; })) << reason_of_refusal();
  const auto groups = folder_.path() / "state/remote/bundles" / state().good / "groups";
  const int used = uses;
  write_config("{name: sanh-1, group: hong}", fleet.url());
  change_to_the_file();
  ASSERT_TRUE(soon([&] { return reason_of_refusal().contains("there is no theme 'rococo'"); })) << reason_of_refusal();
  EXPECT_FALSE(std::filesystem::exists(groups / "hong.yaml")) << "the next start would play it";
  EXPECT_EQ(uses, used);
  write_config("{name: sanh-1, group: tot}", fleet.url());
  change_to_the_file();
  EXPECT_TRUE(soon([&] { return uses > used; })) << reason_of_refusal();
  EXPECT_TRUE(std::filesystem::exists(groups / "tot.yaml"));
  EXPECT_EQ(state().good.substr(0, 2), "1-");
}

TEST_F(BundleTrial, GoesOnWhereTheConfigAskedNobodyForAWhile) {
  reach(1);
  is_dark = true;
  publish(2);
  thread->ask();
  ASSERT_TRUE(soon([&] { return !state().trial.empty(); })) << reason_of_refusal();
  const int used = uses;
  write(config_file_, "organisation: Tỉnh\n");
  change_to_the_file();
  ASSERT_TRUE(soon([&] { return thread->standing() == Standing(); }));
  is_dark = false;
  write_config("{name: sanh-1}", fleet.url());
  change_to_the_file();
  EXPECT_TRUE(soon([&] { return state().version == 2; })) << reason_of_refusal();
  EXPECT_GT(uses, used);
}

/// Stores of objects let in whoever has the token.
TEST_F(BundleTrial, IsReachedWithATokenInTheAddressWhichGoesWithEveryFile) {
  publish(1);
  portal.visits();
  write_config("{name: sanh-1}", fleet.url() + "?token=a/b&c=d");
  change_to_the_file();
  ASSERT_TRUE(soon([&] { return state().version == 1; })) << reason_of_refusal();
  for (const auto& visit : portal.visits()) {
    if (visit.query.empty()) continue;
    EXPECT_EQ(visit.query, "?token=a/b&c=d") << visit.path;
    EXPECT_EQ(visit.status == 200 || visit.status == 304, true) << visit.path;
  }
}

}  // namespace
}  // namespace lobby::fleet
