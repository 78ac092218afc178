#include "stage/display_switch.h"

#include <SDL_syswm.h>
#include <libdrm/drm.h>
#include <sys/ioctl.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/format.h"

// Requests as in the kernel's uapi/drm/drm_mode.h: what is counted is asked for twice, first how many there are.
namespace lobby::stage {

namespace {

constexpr std::uint64_t dpms_on = 0;
constexpr std::uint64_t dpms_off = 3;

bool ask(int card, unsigned long request, void* data) {
  int done = 0;
  do {
    done = ioctl(card, request, data);
  } while (done != 0 && (errno == EINTR || errno == EAGAIN));
  return done == 0;
}

template <typename T>
std::uint64_t address(T* data) {
  return reinterpret_cast<std::uintptr_t>(data);
}

std::vector<std::uint32_t> connectors_of(int card) {
  drm_mode_card_res resources{};
  if (!ask(card, DRM_IOCTL_MODE_GETRESOURCES, &resources)) return {};
  std::vector<std::uint32_t> connectors(resources.count_connectors);
  drm_mode_card_res again{};
  again.connector_id_ptr = address(connectors.data());
  again.count_connectors = resources.count_connectors;
  if (!ask(card, DRM_IOCTL_MODE_GETRESOURCES, &again)) return {};
  return connectors;
}

/// The properties of a connector that lights a display; none of any other. Room for one mode keeps the kernel from
/// asking the display itself, which takes long.
std::vector<std::uint32_t> properties_of(int card, std::uint32_t connector) {
  drm_mode_modeinfo mode{};
  drm_mode_get_connector facts{};
  facts.connector_id = connector;
  facts.count_modes = 1;
  facts.modes_ptr = address(&mode);
  constexpr std::uint32_t connected = 1;
  if (!ask(card, DRM_IOCTL_MODE_GETCONNECTOR, &facts) || facts.connection != connected) return {};
  std::vector<std::uint32_t> properties(facts.count_props);
  std::vector<std::uint64_t> values(facts.count_props);
  drm_mode_get_connector again{};
  again.connector_id = connector;
  again.count_modes = 1;
  again.modes_ptr = address(&mode);
  again.count_props = facts.count_props;
  again.props_ptr = address(properties.data());
  again.prop_values_ptr = address(values.data());
  if (!ask(card, DRM_IOCTL_MODE_GETCONNECTOR, &again)) return {};
  return properties;
}

std::optional<std::uint32_t> dpms_among(int card, const std::vector<std::uint32_t>& properties) {
  for (const std::uint32_t id : properties) {
    drm_mode_get_property property{};
    property.prop_id = id;
    if (ask(card, DRM_IOCTL_MODE_GETPROPERTY, &property) && std::string_view(property.name) == "DPMS") return id;
  }
  return std::nullopt;
}

std::unexpected<Error> cannot(std::string_view why) {
  return fail(ErrorKind::unavailable, format("the display cannot be switched: {}", why));
}

Result<void> switch_connectors(int card, std::uint64_t power) {
  int switched = 0;
  for (const std::uint32_t connector : connectors_of(card)) {
    const auto dpms = dpms_among(card, properties_of(card, connector));
    if (!dpms) continue;
    drm_mode_connector_set_property change{power, *dpms, connector};
    if (!ask(card, DRM_IOCTL_MODE_SETPROPERTY, &change)) return cannot(std::generic_category().message(errno));
    ++switched;
  }
  if (switched == 0) return cannot("its driver has no DPMS");
  return {};
}

/// The descriptor of the graphics card that SDL draws with under KMSDRM.
std::optional<int> card_of(SDL_Window* window) {
#ifdef SDL_VIDEO_DRIVER_KMSDRM
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) == SDL_TRUE && info.subsystem == SDL_SYSWM_KMSDRM) {
    return info.info.kmsdrm.drm_fd;
  }
#endif
  return std::nullopt;
}

}  // namespace

Result<void> switch_display(SDL_Window* window, Light light) {
  if (const auto card = card_of(window)) return switch_connectors(*card, light == Light::on ? dpms_on : dpms_off);
  return cannot("only a display without a desktop can be");
}

void probe_displays(SDL_Window* window) {
  const auto card = card_of(window);
  if (!card) return;
  for (const std::uint32_t connector : connectors_of(*card)) {
    drm_mode_get_connector facts{};  // Without room for a mode the kernel asks the display itself.
    facts.connector_id = connector;
    ask(*card, DRM_IOCTL_MODE_GETCONNECTOR, &facts);
  }
}

}  // namespace lobby::stage
