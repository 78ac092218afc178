#include "raw_server.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace lobby::net {

namespace {

std::string request_head(int connection) {
  std::string head;
  std::array<char, 4096> bytes;
  while (head.find("\r\n\r\n") == std::string::npos) {
    const ssize_t count = read(connection, bytes.data(), bytes.size());
    if (count <= 0) break;
    head.append(bytes.data(), static_cast<std::size_t>(count));
  }
  return head;
}

/// Returns how much was sent.
std::size_t send_all(int connection, const std::string& bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t count = send(connection, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) break;
    sent += static_cast<std::size_t>(count);
  }
  return sent;
}

/// Waits that long, or less where the client hangs up. True while it is there.
bool pause_of(int connection, std::chrono::milliseconds time) {
  pollfd watched{connection, POLLRDHUP, 0};
  return poll(&watched, 1, static_cast<int>(time.count())) == 0;
}

}  // namespace

RawServer::RawServer(std::vector<Answer> answers) : answers_(std::move(answers)) {
  listener_.listen();
  thread_ = std::thread([this] { serve(); });
}

RawServer::~RawServer() {
  shutdown(listener_.descriptor(), SHUT_RDWR);
  thread_.join();
  for (const int connection : held_) close(connection);
}

std::string RawServer::url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port()) + path;
}

std::vector<std::string> RawServer::requests(std::size_t count) {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [&] { return requests_.size() >= count; });
  return requests_;
}

void RawServer::serve() {
  for (std::size_t served = 0;; ++served) {
    const int connection = accept4(listener_.descriptor(), nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) return;
    std::string head = request_head(connection);
    const Answer& answer = answers_[std::min(served, answers_.size() - 1)];
    sent_ += send_all(connection, answer.bytes);
    if (answer.then == Then::repeat) repeat(connection, answer);
    if (answer.then == Then::hold) {
      held_.push_back(connection);
    } else {
      close(connection);
    }
    const std::scoped_lock lock(mutex_);
    requests_.push_back(std::move(head));
    arrived_.notify_all();
  }
}

void RawServer::repeat(int connection, const Answer& answer) {
  while (pause_of(connection, answer.pause)) {
    const std::size_t sent = send_all(connection, answer.more);
    sent_ += sent;
    if (sent < answer.more.size()) return;
  }
}

int dead_port() { return LoopbackSocket().port(); }

}  // namespace lobby::net
