#include "stage/kms.h"

#include <gmock/gmock.h>
#include <libdrm/drm.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>

namespace lobby::stage {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A way from a card to a display, as the kernel's interface shows it.
struct Socket {
  bool connected = true;
  std::uint32_t encoder = 1;
  std::uint32_t crtc = 1;
  bool has_mode = true;
  std::uint32_t memory = 7;
  std::uint64_t dpms = 0;
  bool has_dpms = true;
  std::uint64_t link = 0;
  int refuses = 0;  ///< An errno.
  int asked = 0;    ///< How often the display itself was, for its modes.
};

class KmsTest : public testing::Test {
 protected:
  std::map<std::uint32_t, Socket> sockets{{31, {}}};

  Ioctl call = [this](int /*card*/, unsigned long request, void* data) {
    const int error = answer(request, data);
    errno = error;
    return error == 0 ? 0 : -1;
  };

 private:
  static constexpr std::uint32_t link_property = 4;
  static constexpr std::uint32_t dpms_property = 5;

  int answer(unsigned long request, void* data) {
    if (request == DRM_IOCTL_MODE_GETRESOURCES) list(*static_cast<drm_mode_card_res*>(data));
    if (request == DRM_IOCTL_MODE_GETCONNECTOR) describe(*static_cast<drm_mode_get_connector*>(data));
    if (request == DRM_IOCTL_MODE_GETPROPERTY) name(*static_cast<drm_mode_get_property*>(data));
    if (request == DRM_IOCTL_MODE_SETPROPERTY) {
      const auto& change = *static_cast<drm_mode_connector_set_property*>(data);
      Socket& socket = sockets.at(change.connector_id);
      if (socket.refuses != 0) return socket.refuses;
      socket.dpms = change.value;
    }
    if (request == DRM_IOCTL_MODE_GETENCODER) {
      auto& encoder = *static_cast<drm_mode_get_encoder*>(data);
      encoder.crtc_id = by([&](const Socket& one) { return one.encoder == encoder.encoder_id; }).crtc;
    }
    if (request == DRM_IOCTL_MODE_GETCRTC) {
      auto& crtc = *static_cast<drm_mode_crtc*>(data);
      const Socket& socket = by([&](const Socket& one) { return one.crtc == crtc.crtc_id; });
      crtc.mode_valid = socket.has_mode ? 1 : 0;
      crtc.fb_id = socket.memory;
    }
    return 0;
  }

  template <typename Is>
  const Socket& by(Is is) const {
    return std::ranges::find_if(sockets, [&](const auto& one) { return is(one.second); })->second;
  }

  void list(drm_mode_card_res& resources) const {
    if (resources.count_connectors == sockets.size()) {
      auto* place = reinterpret_cast<std::uint32_t*>(resources.connector_id_ptr);
      for (const auto& [id, socket] : sockets) *place++ = id;
    }
    resources.count_connectors = static_cast<std::uint32_t>(sockets.size());
  }

  void describe(drm_mode_get_connector& facts) {
    Socket& socket = sockets.at(facts.connector_id);
    if (facts.count_modes == 0) ++socket.asked;
    facts.connection = socket.connected ? 1 : 2;
    facts.encoder_id = socket.encoder;
    const std::uint32_t properties = socket.has_dpms ? 2 : 1;
    if (facts.count_props == properties) {
      auto* const numbers = reinterpret_cast<std::uint32_t*>(facts.props_ptr);
      auto* const values = reinterpret_cast<std::uint64_t*>(facts.prop_values_ptr);
      numbers[0] = link_property;
      values[0] = socket.link;
      if (socket.has_dpms) {
        numbers[1] = dpms_property;
        values[1] = socket.dpms;
      }
    }
    facts.count_props = properties;
  }

  static void name(drm_mode_get_property& property) {
    std::strcpy(property.name, property.prop_id == dpms_property ? "DPMS" : "link-status");
  }
};

TEST_F(KmsTest, ADisplayIsSwitchedByItsDpms) {
  EXPECT_TRUE(switch_connectors(3, Light::off, call));
  EXPECT_EQ(sockets[31].dpms, 3U);
  EXPECT_TRUE(switch_connectors(3, Light::on, call));
  EXPECT_EQ(sockets[31].dpms, 0U);
  EXPECT_EQ(sockets[31].asked, 0) << "which takes long";
}

TEST_F(KmsTest, OneThatRefusesKeepsNoOtherFromBeingSwitched) {
  sockets[31].refuses = EINVAL;
  sockets[32] = {};
  const auto switched = switch_connectors(3, Light::off, call);
  ASSERT_FALSE(switched);
  EXPECT_THAT(switched.error().message, HasSubstr("Invalid argument"));
  EXPECT_EQ(sockets[32].dpms, 3U);
}

TEST_F(KmsTest, WhereNothingCanBeSwitchedThatIsSaid) {
  sockets[31].has_dpms = false;
  EXPECT_THAT(switch_connectors(3, Light::on, call).error().message, HasSubstr("no DPMS"));
  sockets[31] = {.connected = false};
  EXPECT_THAT(switch_connectors(3, Light::on, call).error().message, HasSubstr("none is connected"));
}

TEST_F(KmsTest, APictureHasAModeMemoryAndLight) {
  EXPECT_TRUE(check_picture(3, {}, call));
  const auto lacks = [&](const Socket& socket) {
    sockets[31] = socket;
    const auto checked = check_picture(3, {}, call);
    return checked ? std::string() : checked.error().message;
  };
  EXPECT_THAT(lacks({.encoder = 0}), HasSubstr("gets no picture: nothing is connected"));
  EXPECT_THAT(lacks({.crtc = 0}), HasSubstr("nothing is connected"));
  EXPECT_THAT(lacks({.has_mode = false}), HasSubstr("no mode"));
  EXPECT_THAT(lacks({.memory = 0}), HasSubstr("no memory"));
  EXPECT_THAT(lacks({.dpms = 3}), HasSubstr("switched off"));
  EXPECT_THAT(lacks({.link = 1}), HasSubstr("its link is broken"));
  EXPECT_EQ(lacks({.dpms = 3, .has_dpms = false}), "") << "it has no switch";
}

TEST_F(KmsTest, OneOfSeveralDisplaysIsEnough) {
  sockets[32] = {.encoder = 0};
  EXPECT_TRUE(check_picture(3, {}, call));
}

/// Where a mode is refused, the console stays on the screen.
TEST_F(KmsTest, WhatWasThereBeforeIsNoPictureOfOurs) {
  const auto before = shown_memory(3, call);
  EXPECT_THAT(before, ElementsAre(7));
  EXPECT_THAT(check_picture(3, before, call).error().message, HasSubstr("what was there before"));
  sockets[31].memory = 8;
  EXPECT_TRUE(check_picture(3, before, call));
  sockets[31].memory = 0;
  EXPECT_THAT(shown_memory(3, call), IsEmpty());
}

TEST_F(KmsTest, WithoutADisplayThereIsNothingToSay) {
  sockets[31].connected = false;
  EXPECT_TRUE(check_picture(3, {}, call));
  sockets.clear();
  EXPECT_TRUE(check_picture(3, {}, call));
}

TEST_F(KmsTest, ADisplayIsAskedForItsModesWhereThatIsWanted) {
  probe_connectors(3, call);
  EXPECT_EQ(sockets[31].asked, 1);
}

}  // namespace
}  // namespace lobby::stage
