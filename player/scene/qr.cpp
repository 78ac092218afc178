#include "scene/qr.h"

#include <qrencode.h>

#include <memory>
#include <string>

namespace lobby::scene {

namespace {

struct CodeDeleter {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

std::optional<QrCode> qr_code(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const std::string terminated(text);
  const std::unique_ptr<QRcode, CodeDeleter> made(QRcode_encodeString8bit(terminated.c_str(), 0, QR_ECLEVEL_M));
  if (!made) return std::nullopt;
  QrCode code{made->width, {}};
  const auto count = static_cast<std::size_t>(code.side) * static_cast<std::size_t>(code.side);
  code.dark.reserve(count);
  for (std::size_t index = 0; index < count; ++index) code.dark.push_back((made->data[index] & 1U) != 0);
  return code;
}

}  // namespace lobby::scene
