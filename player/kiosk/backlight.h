#pragma once

#include <filesystem>

#include "kiosk/screen_switch.h"

namespace lobby::kiosk {

/// The lights behind panels, in /sys/class/backlight. Writing there needs a rule of udev.
ScreenSwitches backlights(const std::filesystem::path& sys = "/sys");

}  // namespace lobby::kiosk
