#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "config/finding.h"

namespace lobby::config {

/// A place in the file that is being read. Lines and columns count from 1; columns count characters.
struct Position {
  int line = 1;
  int column = 1;
  std::size_t file = 0;  ///< Of those that the report is about.
  bool operator==(const Position&) const = default;
};

/// Collects what is wrong with one file, or with several that are read together, while they are read.
class Report {
 public:
  /// `unknown_keys` is how serious a key is that no one asked for: a warning where an older player must survive a
  /// newer file, an error where a slip must not pass.
  Report(std::string file, Severity unknown_keys) : files_{std::move(file)}, unknown_keys_(unknown_keys) {}

  /// What is parsed from now on stands in another file.
  void begin_file(std::string file) { files_.push_back(std::move(file)); }
  /// The file that is being parsed.
  std::size_t file() const { return files_.size() - 1; }
  /// Its beginning.
  Position top() const { return {1, 1, file()}; }

  void error(Position at, std::string message) { add(Severity::error, at, std::move(message)); }
  void warning(Position at, std::string message) { add(Severity::warning, at, std::move(message)); }
  void unknown_key(Position at, std::string message) { add(unknown_keys_, at, std::move(message)); }

  /// A place in the file for a finding that is made later.
  Where where(Position at) const { return {files_.at(at.file), at.line, at.column}; }

  /// Ends the report: the findings by file, line and column, and the value if none of them is an error. Beyond a
  /// hundred errors or warnings the rest is only counted.
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

  std::vector<std::string> files_;
  Severity unknown_keys_;
  std::vector<Finding> findings_;
  int errors_ = 0;
  int warnings_ = 0;
};

}  // namespace lobby::config
