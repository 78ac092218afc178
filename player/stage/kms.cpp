#include "stage/kms.h"

#include <libdrm/drm.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string_view>
#include <system_error>

#include "base/format.h"

// Requests as in the kernel's uapi/drm/drm_mode.h: what is counted is asked for twice, first how many there are.
namespace lobby::stage {

namespace {

constexpr std::string_view dpms_name = "DPMS";
constexpr std::uint64_t dpms_on = 0;
constexpr std::uint64_t dpms_off = 3;
constexpr std::uint64_t link_is_bad = 1;

struct Card {
  int descriptor;
  const Ioctl& call;

  bool ask(unsigned long request, void* data) const {
    int done = 0;
    do {
      done = call(descriptor, request, data);
    } while (done != 0 && (errno == EINTR || errno == EAGAIN));
    return done == 0;
  }
};

template <typename T>
std::uint64_t address(T* data) {
  return reinterpret_cast<std::uintptr_t>(data);
}

std::vector<std::uint32_t> connectors_of(const Card& card) {
  drm_mode_card_res resources{};
  if (!card.ask(DRM_IOCTL_MODE_GETRESOURCES, &resources)) return {};
  std::vector<std::uint32_t> connectors(resources.count_connectors);
  drm_mode_card_res again{};
  again.connector_id_ptr = address(connectors.data());
  again.count_connectors = resources.count_connectors;
  if (!card.ask(DRM_IOCTL_MODE_GETRESOURCES, &again)) return {};
  return connectors;
}

/// A way to a display, and what it has by name.
struct Way {
  std::uint32_t connector = 0;
  std::uint32_t encoder = 0;              ///< 0: none.
  std::vector<std::uint32_t> properties;  ///< By number,
  std::vector<std::uint64_t> values;      ///< and in the same order.
};

/// Nothing where no display is connected. Room for one mode keeps the kernel from asking the display itself, which
/// takes long.
std::optional<Way> way_to(const Card& card, std::uint32_t connector) {
  drm_mode_modeinfo mode{};
  drm_mode_get_connector facts{};
  facts.connector_id = connector;
  facts.count_modes = 1;
  facts.modes_ptr = address(&mode);
  constexpr std::uint32_t connected = 1;
  if (!card.ask(DRM_IOCTL_MODE_GETCONNECTOR, &facts) || facts.connection != connected) return std::nullopt;
  Way way{connector, facts.encoder_id, std::vector<std::uint32_t>(facts.count_props),
          std::vector<std::uint64_t>(facts.count_props)};
  drm_mode_get_connector again{};
  again.connector_id = connector;
  again.count_modes = 1;
  again.modes_ptr = address(&mode);
  again.count_props = facts.count_props;
  again.props_ptr = address(way.properties.data());
  again.prop_values_ptr = address(way.values.data());
  if (!card.ask(DRM_IOCTL_MODE_GETCONNECTOR, &again)) return std::nullopt;
  return way;
}

std::vector<Way> ways_of(const Card& card) {
  std::vector<Way> ways;
  for (const std::uint32_t connector : connectors_of(card)) {
    if (auto way = way_to(card, connector)) ways.push_back(*std::move(way));
  }
  return ways;
}

/// Where a property of a way is among its properties.
std::optional<std::size_t> place_of(const Card& card, const Way& way, std::string_view name) {
  for (std::size_t index = 0; index < way.properties.size(); ++index) {
    drm_mode_get_property property{};
    property.prop_id = way.properties[index];
    if (card.ask(DRM_IOCTL_MODE_GETPROPERTY, &property) && std::string_view(property.name) == name) return index;
  }
  return std::nullopt;
}

std::optional<std::uint64_t> value_of(const Card& card, const Way& way, std::string_view name) {
  const auto place = place_of(card, way, name);
  return place ? std::optional(way.values[*place]) : std::nullopt;
}

/// What reads memory out for a display; nothing where nothing does.
std::optional<drm_mode_crtc> crtc_of(const Card& card, const Way& way) {
  drm_mode_get_encoder encoder{};
  encoder.encoder_id = way.encoder;
  if (way.encoder == 0 || !card.ask(DRM_IOCTL_MODE_GETENCODER, &encoder) || encoder.crtc_id == 0) return std::nullopt;
  drm_mode_crtc crtc{};
  crtc.crtc_id = encoder.crtc_id;
  return card.ask(DRM_IOCTL_MODE_GETCRTC, &crtc) ? std::optional(crtc) : std::nullopt;
}

/// What a display lacks of a picture; empty where it has one.
std::string_view lack_of(const Card& card, const Way& way, std::span<const std::uint32_t> others) {
  const auto crtc = crtc_of(card, way);
  if (!crtc) return "nothing is connected to it";
  if (crtc->mode_valid == 0) return "the kernel has set no mode";
  if (crtc->fb_id == 0) return "it is shown no memory";
  if (std::ranges::find(others, crtc->fb_id) != others.end()) return "it is shown what was there before";
  if (value_of(card, way, "link-status") == link_is_bad) return "its link is broken";
  return value_of(card, way, dpms_name).value_or(dpms_on) != dpms_on ? "it is switched off" : "";
}

}  // namespace

Result<void> switch_connectors(int card, Light light, const Ioctl& call) {
  const Card asked{card, call};
  int switched = 0;
  std::string refused;
  const auto ways = ways_of(asked);
  for (const Way& way : ways) {
    const auto dpms = place_of(asked, way, dpms_name);
    if (!dpms) continue;
    ++switched;
    drm_mode_connector_set_property change{light == Light::on ? dpms_on : dpms_off, way.properties[*dpms],
                                           way.connector};
    if (!asked.ask(DRM_IOCTL_MODE_SETPROPERTY, &change)) refused = std::generic_category().message(errno);
  }
  if (ways.empty()) refused = "none is connected";
  if (refused.empty() && switched == 0) refused = "its driver has no DPMS";
  if (refused.empty()) return {};
  return fail(ErrorKind::unavailable, format("the display cannot be switched: {}", refused));
}

std::vector<std::uint32_t> shown_memory(int card, const Ioctl& call) {
  const Card asked{card, call};
  std::vector<std::uint32_t> shown;
  for (const Way& way : ways_of(asked)) {
    if (const auto crtc = crtc_of(asked, way); crtc && crtc->fb_id != 0) shown.push_back(crtc->fb_id);
  }
  return shown;
}

Result<void> check_picture(int card, std::span<const std::uint32_t> others, const Ioctl& call) {
  const Card asked{card, call};
  std::string_view lack;
  for (const Way& way : ways_of(asked)) {
    const std::string_view here = lack_of(asked, way, others);
    if (here.empty()) return {};
    if (lack.empty()) lack = here;
  }
  if (lack.empty()) return {};
  return fail(
      ErrorKind::unavailable,
      format("the display gets no picture: {}; is 'screen.mode' too much for this board, or for its cable?", lack));
}

void probe_connectors(int card, const Ioctl& call) {
  const Card asked{card, call};
  for (const std::uint32_t connector : connectors_of(asked)) {
    drm_mode_get_connector facts{};  // Without room for a mode the kernel asks the display itself.
    facts.connector_id = connector;
    asked.ask(DRM_IOCTL_MODE_GETCONNECTOR, &facts);
  }
}

}  // namespace lobby::stage
