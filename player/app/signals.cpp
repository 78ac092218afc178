#include "app/signals.h"

#include <csignal>

namespace lobby::app {

namespace {

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
  return signals;
}

}  // namespace

StopSignals::StopSignals() {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  thread_ = std::thread([this] { run(); });
}

StopSignals::~StopSignals() {
  {
    const std::scoped_lock lock(mutex_);
    ended_ = true;
    wake_ = {};
  }
  // The signal is blocked everywhere: it ends the sigwait, not the thread.
  pthread_kill(thread_.native_handle(), SIGTERM);  // NOLINT(bugprone-bad-signal-to-kill-thread)
  thread_.join();
}

void StopSignals::run() {
  const sigset_t signals = stop_signals();
  for (int signal = 0; sigwait(&signals, &signal) == 0;) {
    const std::scoped_lock lock(mutex_);
    if (ended_) return;
    requested_ = true;
    changed_.notify_all();
    if (wake_) wake_();
  }
}

bool StopSignals::requested() const {
  const std::scoped_lock lock(mutex_);
  return requested_;
}

void StopSignals::on_request(std::function<void()> wake) {
  const std::scoped_lock lock(mutex_);
  wake_ = std::move(wake);
  if (requested_ && wake_) wake_();
}

bool StopSignals::wait_for(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, time, [this] { return requested_; });
}

}  // namespace lobby::app
