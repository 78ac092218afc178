#include "push/client.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "base/format.h"
#include "push/reach.h"
#include "push/session.h"

namespace lobby::push {

namespace {

using std::chrono::milliseconds;

/// For one address of a host. A broker that is there answers within a part of a second.
constexpr milliseconds patience_to_reach = std::chrono::seconds(5);
/// A connection that stood for so long was a good one. One that ends sooner again and again is taken away by somebody.
constexpr std::chrono::minutes good(1);
constexpr int suspicious = 3;

void ring(int descriptor) {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(descriptor, &one, sizeof one);
}

bool silence(int descriptor) {
  std::uint64_t count = 0;
  return read(descriptor, &count, sizeof count) == sizeof count;
}

int milliseconds_until(SteadyTime time) {
  constexpr milliseconds longest = std::chrono::hours(1);
  const auto left = std::chrono::ceil<milliseconds>(
      std::min<SteadyTime::duration>(std::max(time, SteadyTime()) - std::chrono::steady_clock::now(), longest));
  return static_cast<int>(std::max(left, milliseconds(0)).count());
}

}  // namespace

milliseconds retry_delay(const Options& options, int failures, double chance) {
  milliseconds delay = options.first_retry;
  for (int doubled = 1; doubled < failures && delay < options.longest_retry; ++doubled) delay *= 2;
  delay = std::min(delay, options.longest_retry);
  return milliseconds(std::lround(static_cast<double>(delay.count()) * (0.5 + chance)));
}

Client::Client(Options options)
    : options_(std::move(options)),
      random_(std::random_device{}()),
      wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      end_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Client::~Client() {
  session_.reset();
  close(wake_);
  close(end_);
}

void Client::wake() { ring(wake_); }

void Client::interrupt() {
  interrupted_ = true;
  ring(end_);
}

bool Client::connected() const { return session_ && session_->open(); }

void Client::announce(std::string payload) {
  presence_ = std::move(payload);
  if (connected()) session_->announce(presence_);
}

std::vector<Message> Client::wait_until(SteadyTime time) {
  woken_ = false;
  while (!interrupted_) {
    if (!session_ && std::chrono::steady_clock::now() >= due_) connect();
    if (std::exchange(was_connected_, connected()) != was_connected_ || woken_ || !inbox_.empty()) break;
    if (std::chrono::steady_clock::now() >= time) break;
    sleep_until(std::min(time, due_));
  }
  return std::exchange(inbox_, {});
}

void Client::connect() {
  const auto reached = reach(options_.host, options_.port, patience_to_reach, end_);
  if (!reached) return drop(reached.error());
  session_ = std::make_unique<Session>(options_, inbox_);
  if (const auto begun = session_->connect(); !begun) return drop(begun.error());
  due_ = std::chrono::steady_clock::now() + options_.answer_timeout;
}

void Client::drop(const Error& why) {
  const SteadyTime now = std::chrono::steady_clock::now();
  const bool was_open = was_open_at_.has_value();
  if (was_open && now - *was_open_at_ >= good) failures_ = 0;
  was_open_at_.reset();
  session_.reset();
  trouble_ = why;
  woken_ = true;
  constexpr int most_counted = 32;
  failures_ = std::min(failures_ + 1, most_counted);
  // Not every broker says that it gave this client's place to another one.
  if (was_open && failures_ >= suspicious) trouble_->message += "; does another player have the same name?";
  const double chance = std::uniform_real_distribution<double>(0.0, 1.0)(random_);
  const int counted = why.kind == ErrorKind::refused ? most_counted : failures_;
  due_ = now + retry_delay(options_, counted, chance);
}

void Client::sleep_until(SteadyTime time) {
  std::array<pollfd, 3> watched{{{wake_, POLLIN, 0}, {end_, POLLIN, 0}, {-1, 0, 0}}};
  if (session_) watched[2] = {session_->descriptor(), session_->events(), 0};
  poll(watched.data(), watched.size(), milliseconds_until(time));
  if (silence(wake_)) woken_ = true;
  if (session_) tend(watched[2].revents);
}

/// A quarter of the keep-alive is often enough: libmosquitto counts in whole seconds, and the broker is patient for one
/// and a half of them.
void Client::tend(short events) {
  const bool was_open = session_->open();
  if (const auto alive = session_->tend(events); !alive) return drop(alive.error());
  const SteadyTime now = std::chrono::steady_clock::now();
  if (!session_->open()) {
    if (now >= due_) drop({ErrorKind::unavailable, format("the broker at {} does not answer", options_.host)});
    return;
  }
  due_ = now + options_.keep_alive / 4;
  if (was_open) return;
  was_open_at_ = now;
  trouble_.reset();
  if (!session_->denied().empty()) {
    trouble_ = Error{ErrorKind::unavailable, format("the broker does not let this player hear {}", session_->denied())};
  }
  if (!presence_.empty()) session_->announce(presence_);
}

}  // namespace lobby::push
