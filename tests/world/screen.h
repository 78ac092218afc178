#pragma once

#include <string>

#include "base/colour.h"
#include "program.h"
#include "temporary_folder.h"

namespace lobby {

/// A screen that no one sees: an X server on a free display. Ends the test program where Xvfb is missing.
class Screen {
 public:
  Screen();
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  /// What DISPLAY must be to play there.
  const std::string& display() const { return display_; }
  /// The pixel there now; black while nothing was shown.
  Colour pixel(int x, int y) const;

 private:
  TemporaryFolder memory_;  ///< Where the server keeps its picture, as an XWD file.
  pid_t server_ = -1;
  std::string display_;
};

}  // namespace lobby
