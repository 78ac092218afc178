#include <gmock/gmock.h>

#include <algorithm>
#include <csignal>
#include <iostream>

#include "../world/broker.h"
#include "../world/fleet.h"
#include "../world/screen.h"
#include "../world/signer.h"
#include "../world/workplace.h"
#include "base/format.h"

namespace lobby::app {
namespace {

using namespace std::chrono;
using testing::HasSubstr;
using testing::Not;

/// The kiosk with a slide that stands for long, and an operator who pushes over a broker with TLS.
class PushRun : public Workplace {
 protected:
  PushRun() {
    environment["DISPLAY"] = screen.display();
    environment["SDL_VIDEODRIVER"] = "x11";
    environment["STATE_DIRECTORY"] = (folder.path() / "state").string();
  }
  std::string pushes(const Broker& broker) const {
    return format(
        "device: {{name: sanh-1, group: bac}}\nca_file: {}\npush: {{broker: \"mqtts://127.0.0.1:{}\", public_key: "
        "{}}}\n",
        broker.roots().string(), broker.port(), ours.public_key());
  }
  void configure_show(const std::string& more = {}) const {
    configure("notices: [{text: Mời vào}, {text: Xin chào}]\ndwell: {fixed: 30s}\n" + more);
  }
  static std::string document(int serial, const std::string& notices, const std::string& more = {}) {
    const auto hour = [](int away) { return format("{:%FT%TZ}", floor<seconds>(system_clock::now()) + hours(away)); };
    return format("serial: {}\nissued: {}\nexpires: {}\n{}notices: [{}]\n", serial, hour(-1), hour(1), more, notices);
  }
  std::string sealed(const std::string& bytes) const { return ours.signature(bytes) + "---\n" + bytes; }
  Program play() const {
    return Program(lobby_player({"--verbose", "run", "--config", config(), "--window", "640x360"}), environment);
  }
  /// How long it took from `began` until the words were said; time fails no test.
  static void expect_soon(Program& playing, const std::string& words, const std::string& what,
                          steady_clock::time_point began) {
    EXPECT_TRUE(playing.says(words)) << playing.messages();
    const auto took = duration_cast<milliseconds>(steady_clock::now() - began);
    std::cout << what << ": " << took.count() << " ms\n";
  }

