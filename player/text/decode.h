#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace lobby::text {

/// What the transport and the document itself say of the bytes; empty where they say nothing.
struct Declared {
  std::string_view http = {};      ///< charset of the Content-Type header
  std::string_view document = {};  ///< of the XML declaration or <meta>
};

struct Decoded {
  std::string text;     ///< Valid UTF-8 without a byte order mark. Not yet normalised.
  std::string charset;  ///< The name of what the bytes were: «utf-8», «utf-16le», «windows-1258», «viscii», …
  std::string reason;   ///< Why: «byte order mark», «valid UTF-8», «declared by HTTP», …
  bool operator==(const Decoded&) const = default;
};

/// Bytes to UTF-8: a byte order mark wins; then valid UTF-8, also with a few errors in it; then what is declared; then
/// windows-1258 or windows-1252, whichever has more words that can be. A declared Latin-1 is such a guess too.
/// Never errs: bytes without a meaning become U+FFFD and are dropped later by `clean`.
Decoded decode(std::string_view bytes, const Declared& declared = {});

}  // namespace lobby::text
