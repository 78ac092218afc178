#include "push/sluice.h"

#include <fcntl.h>
#include <mosquitto.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "base/format.h"

namespace lobby::push {

namespace {

/// At a time; also the most that a record of TLS holds.
constexpr std::size_t piece_bytes = std::size_t{16} << 10U;
using Piece = std::array<char, piece_bytes>;
/// Encrypted, with its head (RFC 5246, 6.2.3).
constexpr std::size_t most_record_bytes = 5 + piece_bytes + 2048;

int unread_at(int descriptor) {
  int count = 0;
  return ioctl(descriptor, FIONREAD, &count) == 0 ? count : 0;
}

/// Of the record of TLS that begins there, its head included; 0 while that is not all here.
std::size_t record_bytes(std::string_view bytes) {
  constexpr std::size_t head_bytes = 5;
  if (bytes.size() < head_bytes) return 0;
  return head_bytes +
         (static_cast<std::size_t>(static_cast<unsigned char>(bytes[3])) << 8U | static_cast<unsigned char>(bytes[4]));
}

}  // namespace

Sluice::~Sluice() {
  if (inner_ >= 0) close(inner_);
  if (broker_ >= 0) close(broker_);
}

Result<void> Sluice::begin() {
  const int socket = mosquitto_socket(handle_);
  broker_ = fcntl(socket, F_DUPFD_CLOEXEC, 0);
  std::array<int, 2> ends{-1, -1};
  const bool made =
      broker_ >= 0 && socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) == 0;
  inner_ = ends[1];
  if (made && dup3(ends[0], socket, O_CLOEXEC) >= 0) {
    close(ends[0]);
    return {};
  }
  const int error = errno;
  if (ends[0] >= 0) close(ends[0]);
  return fail(ErrorKind::unavailable,
              format("no line to the broker can be made: {}", std::generic_category().message(error)));
}

/// A piece at a time, so that what is held is a record and a piece.
void Sluice::refill() {
  Piece piece;
  const auto got = recv(broker_, piece.data(), piece.size(), MSG_DONTWAIT);
  if (got > 0) coming_.append(piece.data(), static_cast<std::size_t>(got));
  ended_ = got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR);
}

void Sluice::hand(std::size_t size) {
  // It has room: libmosquitto has read all that went before.
  const auto sent = send(inner_, coming_.data(), size, MSG_NOSIGNAL);
  coming_.erase(0, sent > 0 ? static_cast<std::size_t>(sent) : coming_.size());
}

/// Hands over what can be; whether there was anything.
Result<bool> Sluice::pass() {
  auto* const tls = static_cast<SSL*>(mosquitto_ssl_get(handle_));
  if (tls != nullptr && SSL_is_init_finished(tls) != 0) return pass_record();
  if (coming_.empty()) return false;
  if (tls == nullptr) {
    if (auto seen = gauge_.pass(coming_); !seen) return std::unexpected(seen.error());
  }
  hand(coming_.size());
  return true;
}

Result<bool> Sluice::pass_record() {
  auto* const tls = static_cast<SSL*>(mosquitto_ssl_get(handle_));
  Piece piece;
  if (!by_record_) {
    by_record_ = true;
    // What libmosquitto has not read of its own accord begins with a record: take it back.
    const auto back = recv(mosquitto_socket(handle_), piece.data(), piece.size(), MSG_DONTWAIT);
    if (back > 0) coming_.insert(0, piece.data(), static_cast<std::size_t>(back));
  }
  const std::size_t size = record_bytes(coming_);
  if (size > most_record_bytes) return fail(ErrorKind::unavailable, "the broker sends what is not TLS");
  if (size == 0 || size > coming_.size()) return false;
  hand(size);
  ERR_clear_error();
  const int seen = SSL_peek(tls, piece.data(), static_cast<int>(piece.size()));
  if (seen <= 0) return true;
  if (auto gauged = gauge_.pass({piece.data(), static_cast<std::size_t>(seen)}); !gauged) {
    return std::unexpected(gauged.error());
  }
  return true;
}

/// All that was handed over; of what came with the end of the handshake nothing.
int Sluice::read_all() {
  for (;;) {
    const int done = mosquitto_loop_read(handle_, 1);
    if (done != MOSQ_ERR_SUCCESS || mosquitto_socket(handle_) < 0) return done;
    auto* const tls = static_cast<SSL*>(mosquitto_ssl_get(handle_));
    if (tls != nullptr && !by_record_ && SSL_is_init_finished(tls) != 0) return done;
    if (unread_at(mosquitto_socket(handle_)) == 0 && (tls == nullptr || SSL_pending(tls) == 0)) return done;
  }
}

Result<int> Sluice::take() {
  refill();
  for (;;) {
    const auto passed = pass();
    if (!passed) return std::unexpected(passed.error());
    const int done = read_all();
    if (done != MOSQ_ERR_SUCCESS || mosquitto_socket(handle_) < 0) return done;
    if (*passed) continue;
    // The end comes after all that was said before it.
    if (ended_) shutdown(inner_, SHUT_WR);
    return ended_ ? mosquitto_loop_read(handle_, 1) : done;
  }
}

void Sluice::give() {
  for (;;) {
    if (leaving_.empty()) {
      Piece piece;
      const auto got = recv(inner_, piece.data(), piece.size(), MSG_DONTWAIT);
      if (got <= 0) return;
      leaving_.assign(piece.data(), static_cast<std::size_t>(got));
    }
    const auto sent = send(broker_, leaving_.data(), leaving_.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && (errno == EAGAIN || errno == EINTR)) return;
    // A line that is broken says so to whoever reads from it.
    leaving_.erase(0, sent > 0 ? static_cast<std::size_t>(sent) : leaving_.size());
  }
}

}  // namespace lobby::push
