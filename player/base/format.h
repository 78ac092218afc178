#pragma once

// std::format is not in GCC 12. This header is the only place that knows where `format` comes from.
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace lobby {

using fmt::format;

}  // namespace lobby
