#include "fleet/enrolment.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "../world/signer.h"
#include "../world/temporary_folder.h"
#include "fleet/enrolment_files.h"

namespace lobby::fleet {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// The root of a machine and its boot partition.
class Enrolling : public testing::Test {
 protected:
  Enrolling() {
    fs::create_directories(root / "etc/lobby-player");
    fs::create_directories(root / "boot/firmware");
    write(root / "etc/hosts", "127.0.0.1\tlocalhost\n127.0.1.1\traspberrypi\n");
    write(config, "organisation: Sở Tài chính\n");
  }

  std::string remote() const { return "remote: {url: https://a.example/b.yaml, public_key: " + key + "}\n"; }
  Result<Enrolled> enrol_with(const std::string& text) const {
    write(file, text);
    return enrol(file, root);
  }

  TemporaryFolder folder{On::disk};
  fs::path root = folder.path();
  fs::path file = root / "boot/firmware/lobby-player.yaml";
  fs::path config = root / "etc/lobby-player/config.yaml";
  std::string key = Signer().public_key();
};

constexpr const char* wifi = "wifi: {name: Sảnh, password: bí mật?, country: VN}\n";
constexpr const char* good_wifi = "wifi: {name: Sảnh, password: rat bi mat, country: VN}\n";

TEST_F(Enrolling, MakesTheMachineWhatTheFileSays) {
  const auto enrolled = enrol_with("device: {name: sanh-1, group: tang-1}\n" + remote() + good_wifi);
  ASSERT_TRUE(enrolled) << enrolled.error().message;
  EXPECT_THAT(bytes_in(config), HasSubstr("name: 'sanh-1'"));
  EXPECT_THAT(bytes_in(config), HasSubstr(key));
  EXPECT_EQ(bytes_in(root / "etc/hostname"), "sanh-1\n");
  EXPECT_EQ(bytes_in(root / "etc/hosts"), "127.0.0.1\tlocalhost\n127.0.1.1\tsanh-1\n");
  EXPECT_THAT(bytes_in(root / "etc/lobby-player/wifi.conf"), HasSubstr("psk=\"rat bi mat\""));
  EXPECT_THAT(bytes_in(root / "etc/lobby-player/wifi.conf"), HasSubstr("ssid=53e1baa36e68"));
  EXPECT_THAT(bytes_in(root / "etc/systemd/network/20-lobby-player.network"), HasSubstr("Type=wlan"));
  EXPECT_EQ(enrolled->host, "sanh-1");
}

TEST_F(Enrolling, KeepsAConfigOfSomebodysOwn) {
  ASSERT_TRUE(enrol_with(remote()));
  EXPECT_EQ(bytes_in(root / "etc/lobby-player/config.yaml.before-enrolment"), "organisation: Sở Tài chính\n");
  write(config, "organisation: Bằng tay\n");
  ASSERT_TRUE(enrol_with("device: {name: sanh-2}\n" + remote()));
  EXPECT_EQ(bytes_in(root / "etc/lobby-player/config.yaml.before-enrolment-2"), "organisation: Bằng tay\n");
  ASSERT_TRUE(enrol_with("device: {name: sanh-3}\n" + remote()));
  EXPECT_FALSE(fs::exists(root / "etc/lobby-player/config.yaml.before-enrolment-3")) << "its own is no one's";
}

TEST_F(Enrolling, LeavesThePasswordWhereTheMachineForgetsIt) {
  write(file, good_wifi);
  ASSERT_TRUE(enrol(file, root, config::Password::kept));
  EXPECT_EQ(bytes_in(file), good_wifi);
  fs::remove_all(root / "etc/lobby-player");
  const auto again = enrol(file, root, config::Password::kept);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_THAT(bytes_in(root / "etc/lobby-player/wifi.conf"), HasSubstr("psk=\"rat bi mat\""));
}

TEST_F(Enrolling, LeavesNoPasswordOnTheBootPartition) {
  const std::string padding(3000, '#');
  const auto enrolled = enrol_with(good_wifi + padding + "\n# rat bi mat\n");
  ASSERT_TRUE(enrolled) << enrolled.error().message;
  EXPECT_THAT(bytes_in(file), Not(HasSubstr("bi mat")));
  EXPECT_THAT(bytes_in(file), HasSubstr("password: ''"));
  EXPECT_THAT(enrolled->remarks, Contains(HasSubstr("was taken out of")));
  for (const char* secret : {"etc/lobby-player/wifi.conf", "etc/lobby-player/enrolment.yaml"}) {
    struct stat facts{};
    ASSERT_EQ(stat((root / secret).c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777, 0600U) << secret;
  }
}

TEST_F(Enrolling, SaysThatAPasswordStaysWhereItCannotBeOverwritten) {
  // A file that not even root can change: one in memory that is sealed.
  const store::Descriptor sealed(memfd_create("boot", MFD_ALLOW_SEALING));
  ASSERT_TRUE(store::write_all(sealed, good_wifi));
  ASSERT_EQ(fcntl(sealed.number(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK), 0);
  const auto enrolled = enrol("/proc/self/fd/" + std::to_string(sealed.number()), root);
  ASSERT_TRUE(enrolled) << enrolled.error().message;
  EXPECT_THAT(enrolled->remarks, Contains(HasSubstr("stays readable in /proc/self/fd/")));
  EXPECT_THAT(bytes_in(root / "etc/lobby-player/wifi.conf"), HasSubstr("psk=\"rat bi mat\""));
}

TEST_F(Enrolling, ChangesNothingTheSecondTime) {
  ASSERT_TRUE(enrol_with("device: {name: sanh-1}\n" + remote() + good_wifi));
  const auto before = traces(root);
  const auto again = enrol(file, root);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_THAT(again->changed, IsEmpty());
  EXPECT_EQ(traces(root), before);
  write(config, "organisation: Bằng tay\n");
  ASSERT_TRUE(enrol(file, root));
  EXPECT_EQ(bytes_in(config), "organisation: Bằng tay\n") << "what was edited since is not touched";
}

TEST_F(Enrolling, KeepsThePasswordOfTheNetworkThatItHas) {
  ASSERT_TRUE(enrol_with(good_wifi));
  const auto enrolled =
      enrol_with("device: {name: sanh-9}\nwifi: {name: Sảnh, password: '', country: VN, hidden: yes}\n");
  ASSERT_TRUE(enrolled) << enrolled.error().message;
  EXPECT_THAT(bytes_in(root / "etc/lobby-player/wifi.conf"), HasSubstr("psk=\"rat bi mat\""));
  EXPECT_THAT(bytes_in(root / "etc/lobby-player/wifi.conf"), HasSubstr("scan_ssid=1"));
  const auto other = enrol_with("wifi: {name: Khác, password: '', country: VN}\n");
  ASSERT_FALSE(other);
  EXPECT_THAT(other.error().message, HasSubstr("has no password for the network 'Khác' yet"));
}

TEST_F(Enrolling, RefusesABrokenFileAndLeavesEverythingAsItWas) {
  ASSERT_TRUE(enrol_with("device: {name: sanh-1}\n" + remote()));
  for (const std::string& broken : {std::string("device: [\n"), std::string(wifi), "device: {name: Sảnh}\n" + remote(),
                                    std::string("remote: {url: 'https://a.example/', public_key: RWQnone}\n")}) {
    write(file, broken);
    const auto before = traces(root);
    const auto enrolled = enrol(file, root);
    ASSERT_FALSE(enrolled) << broken;
    EXPECT_THAT(enrolled.error().message, HasSubstr("lobby-player.yaml:1:")) << broken;
    EXPECT_EQ(traces(root), before) << broken;
  }
}

TEST_F(Enrolling, TakesAwayWhatAnotherFileNoLongerSays) {
  ASSERT_TRUE(enrol_with(good_wifi));
  const auto enrolled = enrol_with("network: {time_server: 10.0.0.1}\n");
  ASSERT_TRUE(enrolled);
  EXPECT_FALSE(fs::exists(root / "etc/lobby-player/wifi.conf"));
  EXPECT_FALSE(fs::exists(root / "etc/systemd/network/20-lobby-player.network"));
  EXPECT_THAT(bytes_in(root / "etc/systemd/timesyncd.conf.d/lobby-player.conf"), HasSubstr("NTP=10.0.0.1"));
}

TEST_F(Enrolling, WritesForNetworkManagerWhereItIs) {
  fs::create_directories(root / "usr/sbin");
  write(root / "usr/sbin/NetworkManager", "");
  ASSERT_TRUE(
      enrol_with("wifi: {name: Sanh-1, password: ' a\\b c;d#e', country: VN}\n"
                 "network: {address: 10.0.0.7/8, gateway: 10.0.0.1, dns: [10.0.0.1, 10.0.0.2]}\n"));
  const std::string text = bytes_in(root / "etc/NetworkManager/system-connections/lobby-player-wifi.nmconnection");
  EXPECT_THAT(text, HasSubstr("\nssid=Sanh-1\n"));
  EXPECT_THAT(text, HasSubstr("\npsk=\\sa\\\\b c;d#e\n"));
  EXPECT_THAT(text, HasSubstr("\nmethod=manual\naddress1=10.0.0.7/8,10.0.0.1\ndns=10.0.0.1;10.0.0.2;\n"));
  EXPECT_FALSE(fs::exists(root / "etc/lobby-player/wifi.conf"));
}

TEST(Hosts, NameThisMachineOnce) {
  EXPECT_EQ(hosts_with("127.0.0.1 localhost", "a"), "127.0.0.1 localhost\n127.0.1.1\ta\n");
  EXPECT_EQ(hosts_with("127.0.1.1 x\n::1 y\n127.0.1.1 z\n", "a"), "127.0.1.1\ta\n::1 y\n");
}

}  // namespace
}  // namespace lobby::fleet
