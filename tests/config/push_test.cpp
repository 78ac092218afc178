#include "config/push.h"

#include <gtest/gtest.h>

#include "faults.h"

namespace lobby::config {
namespace {

Push push_of(const std::string& yaml) {
  const auto config = parse_config("push: " + yaml, "c.yaml").value;
  return config && config->push ? *config->push : Push();
}

TEST(ConfigPush, IsOffUnlessItIsAskedFor) {
  EXPECT_EQ(parse_config("theme: hq", "c.yaml").value->push, std::nullopt);
  EXPECT_EQ(parse_config("push:", "c.yaml").value->push, std::nullopt);
}

TEST(ConfigPush, ReadsABroker) {
  const Push push = push_of(
      "{broker: 'mqtts://broker.example:8884', user: lobby, password_file: /etc/lobby-player/push, topic: "
      "van-lam/lobby, "
      "public_key: RWQx}");
  EXPECT_EQ(push, (Push{{"broker.example", 8884, true}, "lobby", "/etc/lobby-player/push", "van-lam/lobby", "RWQx"}));
  EXPECT_EQ(push.key_at, (Where{"c.yaml", 1, 133}));
  EXPECT_EQ(push_of("{broker: 'mqtts://broker.example'}"), (Push{{"broker.example", 8883, true}, "", "", "lobby", ""}));
  EXPECT_EQ(push_of("{broker: 'mqtt://[fd00::1]'}").broker, (BrokerAddress{"fd00::1", 1883, false}));
  EXPECT_EQ(push_of("{broker: 'mqtts://[fd00::1]:443'}").broker, (BrokerAddress{"fd00::1", 443, true}));
}

TEST(ConfigPush, WarnsOfALineThatIsNotEncrypted) {
  EXPECT_EQ(
      config_findings("push: {broker: 'mqtt://broker.example'}"),
      "c.yaml:1:16: warning: without TLS others on the way can read along, suppress notices and see the password; "
      "write mqtts:// where the broker can do it");
}

TEST(ConfigPush, TakesNoPassword) {
  EXPECT_EQ(
      config_findings("push: {broker: 'mqtts://b.example', user: lobby, password: geheim}"),
      "c.yaml:1:50: warning: unknown key 'password'\n"
      "c.yaml:1:50: error: a config is copied and kept, so it holds no password; write it into a file that only the "
      "player can read, and name that in 'password_file'");
}

TEST(ConfigPush, LeavesTheNameOfAllPlayersToAll) {
  EXPECT_EQ(config_findings("device: {name: all}"),
            "c.yaml:1:16: error: 'all' stands for all players; give this one another name");
}

TEST(ConfigPush, PutsTheNamesOfThisPlayerIntoItsTopics) {
  const std::string push = "push: {broker: 'mqtts://b.example', topic: 'lobby-{group}/{device}/{device}'}";
  const auto config = parse_config("device: {name: sanh-1, group: bac}\n" + push, "c.yaml").value;
  ASSERT_TRUE(config && config->push);
  EXPECT_EQ(with_names(config->push->topic, config->device), "lobby-bac/sanh-1/sanh-1");
  EXPECT_EQ(config_findings(push),
            "c.yaml:1:7: warning: '{group}' in the 'topic' stands for the 'group' of 'device', which is missing");
  EXPECT_EQ(config_findings("device: {group: bac}\n" + push), "");
}

TEST(ConfigPush, SaysWhatIsWrong) {
  const std::string address = "error: 'broker' must be an address such as mqtts://broker.example:8883, not ";
  const std::string topic =
      "error: 'topic' must be the beginning of topics, such as lobby or van-lam/{group}: a letter first, no spaces or "
      "marks, no + or #, no braces but {device} and {group}, no / last, not ";
  const std::pair<std::string, std::string> faults[] = {
      {"push: yes", "c.yaml:1:7: error: 'push' must be a map, not 'yes'"},
      {"push: {user: a}", "c.yaml:1:7: error: the key 'broker' is missing"},
      {"push: {broker: b.example}", "c.yaml:1:16: " + address + "'b.example'"},
      {"push: {broker: 'https://b.example'}", "c.yaml:1:16: " + address + "'https://b.example'"},
      {"push: {broker: 'mqtts://'}", "c.yaml:1:16: " + address + "'mqtts://'"},
      {"push: {broker: 'mqtts://b:0'}", "c.yaml:1:16: " + address + "'mqtts://b:0'"},
      {"push: {broker: 'mqtts://b:65536'}", "c.yaml:1:16: " + address + "'mqtts://b:65536'"},
      {"push: {broker: 'mqtts://b:8883/x'}", "c.yaml:1:16: " + address + "'mqtts://b:8883/x'"},
      {"push: {broker: 'mqtts://[fd00::1'}", "c.yaml:1:16: " + address + "'mqtts://[fd00::1'"},
      {"push: {broker: 'mqtts://b', topic: 'a/+'}", "c.yaml:1:36: " + topic + "'a/+'"},
      {"push: {broker: 'mqtts://b', topic: '#'}", "c.yaml:1:36: " + topic + "'#'"},
      {"push: {broker: 'mqtts://b', topic: 'a/'}", "c.yaml:1:36: " + topic + "'a/'"},
      {"push: {broker: 'mqtts://b', topic: 'a/{sở}'}", "c.yaml:1:36: " + topic + "'a/{sở}'"},
      {"push: {broker: 'mqtts://b', topic: 'a/{host}'}", "c.yaml:1:36: " + topic + "'a/{host}'"},
      {"push: {broker: 'mqtts://b', topic: 'a/{device'}", "c.yaml:1:36: " + topic + "'a/{device'"},
      {"push: {broker: 'mqtts://b', topic: '{group}'}", "c.yaml:1:36: " + topic + "'{group}'"},
      {"push: {broker: 'mqtts://b', topic: 'a/{group}/{device}/'}", "c.yaml:1:36: " + topic + "'a/{group}/{device}/'"},
      {"push: {broker: 'mqtts://b', topic: '$SYS'}", "c.yaml:1:36: " + topic + "'$SYS'"},
      {"push: {broker: 'mqtts://b', topic: 'sảnh'}", "c.yaml:1:36: " + topic + "'sảnh'"},
      {"push: {broker: 'mqtts://b', password_file: x}",
       "c.yaml:1:44: error: a password without a 'user' is of no use; name the user, too"},
      {"push: {broker: 'mqtts://b', topik: x}", "c.yaml:1:29: warning: unknown key 'topik'; did you mean 'topic'?"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

}  // namespace
}  // namespace lobby::config
