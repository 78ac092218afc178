#pragma once

#include <string_view>

#include "base/result.h"

namespace lobby::trust {

/// A document with its signature in one piece, for ways on which two files could be parted. Both are parts of the bytes
/// that were parsed.
struct Envelope {
  std::string_view signature;  ///< As in a .minisig file; `parse_signature` reads it.
  std::string_view document;   ///< Every byte after the line that separates the two.
  bool operator==(const Envelope&) const = default;
};

/// A signature, a line «---», a document: `cat khan.yaml.minisig; echo ---; cat khan.yaml`. The first such line
/// counts. Errs (invalid) where there is none behind a signature's length, or nothing on one of its sides. Pure; any
/// thread.
Result<Envelope> parse_envelope(std::string_view bytes);

}  // namespace lobby::trust
