#pragma once

namespace lobby::app {

/// What the system tells the player: SIGTERM, SIGINT and SIGHUP as a request to end, and that the clock was set. Make
/// it before any thread: they inherit that these signals are blocked. Render thread, which sleeps at `descriptor`, too.
class SystemNews {
 public:
  SystemNews();
  ~SystemNews();
  SystemNews(const SystemNews&) = delete;
  SystemNews& operator=(const SystemNews&) = delete;

  /// Readable when there is news, until `stop_requested` takes it.
  int descriptor() const { return any_; }
  bool stop_requested();

 private:
  int signals_ = -1;  ///< A signalfd.
  int clock_ = -1;    ///< A timerfd that is readable when the clock was set.
  int any_ = -1;      ///< An epoll instance over both.
  bool requested_ = false;
};

}  // namespace lobby::app
