#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "trust/envelope.h"

/// Any bytes give a signature and a document that are parts of them, with one line between, or an error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace lobby::trust;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto envelope = parse_envelope(text);
  if (!envelope) {
    if (envelope.error().message.empty()) std::abort();
    return 0;
  }
  const std::size_t between = text.size() - envelope->signature.size() - envelope->document.size();
  if (envelope->signature.empty() || envelope->document.empty() || between < 4 || between > 5) std::abort();
  if (!text.starts_with(envelope->signature) || !text.ends_with(envelope->document)) std::abort();
  return 0;
}
