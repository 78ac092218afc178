#pragma once

#include <chrono>
#include <filesystem>

#include "workplace.h"

namespace lobby {

/// A player on all of a screen, and what it says of itself on its board.
class Kiosk : public Workplace {
 protected:
  Kiosk() {
    environment["RUNTIME_DIRECTORY"] = run.string();
    std::filesystem::create_directory(run);
  }

  Arguments running() const { return {"run", "--config", config().string()}; }
  /// Empty before the first one is written.
  Json status() const {
    auto written = Json::parse(bytes_in(run / "status.json"), nullptr, false);
    return written.is_object() ? written : Json::object();
  }
  /// Waits for what the test cannot be told of, and ends with the program's own patience.
  template <typename Condition>
  static bool comes_true(const Program& program, Condition condition) {
    for (int tries = 0; tries < 300; ++tries) {
      if (condition()) return true;
      if (program.ends_within(std::chrono::milliseconds(100))) return condition();
    }
    return false;
  }

  std::filesystem::path run = folder.path() / "run";
};

}  // namespace lobby
