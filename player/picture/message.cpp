#include "picture/message.h"

#include <sys/socket.h>

#include <cerrno>
#include <cstring>

namespace lobby::picture {

namespace {

constexpr std::size_t most_enclosed = 2;

/// Room for the descriptors that travel with a message, aligned as their header asks for.
union Enclosure {
  std::array<char, CMSG_SPACE(most_enclosed * sizeof(int))> bytes;
  cmsghdr header;
};

/// A message over one block of memory.
template <typename Message>
struct Letter {
  iovec block;
  msghdr header{};
  explicit Letter(Message& message) : block{&message, sizeof(Message)} {
    header.msg_iov = &block;
    header.msg_iovlen = 1;
  }
};

bool sent(int socket, const msghdr& header, std::size_t bytes) {
  ssize_t done = 0;
  do {
    done = sendmsg(socket, &header, MSG_NOSIGNAL);
  } while (done < 0 && errno == EINTR);
  return done == static_cast<ssize_t>(bytes);
}

bool received(int socket, msghdr& header, std::size_t bytes) {
  ssize_t done = 0;
  do {
    done = recvmsg(socket, &header, MSG_CMSG_CLOEXEC);
  } while (done < 0 && errno == EINTR);
  return done == static_cast<ssize_t>(bytes) && (header.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) == 0;
}

Enclosed taken_out(msghdr& header) {
  const cmsghdr* found = CMSG_FIRSTHDR(&header);
  if (found == nullptr || found->cmsg_level != SOL_SOCKET || found->cmsg_type != SCM_RIGHTS) return {};
  std::array<int, most_enclosed> numbers{-1, -1};
  std::memcpy(numbers.data(), CMSG_DATA(found), std::min(found->cmsg_len - CMSG_LEN(0), sizeof(numbers)));
  return {Descriptor(numbers[0]), Descriptor(numbers[1])};
}

}  // namespace

bool send_request(int socket, const Request& request, const Enclosed& enclosed) {
  Request copy = request;
  Letter letter(copy);
  const std::array<int, most_enclosed> numbers{enclosed.file.get(), enclosed.pixels.get()};
  const std::size_t count = enclosed.pixels ? 2 : 1;
  Enclosure enclosure{};
  letter.header.msg_control = enclosure.bytes.data();
  letter.header.msg_controllen = CMSG_SPACE(count * sizeof(int));
  cmsghdr* rights = CMSG_FIRSTHDR(&letter.header);
  rights->cmsg_level = SOL_SOCKET;
  rights->cmsg_type = SCM_RIGHTS;
  rights->cmsg_len = CMSG_LEN(count * sizeof(int));
  std::memcpy(CMSG_DATA(rights), numbers.data(), count * sizeof(int));
  return sent(socket, letter.header, sizeof(Request));
}

bool send_answer(int socket, const Answer& answer) {
  Answer copy = answer;
  const Letter letter(copy);
  return sent(socket, letter.header, sizeof(Answer));
}

std::optional<Received> receive_request(int socket) {
  Received result;
  Letter letter(result.request);
  Enclosure enclosure{};
  letter.header.msg_control = enclosure.bytes.data();
  letter.header.msg_controllen = sizeof(enclosure);
  if (!received(socket, letter.header, sizeof(Request))) return std::nullopt;
  result.enclosed = taken_out(letter.header);
  return result;
}

std::optional<Answer> receive_answer(int socket) {
  Answer answer;
  Letter letter(answer);
  if (!received(socket, letter.header, sizeof(Answer))) return std::nullopt;
  answer.message.back() = '\0';
  return answer;
}

}  // namespace lobby::picture
