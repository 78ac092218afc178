#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace lobby::kiosk {

enum class Power { off, on };

/// One way by which a display is switched off and on. What is asked may take a second: never on the render thread.
class ScreenSwitch {
 public:
  virtual ~ScreenSwitch() = default;
  /// «CEC on /dev/cec0», for operators.
  virtual std::string name() const = 0;
  /// Whether another machine has to hear it, which may not know of this way.
  virtual bool needs_a_listener() const { return false; }
  /// Errs (unavailable) with the reason.
  virtual Result<void> apply(Power power) = 0;
  /// What it is by its own word; nothing where it does not say.
  virtual std::optional<Power> read_back() = 0;
  /// Makes it as bright as that, in per cent, where this is a way to do it.
  virtual Result<void> dim(int /*percent*/) { return {}; }
};

using ScreenSwitches = std::vector<std::unique_ptr<ScreenSwitch>>;

}  // namespace lobby::kiosk
