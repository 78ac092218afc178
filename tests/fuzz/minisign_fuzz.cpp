#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "trust/minisign.h"

/// Any bytes give a signature or an error, and none that was not made with the key agrees with a document.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace lobby::trust;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto key = parse_public_key("RWSxdEWoj3Q5X86Bd+EKHgFhAmQLL2AxSBOFAoQfTzpBMolOxw4H+s3l");
  if (const auto other = parse_public_key(text); !other && other.error().message.empty()) std::abort();
  const auto signature = parse_signature(text);
  if (!signature && signature.error().message.empty()) std::abort();
  if (key && signature && verify("notices: []", *signature, *key)) std::abort();
  return 0;
}
