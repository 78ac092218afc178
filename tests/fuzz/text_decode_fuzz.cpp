// Any bytes become clean text: valid UTF-8 that `clean` leaves as it is.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/clean.h"
#include "text/decode.h"
#include "text/repair.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lobby::text;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = bytes.find('\n');
  // The first line is what HTTP declares.
  const bool declared = line < 32;
  const Decoded decoded =
      decode(declared ? bytes.substr(line + 1) : bytes, {.http = declared ? bytes.substr(0, line) : ""});
  if (!valid_utf8(decoded.text)) std::abort();
  const Legacy legacy = legacy_of(decoded.text);
  for (const Legacy other : {Legacy::double_utf8, Legacy::tcvn3, Legacy::vni, Legacy::cp1258, legacy}) {
    if (!valid_utf8(repaired(decoded.text, other)) && decoded.text.find('\0') == decoded.text.npos) std::abort();
  }
  if (legacy != Legacy::none && !is_suspect(decoded.text)) std::abort();
  const std::string text = clean(decoded.text);
  if (clean(text) != text || !valid_utf8(clean_caption(text))) std::abort();
  if (compare_key(upper(text)).size() > 4 * text.size() + 4 || count_words(text) < 0) std::abort();
  return 0;
}
