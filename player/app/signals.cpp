#include "app/signals.h"

#include <atomic>
#include <csignal>

namespace lobby::app {

namespace {

/// A signal handler has no other way to speak; this is the one piece of mutable global state.
std::atomic<bool> stop_mark = false;
static_assert(std::atomic<bool>::is_always_lock_free);

constexpr int stop_signals[] = {SIGTERM, SIGINT, SIGHUP};

}  // namespace

void catch_stop_signals() {
  struct sigaction action = {};
  action.sa_handler = [](int) { stop_mark.store(true, std::memory_order_relaxed); };
  for (const int signal : stop_signals) sigaction(signal, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

bool stop_requested() { return stop_mark.load(std::memory_order_relaxed); }

void block_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : stop_signals) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

}  // namespace lobby::app
