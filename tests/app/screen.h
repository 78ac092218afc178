#pragma once

#include <string>

#include "program.h"

namespace lobby::app {

/// A screen that no one sees: an X server on a free display. Ends the test program where Xvfb is missing.
class Screen {
 public:
  Screen();
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  /// What DISPLAY must be to play there.
  const std::string& display() const { return display_; }

 private:
  pid_t server_ = -1;
  std::string display_;
};

}  // namespace lobby::app
