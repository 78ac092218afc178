#include "picture/service.h"

#include <malloc.h>
#include <sys/stat.h>

#include <algorithm>
#include <new>
#include <string>

#include "picture/confine.h"
#include "picture/mapping.h"
#include "picture/message.h"

namespace lobby::picture {

namespace {

/// No picture of a sensible size takes a board so long.
constexpr std::chrono::seconds most_time(60);

Answer bad(const Error& error) {
  Answer answer;
  answer.kind = error.kind;
  const auto length = std::min(error.message.size(), answer.message.size() - 1);
  std::copy_n(error.message.begin(), length, answer.message.begin());
  return answer;
}

std::size_t size_of(const Descriptor& file) {
  struct stat facts{};
  return fstat(file.get(), &facts) == 0 && facts.st_size > 0 ? static_cast<std::size_t>(facts.st_size) : 0;
}

Result<Canvas> decoded(const Request& request, std::string_view bytes) {
  if (request.what == Request::What::cover) return decode_picture(bytes, request.fitting.box);
  return decode_fitted(bytes, request.fitting);
}

Answer answer_with_pixels(const Received& received, std::string_view bytes) {
  const auto made = decoded(received.request, bytes);
  if (!made) return bad(made.error());
  const auto& target = received.enclosed.pixels;
  const Mapping pixels(target.get(), made->bytes(), Mapping::Access::write);
  if (!pixels || size_of(target) < made->bytes()) {
    return bad({ErrorKind::unavailable, "there is no memory for the pixels", std::nullopt});
  }
  std::copy_n(made->row(0), pixels.pixels().size(), pixels.pixels().data());
  Answer answer;
  answer.size = made->size();
  answer.good = 1;
  return answer;
}

Answer answer_to(const Received& received) {
  const auto& file = received.enclosed.file;
  const Mapping bytes(file.get(), size_of(file), Mapping::Access::read);
  try {
    if (received.request.what != Request::What::verify) return answer_with_pixels(received, bytes.text());
    const auto info = verify_picture(bytes.text());
    if (!info) return bad(info.error());
    Answer answer;
    answer.info = *info;
    answer.good = 1;
    return answer;
  } catch (const std::bad_alloc&) {
    return bad({ErrorKind::refused, "the picture cannot be shown: it needs too much memory", std::nullopt});
  }
}

}  // namespace

void serve(int socket) {
  Answer greeting;
  greeting.good = 1;
  if (!send_answer(socket, greeting)) return;
  while (const auto received = receive_request(socket)) {
    allow_time(most_time);
    const Answer answer = answer_to(*received);
    // What a picture needed is given back before the next one, which may come in minutes only.
    malloc_trim(0);
    if (!send_answer(socket, answer)) return;
  }
}

}  // namespace lobby::picture
