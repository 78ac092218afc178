#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "config/yaml.h"

namespace lobby::config {

class Report;

/// An address as mqtts://broker.example:8883.
struct BrokerAddress {
  std::string host;
  int port = 0;
  bool encrypted = true;  ///< By TLS.
  bool operator==(const BrokerAddress&) const = default;
};

/// A broker of MQTT that says at once what would otherwise be found at the next look.
struct Push {
  BrokerAddress broker;
  std::string user;
  std::filesystem::path password_file;  ///< As written; empty: there is no password.
  std::string topic = "lobby";          ///< What topics begin with; «{device}» and «{group}» stand for those names.
  std::string public_key;               ///< Of minisign; empty: only that of the notice feed may sign notices.
  Where key_at = {};                    ///< Where `public_key` stands; no part of the value.
  bool operator==(const Push& other) const {
    return broker == other.broker && user == other.user && password_file == other.password_file &&
           topic == other.topic && public_key == other.public_key;
  }
};

/// Reads `push`. That the key is one of minisign is for its user to find.
std::optional<Push> read_push(const Node& node, Report& report);

}  // namespace lobby::config
