#include "config/enrolment.h"

#include <gmock/gmock.h>

#include "faults.h"

namespace lobby::config {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view whole = R"(device: {name: sanh-1, group: so-tai-chinh}
remote:
  url: https://config.example/lobby/bundle.yaml
  public_key: RWQkey
wifi:
  name: Sảnh tầng 1
  password: it's "sỏi"
  country: VN
)";

std::string findings(std::string_view yaml) { return lines(parse_enrolment(yaml, "e")); }

Enrolment enrolment() {
  Enrolment all;
  all.device = {"sanh-1", "so-tai-chinh"};
  all.remote = Remote{"https://config.example/lobby/bundle.yaml", {"RWQkey"}};
  all.remote->every = std::chrono::seconds(90);
  all.wifi = Wifi{"Sảnh tầng 1", R"(it's "dá\n  # key)", false, "VN", true};
  all.wifi->password = R"(it's "a\n  # key)";
  all.network = {"192.168.1.40/24", "192.168.1.1", {"192.168.1.1", "8.8.8.8"}, "time.example"};
  return all;
}

TEST(Enrolment, SaysWhoABoardIsAndHowItReachesTheNetwork) {
  const auto read = parse_enrolment(
      "device: {name: sanh-1}\nremote: {url: 'https://a.example/b.yaml', public_key: RWQkey}\n"
      "wifi: {name: Sảnh tầng 1, password: 12345678, country: VN}\n"
      "network: {address: 10.0.0.7/8, gateway: 10.0.0.1, dns: 10.0.0.1, time_server: 10.0.0.2}\n",
      "e");
  ASSERT_TRUE(read.value) << lines(read);
  EXPECT_EQ(read.value->device.name, "sanh-1");
  EXPECT_EQ(read.value->remote->public_keys, std::vector<std::string>{"RWQkey"});
  EXPECT_EQ(read.value->wifi, (Wifi{"Sảnh tầng 1", "12345678", false, "VN", false}));
  EXPECT_EQ(read.value->network, (Network{"10.0.0.7/8", "10.0.0.1", {"10.0.0.1"}, "10.0.0.2"}));
}

TEST(Enrolment, IsReadAsNotepadWritesIt) {
  const auto plain = parse_enrolment("device: {name: sanh-1}\nnetwork: {time_server: time.example}\n", "e").value;
  ASSERT_TRUE(plain);
  EXPECT_EQ(parse_enrolment("\xEF\xBB\xBF"
                            "device: {name: sanh-1}\r\nnetwork: {time_server: time.example}\r\n",
                            "e")
                .value,
            plain);
  std::string utf16 = "\xFF\xFE";
  for (const char sign : std::string_view("device: {name: sanh-1}\r\nnetwork: {time_server: time.example}")) {
    utf16 += sign;
    utf16 += '\0';
  }
  EXPECT_EQ(parse_enrolment(utf16, "e").value, plain);
}

TEST(Enrolment, ReadsTheSameFromWhatIsWritten) {
  EXPECT_EQ(parse_enrolment(written(enrolment(), Password::kept), "e").value, enrolment())
      << written(enrolment(), Password::kept) << findings(written(enrolment(), Password::kept));
  Enrolment open;
  open.wifi = Wifi{"Khách", "", true, "VN", false};
  EXPECT_EQ(parse_enrolment(written(open, Password::kept), "e").value, open) << written(open, Password::kept);
}

TEST(Enrolment, IsWrittenWithoutItsPassword) {
  Enrolment without = enrolment();
  without.wifi->password.clear();
  const std::string text = written(enrolment(), Password::blank);
  EXPECT_THAT(text, Not(HasSubstr("key\n")));
  EXPECT_EQ(parse_enrolment(text, "e").value, without);
}

TEST(Enrolment, BecomesAConfigOfTheMachine) {
  const auto config = parse_config(machine_config(enrolment()), "c.yaml").value;
  ASSERT_TRUE(config);
  EXPECT_EQ(config->device, enrolment().device);
  EXPECT_EQ(config->remote, enrolment().remote);
  Enrolment without = enrolment();
  without.remote.reset();
  EXPECT_EQ(machine_config(without), "");
}

TEST(Enrolment, SaysWhatIsWrongWithItsPlaceAndTheRemedy) {
  EXPECT_EQ(findings(whole),
            "e:7:13: error: 'password' must be a password of 8 to 63 characters of the English keyboard, or '' for the "
            "one that this board has already, not 'it's \"sỏi\"'");
  EXPECT_EQ(findings("wifi:\n  name: a\n  pasword: 12345678\n  country: vn\n"),
            "e:3:3: error: unknown key 'pasword'; did you mean 'password'?\n"
            "e:4:12: error: 'country' must be the two capitals of a country, such as VN, not 'vn'");
  EXPECT_EQ(findings("wifi: {name: a, country: VN, open: yes, password: 12345678}"),
            "e:1:36: error: an open network has no 'password'; leave one of the two out");
  EXPECT_EQ(findings("device: {group: a}"),
            "e:1:9: error: a 'group' is one of those that 'remote' knows; add where this board's config is");
  EXPECT_EQ(findings("network:\n"), "e:1:1: error: the file sets nothing; give it a device, remote, wifi or network");
  EXPECT_EQ(findings("network: {gateway: 10.0.0.1}"), "e:1:20: error: 'gateway' goes with 'address' only");
}

TEST(Enrolment, KnowsAnAddress) {
  for (const char* right : {"10.0.0.1/8", "255.255.255.255/32", "0.0.0.0/1"}) {
    EXPECT_EQ(findings(std::string("network: {address: ") + right + "}"), "") << right;
  }
  for (const char* wrong : {"10.0.0.1", "10.0.0.1/0", "10.0.0.1/33", "256.0.0.1/8", "10.0.1/8", "10.0.0.01/8",
                            "10.0.0.1.1/8", "10.0.0.1/8/8", "a.0.0.1/8", "/8", "10.0.0./8"}) {
    EXPECT_THAT(findings(std::string("network: {address: '") + wrong + "'}"), HasSubstr("'address' must be")) << wrong;
  }
}

}  // namespace
}  // namespace lobby::config
