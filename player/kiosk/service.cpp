#include "kiosk/service.h"

#include <systemd/sd-daemon.h>

#include <cstdlib>

namespace lobby::kiosk {

Service::Service() : is_one_(std::getenv("NOTIFY_SOCKET") != nullptr) {
  std::uint64_t period = 0;
  if (sd_watchdog_enabled(0, &period) > 0) watchdog_ = std::chrono::microseconds(period);
}

void Service::ready(const std::string& status) {
  ready_ = true;
  sd_notifyf(0, "READY=1\nSTATUS=%s", status.c_str());
}

void Service::status(const std::string& status) { sd_notifyf(0, "STATUS=%s", status.c_str()); }

void Service::alive() {
  if (watchdog_.count() == 0 || !ready_) return;
  const SteadyTime now = std::chrono::steady_clock::now();
  if (now - fed_ < watchdog_ / 4) return;
  fed_ = now;
  sd_notify(0, "WATCHDOG=1");
}

std::optional<std::chrono::milliseconds> Service::interval() const {
  if (watchdog_.count() == 0) return std::nullopt;
  return std::chrono::duration_cast<std::chrono::milliseconds>(watchdog_ / 3);
}

void Service::stopping() { sd_notify(0, "STOPPING=1"); }

}  // namespace lobby::kiosk
