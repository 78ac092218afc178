#include "stage/desktop_services.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace lobby::stage {

namespace {

constexpr const char* bus_address = "DBUS_SESSION_BUS_ADDRESS";
constexpr const char* compose_table = "XCOMPOSEFILE";

/// Where systemd keeps the bus of a user; libdbus looks there before it starts one.
bool user_has_bus() {
  const char* folder = std::getenv("XDG_RUNTIME_DIR");
  std::error_code unknown;
  return folder != nullptr && std::filesystem::is_socket(std::filesystem::path(folder) / "bus", unknown);
}

}  // namespace

void use_no_desktop_services() {
  constexpr int overwrite = 1;
  const char* given = std::getenv(bus_address);
  const bool session_has_bus = given != nullptr && *given != '\0';
  // libdbus knows no transport of this name, so it gives up at once.
  if (!session_has_bus && !user_has_bus()) setenv(bus_address, "disabled:", overwrite);
  setenv(compose_table, "/dev/null", overwrite);
}

}  // namespace lobby::stage
