#include "kiosk/connectors.h"

#include <linux/netlink.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>

#include "kiosk/sysfs.h"

namespace lobby::kiosk {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(const fs::path& file) {
  std::ifstream stream(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// The kernel links to the bus over which it asks the display: «ddc -> ../../../i2c-2».
fs::path bus_of(const fs::path& folder) {
  std::error_code none;
  const std::string bus = fs::read_symlink(folder / "ddc", none).filename();
  return bus.starts_with("i2c-") ? fs::path("/dev") / bus : fs::path();
}

/// «card0-HDMI-A-1». A card itself, a node for rendering and what only writes to memory lead to no display.
std::optional<Connector> connector_in(const fs::path& folder) {
  const std::string entry = folder.filename();
  constexpr std::string_view mark = "card";
  const std::size_t dash = entry.find('-');
  if (!entry.starts_with(mark) || dash == std::string::npos) return std::nullopt;
  const auto card = number(std::string_view(entry).substr(mark.size(), dash - mark.size()));
  Connector connector{.name = entry.substr(dash + 1)};
  if (!card || connector.name.starts_with("Writeback")) return std::nullopt;
  connector.card = *card;
  connector.connected = word_in(folder / "status") == "connected";
  connector.modes = lines_of(folder / "modes");
  connector.power = word_in(folder / "dpms").value_or("");
  connector.has_edid = std::ifstream(folder / "edid").peek() != std::ifstream::traits_type::eof();
  connector.id = number_in(folder / "connector_id");
  connector.i2c = bus_of(folder);
  return connector;
}

}  // namespace

std::vector<Connector> connectors(const fs::path& sys) {
  std::vector<Connector> all;
  for (const auto& entry : entries_of(sys / "class" / "drm")) {
    if (auto connector = connector_in(entry)) all.push_back(*std::move(connector));
  }
  std::ranges::sort(all, [](const Connector& one, const Connector& other) {
    return std::tie(one.card, one.id, one.name) < std::tie(other.card, other.id, other.name);
  });
  return all;
}

const Connector* connector_in_use(const std::vector<Connector>& all) {
  const auto asked = [](const Connector& one) { return one.connected && !one.modes.empty(); };
  auto found = std::ranges::find_if(all, asked);
  if (found == all.end()) found = std::ranges::find_if(all, &Connector::connected);
  return found == all.end() ? nullptr : &*found;
}

std::optional<Size> size_of_mode(std::string_view mode) {
  if (mode.ends_with('i')) mode.remove_suffix(1);
  const std::size_t by = mode.find('x');
  if (by == std::string_view::npos) return std::nullopt;
  const auto width = number(mode.substr(0, by));
  const auto height = number(mode.substr(by + 1));
  if (!width || !height || *width <= 0 || *height <= 0) return std::nullopt;
  return Size{*width, *height};
}

bool is_about_displays(std::string_view message) {
  using namespace std::string_view_literals;
  return message.contains("\0SUBSYSTEM=drm\0"sv) || message.ends_with("\0SUBSYSTEM=drm"sv);
}

HotplugEar::HotplugEar() {
  socket_ = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_KOBJECT_UEVENT);
  if (socket_ < 0) return;
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  address.nl_groups = 1;  // What the kernel says itself; 2 is what udev adds.
  if (bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return;
  close(socket_);
  socket_ = -1;
}

HotplugEar::~HotplugEar() {
  if (socket_ >= 0) close(socket_);
}

bool HotplugEar::heard() {
  bool about_displays = false;
  std::array<char, 8192> message;
  while (true) {
    const auto size = recv(socket_, message.data(), message.size(), MSG_DONTWAIT);
    if (size < 0 && errno == ENOBUFS) about_displays = true;  // Some of it was lost: better look.
    if (size <= 0 && errno != ENOBUFS) return about_displays;
    if (size > 0) about_displays |= is_about_displays({message.data(), static_cast<std::size_t>(size)});
  }
}

}  // namespace lobby::kiosk
