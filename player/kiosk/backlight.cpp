#include "kiosk/backlight.h"

#include <algorithm>
#include <fstream>

#include "base/format.h"
#include "kiosk/sysfs.h"

namespace lobby::kiosk {

namespace {

namespace fs = std::filesystem;

/// The kernel's blanking levels: 0 is lit, 4 is off.
class Backlight final : public ScreenSwitch {
 public:
  explicit Backlight(fs::path folder) : folder_(std::move(folder)) {}

  std::string name() const override { return format("backlight {}", folder_.filename().string()); }

  Result<void> apply(Power power) override { return write("bl_power", power == Power::on ? 0 : 4); }

  std::optional<Power> read_back() override {
    const auto level = number_in(folder_ / "bl_power");
    if (!level) return std::nullopt;
    return *level == 0 ? Power::on : Power::off;
  }

  Result<void> dim(int percent) override {
    const auto most = number_in(folder_ / "max_brightness");
    if (!most) return fail(ErrorKind::unavailable, format("{} does not say how bright it can be", name()));
    // At 0 a panel may be dark, and that is what switching off is for.
    return write("brightness", std::max(1, static_cast<int>(*most) * percent / 100));
  }

 private:
  Result<void> write(const char* file, int value) const {
    const fs::path path = folder_ / file;
    if (!fs::exists(path)) return fail(ErrorKind::unavailable, format("there is no {}", path.string()));
    std::ofstream stream(path);
    stream << value << std::flush;
    if (stream) return {};
    return fail(
        ErrorKind::unavailable,
        format("{} cannot be written; give the group 'video' the right to it by a rule of udev", path.string()));
  }

  fs::path folder_;
};

}  // namespace

ScreenSwitches backlights(const fs::path& sys) {
  ScreenSwitches switches;
  for (const auto& folder : entries_of(sys / "class" / "backlight"))
    switches.push_back(std::make_unique<Backlight>(folder));
  return switches;
}

}  // namespace lobby::kiosk
