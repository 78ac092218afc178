#include "stage/session_bus.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace lobby::stage {

namespace {

constexpr const char* address = "DBUS_SESSION_BUS_ADDRESS";

/// Where systemd keeps the bus of a user; libdbus looks there before it starts one.
bool user_has_bus() {
  const char* folder = std::getenv("XDG_RUNTIME_DIR");
  std::error_code unknown;
  return folder != nullptr && std::filesystem::is_socket(std::filesystem::path(folder) / "bus", unknown);
}

}  // namespace

void start_no_session_bus() {
  const char* given = std::getenv(address);
  const bool session_has_bus = given != nullptr && *given != '\0';
  constexpr int overwrite = 1;
  // libdbus knows no transport of this name, so it gives up at once.
  if (!session_has_bus && !user_has_bus()) setenv(address, "disabled:", overwrite);
}

}  // namespace lobby::stage
