#include "app/system_news.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>

namespace lobby::app {

namespace {

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
  return signals;
}

/// A timer of the wall clock that never rings is cancelled when somebody sets the clock (timerfd_create(2)).
void watch_clock(int timer) {
  constexpr std::chrono::sys_seconds in_another_age = std::chrono::sys_days(std::chrono::year(2200) / 1 / 1);
  itimerspec never{};
  never.it_value.tv_sec = in_another_age.time_since_epoch().count();
  timerfd_settime(timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr);
}

bool readable(const pollfd& watched) { return (watched.revents & POLLIN) != 0; }

}  // namespace

SystemNews::SystemNews() {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  signals_ = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
  clock_ = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  end_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  watch_clock(clock_);
  thread_ = std::thread([this] { run(); });
}

SystemNews::~SystemNews() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(end_, &one, sizeof one);
  thread_.join();
  for (const int descriptor : {signals_, clock_, end_}) close(descriptor);
}

void SystemNews::run() {
  std::array<pollfd, 3> watched{{{signals_, POLLIN, 0}, {clock_, POLLIN, 0}, {end_, POLLIN, 0}}};
  while (true) {
    poll(watched.data(), watched.size(), -1);
    if (readable(watched[2])) return;
    if (readable(watched[1])) {
      std::uint64_t count = 0;
      [[maybe_unused]] const auto taken = ::read(clock_, &count, sizeof count);
      watch_clock(clock_);
      tell(false);
    }
    signalfd_siginfo signal{};
    if (readable(watched[0]) && read(signals_, &signal, sizeof signal) == sizeof signal) tell(true);
  }
}

void SystemNews::tell(bool stop) {
  const std::scoped_lock lock(mutex_);
  requested_ = requested_ || stop;
  if (wake_) wake_();
}

bool SystemNews::requested() const {
  const std::scoped_lock lock(mutex_);
  return requested_;
}

void SystemNews::on_news(std::function<void()> wake) {
  const std::scoped_lock lock(mutex_);
  wake_ = std::move(wake);
  if (requested_ && wake_) wake_();
}

}  // namespace lobby::app
