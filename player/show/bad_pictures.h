#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "playlist/slide.h"

namespace lobby::show {

/// Pictures that did not decode. A file may be replaced under its name: it has another try after ten minutes, then ever
/// more seldom, up to every six hours; one that could not be read, always after ten minutes. Render thread.
class BadPictures {
 public:
  /// True where this was not known: then it is worth a line in the log.
  bool note(const std::string& file, const Error& error, SteadyTime now);

  /// The slide without pictures that did not decode; nothing when there is nothing left to show.
  std::optional<playlist::Slide> usable(playlist::Slide slide, SteadyTime now) const;

 private:
  struct Bad {
    SteadyTime until;
    std::chrono::minutes rest{};
    std::string reason;
  };
  bool rests(const std::string& file, SteadyTime now) const;

  std::map<std::string, Bad> bad_;  ///< By file.
};

}  // namespace lobby::show
