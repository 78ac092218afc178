#pragma once

#include <optional>
#include <string>

#include "base/colour.h"
#include "program.h"
#include "temporary_folder.h"

namespace lobby {

/// A Wayland desktop that no one sees: sway, without a card, with one display of 800 × 600. Ends the test program where
/// sway is missing.
class Wayland {
 public:
  Wayland();

  /// What a program needs to play there.
  Environment environment() const;
  /// As `swaymsg WORDS`.
  void ask(const std::string& words) const;
  /// The pixel there now; nothing outside of the display.
  std::optional<Colour> pixel(int x, int y) const;

 private:
  TemporaryFolder run_;
  std::optional<Program> server_;
};

}  // namespace lobby
