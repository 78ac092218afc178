#pragma once

#include <functional>
#include <mutex>
#include <thread>

namespace lobby::app {

/// What the system tells the player: SIGTERM, SIGINT and SIGHUP as a request to end, and that the clock was set. Make
/// it before any other thread: they inherit that these signals are blocked. A thread of its own sleeps in poll, because
/// SDL's wait for events takes up again after a signal and can watch nothing besides; with this thread a stop is seen
/// at once and nobody has to wake up to look.
class SystemNews {
 public:
  SystemNews();
  ~SystemNews();
  SystemNews(const SystemNews&) = delete;
  SystemNews& operator=(const SystemNews&) = delete;

  /// Any thread.
  bool requested() const;
  /// Calls `wake` on the signal thread when a stop is requested or the clock was set, and at once when a stop was
  /// requested already. An empty function ends that. Any thread.
  void on_news(std::function<void()> wake);

 private:
  void run();
  void tell(bool stop);

  mutable std::mutex mutex_;
  std::function<void()> wake_;
  bool requested_ = false;
  int signals_ = -1;  ///< A signalfd.
  int clock_ = -1;    ///< A timerfd that is readable when the clock was set.
  int end_ = -1;      ///< An eventfd that ends the thread.
  std::thread thread_;
};

}  // namespace lobby::app
