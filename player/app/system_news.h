#pragma once

namespace lobby::app {

/// What the system tells the player: SIGTERM, SIGINT and SIGHUP as a request to end, and that the clock was set. Make
/// it before any thread: they inherit that these signals are blocked. Render thread, which can sleep at `descriptor`.
class SystemNews {
 public:
  SystemNews();
  ~SystemNews();
  SystemNews(const SystemNews&) = delete;
  SystemNews& operator=(const SystemNews&) = delete;

  /// Readable when there is news, until `hear` takes it; -1 where the system gives none.
  int descriptor() const { return any_; }
  enum class Wish { play, stop };
  /// What is wished by now.
  Wish hear();

 private:
  int signals_ = -1;  ///< A signalfd.
  int clock_ = -1;    ///< A timerfd that is readable when the clock was set.
  int any_ = -1;      ///< An epoll instance over both.
  Wish wish_ = Wish::play;
};

}  // namespace lobby::app
