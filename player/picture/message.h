#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <type_traits>

#include "picture/descriptor.h"
#include "picture/fitted.h"
#include "picture/picture.h"

// What the player and its decoder say to each other over a socket that keeps messages whole. Both are of one build.
namespace lobby::picture {

struct Request {
  enum class What : std::int32_t { fit, cover, verify };
  What what = What::fit;
  Fitting fitting;  ///< Of cover only the box counts.
};

struct Answer {
  std::int32_t good = 0;
  PictureInfo info;                     ///< Of a good verify.
  Size size;                            ///< Of the pixels of the others.
  ErrorKind kind = ErrorKind::invalid;  ///< Of what is not good.
  std::array<char, 400> message{};      ///< Ends with a zero.
};

static_assert(std::is_trivially_copyable_v<Request> && std::is_trivially_copyable_v<Answer>);

/// The picture's file, and the memory that its pixels go to, where there are some.
struct Enclosed {
  Descriptor file;
  Descriptor pixels;
};

/// False where the other side is gone.
bool send_request(int socket, const Request& request, const Enclosed& enclosed);
bool send_answer(int socket, const Answer& answer);

struct Received {
  Request request;
  Enclosed enclosed;
};

/// Waits for a request. Nothing where the other side is gone or sends anything else.
std::optional<Received> receive_request(int socket);
/// What has arrived; nothing where that is no answer.
std::optional<Answer> receive_answer(int socket);

}  // namespace lobby::picture
