#pragma once

#include <chrono>
#include <concepts>
#include <optional>
#include <string>

#include "base/format.h"
#include "config/scalar.h"

// What a value looks like in a file, for those that a schema gives as defaults. Pure; any thread.
namespace lobby::config {

template <typename T>
inline constexpr bool is_optional = false;
template <typename T>
inline constexpr bool is_optional<std::optional<T>> = true;

std::string duration_as_written(std::chrono::milliseconds time);

/// Nothing where a value is not there, or is of a type that has no form of its own.
template <typename T>
std::optional<std::string> as_written(const T& value) {
  if constexpr (is_optional<T>) {
    if (!value) return std::nullopt;
    return as_written(*value);
  } else if constexpr (std::same_as<T, std::chrono::minutes>) {
    return format("{:02}:{:02}", value.count() / 60, value.count() % 60);
  } else if constexpr (std::convertible_to<T, std::chrono::milliseconds>) {
    return duration_as_written(value);
  } else if constexpr (std::is_arithmetic_v<T> || std::same_as<T, std::string>) {
    return format("{}", value);
  } else {
    return std::nullopt;
  }
}

/// The word or the text that `scalar` reads as `value`.
template <typename T, typename Into>
std::optional<std::string> as_written(const Scalar<T>& scalar, const Into& value) {
  if constexpr (requires(const T& read) {
                  { read == value } -> std::convertible_to<bool>;
                }) {
    for (const std::string_view word : scalar.words) {
      if (const auto read = scalar.parse(word); read && *read == value) return std::string(word);
    }
  }
  auto text = as_written(value);
  return text && scalar.parse(*text) ? text : std::nullopt;
}

}  // namespace lobby::config