  Screen screen;
  const Signer ours{1};
};

TEST_F(PushRun, TheBrokerKnowsWhichBundlePlaysAndWhyAnotherOneDoesNot) {
  const Broker broker(push::Line::tls);
  Fleet fleet(portal);
  configure(fleet.config(format("ca_file: {}\npush: {{broker: \"mqtts://127.0.0.1:{}\", topic: \"lobby/{{group}}\"}}\n",
                                broker.roots().string(), broker.port())));
  fleet.publish(1, {{"config.yaml", "notices: [{text: Mời vào}]\n"}});
  Program playing = play();
  EXPECT_THAT(heard(broker, "lobby/so/sanh-1/status", R"("verdict":"good")"), HasSubstr(R"("in_use":"1-)"));
  fleet.publish(2, {{"config.yaml", "theme: rococo\n"}});
  EXPECT_THAT(heard(broker, "lobby/so/sanh-1/status", "2 refused"), HasSubstr("there is no theme 'rococo'"));
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0) << playing.messages();
}

TEST_F(PushRun, ASignedNoticeIsOnScreenAtOnceAndGoneWithTheNextEdition) {
  const Broker broker(push::Line::tls);
  configure_show(pushes(broker));
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Mời vào"));
  ASSERT_TRUE(playing.says("push: 127.0.0.1 is listened to, as 'sanh-1'")) << playing.messages();
  auto began = steady_clock::now();
  publish(broker, "lobby/all/notice", sealed(document(1, "{text: Sơ tán khỏi toà nhà, urgent: true}")), Retain::yes);
  expect_soon(playing, "slide notice: Sơ tán khỏi toà nhà", "an urgent notice, from before its publishing to screen",
              began);
  EXPECT_THAT(heard(broker, "lobby/sanh-1/status", "Sơ tán"), HasSubstr(R"("state":"online")"));
  began = steady_clock::now();
  publish(broker, "lobby/all/notice", sealed(document(2, "")), Retain::yes);
  expect_soon(playing, "the notice has ended: Sơ tán", "the edition without it", began);
  began = steady_clock::now();
  publish(broker, "lobby/sanh-1/notice",
          sealed(document(1, "{text: Cửa số 3 đóng, urgent: true}", "device: sanh-1\n")));
  expect_soon(playing, "slide notice: Cửa số 3 đóng", "one for this device alone", began);
  publish(broker, "lobby/group/bac/notice", sealed(document(1, "{text: Nhóm Bắc, urgent: true}", "group: bac\n")));
  EXPECT_TRUE(playing.says("Nhóm Bắc"));
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
  EXPECT_THAT(heard(broker, "lobby/sanh-1/status", "offline"), HasSubstr(R"({"state":"offline"})"));
}

TEST_F(PushRun, WhatIsNoSignedNoticeNeverFiresAndTakesNothingDown) {
  const Broker broker(push::Line::tls);
  configure_show(pushes(broker));
  publish(broker, "lobby/all/notice", sealed(document(5, "{text: Mất điện, urgent: true}")), Retain::yes);
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Mất điện")) << "the broker keeps it for those who come later";
  const std::string forged = document(9, "{text: Giả mạo, urgent: true}");
  const std::string topic = "lobby/all/notice";
  publish(broker, topic, "", Retain::yes);
  publish(broker, topic, forged);
  EXPECT_TRUE(playing.says("a pushed notice is not taken: there is no line '---'")) << playing.messages();
  publish(broker, topic, Signer(2).signature(forged) + "---\n" + forged);
  EXPECT_TRUE(playing.says("a pushed notice is not taken: the signature is not that of these bytes"));
  publish(broker, topic, sealed(document(4, "{text: Cũ rồi, urgent: true}")));
  EXPECT_TRUE(playing.says("a pushed notice is not taken: serial 4 is not above 5"));
  publish(broker, topic, sealed(document(6, "{text: Sảnh khác, urgent: true}", "device: sanh-2\n")));
  EXPECT_TRUE(playing.says("a pushed notice is not taken: it is for the device 'sanh-2'"));
  publish(broker, topic, std::string(std::size_t{1} << 20U, '\xFF'));
  publish(broker, topic, sealed("serial: x"));
  EXPECT_TRUE(playing.says("a pushed notice is not taken: a pushed notice:1:1: error: "));
  EXPECT_THAT(playing.messages(), Not(HasSubstr("has ended")));
  for (const char* words : {"slide notice: Giả mạo", "slide notice: Cũ rồi", "slide notice: Sảnh khác"}) {
    EXPECT_THAT(playing.messages(), Not(HasSubstr(words)));
  }
}

TEST_F(PushRun, CheckFindsAKeyThatIsNoneAndAPasswordThatIsNotThere) {
  configure("push:\n  broker: mqtts://broker.example\n  user: lobby\n  password_file: gone\n  public_key: RWx\n");
  const Outcome outcome = player({"check", config()});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output + outcome.messages,
              HasSubstr("config.yaml:5:15: error: 'push': 'public_key' is no public"));
  EXPECT_THAT(outcome.output + outcome.messages, HasSubstr("error: 'push': 'password_file': "));
}

TEST_F(PushRun, AReloadAsksTheSourcesAtOnce) {
  const Broker broker(push::Line::tls);
  configure("sources: [{name: Tin tức, feed: \"" + portal.url("/rss.xml") + "\", every: 1h}]\ndwell: {fixed: 30s}\n" +
            pushes(broker));
  Program playing = play();
  ASSERT_TRUE(playing.says("slide headline: ")) << playing.messages();
  ASSERT_TRUE(playing.says("push: 127.0.0.1 is listened to"));
  portal.visits();
  const auto began = steady_clock::now();
  publish(broker, "lobby/sanh-1/reload", "");
  expect_soon(playing, "all sources are asked now, as was pushed", "a reload of one device", began);
  // A picture of the first reading may be on its way still; the feed itself is asked for once an hour.
  bool asked = false;
  while (!asked && steady_clock::now() < began + seconds(20)) {
    asked = std::ranges::count(portal.visits(), "/rss.xml", &Visit::path) > 0;
  }
  EXPECT_TRUE(asked);
}

TEST_F(PushRun, AnEditOfABundleIsOnScreenSoonAfterAReload) {
  const auto bundle = [](const std::string& text) {
    return BundleFiles{{"config.yaml", "notices: [{text: " + text + "}]\ndwell: {fixed: 2s}\n"}};
  };
  const Broker broker(push::Line::tls);
  Fleet fleet(portal);
  std::string yaml = fleet.config(
      format("ca_file: {}\npush: {{broker: \"mqtts://127.0.0.1:{}\"}}\n", broker.roots().string(), broker.port()));
  configure(yaml.replace(yaml.find("every: 5s"), 9, "every: 1h"));
  fleet.publish(1, bundle("Một"));
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Một")) << playing.messages();
  ASSERT_TRUE(playing.says("is good")) << playing.messages();
  ASSERT_TRUE(playing.says("push: 127.0.0.1 is listened to"));
  fleet.publish(2, bundle("Hai"));
  const auto began = steady_clock::now();
  publish(broker, "lobby/all/reload", "");
  expect_soon(playing, "slide notice: Hai", "an edit of a bundle that is asked for every hour, from edit to screen",
              began);
}

TEST_F(PushRun, ABrokerComesAndGoesWithTheConfig) {
  const Broker broker(push::Line::tls);
  configure_show();
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Mời vào"));
  EXPECT_THAT(playing.messages(), Not(HasSubstr("push: ")));
  configure_show(pushes(broker));
  ASSERT_TRUE(playing.says("push: 127.0.0.1 is listened to, as 'sanh-1'")) << playing.messages();
  publish(broker, "lobby/all/notice", sealed(document(1, "{text: Sơ tán, urgent: true}")), Retain::yes);
  EXPECT_TRUE(playing.says("slide notice: Sơ tán"));
  configure("notices: [{text: Như cũ}]\n");
  EXPECT_THAT(heard(broker, "lobby/sanh-1/status", "offline"), HasSubstr("offline"));
  EXPECT_TRUE(playing.says("slide notice: Như cũ")) << "nobody vouches for the other any more";
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome().status, 0);
}

TEST_F(PushRun, WithoutItsBrokerTheShowGoesOnAndTheEndComesAtOnce) {
  configure_show("push: {broker: \"mqtts://127.0.0.1:1\", user: lobby, password_file: gone}\n");
  Program playing = play();
  ASSERT_TRUE(playing.says("slide notice: Mời vào"));
  EXPECT_TRUE(playing.says("push: 127.0.0.1 port 1 cannot be reached: "));
  playing.signal(SIGTERM);
  EXPECT_EQ(playing.outcome(seconds(10)).status, 0);
  EXPECT_THAT(playing.messages(), Not(HasSubstr("a thread is stuck")));
}

}  // namespace
}  // namespace lobby::app
