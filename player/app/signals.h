#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace lobby::app {

/// SIGTERM, SIGINT and SIGHUP as a request to end. Make it before any other thread: they inherit that these signals are
/// blocked. A thread of its own sleeps in sigwait, because SDL's wait for events takes up again after a signal and
/// can watch nothing besides; with this thread a stop is seen at once and nobody has to wake up to look.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// Any thread.
  bool requested() const;
  /// Calls `wake` on the signal thread when a stop is requested, and at once when it was already. An empty function
  /// ends that. Any thread.
  void on_request(std::function<void()> wake);
  /// Waits until a stop is requested; false when it was not within `time`. Any thread.
  bool wait_for(std::chrono::milliseconds time);

 private:
  void run();

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::function<void()> wake_;
  bool requested_ = false;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace lobby::app
