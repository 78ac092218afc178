#include "kiosk/supply.h"

#include <fcntl.h>
#include <unistd.h>

#include "kiosk/sysfs.h"

namespace lobby::kiosk {

std::optional<std::filesystem::path> supply_alarm(const std::filesystem::path& sys) {
  for (const auto& sensor : entries_of(sys / "class" / "hwmon")) {
    if (word_in(sensor / "name") == "rpi_volt") return sensor / "in0_lcrit_alarm";
  }
  return std::nullopt;
}

SupplyEar::~SupplyEar() {
  if (file_ >= 0) close(file_);
}

void SupplyEar::look(const std::filesystem::path& sys) {
  if (file_ >= 0) return;
  const auto alarm = supply_alarm(sys);
  if (!alarm) return;
  file_ = open(alarm->c_str(), O_RDONLY | O_CLOEXEC);
  read_alarm();
}

bool SupplyEar::read_alarm() {
  char digit = '0';
  const bool is_read = file_ >= 0 && pread(file_, &digit, 1, 0) == 1;
  is_low_ = is_read && digit == '1';
  if (is_read || file_ < 0) return is_read;
  close(file_);  // Its driver was unloaded: polling it would never wait again.
  file_ = -1;
  return false;
}

bool SupplyEar::heard() {
  const bool was_low = is_low_;
  return read_alarm() && (is_low_ || !was_low);
}

}  // namespace lobby::kiosk
