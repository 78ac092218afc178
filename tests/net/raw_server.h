#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace lobby::net {

enum class Then { close, hold };

/// What the server sends, byte for byte, once the head of a request has arrived; `hold` then leaves the connection
/// open and silent until the server goes.
struct Answer {
  std::string bytes;
  Then then = Then::close;
};

/// A server on the loopback that misbehaves exactly as told: one answer a connection, the last one for ever.
class RawServer {
 public:
  explicit RawServer(std::vector<Answer> answers);
  ~RawServer();
  RawServer(const RawServer&) = delete;
  RawServer& operator=(const RawServer&) = delete;

  int port() const { return port_; }
  std::string url(const std::string& path = "/") const;

  /// The heads of the requests so far; waits until there are `count`.
  std::vector<std::string> requests(std::size_t count);

 private:
  void serve();

  std::vector<Answer> answers_;
  int port_ = 0;
  int listener_ = -1;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::vector<std::string> requests_;
  std::vector<int> held_;
  std::thread thread_;
};

/// A port on the loopback on which nothing listens.
int dead_port();

}  // namespace lobby::net
