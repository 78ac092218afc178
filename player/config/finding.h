#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

// What the checker says about a file that a person wrote. Plain data; any thread.
namespace lobby::config {

enum class Severity { warning, error };

/// One remark of the checker. `where` always names a line and a column; columns count characters, not bytes.
struct Finding {
  Severity severity = Severity::error;
  std::string message;
  Where where;
  bool operator==(const Finding&) const = default;
};

/// A parse never stops at the first mistake. `value` is set only when no finding is an error; findings are in the
/// order of the file.
template <typename T>
struct Checked {
  std::optional<T> value;
  std::vector<Finding> findings;
};

/// «FILE:LINE:COL: error: message», what an operator and an editor can read on one line.
std::string to_string(const Finding& finding);

}  // namespace lobby::config
