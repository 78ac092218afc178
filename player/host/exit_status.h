#pragma once

#include "base/log.h"
#include "base/result.h"

namespace lobby::host {

/// The exit status for arguments that are wrong.
inline constexpr int usage_error = 2;

/// Says why a command failed and gives the exit status for that.
inline int failed(const Error& error) {
  log::error("{}", error.message);
  return 1;
}

}  // namespace lobby::host
