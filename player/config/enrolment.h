#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/finding.h"
#include "config/remote.h"
#include "config/schema.h"

// The file on the boot partition that tells a new board who it is and how it reaches the network. A slip must not pass
// where nobody can log in to mend it: an unknown key is an error. Pure; any thread.
namespace lobby::config {

/// The name of the file; what editors make of it, with another ending, is found as well.
inline constexpr std::string_view enrolment_name = "lobby-player.yaml";

struct Wifi {
  std::string name;      ///< 1 to 32 bytes.
  std::string password;  ///< 8 to 63 characters, or 64 hexadecimal digits; empty: open, or the one on the board.
  bool open = false;
  std::string country;  ///< Two capitals, which say what radio the law allows.
  bool hidden = false;  ///< It does not tell its name.
  bool operator==(const Wifi&) const = default;
};

/// What is set by hand; where nothing is, the network says it (DHCP). Addresses are those of IPv4.
struct Network {
  std::string address;           ///< With the length of its prefix: «192.168.1.40/24».
  std::string gateway;           ///< Empty: none.
  std::vector<std::string> dns;  ///< Besides what the network says.
  std::string time_server;       ///< Empty: that of the system.
  bool operator==(const Network&) const = default;
};

struct Enrolment {
  Device device = {};
  std::optional<Remote> remote = {};
  std::optional<Wifi> wifi = {};
  Network network = {};
  bool operator==(const Enrolment&) const = default;
};

/// YAML with the keys device, remote, wifi and network, one of them at least; UTF-8, or UTF-16 with its mark as old
/// editors write it.
Checked<Enrolment> parse_enrolment(std::string_view bytes, const std::string& file);

enum class Password { kept, blank };
/// The same as a file that reads the same, but for a password that is left out.
std::string written(const Enrolment& enrolment, Password password);

/// The config of a machine that is enrolled so, its device and where its bundles are; empty where it has no `remote`.
std::string machine_config(const Enrolment& enrolment);

/// What parse_enrolment accepts.
Schema enrolment_schema();

}  // namespace lobby::config
