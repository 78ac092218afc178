#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "../world/loopback_socket.h"

namespace lobby::net {

enum class Then { close, hold, repeat };

/// What the server sends, byte for byte, once the head of a request has arrived; `hold` then leaves the connection
/// open and silent until the server goes, `repeat` sends `more` again and again until the client hangs up.
struct Answer {
  std::string bytes;
  Then then = Then::close;
  std::string more = {};
  std::chrono::milliseconds pause{};  ///< Before each `more`.
};

/// A server on the loopback that misbehaves exactly as told: one answer a connection, the last one for ever.
class RawServer {
 public:
  explicit RawServer(std::vector<Answer> answers);
  ~RawServer();
  RawServer(const RawServer&) = delete;
  RawServer& operator=(const RawServer&) = delete;

  int port() const { return listener_.port(); }
  std::string url(const std::string& path = "/") const;

  /// All that was sent.
  std::size_t sent() const { return sent_; }

  /// The heads of the requests so far; waits until there are `count`.
  std::vector<std::string> requests(std::size_t count);

 private:
  void serve();

  void repeat(int connection, const Answer& answer);

  std::vector<Answer> answers_;
  std::atomic<std::size_t> sent_ = 0;
  LoopbackSocket listener_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::vector<std::string> requests_;
  std::vector<int> held_;
  std::thread thread_;
};

/// A port on the loopback on which nothing listens.
int dead_port();

}  // namespace lobby::net
