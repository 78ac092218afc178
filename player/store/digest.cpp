#include "store/digest.h"

#include <sodium.h>

#include <array>
#include <fstream>

#include "base/hex.h"

namespace lobby::store {

namespace {

using Raw = std::array<unsigned char, 32>;

const unsigned char* bytes_at(const char* start) { return reinterpret_cast<const unsigned char*>(start); }

}  // namespace

std::string digest(std::string_view bytes) {
  Raw raw{};
  crypto_generichash(raw.data(), raw.size(), bytes_at(bytes.data()), bytes.size(), nullptr, 0);
  return in_hex(raw);
}

std::optional<std::string> digest_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  Raw raw{};
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, raw.size());
  std::array<char, 64 * 1024> chunk;
  while (stream.read(chunk.data(), chunk.size()) || stream.gcount() > 0) {
    crypto_generichash_update(&state, bytes_at(chunk.data()), static_cast<unsigned long long>(stream.gcount()));
  }
  if (stream.bad()) return std::nullopt;
  crypto_generichash_final(&state, raw.data(), raw.size());
  return in_hex(raw);
}

}  // namespace lobby::store
