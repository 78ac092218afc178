#pragma once

#include <string>
#include <utility>
#include <vector>

#include "config/finding.h"

namespace lobby::config {

/// A place in the file that is being read. Both count from 1; columns count characters.
struct Position {
  int line = 1;
  int column = 1;
  bool operator==(const Position&) const = default;
};

/// Collects what is wrong with one file while it is read.
class Report {
 public:
  /// `unknown_keys` is how serious a key is that no one asked for: a warning where an older player must survive a
  /// newer file, an error where a slip must not pass.
  Report(std::string file, Severity unknown_keys) : file_(std::move(file)), unknown_keys_(unknown_keys) {}

  void error(Position at, std::string message) { add(Severity::error, at, std::move(message)); }
  void warning(Position at, std::string message) { add(Severity::warning, at, std::move(message)); }
  void unknown_key(Position at, std::string message) { add(unknown_keys_, at, std::move(message)); }

  /// A place in the file for a finding that is made later.
  Where where(Position at) const { return {file_, at.line, at.column}; }

  /// Ends the report: the findings by line and column, and the value if none of them is an error. Beyond a hundred
  /// errors or warnings the rest is only counted.
  template <typename T>
  Checked<T> checked(T value) && {
    finish();
    Checked<T> result{std::nullopt, std::move(findings_)};
    if (errors_ == 0) result.value = std::move(value);
    return result;
  }

 private:
  void add(Severity severity, Position at, std::string message);
  void finish();
  void add_rest(int count, Severity severity, const char* what);

  std::string file_;
  Severity unknown_keys_;
  std::vector<Finding> findings_;
  int errors_ = 0;
  int warnings_ = 0;
};

}  // namespace lobby::config
