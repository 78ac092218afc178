#include "trust/minisign.h"

#include <sodium.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "base/format.h"

namespace lobby::trust {

namespace {

constexpr std::string_view untrusted = "untrusted comment: ";
constexpr std::string_view trusted = "trusted comment: ";

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

/// The lines without their ends, and without empty ones after the last.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

/// The bytes that base64 stands for, provided there are exactly so many.
template <std::size_t size>
std::optional<std::array<std::uint8_t, size>> decoded(std::string_view base64) {
  std::array<std::uint8_t, size> bytes{};
  std::size_t length = 0;
  const char* end = nullptr;
  const int failed = sodium_base642bin(bytes.data(), bytes.size(), base64.data(), base64.size(), nullptr, &length, &end,
                                       sodium_base64_VARIANT_ORIGINAL);
  if (failed != 0 || length != size || end != base64.data() + base64.size()) return std::nullopt;
  return bytes;
}

std::string key_name(const std::array<std::uint8_t, 8>& id) {
  std::string name;
  for (auto byte = id.rbegin(); byte != id.rend(); ++byte) name += format("{:02X}", *byte);
  return name;
}

std::unexpected<Error> unreadable(std::string_view what, int line) {
  return fail(ErrorKind::invalid, format("line {} of the signature is not {}", line, what));
}

/// A network that wants a login answers with a page whatever was asked for. No signature begins like that.
bool is_page(std::string_view text) {
  constexpr std::string_view order_of_bytes = "\xEF\xBB\xBF";
  if (text.starts_with(order_of_bytes)) text.remove_prefix(order_of_bytes.size());
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text.starts_with('<');
}

}  // namespace

Result<PublicKey> parse_public_key(std::string_view text) {
  auto lines = lines_of(text.substr(0, most_signature_bytes));
  if (lines.size() == 2 && lines.front().starts_with(untrusted)) lines.erase(lines.begin());
  const auto raw = lines.size() == 1 ? decoded<42>(lines.front()) : std::nullopt;
  if (!raw || (*raw)[0] != 'E' || (*raw)[1] != 'd') {
    return fail(ErrorKind::invalid,
                "is no public key of minisign; it is the line that begins with RW in the .pub file");
  }
  PublicKey key;
  std::copy_n(raw->begin() + 2, key.id.size(), key.id.begin());
  std::copy_n(raw->begin() + 10, key.point.size(), key.point.begin());
  return key;
}

Result<Signature> parse_signature(std::string_view text) {
  if (text.size() > most_signature_bytes && !is_page(text)) {
    return fail(ErrorKind::refused, format("the signature is larger than {} bytes", most_signature_bytes));
  }
  if (is_page(text)) {
    return fail(ErrorKind::invalid,
                "a web page came in place of the signature: look whether the network wants a login, or whether the "
                "server lacks the file");
  }
  const auto lines = lines_of(text);
  if (lines.size() != 4) {
    return fail(ErrorKind::invalid, format("the signature has {} line{}; one of minisign has 4", lines.size(),
                                           lines.size() == 1 ? "" : "s"));
  }
  if (!lines[0].starts_with(untrusted)) return unreadable("an untrusted comment", 1);
  const auto raw = decoded<74>(lines[1]);
  if (!raw || (*raw)[0] != 'E' || ((*raw)[1] != 'd' && (*raw)[1] != 'D')) return unreadable("a signature", 2);
  if (!lines[2].starts_with(trusted)) return unreadable("a trusted comment", 3);
  const auto global = decoded<64>(lines[3]);
  if (!global) return unreadable("the signature of the comment", 4);
  Signature signature;
  signature.of = (*raw)[1] == 'D' ? Signature::Of::digest : Signature::Of::bytes;
  std::copy_n(raw->begin() + 2, signature.key_id.size(), signature.key_id.begin());
  std::copy_n(raw->begin() + 10, signature.ed25519.size(), signature.ed25519.begin());
  signature.trusted_comment = lines[2].substr(trusted.size());
  signature.global = *global;
  return signature;
}

Result<void> verify(std::string_view bytes, const Signature& signature, const PublicKey& key) {
  if (signature.key_id != key.id) {
    return fail(ErrorKind::invalid, format("it is signed by another key, {}; the config trusts {}",
                                           key_name(signature.key_id), key_name(key.id)));
  }
  std::array<unsigned char, 64> digest{};
  std::string_view message = bytes;
  if (signature.of == Signature::Of::digest) {
    crypto_generichash(digest.data(), digest.size(), bytes_of(bytes), bytes.size(), nullptr, 0);
    message = {reinterpret_cast<const char*>(digest.data()), digest.size()};
  }
  if (crypto_sign_verify_detached(signature.ed25519.data(), bytes_of(message), message.size(), key.point.data()) != 0) {
    return fail(ErrorKind::invalid, "the signature is not that of these bytes");
  }
  std::string signed_twice(signature.ed25519.begin(), signature.ed25519.end());
  signed_twice += signature.trusted_comment;
  if (crypto_sign_verify_detached(signature.global.data(), bytes_of(signed_twice), signed_twice.size(),
                                  key.point.data()) != 0) {
    return fail(ErrorKind::invalid, "the trusted comment of the signature was changed");
  }
  return {};
}

}  // namespace lobby::trust
