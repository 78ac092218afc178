#pragma once

#include <filesystem>
#include <optional>

// The supply voltage of a Raspberry Pi, of which its firmware says whether it is too low (linux/Documentation/hwmon/
// raspberrypi-hwmon).
namespace lobby::kiosk {

/// The file that says so; nothing where a board has no such sensor.
std::optional<std::filesystem::path> supply_alarm(const std::filesystem::path& sys);

/// Hears when that changes, for the driver forgets a short dip within seconds. One thread.
class SupplyEar {
 public:
  SupplyEar() = default;
  ~SupplyEar();
  SupplyEar(const SupplyEar&) = delete;
  SupplyEar& operator=(const SupplyEar&) = delete;

  /// Finds the sensor, whose driver may come late. Nothing where it was found before.
  void look(const std::filesystem::path& sys);
  /// To poll for POLLPRI; -1: there is no sensor.
  int descriptor() const { return file_; }
  /// Takes what was told, without which the next change is not; whether the supply is too low, or was since the last
  /// call: where it is as well as then and something was told, it was not in between. Only after something was told.
  bool heard();

 private:
  bool read_alarm();

  int file_ = -1;
  bool is_low_ = false;  ///< As it was read last.
};

}  // namespace lobby::kiosk
