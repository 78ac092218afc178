#include "kiosk/service.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>

#include "../world/temporary_folder.h"

namespace lobby::kiosk {
namespace {

/// The other end of the line to systemd.
class Systemd {
 public:
  Systemd() : socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {
    const std::string path = folder_.path() / "notify";
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    EXPECT_EQ(bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    setenv("NOTIFY_SOCKET", path.c_str(), 1);
    setenv("WATCHDOG_USEC", "20000000", 1);
    unsetenv("WATCHDOG_PID");
  }
  ~Systemd() {
    for (const char* const name : {"NOTIFY_SOCKET", "WATCHDOG_USEC"}) unsetenv(name);
    close(socket_);
  }
  Systemd(const Systemd&) = delete;
  Systemd& operator=(const Systemd&) = delete;

  /// What it was told since it was asked last; empty where nothing.
  std::string told() const {
    std::array<char, 256> message{};
    const auto size = recv(socket_, message.data(), message.size(), 0);
    return size > 0 ? std::string(message.data(), static_cast<std::size_t>(size)) : "";
  }

 private:
  TemporaryFolder folder_;
  int socket_;
};

TEST(ServiceTest, ArmsTheWatchdogWhenItIsReadyAndNotBefore) {
  const Systemd systemd;
  Service service;
  service.alive();
  EXPECT_EQ(systemd.told(), "");
  service.ready("playing");
  EXPECT_EQ(systemd.told(), "READY=1\nSTATUS=playing");
  service.alive();
  EXPECT_EQ(systemd.told(), "WATCHDOG=1");
}

TEST(ServiceTest, IsOneWhereSystemdWaitsForItsWord) {
  EXPECT_FALSE(Service().is_one());
  const Systemd systemd;
  EXPECT_TRUE(Service().is_one());
}

TEST(ServiceTest, FeedsTheWatchdogSeldomHoweverOftenTheLoopTurns) {
  const Systemd systemd;
  Service service;
  service.ready("playing");
  EXPECT_NE(systemd.told(), "");
  for (int turns = 0; turns < 1000; ++turns) service.alive();
  EXPECT_EQ(systemd.told(), "WATCHDOG=1");
  EXPECT_EQ(systemd.told(), "");
  EXPECT_LT(service.interval().value(), std::chrono::seconds(10));
}

}  // namespace
}  // namespace lobby::kiosk
