#include "trust/digest.h"

#include <sodium.h>

#include <array>
#include <fstream>

#include "base/format.h"
#include "base/hex.h"

namespace lobby::trust {

namespace {

using Raw = std::array<unsigned char, crypto_hash_sha256_BYTES>;

const unsigned char* bytes_of(const char* start) { return reinterpret_cast<const unsigned char*>(start); }

}  // namespace

std::string sha256(std::string_view bytes) {
  Raw raw{};
  crypto_hash_sha256(raw.data(), bytes_of(bytes.data()), bytes.size());
  return in_hex(raw);
}

Result<FileDigest> digest_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return fail(ErrorKind::unavailable, format("{} cannot be read", file.string()));
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  FileDigest digest;
  std::array<char, 64 * 1024> chunk;
  while (stream.read(chunk.data(), chunk.size()) || stream.gcount() > 0) {
    const auto length = static_cast<unsigned long long>(stream.gcount());
    crypto_hash_sha256_update(&state, bytes_of(chunk.data()), length);
    digest.size += length;
  }
  if (stream.bad()) return fail(ErrorKind::unavailable, format("{} cannot be read to its end", file.string()));
  Raw raw{};
  crypto_hash_sha256_final(&state, raw.data());
  digest.sha256 = in_hex(raw);
  return digest;
}

}  // namespace lobby::trust
