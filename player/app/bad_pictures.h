#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/clock.h"
#include "playlist/slide.h"

namespace lobby::app {

/// Pictures that did not decode. A file may be replaced under its name: it has another try after ten minutes. Render
/// thread.
class BadPictures {
 public:
  void note(const std::string& file, SteadyTime now);

  /// The slide without pictures that did not decode; nothing when there is nothing left to show.
  std::optional<playlist::Slide> usable(playlist::Slide slide, SteadyTime now) const;

 private:
  bool rests(const std::string& file, SteadyTime now) const;

  std::map<std::string, SteadyTime> until_;
};

}  // namespace lobby::app
