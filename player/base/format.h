#pragma once

// std::format is not in GCC 12. This header is the only place that knows where `format` comes from.
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <utility>

namespace lobby {

/// An object and no function: for one of a std type the compiler would look into std, too, and find that of newer
/// libraries there.
struct Format {
  template <typename... Args>
  std::string operator()(fmt::format_string<Args...> text, Args&&... args) const {
    return fmt::format(text, std::forward<Args>(args)...);
  }
};

inline constexpr Format format;

}  // namespace lobby
