#pragma once

#include <chrono>
#include <string>

#include "base/result.h"

namespace lobby::push {

/// Whether somebody takes a TCP connection at that host and port. The connection is closed at once. Waits for each
/// address of the host up to `patience`, but no longer than `end` (a descriptor) is not readable. Errs (unavailable)
/// with what the operator can do. Looking up the name cannot be ended.
///
/// libmosquitto itself can be given no patience and no end: it connects as the kernel does, for two minutes.
Result<void> reach(const std::string& host, int port, std::chrono::milliseconds patience, int end);

}  // namespace lobby::push
