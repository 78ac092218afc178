#include "store/digest.h"

#include <sodium.h>

#include <array>

namespace lobby::store {

std::string digest(std::string_view bytes) {
  std::array<unsigned char, 32> raw{};
  crypto_generichash(raw.data(), raw.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                     nullptr, 0);
  std::string text(2 * raw.size() + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), raw.data(), raw.size());
  text.pop_back();
  return text;
}

}  // namespace lobby::store
