#pragma once

#include <sodium.h>

#include <array>
#include <string>
#include <string_view>

namespace lobby {

/// Signs as minisign does, with a key made of one seed.
class Signer {
 public:
  enum class Form { of_bytes, of_digest };

  explicit Signer(unsigned char seed = 7, char id = 'k') : id_(8, id) {
    std::array<unsigned char, crypto_sign_SEEDBYTES> seeds;
    seeds.fill(seed);
    crypto_sign_seed_keypair(public_.data(), secret_.data(), seeds.data());
  }

  std::string public_key() const { return base64("Ed" + id_ + std::string(public_.begin(), public_.end())); }

  std::string signature(std::string_view bytes, Form form = Form::of_digest,
                        const std::string& comment = "timestamp:1795651200\tfile:khan.yaml\thashed") const {
    std::string message(bytes);
    if (form == Form::of_digest) {
      std::array<unsigned char, 64> digest{};
      crypto_generichash(digest.data(), digest.size(), raw(bytes), bytes.size(), nullptr, 0);
      message.assign(digest.begin(), digest.end());
    }
    const std::string ed25519 = signed_by_key(message);
    const std::string algorithm = form == Form::of_digest ? "ED" : "Ed";
    return "untrusted comment: signature of a test\n" + base64(algorithm + id_ + ed25519) +
           "\ntrusted comment: " + comment + "\n" + base64(signed_by_key(ed25519 + comment)) + "\n";
  }

 private:
  static const unsigned char* raw(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
  std::string signed_by_key(const std::string& message) const {
    std::array<unsigned char, crypto_sign_BYTES> made{};
    crypto_sign_detached(made.data(), nullptr, raw(message), message.size(), secret_.data());
    return {made.begin(), made.end()};
  }
  static std::string base64(const std::string& bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), raw(bytes), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
  }

  std::string id_;
  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> public_{};
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret_{};
};

}  // namespace lobby
