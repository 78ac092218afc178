#include "push/reach.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <system_error>

#include "base/format.h"

namespace lobby::push {

namespace {

struct AddressesEnd {
  void operator()(addrinfo* addresses) const { freeaddrinfo(addresses); }
};
using Addresses = std::unique_ptr<addrinfo, AddressesEnd>;

/// A socket of the program's own.
class Socket {
 public:
  explicit Socket(const addrinfo& address)
      : descriptor_(socket(address.ai_family, address.ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {}
  ~Socket() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

/// 0, or the error number of why not.
int reached(const addrinfo& address, std::chrono::milliseconds patience, int end) {
  const Socket socket(address);
  if (connect(socket.descriptor(), address.ai_addr, address.ai_addrlen) == 0) return 0;
  if (errno != EINPROGRESS) return errno;
  std::array<pollfd, 2> watched{{{socket.descriptor(), POLLOUT, 0}, {end, POLLIN, 0}}};
  if (poll(watched.data(), watched.size(), static_cast<int>(patience.count())) <= 0) return ETIMEDOUT;
  if (watched[1].revents != 0) return ECANCELED;
  int error = 0;
  socklen_t size = sizeof error;
  return getsockopt(socket.descriptor(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

}  // namespace

Result<void> reach(const std::string& host, int port, std::chrono::milliseconds patience, int end) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int unknown = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
  const Addresses addresses(found);
  if (unknown != 0) {
    return fail(ErrorKind::unavailable, format("the address of {} is not found: {}", host, gai_strerror(unknown)));
  }
  int error = EADDRNOTAVAIL;
  for (const addrinfo* address = addresses.get(); address != nullptr; address = address->ai_next) {
    error = reached(*address, patience, end);
    if (error == 0) return {};
    if (error == ECANCELED) break;
  }
  return fail(ErrorKind::unavailable,
              format("{} port {} cannot be reached: {}", host, port, std::generic_category().message(error)));
}

}  // namespace lobby::push
