#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "../world/small_disk.h"
#include "bundle_watch.h"

namespace lobby::fleet {
namespace {

using testing::HasSubstr;

/// A list or a config, and what the player says of it.
struct Hostile {
  std::string text;
  std::string reason;
};

std::string entry(const std::string& path, std::uint64_t size = 1, const std::string& digest = std::string(64, 'a')) {
  return format("  '{}': {{size: {}, sha256: {}}}\n", path, size, digest);
}
std::string list(const std::string& files, const std::string& head = "version: 9\nexpires: 2100-01-01\n") {
  return head + "files:\n" + files;
}
std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int count = 0; count < times; ++count) all += text;
  return all;
}

std::vector<Hostile> hostile_lists() {
  std::string many;
  for (int number = 0; number <= 2000; ++number) many += format("  a{}: {{}}\n", number);
  std::string large;
  for (int number = 0; number < 9; ++number) large += entry(format("a{}", number), 33554432);
  return {
      {" \n", "the file is empty"},
      {"[", "this '[' is not closed"},
      {"<html><body>502</body></html>", "this is a web page"},
      {"<?xml version=\"1.0\"?><Error/>", "this is an XML document"},
      {"{\"message\": \"Not Found\"}", "the key 'version' is missing"},
      {list(entry("config.yaml")) + "command: reboot\n", "unknown key 'command'"},
      {list(entry("config.yaml"), "version: 0\nexpires: 2100-01-01\n"), "'version' must be"},
      {list(entry("config.yaml"), "version: -1\nexpires: 2100-01-01\n"), "'version' must be"},
      {list(entry("config.yaml"), "version: 1e9\nexpires: 2100-01-01\n"), "'version' must be"},
      {list(entry("config.yaml"), "version: 99999999999999999999\nexpires: 2100-01-01\n"), "'version' must be"},
      {list(entry("config.yaml"), "expires: 2100-01-01\n"), "the key 'version' is missing"},
      {list(entry("config.yaml"), "version: 9\n"), "the key 'expires' is missing"},
      {list(entry("config.yaml"), "version: 9\nexpires: mai\n"), "'expires' must be"},
      {list(entry("config.yaml"), "version: 9\nexpires: 2020-01-01\n"), "it has expired, on 2020-01-01"},
      {"version: 9\nexpires: 2100-01-01\n", "the key 'files' is missing"},
      {"version: 9\nexpires: 2100-01-01\nfiles: [config.yaml]\n", "'files' must be a map of files"},
      {list(entry("a.yaml")), "'files' has no 'config.yaml'"},
      {list(entry("config.yaml") + entry("../config.yaml")), "between slashes, not '../config.yaml'"},
      {list(entry("config.yaml") + entry("/etc/passwd")), "between slashes, not '/etc/passwd'"},
      {list(entry("config.yaml") + entry("a/../../b")), "between slashes, not 'a/../../b'"},
      {list(entry("config.yaml") + entry(".profile")), "between slashes, not '.profile'"},
      {list(entry("config.yaml") + entry("a\\b")), "must be a path of a bundle"},
      {list(entry("config.yaml") + entry("a b")), "between slashes, not 'a b'"},
      {list(entry("config.yaml") + entry(repeated("a/", 9) + "a")), "must be a path of a bundle"},
      {list(entry("config.yaml") + entry(std::string(201, 'a'))), "must be a path of a bundle"},
      {list(entry("config.yaml", 0)), "'size' must be"},
      {list(entry("config.yaml", 33554433)), "'size' must be"},
      {list(entry("config.yaml") + large), "the files have more than 268435456 bytes"},
      {list(entry("config.yaml", 1, "abc")), "'sha256' must be"},
      {list(entry("config.yaml", 1, std::string(64, 'A'))), "'sha256' must be"},
      {list(entry("config.yaml") + entry("config.yaml")), "duplicate key 'config.yaml'"},
      {list(many), "'files' has more than 2000 entries"},
      {list(entry("config.yaml")) + "version: 10\n", "duplicate key 'version'"},
      {"expires: 2100-01-01\nfiles: &b {config.yaml: *a}\nversion: &a 9\n", "anchors ('&b') are not supported"},
      {list(entry("config.yaml"), "version: !!int 9\nexpires: 2100-01-01\n"), "tags ("},
      {"files: " + std::string(30, '[') + std::string(30, ']') + "\n", "nested more than 24 deep"},
      {"files: " + std::string(100'000, '['), "nested more than 24 deep"},
      {"version: \xC6\xFF\n", "is not UTF-8"},
      {std::string("v\0e\0r\0", 6), "is not"},
      {std::string("version: 1\0", 11), "a control character"},
      {"version: 9\n---\nversion: 9\n", "a second document begins here"},
      {"version: 9\nfiles:\n\tconfig.yaml: x\n", "tab"},
  };
}

TEST_F(BundleWatch, RefusesHostileListsAlsoWhereSomebodySignedThem) {
  reach(1);
  for (const auto& [text, reason] : hostile_lists()) {
    fleet.publish(text, {});
    expect_refused(text.substr(0, 60), reason);
  }
}

TEST_F(BundleWatch, RefusesWhatNobodySigned) {
  reach(5);
  const BundleFiles files{{"config.yaml", "organisation: Kẻ gian\n"}};
  const std::string good = written(Fleet::manifest(6, files));
  const auto offer = [&](const std::string& signature) { fleet.publish(good, files, signature); };
  offer(fleet.signer.signature("another list"));
  expect_refused("a signature over another list", "the signature is not that of these bytes");
  offer(Signer(99, 'k').signature(good));
  expect_refused("a key that took the name of ours", "the signature is not that of these bytes");
  offer(Signer(99, 'x').signature(good));
  expect_refused("another key", "it is signed by another key");
  offer("not a signature");
  expect_refused("no signature", "the signature has 1 line");
  auto changed = fleet.signer.signature(good);
  changed.replace(changed.find("khan"), 4, "KHAN");
  offer(changed);
  expect_refused("a changed comment", "the trusted comment of the signature was changed");
  offer(std::string(1U << 20U, 'x'));
  expect_refused("a signature of a megabyte", "4096");
  fleet.publish(4, files);
  expect_refused("an older edition", "version 4 is not above 5");
  fleet.publish(5, files);
  expect_refused("the same number again", "version 5 is not above 5");
}

/// A version of the player that only ended took both bundles with it; the one before it is installed again.
TEST_F(BundleWatch, WhatOnePlayerCouldNotPlayIsTakenAnewByAnother) {
  reach(4);
  reach(5);
  thread->stop();
  thread.reset();
  const auto place = folder_.path() / "state" / "remote";
  for (int end = 0; end < 7; ++end) StartCount(BundleFolder(place), {});
  ASSERT_EQ(state().in_use(), "");
  for (const char* name : {"state.json", "state.copy.json"}) {
    auto json = nlohmann::json::parse(bytes_in(place / name));
    ASSERT_EQ(json["played_out"].size(), 2U);
    json["player"] = "another";
    write(place / name, json.dump());
  }
  begin_with(LOBBY_PLAYER);
  EXPECT_TRUE(soon([&] { return state().good.starts_with("5-"); })) << reason_of_refusal();
}

TEST_F(BundleWatch, RefusesFilesThatAreNotWhatWasSigned) {
  reach(1);
  const BundleFiles files{{"config.yaml", "organisation: Tỉnh ta\n"}};
  const auto offer = [&](std::int64_t version, const std::string& bytes) {
    fleet.publish(Fleet::manifest(version, files), {{"config.yaml", bytes}});
  };
  offer(2, "organisation: Tỉnh tb\n");
  expect_refused("other bytes", "config.yaml is not what the list says");
  offer(3, files.at("config.yaml") + std::string(100U << 20U, '#'));
  expect_refused("a file of 100 MB", "offers more than 24 bytes");
  offer(4, "organisation:");
  expect_refused("a file cut short", "config.yaml is not what the list says");
  // Other bytes than before: they must not make the list before whole while this one is being put there.
  const BundleFiles others{{"config.yaml", "organisation: Tỉnh bạn\n"}};
  auto missing = Fleet::manifest(5, {{"config.yaml", others.at("config.yaml")}, {"groups/so.yaml", "qr: true\n"}});
  fleet.publish(missing, others);
  expect_refused("a file that is not there", "groups/so.yaml: 127.0.0.1 answered 404");
  portal.serve("/fleet/bundle.yaml", std::string(100U << 20U, '#'), "application/yaml");
  expect_refused("a list of 100 MB", "offers more than 262144 bytes");
}

std::vector<Hostile> hostile_configs() {
  std::string many = "sources:\n";
  for (int number = 0; number <= 300; ++number)
    many += format("- {{name: N{0}, feed: 'https://a.example/{0}'}}\n", number);
  return {
      {"organisation: [\n", "this '[' is not closed"},
      {"notices: 3\n", "'notices' must be a list"},
      {"dwell: {least: 9h}\n", "'least' must be a duration"},
      {"screen: {rotate: 45}\n", "'rotate' must be"},
      {"screen: {timezone: Mars}\n", "Mars"},
      {"theme: Festive!\n", "'theme' must be"},
      {"theme: rococo\n", "there is no theme 'rococo'"},
      {"{\"message\": \"Not Found\"}", "no key of this file is known"},
      {"<html></html>", "this is a web page"},
      {"# nothing\n", "the file is empty"},
      {"remote: {url: 'https://evil.example/b.yaml', public_key: RWQ}\n", "'remote' is set on the machine itself"},
      {"device: {name: boss}\n", "'device' is set on the machine itself"},
      {"duty_folder: /tmp\n", "'duty_folder' is set on the machine itself"},
      {"ca_file: evil.pem\n", "'ca_file' is set on the machine itself"},
      {"sources: [{name: A, feed: 'file:///etc/shadow'}]\n", "'feed' leads out of the bundle"},
      {"sources: [{name: A, photos: /home}]\n", "'photos' leads out of the bundle"},
      {"sources: [{name: A, photos: [../../a.jpg]}]\n", "'photos' leads out of the bundle"},
      {"sources: [{name: A, page: /proc/self/environ}]\n", "'page' leads out of the bundle"},
      {"sources: [{name: A, usb: ../..}]\n", "'usb' is the name of one folder"},
      {"sources: [{name: A, feed: 'ftp://a.example/'}]\n", "'ftp' addresses are not supported"},
      {"sources: [{name: A, page: 'https://a.example/', recipe: {item: '//*[', title: a, link: b}}]\n", "recipe"},
      {"notice_feed: {url: 'https://a.example/', public_key: RWQ}\n", "is no public key of minisign"},
      {"a: &a [1]\nb: *a\n", "anchors"},
      {"theme: hq\ntheme: festive\n", "duplicate key 'theme'"},
      {"organisation: \xFF\n", "is not UTF-8"},
      {many, "300"},
      {"figures: " + std::string(40, '[') + "\n", "nested more than 24 deep"},
      {std::string(300'000, '#') + "\ntheme: hq\n", "at most 262144 are read"},
  };
}

TEST_F(BundleWatch, RefusesConfigsThatNobodyCouldPlay) {
  reach(1);
  std::int64_t version = 1;
  for (const auto& [text, reason] : hostile_configs()) {
    fleet.publish(++version, {{"config.yaml", text}});
    expect_refused(text.substr(0, 60), reason);
  }
}

TEST_F(BundleWatch, RefusesThemesThatNobodyCouldWear) {
  reach(1);
  std::int64_t version = 1;
  const auto theme = [](const BundleFiles& more) {
    BundleFiles files{{"config.yaml", "theme: tinh\n"}};
    for (const auto& [name, bytes] : more) files["layouts/tinh/" + name] = bytes;
    return files;
  };
  const std::vector<std::pair<BundleFiles, std::string>> themes{
      {theme({{"theme.yaml", "extends: [\n"}}), "this '[' is not closed"},
      {theme({{"theme.yaml", "extends: tinh\n"}}), "tinh"},
      {theme({{"theme.yaml", "extends: nowhere\n"}}), "nowhere"},
      {theme({{"theme.yaml", "extends: hq\npalette: {ink: blue}\n"}}), "ink"},
      {theme({{"theme.yaml", "extends: hq\n"}, {"headline.yaml", "txt: []\n"}}), "unknown key 'txt'"},
      {theme({{"theme.yaml", "extends: hq\n"}, {"bien.svg", "<svg"}}), "bien.svg"},
      {theme({{"theme.yaml", "extends: hq\nfaces: {headline: [khong-co.ttf]}\n"}}), "no font that covers Vietnamese"},
  };
  for (const auto& [files, reason] : themes) {
    fleet.publish(++version, files);
    expect_refused(reason, reason);
  }
}

TEST_F(BundleWatch, DoesNotTryAgainWhatWasRefused) {
  reach(1);
  fleet.publish(2, {{"config.yaml", "theme: rococo\n"}});
  expect_refused("an unknown theme", "there is no theme 'rococo'");
  portal.visits();
  thread->ask();
  ASSERT_TRUE(portal.waits_for("/fleet/bundle.yaml"));
  thread->ask();
  ASSERT_TRUE(portal.waits_for("/fleet/bundle.yaml"));
  for (const auto& visit : portal.visits()) EXPECT_EQ(visit.path, "/fleet/bundle.yaml");
}

TEST_F(BundleWatch, PutsNothingIntoABundleThatItsListDoesNotName) {
  reach(1);
  BundleFiles files{{"config.yaml", "organisation: Hai\n"}, {"anh/a.jpg", "x"}, {"anh/b.jpg", "y"}};
  const auto list = Fleet::manifest(2, files);
  files["anh/b.jpg"] = "z";
  fleet.publish(list, files);
  expect_refused("half an upload", "anh/b.jpg is not what the list says");
  fleet.publish(3, {{"config.yaml", "organisation: Ba\n"}});
  thread->ask();
  ASSERT_TRUE(soon([&] { return state().version == 3; })) << state().refused.reason;
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "state/remote/bundles" / state().good / "anh"));
}

/// A card that would be full before the last photo.
TEST_F(BundleWatch, FetchesNothingForWhichThereIsNoRoom) {
  const SmallDisk disk(8);
  if (!disk.mounted()) GTEST_SKIP() << "this process may not mount";
  thread.reset();
  const BundleFolder bundles(disk.path() / "remote");
  StartCount there(bundles, {});
  thread.emplace(there, *load_settings(config_file_), clock, judge, pulse, LOBBY_PLAYER);
  portal.visits();
  const std::string photo(std::size_t{6} << 20U, 'x');
  fleet.publish(1, {{"config.yaml", "organisation: Một\n"}, {"anh/lon.jpg", photo}});
  thread->start([](const std::shared_ptr<const Bundle>&) {});
  ASSERT_TRUE(soon([&] { return !bundles.state().objected.reason.empty(); }));
  EXPECT_THAT(bundles.state().objected.reason,
              HasSubstr("there is no room for it: it needs 6.0 MiB more, and 4 besides, and 8.0 MiB are free"));
  EXPECT_FALSE(std::filesystem::exists(disk.path() / "remote" / "incoming"));
  for (const auto& visit : portal.visits()) EXPECT_THAT(visit.path, HasSubstr("/fleet/bundle.yaml"));
  fleet.publish(2, {{"config.yaml", "organisation: Hai\n"}, {"anh/lon.jpg", photo.substr(5U << 20U)}});
  thread->ask();
  EXPECT_TRUE(soon([&] { return !bundles.state().trial.empty(); })) << bundles.state().refused.reason;
  thread.reset();
}

TEST_F(BundleWatch, HoldsNoStartAgainstABundleThatPlaysForAWhile) {
  reach(1);
  thread.reset();
  const BundleFolder bundles(folder_.path() / "state" / "remote");
  StartCount again(bundles, {});
  ASSERT_EQ(bundles.starts(), (Starts{state().good, false, 1}));
  const auto settings = load_settings(config_file_);
  ASSERT_TRUE(settings);
  thread.emplace(again, *settings, clock, judge, pulse, LOBBY_PLAYER);
  thread->start([](const std::shared_ptr<const Bundle>&) {});
  EXPECT_TRUE(soon([&] { return bundles.starts().count == 0; }));
  thread.reset();
}

TEST_F(BundleWatch, FetchesOnlyWhatChanged) {
  const std::string art(200'000, 'x');
  fleet.publish(1, {{"config.yaml", "organisation: Một\n"}, {"anh/lon.jpg", art}});
  thread->ask();
  ASSERT_TRUE(soon([&] { return state().version == 1; })) << state().refused.reason;
  portal.visits();
  fleet.publish(2, {{"config.yaml", "organisation: Hai\n"}, {"anh/lon.jpg", art}});
  thread->ask();
  ASSERT_TRUE(soon([&] { return state().version == 2; })) << state().refused.reason;
  for (const auto& visit : portal.visits()) EXPECT_NE(visit.path, "/fleet/anh/lon.jpg");
}

}  // namespace
}  // namespace lobby::fleet
