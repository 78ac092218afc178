#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"

// Where displays can be plugged in, as the kernel says in /sys/class/drm, and what it tells of changes. Reading may
// wait for a display that is being asked for its modes: never on the render thread.
namespace lobby::kiosk {

struct Connector {
  int card = 0;      ///< As in /dev/dri/card0. Where there are several its number may differ from boot to boot.
  std::string name;  ///< «HDMI-A-1»
  bool connected = false;
  /// «1920x1080», the display's own first; those that differ by their rate repeat.
  std::vector<std::string> modes = {};
  std::string power = {};          ///< «On», «Off»; empty where the kernel does not say.
  std::filesystem::path i2c = {};  ///< The bus to its display, as «/dev/i2c-2»; empty: none.
  bool has_edid = false;           ///< The display itself was asked what it is. One that wakes up may be there before.
  std::optional<std::int64_t> id = {};  ///< The kernel's, in whose order SDL takes them; older kernels do not say.
  bool operator==(const Connector&) const = default;
};

/// All but those that lead to no display, in the order of their cards, then of their numbers or names. `sys` is where
/// the kernel says so.
std::vector<Connector> connectors(const std::filesystem::path& sys = "/sys");

/// The one whose display is to be used: the first that is connected, one with modes before others, which nobody has
/// asked for theirs yet. Null: none.
const Connector* connector_in_use(const std::vector<Connector>& all);

/// Of a mode such as «1920x1080» or «1920x1080i».
std::optional<Size> size_of_mode(std::string_view mode);

/// Hears from the kernel when displays come and go. One thread.
class HotplugEar {
 public:
  HotplugEar();
  ~HotplugEar();
  HotplugEar(const HotplugEar&) = delete;
  HotplugEar& operator=(const HotplugEar&) = delete;

  /// Readable when the kernel has said something; -1 where it cannot be heard, and one has to look now and then.
  int descriptor() const { return socket_; }
  /// Takes what was said; true where any of it was about displays. Never waits.
  bool heard();

 private:
  int socket_ = -1;
};

/// Whether a message of the kernel («change@/devices/…\0ACTION=change\0SUBSYSTEM=drm\0…») is about displays.
bool is_about_displays(std::string_view message);

}  // namespace lobby::kiosk
