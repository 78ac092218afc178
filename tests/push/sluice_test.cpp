#include <gmock/gmock.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <memory>
#include <thread>

#include "../world/certificate.h"
#include "../world/loopback_socket.h"
#include "../world/temporary_folder.h"
#include "base/format.h"
#include "push/client.h"
#include "push/packet_gauge.h"

namespace lobby::push {
namespace {

using namespace std::chrono;
using testing::AllOf;
using testing::HasSubstr;

constexpr std::size_t hostile_bytes = std::size_t{200} << 20U;

/// The head of a packet of so many bytes behind it.
std::string head(char type, std::size_t length) {
  std::string bytes(1, type);
  do {
    bytes += static_cast<char>(length % 128 | (length >= 128 ? 128U : 0U));
    length /= 128;
  } while (length > 0);
  return bytes;
}

std::string packet(char type, const std::string& body) { return head(type, body.size()) + body; }

std::string message(char type, const std::string& payload) {
  const std::string identifier = (type & 6) != 0 ? std::string("\0\1", 2) : "";
  return packet(type, std::string("\0\1t", 3) + identifier + '\0' + payload);
}

const std::string welcome = packet(0x20, std::string(3, '\0'));

/// Takes one connection, greets whoever comes by MQTT or not, says `more` and then so many bytes of anything, until it
/// is left.
class HostileBroker {
 public:
  HostileBroker(Line line, std::string more, std::size_t rest = 0)
      : line_(line), more_(std::move(more)), rest_(rest), roots_(folder_.path() / "broker.pem") {
    make_certificate(folder_.path() / "key.pem", roots_);
    listener_.listen();
    options_.port = listener_.port();
    thread_ = std::thread([this] { play(); });
  }
  ~HostileBroker() {
    shutdown(listener_.descriptor(), SHUT_RDWR);
    thread_.join();
  }
  HostileBroker(const HostileBroker&) = delete;
  HostileBroker& operator=(const HostileBroker&) = delete;

  Options options() const {
    Options options = options_;
    options.host = "127.0.0.1";
    options.line = line_;
    if (line_ == Line::tls) options.ca_file = roots_;
    options.client_id = "sanh-1";
    options.topics = {"t"};
    options.presence_topic = "p";
    options.last_will = "offline";
    options.first_retry = hours(1);
    return options;
  }
  /// Once the client is gone.
  std::size_t sent() {
    shutdown(listener_.descriptor(), SHUT_RDWR);
    if (thread_.joinable()) thread_.join();
    thread_ = std::thread([] {});
    return sent_;
  }

 private:
  void play() {
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    SSL_CTX_use_certificate_file(context.get(), roots_.c_str(), SSL_FILETYPE_PEM);
    SSL_CTX_use_PrivateKey_file(context.get(), (folder_.path() / "key.pem").c_str(), SSL_FILETYPE_PEM);
    // The first connections only look whether anybody is there.
    const int listener = listener_.descriptor();
    for (int line = accept(listener, nullptr, nullptr); line >= 0; line = accept(listener, nullptr, nullptr)) {
      const std::unique_ptr<SSL, decltype(&SSL_free)> tls(SSL_new(context.get()), SSL_free);
      SSL_set_fd(tls.get(), line);
      if (line_ == Line::plain || SSL_accept(tls.get()) == 1) speak(line, tls.get());
      close(line);
    }
  }

  void speak(int line, SSL* tls) {
    std::string heard(4096, ' ');
    const auto got = line_ == Line::tls ? SSL_read(tls, heard.data(), 4096) : recv(line, heard.data(), 4096, 0);
    if (got <= 0) return;
    const std::string rest(std::size_t{64} << 10U, 'x');
    bool listened_to = say(line, tls, welcome + more_);
    for (sent_ = 0; listened_to && sent_ < rest_; sent_ += rest.size()) listened_to = say(line, tls, rest);
    while (listened_to && recv(line, heard.data(), 4096, 0) > 0) {
    }
  }

