#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "config/finding.h"

namespace lobby::config {

/// Which of many players this one is.
struct Device {
  std::string name;   ///< Empty: the host's.
  std::string group;  ///< Empty: in none.
  bool operator==(const Device&) const = default;
};

/// Where this player's bundle is: a signed list of files, configs, themes and fonts among them.
struct Remote {
  std::string
      url;  ///< Of the list; «{device}» and «{group}» stand for those names. Empty: bundles come on sticks only.
  std::vector<std::string> public_keys;  ///< Of minisign, in base64; what none of them signed is not taken.
  std::chrono::seconds every = std::chrono::minutes(5);
  std::chrono::seconds probation = std::chrono::minutes(10);  ///< How long a new bundle must play well.
  std::vector<Where> keys_at =
      {};  ///< Where `public_keys` stand, for whoever finds that one is none; no part of the value.
  bool operator==(const Remote& other) const {
    return url == other.url && public_keys == other.public_keys && every == other.every && probation == other.probation;
  }
};

/// What «{device}» and «{group}» stand for, in their places.
std::string with_names(std::string text, const Device& device);

/// The address with the names in their places; each letter of a name may stand in an address.
std::string address_for(const Remote& remote, const Device& device);

}  // namespace lobby::config
