#include "host/places.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <system_error>
#include <vector>

#include "base/format.h"

namespace lobby::host {

namespace {

namespace fs = std::filesystem;

std::optional<fs::path> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return fs::path(value);
}

bool holds_layouts(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / "layouts" / "hq" / "theme.yaml", error);
}

std::vector<fs::path> candidates() {
  if (const auto named = environment("LOBBY_PLAYER_DATA")) return {*named};
  std::error_code error;
  const fs::path binary = fs::read_symlink("/proc/self/exe", error).parent_path();
  std::vector<fs::path> folders{binary.parent_path() / "share" / "lobby-player"};
  for (fs::path folder = binary; folder.has_relative_path(); folder = folder.parent_path()) folders.push_back(folder);
  return folders;
}

/// What lies in `deploy` of the source tree lies beside the layouts once it is installed.
fs::path installed_or_source(const fs::path& data, const char* name) {
  fs::path installed = data / name;
  std::error_code error;
  return fs::exists(installed, error) ? installed : data / "deploy" / name;
}

/// The service's user by hand means the service's folders; anybody else must not leave files there that are not its
/// own.
bool is_ours(const fs::path& folder) {
  struct stat facts{};
  return stat(folder.c_str(), &facts) == 0 && facts.st_uid == geteuid() && geteuid() != 0;
}

}  // namespace

Result<fs::path> data_folder() {
  const auto folders = candidates();
  for (const auto& folder : folders) {
    if (holds_layouts(folder)) return folder;
  }
  return fail(
      ErrorKind::unavailable,
      format("{} holds no layouts/hq/theme.yaml; reinstall lobby-player, or set LOBBY_PLAYER_DATA to the folder "
             "that holds layouts/ and fonts/",
             folders.front().string()));
}

fs::path config_of_nobody(const fs::path& data) { return installed_or_source(data, "demo") / "unconfigured.yaml"; }

fs::path samples_folder(const fs::path& data) { return installed_or_source(data, "samples"); }

fs::path calendars_folder(const fs::path& data) { return installed_or_source(data, "calendars"); }

fs::path state_folder() {
  const fs::path service = "/var/lib/lobby-player";
  if (const auto systemd = environment("STATE_DIRECTORY")) return *systemd;
  if (is_ours(service)) return service;
  if (const auto xdg = environment("XDG_STATE_HOME")) return *xdg / "lobby-player";
  if (const auto home = environment("HOME")) return *home / ".local" / "state" / "lobby-player";
  return service;
}

fs::path run_folder() {
  const fs::path service = "/run/lobby-player";
  if (const auto systemd = environment("RUNTIME_DIRECTORY")) return *systemd;
  return is_ours(service) ? service : fs::path();
}

fs::path bundle_place() { return state_folder() / "remote"; }

}  // namespace lobby::host
