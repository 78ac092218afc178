#include "broker.h"

#include <gtest/gtest.h>
#include <mosquitto.h>
#include <mqtt_protocol.h>
#include <poll.h>

#include <csignal>
#include <memory>

#include "base/format.h"
#include "certificate.h"
#include "loopback_socket.h"

namespace lobby {

namespace {

using std::chrono::steady_clock;

/// One that nobody listens at.
int free_port() { return LoopbackSocket().port(); }

/// A client of another hand than the one under test.
class Operator {
 public:
  explicit Operator(const Broker& broker) : handle_(mosquitto_new(nullptr, true, this), mosquitto_destroy) {
    mosquitto_int_option(handle_.get(), MOSQ_OPT_PROTOCOL_VERSION, MQTT_PROTOCOL_V5);
    if (broker.line() == push::Line::tls) {
      mosquitto_tls_set(handle_.get(), broker.roots().c_str(), nullptr, nullptr, nullptr, nullptr);
    }
    mosquitto_connect_callback_set(handle_.get(), [](mosquitto*, void* self, int reason) {
      static_cast<Operator*>(self)->connected_ = reason == 0;
    });
    mosquitto_publish_callback_set(
        handle_.get(), [](mosquitto*, void* self, int) { static_cast<Operator*>(self)->published_ = true; });
    mosquitto_message_callback_set(handle_.get(), [](mosquitto*, void* self, const mosquitto_message* message) {
      static_cast<Operator*>(self)->heard_ +=
          std::string(static_cast<const char*>(message->payload), static_cast<std::size_t>(message->payloadlen)) + "\n";
    });
    mosquitto_connect(handle_.get(), "127.0.0.1", broker.port(), 60);
    turn([this] { return connected_; });
  }

  void publish(const std::string& topic, const std::string& payload, Retain retain) {
    mosquitto_publish(handle_.get(), nullptr, topic.c_str(), static_cast<int>(payload.size()), payload.data(), 1,
                      retain == Retain::yes);
    turn([this] { return published_; });
  }

  std::string heard(const std::string& topic, const std::string& words) {
    mosquitto_subscribe(handle_.get(), nullptr, topic.c_str(), 1);
    return turn([&] { return heard_.find(words) != std::string::npos; }) ? heard_ : std::string();
  }

 private:
  template <typename Done>
  bool turn(Done done) {
    const auto give_up = steady_clock::now() + std::chrono::minutes(5);
    while (!done() && steady_clock::now() < give_up) turn_once();
    EXPECT_TRUE(done());
    return done();
  }

  /// As `mosquitto_loop` does, which knows descriptors up to 1023 only: two hundred clients have more.
  void turn_once() {
    const auto events = static_cast<short>(POLLIN | (mosquitto_want_write(handle_.get()) ? POLLOUT : 0));
    pollfd watched{mosquitto_socket(handle_.get()), events, 0};
    poll(&watched, 1, 20);
    if ((watched.revents & ~POLLOUT) != 0) mosquitto_loop_read(handle_.get(), 1);
    if (mosquitto_want_write(handle_.get())) mosquitto_loop_write(handle_.get(), 1);
    mosquitto_loop_misc(handle_.get());
  }

  std::unique_ptr<mosquitto, decltype(&mosquitto_destroy)> handle_;
  bool connected_ = false;
  bool published_ = false;
  std::string heard_;
};

}  // namespace

Broker::Broker(push::Line line, std::string more)
    : line_(line), port_(free_port()), roots_(folder_.path() / "broker.pem") {
  [[maybe_unused]] static const int ready = mosquitto_lib_init();
  const auto key = folder_.path() / "key.pem";
  std::string config = format("user root\nlistener {} 127.0.0.1\nlog_dest stderr\nlog_type all\n{}\n", port_, more);
  if (line_ == push::Line::tls) {
    make_certificate(key, roots_);
    config += format("certfile {}\nkeyfile {}\n", roots_.string(), key.string());
  }
  write(folder_.path() / "mosquitto.conf", config);
  start();
}

void Broker::start() {
  Environment environment{{"PATH", "/usr/local/sbin:/usr/sbin:/usr/local/bin:/usr/bin:/bin"}};
  program_.emplace(Arguments{"/usr/sbin/mosquitto", "-c", folder_.path() / "mosquitto.conf"}, environment);
  if (!program_->says(" running")) {
    std::fputs("mosquitto does not start; install the package mosquitto\n", stderr);
    std::fputs(program_->messages().c_str(), stderr);
    std::exit(EXIT_FAILURE);
  }
}

void Broker::kill() {
  program_->signal(SIGKILL);
  program_->outcome();
}

push::Options Broker::options(const std::string& name) const {
  push::Options options;
  options.host = "127.0.0.1";
  options.port = port_;
  options.line = line_;
  if (line_ == push::Line::tls) options.ca_file = roots_;
  options.client_id = name;
  options.topics = {"lobby/all/notice", "lobby/" + name + "/notice"};
  options.presence_topic = "lobby/" + name + "/status";
  options.last_will = "offline";
  options.first_retry = std::chrono::milliseconds(20);
  return options;
}

void publish(const Broker& broker, const std::string& topic, const std::string& payload, Retain retain) {
  Operator(broker).publish(topic, payload, retain);
}

std::string heard(const Broker& broker, const std::string& topic, const std::string& words) {
  return Operator(broker).heard(topic, words);
}

}  // namespace lobby