  bool say(int line, SSL* tls, const std::string& bytes) {
    if (line_ == Line::tls) return SSL_write(tls, bytes.data(), static_cast<int>(bytes.size())) > 0;
    return send(line, bytes.data(), bytes.size(), MSG_NOSIGNAL) > 0;
  }

  TemporaryFolder folder_;
  Line line_;
  std::string more_;
  std::size_t rest_;
  std::filesystem::path roots_;
  LoopbackSocket listener_;
  Options options_;
  std::size_t sent_ = 0;
  std::thread thread_;
};

/// What the client says of it in the end, and what it heard.
std::pair<std::string, std::vector<Message>> meet(HostileBroker& broker) {
  signal(SIGPIPE, SIG_IGN);
  Client client(broker.options());
  std::vector<Message> all;
  const auto give_up = steady_clock::now() + seconds(20);
  while (!client.trouble() && steady_clock::now() < give_up) {
    for (auto& message : client.wait_until(steady_clock::now() + milliseconds(50))) all.push_back(std::move(message));
  }
  return {client.trouble() ? client.trouble()->message : "", all};
}

class Sluice : public testing::TestWithParam<Line> {};

TEST_P(Sluice, NeverLetsAPacketBeginThatIsLongerThanItSaid) {
  const std::string evil = head(0x30, hostile_bytes) + std::string("\0\1t\0", 4);
  HostileBroker broker(GetParam(), message(0x30, "before") + evil, hostile_bytes);
  const auto [trouble, heard] = meet(broker);
  EXPECT_THAT(trouble, HasSubstr("a packet of 209715205 bytes, and was told that 132096 are the most"));
  EXPECT_LT(broker.sent(), std::size_t{32} << 20U);  // What the sockets hold.
}

TEST_P(Sluice, LetsThroughWhatMayComeHoweverItIsCut) {
  std::string many;
  for (int size = 0; size < 60; ++size) many += message(0x30, std::string(static_cast<std::size_t>(size * size), 'a'));
  many += message(0x30, std::string(100000, 'b')) + message(0x32, "c");
  HostileBroker broker(GetParam(), many + packet(static_cast<char>(0xE0), std::string("\x8b\0", 2)));
  const auto [trouble, heard] = meet(broker);
  EXPECT_THAT(trouble, HasSubstr("the broker ends the connection: "));
  ASSERT_EQ(heard.size(), 62U);
  EXPECT_EQ(heard[59].payload.size(), 59U * 59U);
  EXPECT_EQ(heard[60].payload, std::string(100000, 'b'));
  EXPECT_EQ(heard[61].payload, "c");
}

TEST_P(Sluice, TakesNoMessageThatWouldBeKeptUntilItIsReleased) {
  HostileBroker broker(GetParam(), message(0x34, "twice acknowledged"));
  EXPECT_THAT(meet(broker).first, HasSubstr("a quality of service that was never agreed on"));
}

TEST_P(Sluice, TakesNoLengthWithoutEnd) {
  HostileBroker broker(GetParam(), "\x30\xff\xff\xff\xff\x7f");
  EXPECT_THAT(meet(broker).first, HasSubstr("the broker sends what is not MQTT"));
}

INSTANTIATE_TEST_SUITE_P(Lines, Sluice, testing::Values(Line::plain, Line::tls));

TEST(PacketGauge, KnowsHeadsInPiecesOfOneByte) {
  PacketGauge gauge(200);
  for (const char byte : message(0x32, std::string(150, '3')) + welcome + message(0x30, std::string(193, '0'))) {
    EXPECT_TRUE(gauge.pass({&byte, 1}));
  }
  EXPECT_TRUE(gauge.pass("\x30\xC5"));  // 1 + 2 + 197
  EXPECT_TRUE(gauge.pass("\x01"));
  PacketGauge other(200);
  EXPECT_TRUE(other.pass("\x30\xC6"));
  EXPECT_FALSE(other.pass("\x01"));
}

}  // namespace
}  // namespace lobby::push
