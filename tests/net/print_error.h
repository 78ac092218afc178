#pragma once

#include <ostream>

#include "base/result.h"

namespace lobby {

/// How a failed expectation shows an error.
inline void PrintTo(const Error& error, std::ostream* out) {
  *out << "kind " << static_cast<int>(error.kind) << ": " << error.message;
}

}  // namespace lobby
