#include "config/layers.h"

#include <gmock/gmock.h>

#include "faults.h"

namespace lobby::config {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Layer fleet(std::string text) { return {"config.yaml", "/bundle", std::move(text), From::afar}; }
Layer group(std::string text) { return {"groups/bac.yaml", "/bundle", std::move(text), From::afar}; }
Layer local(std::string text) { return {"local.yaml", "/etc/lobby-player", std::move(text), From::here}; }

Checked<Config> parsed(const std::vector<Layer>& layers) { return parse_config(std::span(layers)); }

std::string findings(const std::vector<Layer>& layers) { return lines(parsed(layers)); }

std::string effective(const std::vector<Layer>& layers) {
  Report report(layers.front().name, Severity::warning);
  const auto root = merged(layers, report);
  return root ? written_out(*root, report) : "";
}

TEST(Layers, TakeEachKeyOfAMapFromTheStrongestThatHasIt) {
  const auto config = parsed({fleet("organisation: Tỉnh\ndwell: {base: 2s, least: 5s}\n"),
                              group("dwell: {least: 7s}\n"), local("theme: festive\ndwell: {most: 9s}\n")})
                          .value.value();
  EXPECT_EQ(config.organisation, "Tỉnh");
  EXPECT_EQ(config.theme, "festive");
  EXPECT_EQ(config.dwell.base, std::chrono::seconds(2));
  EXPECT_EQ(config.dwell.least, std::chrono::seconds(7));
  EXPECT_EQ(config.dwell.most, std::chrono::seconds(9));
}

TEST(Layers, TakeListsWhole) {
  const auto config = parsed({fleet("notices: [{text: Một}, {text: Hai}]\n"), local("notices: [{text: Ba}]\n")});
  ASSERT_EQ(config.value->notices.size(), 1U);
  EXPECT_EQ(config.value->notices[0].text, "Ba");
}

TEST(Layers, GiveAKeyWithoutAValueItsDefaultAgain) {
  EXPECT_EQ(parsed({fleet("dwell: {least: 5s}\n"), local("dwell:\n")}).value->dwell, Dwell());
}

TEST(Layers, NameTheFileThatIsWrong) {
  EXPECT_EQ(
      findings({fleet("theme: hq\n"), group("dwell:\n  least: soon\n"), local("organisation: A\nthem: hq\n")}),
      "groups/bac.yaml:2:10: error: 'least' must be a duration from 1s to 3600s, such as 300ms or 2.5s, not 'soon'\n"
      "local.yaml:2:1: warning: unknown key 'them'; did you mean 'theme'?");
  EXPECT_EQ(findings({fleet("theme: hq\n"), group("theme: [\n"), local("theme: hq\n")}).substr(0, 22),
            "groups/bac.yaml:1:8: e");
}

TEST(Layers, AreEachAConfig) {
  EXPECT_EQ(findings({fleet("theme: hq\n"), group("{message: Not Found}\n"), local("theme: hq\n")}),
            "groups/bac.yaml:1:1: error: no key of this file is known; it is not a config of the player\n"
            "groups/bac.yaml:1:2: warning: unknown key 'message'");
}

TEST(Layers, KeepThePasswordOfABrokerOnTheMachine) {
  const std::string broker = "push: {broker: 'mqtts://broker.example', user: lobby";
  EXPECT_EQ(findings({fleet(broker + ", password_file: secret}\n"), local("theme: hq\n")}),
            "config.yaml:1:55: error: 'password_file' is set on the machine itself, never in a bundle");
  const auto config = parsed({fleet(broker + "}\n"), local("push: {password_file: secret}\n")}).value;
  ASSERT_TRUE(config);
  EXPECT_EQ(config->push->broker.host, "broker.example");
  EXPECT_EQ(config->push->password_file, "/etc/lobby-player/secret");
}

TEST(Layers, BeginRelativePathsWhereTheyWereWritten) {
  const auto config = parsed({fleet("sources: [{name: A, photos: anh}]\n"), local("ca_file: roots.pem\n")}).value;
  ASSERT_TRUE(config);
  EXPECT_EQ(config->folder, "/bundle");
  EXPECT_EQ(config->local_folder, "/etc/lobby-player");
  EXPECT_EQ(std::get<PhotoFolder>(config->sources[0].what).folder, "anh");
  EXPECT_EQ(config->ca_file, "/etc/lobby-player/roots.pem");
  const auto own = parsed(
      {fleet("theme: hq\n"), local("sources:\n- {name: A, photos: [a.jpg, {image: b.jpg}, https://c.example/c.jpg]}\n"
                                   "- {name: B, photos: /srv/b}\n- {name: C, feed: c.xml}\n")});
  ASSERT_TRUE(own.value) << lines(own);
  const auto& photos = std::get<PhotoList>(own.value->sources[0].what).photos;
  EXPECT_EQ(photos[0].location, "/etc/lobby-player/a.jpg");
  EXPECT_EQ(photos[1].location, "/etc/lobby-player/b.jpg");
  EXPECT_EQ(photos[2].location, "https://c.example/c.jpg");
  EXPECT_EQ(std::get<PhotoFolder>(own.value->sources[1].what).folder, "/srv/b");
  EXPECT_EQ(std::get<FeedSource>(own.value->sources[2].what).location, "/etc/lobby-player/c.xml");
}

TEST(Layers, RefuseByNameWhatABundleMayNotSay) {
  const std::vector<Fault> faults{
      {"remote: {url: 'https://other.example/', public_key: RWQ}",
       "config.yaml:1:1: error: 'remote' is set on the machine itself, never in a bundle"},
      {"device: {name: a}", "config.yaml:1:1: error: 'device' is set on the machine itself, never in a bundle"},
      {"ca_file: roots.pem", "config.yaml:1:1: error: 'ca_file' is set on the machine itself, never in a bundle"},
      {"sources: [{name: A, photos: /etc}]",
       "config.yaml:1:29: error: 'photos' leads out of the bundle; name a file of the bundle, or an address"},
      {"sources: [{name: A, photos: [../a.jpg]}]",
       "config.yaml:1:30: error: 'photos' leads out of the bundle; name a file of the bundle, or an address"},
      {"sources: [{name: A, photos: [{image: a/../../b.jpg}]}]",
       "config.yaml:1:38: error: 'image' leads out of the bundle; name a file of the bundle, or an address"},
      {"sources: [{name: A, weather: /proc/1/environ}]",
       "config.yaml:1:30: error: 'weather' leads out of the bundle; name a file of the bundle, or an address"},
  };
  for (const auto& [yaml, expected] : faults) {
    EXPECT_EQ(findings({fleet(std::string(yaml)), local("theme: hq\n")}), expected) << yaml;
  }
  EXPECT_THAT(findings({fleet("sources: [{name: A, feed: 'file:///etc/passwd'}]"), local("theme: hq\n")}),
              HasSubstr("'feed' leads out of the bundle"));
  EXPECT_THAT(findings({fleet("sources: [{name: A, photos: ['/x://../../etc/a.jpg']}]"), local("theme: hq\n")}),
              HasSubstr("'photos' leads out of the bundle"));
  EXPECT_THAT(findings({fleet("duty_folder: /tmp"), local("theme: hq\n")}), HasSubstr("'duty_folder' is set on the"));
}

TEST(Layers, AreWrittenOutWithThePlaceOfEachValue) {
  EXPECT_EQ(effective({fleet("organisation: Công an \"tỉnh\"\nplaylist: [notices, {headlines: 5}]\n"),
                       group("sources:\n- name: Tin\n  feed: https://a.example/?q=1#x\n"), local("theme: hq\nqr:\n")}),
            R"(organisation: "Công an \"tỉnh\""  # config.yaml:1
playlist:
- notices  # config.yaml:2
- headlines: 5  # config.yaml:2
sources:
- name: Tin  # groups/bac.yaml:2
  feed: "https://a.example/?q=1#x"  # groups/bac.yaml:3
theme: hq  # local.yaml:1
qr: ~  # local.yaml:2
)");
}

TEST(Layers, AreReadTheSameFromWhatIsWrittenOut) {
  const std::vector<Layer> layers{
      fleet("notices:\n- text: \"Dòng một\\nDòng hai\"\n  detail: 'a: b # c'\n- {text: '~'}\nfigures: []\n"),
      local("ticker: {texts: ['- 1', '[x]', '{y}', '']}\nleave_out: ['a\\b', \"tab\\t.\"]\ndwell: {}\n")};
  const std::string text = effective(layers);
  Report report("again", Severity::warning);
  const auto again = parse_yaml(text, report);
  ASSERT_TRUE(again) << text;
  Report of_layers("c", Severity::warning);
  const auto root = merged(layers, of_layers);
  const std::function<std::string(const Node&)> plain = [&plain](const Node& node) {
    std::string all = std::to_string(static_cast<int>(node.kind)) + "<" + node.scalar + ">";
    for (const auto& item : node.items) all += "," + plain(item);
    for (const auto& entry : node.entries) all += ";" + entry.key + "=" + plain(entry.value);
    return all;
  };
  EXPECT_EQ(plain(*again), plain(*root)) << text;
}

}  // namespace
}  // namespace lobby::config
