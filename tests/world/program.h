#pragma once

#include <sys/types.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "temporary_folder.h"

namespace lobby {

using Arguments = std::vector<std::string>;
using Environment = std::map<std::string, std::string>;

/// How a program ended and what it said.
struct Outcome {
  int status = 0;  ///< The exit status; where a signal ended it, the negative number of the signal.
  std::string output;
  std::string messages;  ///< Its standard error.
  std::chrono::milliseconds took{};
};

/// A program as its user starts it, with exactly that environment. It does not outlive the object.
class Program {
 public:
  /// `arguments` begins with the path of the program; `input` is its standard input.
  Program(const Arguments& arguments, const Environment& environment, const std::string& input = {});
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  void signal(int number) const;
  /// Waits for the end. Past the patience the program is killed and its status is -SIGKILL.
  Outcome outcome(std::chrono::milliseconds patience = std::chrono::minutes(5));
  /// True once standard error holds `words`; false where the program ends or a long time passes without them.
  bool says(const std::string& words);
  /// What it has said so far on standard error.
  std::string messages() const;
  /// Whether the program ends within that time.
  bool ends_within(std::chrono::milliseconds time) const;

 private:
  TemporaryFolder streams_;
  std::chrono::steady_clock::time_point began_;
  pid_t id_ = -1;
  int watch_ = -1;
  std::optional<Outcome> outcome_;
};

/// `lobby-player` with these arguments.
Arguments lobby_player(Arguments arguments);

/// What every program of these tests inherits; sanitizers keep their settings.
Environment plain_environment();

}  // namespace lobby
