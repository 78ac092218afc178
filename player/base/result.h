#pragma once

#include <expected>
#include <optional>
#include <string>
#include <utility>

namespace lobby {

/// A kind exists only where some caller branches on it.
enum class ErrorKind {
  invalid,      ///< The input is wrong and stays wrong: say so, keep the old good content.
  unavailable,  ///< The world is in the way (network, disk): the same call may succeed later.
  refused,      ///< The input is well formed but beyond a limit we set: never try it again.
};

/// A place in a text that a person can open. Lines and columns count from 1; 0 means unknown.
struct Where {
  std::string file;
  int line = 0;
  int column = 0;
  bool operator==(const Where&) const = default;
};

/// What went wrong, in one English sentence for an operator that names the remedy where there is one.
struct Error {
  ErrorKind kind = ErrorKind::invalid;
  std::string message;
  std::optional<Where> where = std::nullopt;
  bool operator==(const Error&) const = default;
};

template <typename T>
using Result = std::expected<T, Error>;

/// `return fail(ErrorKind::invalid, "…")` in any function that returns a Result.
inline std::unexpected<Error> fail(ErrorKind kind, std::string message, std::optional<Where> where = std::nullopt) {
  return std::unexpected(Error{kind, std::move(message), std::move(where)});
}

}  // namespace lobby
