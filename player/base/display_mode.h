#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "base/geometry.h"

// Which of its modes a display is switched to. Pure; any thread.
namespace lobby {

struct DisplayMode {
  Size size;
  int rate = 0;  ///< Frames a second; 0 where it is not known.
  bool operator==(const DisplayMode&) const = default;
};

struct ModeWish {
  enum class Kind {
    /// The display's own; of one that is larger than 2560 × 1600 one of at most 1920 × 1200, both upright or not.
    automatic,
    largest,
    exact  ///< `mode`; where the display has none of its size, as if nothing were wished.
  };
  Kind kind = Kind::automatic;
  DisplayMode mode = {};  ///< At rate 0 the highest up to 60.
  bool operator==(const ModeWish&) const = default;
};

/// The index of the mode that is wished for; `own` is the display's. Nothing where there are no modes.
std::optional<std::size_t> chosen_mode(std::span<const DisplayMode> modes, const DisplayMode& own,
                                       const ModeWish& wish);

}  // namespace lobby
