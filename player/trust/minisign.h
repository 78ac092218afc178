#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

/// Whether bytes from outside were signed by somebody whom the config names. Pure; any thread.
/// The format is that of minisign, https://jedisct1.github.io/minisign/#signature-format: Ed25519 (RFC 8032), either of
/// the bytes themselves («Ed») or of their BLAKE2b-512 digest («ED»), and a trusted comment that is signed as well.
namespace lobby::trust {

inline constexpr std::size_t most_signature_bytes = 4096;

struct PublicKey {
  std::array<std::uint8_t, 8> id{};  ///< A name that the signature repeats; it proves nothing.
  std::array<std::uint8_t, 32> point{};
  bool operator==(const PublicKey&) const = default;
};

/// A key as `minisign -G` prints it: the base64 of 42 bytes («RWQ…»), alone or below its «untrusted comment» as in a
/// .pub file. Errs (invalid) with what is wrong.
Result<PublicKey> parse_public_key(std::string_view text);

/// A detached signature.
struct Signature {
  enum class Of { bytes, digest };
  Of of = Of::digest;
  std::array<std::uint8_t, 8> key_id{};
  std::array<std::uint8_t, 64> ed25519{};
  std::string trusted_comment;
  std::array<std::uint8_t, 64> global{};  ///< Of `ed25519` and the trusted comment.
  bool operator==(const Signature&) const = default;
};

/// The four lines of a .minisig file. Errs (refused) beyond `most_signature_bytes`, (invalid) with the line that is
/// wrong.
Result<Signature> parse_signature(std::string_view text);

/// Nothing where `key` signed exactly these bytes, and this trusted comment. Errs (invalid) with what does not agree.
Result<void> verify(std::string_view bytes, const Signature& signature, const PublicKey& key);

}  // namespace lobby::trust
