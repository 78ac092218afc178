#include "fleet/enrolment_files.h"

#include <algorithm>
#include <span>

#include "base/format.h"
#include "base/hex.h"

namespace lobby::fleet {

namespace {

using config::Enrolment;
using config::Network;
using config::Wifi;
using store::Readers;

constexpr std::string_view enrolment_mark =
    "# Written by lobby-player out of the enrolment; change that file, not this one.\n";

bool says_addresses(const Network& network) { return !network.address.empty() || !network.dns.empty(); }

/// A plain word as it is; else byte by byte, which no sign can spoil.
std::string name_for_network_manager(std::string_view name) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  constexpr std::string_view others = "0123456789-_.";
  const bool plain = letters.contains(name.front()) && std::ranges::all_of(name, [&](char sign) {
                       return letters.contains(sign) || others.contains(sign);
                     });
  if (plain) return std::string(name);
  std::string out;
  for (const char sign : name) out += format("{};", static_cast<unsigned char>(sign));
  return out;
}

/// As GKeyFile reads a text.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char sign : text) {
    if (sign == '\\') out += '\\';
    out += sign == ' ' && out.empty() ? std::string("\\s") : std::string(1, sign);
  }
  return out;
}

std::string addresses_for_network_manager(const Network& network) {
  std::string out = "[ipv4]\n";
  if (network.address.empty()) {
    out += "method=auto\n";
  } else {
    out += format("method=manual\naddress1={}{}{}\n", network.address, network.gateway.empty() ? "" : ",",
                  network.gateway);
  }
  if (!network.dns.empty()) out += format("dns={};\n", fmt::join(network.dns, ";"));
  return out + "\n[ipv6]\nmethod=auto\n";
}

/// A connection that is tried for ever: a portal of the network may be away for days.
std::string connection(std::string_view id, std::string_view type) {
  return format("{}[connection]\nid={}\ntype={}\nautoconnect-priority=10\nautoconnect-retries=0\n\n", enrolment_mark,
                id, type);
}

std::string wifi_for_network_manager(const Wifi& wifi, const Network& network) {
  std::string out = connection("lobby-player-wifi", "wifi");
  out += format("[wifi]\nmode=infrastructure\nssid={}\n{}\n", name_for_network_manager(wifi.name),
                wifi.hidden ? "hidden=true\n" : "");
  if (!wifi.open) out += format("[wifi-security]\nkey-mgmt=wpa-psk\npsk={}\n\n", escaped(wifi.password));
  return out + addresses_for_network_manager(network);
}

std::string wifi_for_supplicant(const Wifi& wifi) {
  constexpr std::size_t digits_of_a_key = 64;
  const std::span name(reinterpret_cast<const std::uint8_t*>(wifi.name.data()), wifi.name.size());
  std::string out = format("{}country={}\nnetwork={{\n  ssid={}\n", enrolment_mark, wifi.country, in_hex(name));
  if (wifi.hidden) out += "  scan_ssid=1\n";
  if (wifi.open) {
    out += "  key_mgmt=NONE\n";
  } else if (wifi.password.size() == digits_of_a_key) {
    out += format("  psk={}\n", wifi.password);
  } else {
    out += format("  psk=\"{}\"\n", wifi.password);
  }
  return out + "}\n";
}

std::string link_for_networkd(const Enrolment& enrolment) {
  const Network& network = enrolment.network;
  std::string out = format("{}[Match]\nType={}\n\n[Network]\n", enrolment_mark, enrolment.wifi ? "wlan" : "ether");
  if (network.address.empty()) {
    out += "DHCP=yes\n";
  } else {
    out += format("Address={}\n", network.address);
    if (!network.gateway.empty()) out += format("Gateway={}\n", network.gateway);
  }
  for (const auto& server : network.dns) out += format("DNS={}\n", server);
  return out;
}

}  // namespace

std::vector<MachineFile> network_files(const Enrolment& enrolment, Networking networking) {
  const auto& [device, remote, wifi, network] = enrolment;
  const bool managed = networking == Networking::network_manager;
  MachineFile radio{"etc/NetworkManager/system-connections/lobby-player-wifi.nmconnection", {}, Readers::owner};
  MachineFile cable{"etc/NetworkManager/system-connections/lobby-player-wired.nmconnection", {}, Readers::owner};
  MachineFile supplicant{"etc/lobby-player/wifi.conf", {}, Readers::owner};
  MachineFile link{"etc/systemd/network/20-lobby-player.network", {}};
  MachineFile country{"etc/modprobe.d/lobby-player.conf", {}};
  MachineFile clock{"etc/systemd/timesyncd.conf.d/lobby-player.conf", {}};
  if (managed && wifi) radio.bytes = wifi_for_network_manager(*wifi, network);
  if (managed && !wifi && says_addresses(network)) {
    cable.bytes = connection("lobby-player-wired", "ethernet") + addresses_for_network_manager(network);
  }
  if (!managed && wifi) supplicant.bytes = wifi_for_supplicant(*wifi);
  if (!managed && (wifi || says_addresses(network))) link.bytes = link_for_networkd(enrolment);
  if (wifi) country.bytes = format("{}options cfg80211 ieee80211_regdom={}\n", enrolment_mark, wifi->country);
  if (!network.time_server.empty()) clock.bytes = format("{}[Time]\nNTP={}\n", enrolment_mark, network.time_server);
  return {radio, cable, supplicant, link, country, clock};
}

std::string hosts_with(std::string_view hosts, std::string_view name) {
  constexpr std::string_view own = "127.0.1.1";
  const std::string line = format("{}\t{}\n", own, name);
  std::string out;
  bool named = false;
  while (!hosts.empty()) {
    const std::size_t end = std::min(hosts.find('\n'), hosts.size());
    const std::string_view old = hosts.substr(0, end);
    hosts.remove_prefix(std::min(end + 1, hosts.size()));
    if (!old.starts_with(own)) {
      out += format("{}\n", old);
    } else if (!named) {
      out += line;
      named = true;
    }
  }
  return named ? out : out + line;
}

}  // namespace lobby::fleet
