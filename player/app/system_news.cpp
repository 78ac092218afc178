#include "app/system_news.h"

#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <cerrno>
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

}  // namespace

SystemNews::SystemNews() {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  signals_ = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
  clock_ = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  watch_clock(clock_);
  any_ = epoll_create1(EPOLL_CLOEXEC);
  for (const int descriptor : {signals_, clock_}) {
    epoll_event readable{.events = EPOLLIN, .data = {}};
    epoll_ctl(any_, EPOLL_CTL_ADD, descriptor, &readable);
  }
}

SystemNews::~SystemNews() {
  for (const int descriptor : {any_, signals_, clock_}) close(descriptor);
}

SystemNews::Wish SystemNews::hear() {
  std::uint64_t count = 0;
  // It fails with ECANCELED when the clock was set, once.
  if (::read(clock_, &count, sizeof count) < 0 && errno == ECANCELED) watch_clock(clock_);
  signalfd_siginfo signal{};
  while (::read(signals_, &signal, sizeof signal) == sizeof signal) wish_ = Wish::stop;
  return wish_;
}

}  // namespace lobby::app
