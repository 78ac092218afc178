#include <gmock/gmock.h>
#include <httplib.h>

#include <thread>

#include "../world/certificate.h"
#include "../world/signer.h"
#include "../world/temporary_folder.h"
#include "base/format.h"
#include "fleet/bundle_thread.h"

namespace lobby::fleet {
namespace {

using namespace std::chrono;
using testing::HasSubstr;

/// A server of bundles with TLS whose clock is five hours ahead.
class ServerAhead {
 public:
  explicit ServerAhead(const std::filesystem::path& folder)
      : server_((made(folder), (folder / "roots.pem").c_str()), (folder / "key.pem").c_str()) {
    server_.Get(".*", [this](const httplib::Request&, httplib::Response& response) {
      response.set_header("Date", format("{:%a, %d %b %Y %T} GMT", floor<seconds>(system_clock::now()) + hours(5)));
      response.set_content("no list", "text/plain");
      asked = true;
    });
    port_ = server_.bind_to_any_port("127.0.0.1");
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::yield();
  }
  ~ServerAhead() {
    server_.stop();
    thread_.join();
  }
  std::string url() const { return format("https://127.0.0.1:{}/bundle.yaml", port_); }

  std::atomic<bool> asked = false;

 private:
  static void made(const std::filesystem::path& folder) { make_certificate(folder / "key.pem", folder / "roots.pem"); }

  httplib::SSLServer server_;
  int port_ = 0;
  std::thread thread_;
};

TEST(ServerOfBundles, TellsTheTimeAsSourcesDo) {
  const TemporaryFolder folder;
  const ServerAhead server(folder.path());
  write(folder.path() / "config.yaml",
        format("ca_file: roots.pem\nremote: {{url: '{}', public_key: {}}}\n", server.url(), Signer().public_key()));
  const auto settings = load_settings(folder.path() / "config.yaml");
  ASSERT_TRUE(settings);
  const SystemClock clock;
  host::ClockJudge judge(std::nullopt, [] { return false; });
  const show::Pulse pulse;
  StartCount start(BundleFolder(folder.path() / "remote"), {});
  ASSERT_THAT(judge.doubt(clock.wall(), clock.steady()), testing::Not(HasSubstr("a server")));
  BundleThread thread(start, *settings, clock, judge, pulse);
  thread.start([](const std::shared_ptr<const Bundle>&) {});
  const auto give_up = steady_clock::now() + minutes(5);
  const auto doubted = [&] {
    return judge.doubt(clock.wall(), clock.steady()).contains("a server whose certificate is good");
  };
  while (!doubted() && steady_clock::now() < give_up) std::this_thread::yield();
  EXPECT_TRUE(server.asked);
  EXPECT_TRUE(doubted());
}

}  // namespace
}  // namespace lobby::fleet
