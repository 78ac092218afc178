#include "config/push.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "config/reader.h"

namespace lobby::config {

namespace {

constexpr int encrypted_port = 8883;
constexpr int plain_port = 1883;
constexpr std::size_t longest_topic = 200;

std::optional<int> port_of(std::string_view text) {
  int port = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, port);
  const bool right = error == std::errc() && stop == end && port >= 1 && port <= 65535;
  return right ? std::optional(port) : std::nullopt;
}

/// What is left of an address after its scheme: a host, or an address of IPv6 in brackets, and perhaps a port.
std::optional<BrokerAddress> parse_place(std::string_view place, BrokerAddress address) {
  std::string_view port;
  if (place.starts_with('[')) {
    const std::size_t end = place.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    address.host = place.substr(1, end - 1);
    port = place.substr(end + 1);
  } else {
    const std::size_t end = std::min(place.find(':'), place.size());
    address.host = place.substr(0, end);
    port = place.substr(end);
  }
  if (address.host.empty() || address.host.find_first_of(" \t\r\n/@?#") != std::string::npos) return std::nullopt;
  if (port.empty()) return address;
  const auto number = port.starts_with(':') ? port_of(port.substr(1)) : std::nullopt;
  if (!number) return std::nullopt;
  address.port = *number;
  return address;
}

Scalar<BrokerAddress> broker_address() {
  return {"an address such as mqtts://broker.example:8883",
          [](std::string_view text) -> std::optional<BrokerAddress> {
            constexpr std::string_view encrypted = "mqtts://";
            constexpr std::string_view plain = "mqtt://";
            if (text.starts_with(encrypted)) {
              return parse_place(text.substr(encrypted.size()), {"", encrypted_port, true});
            }
            if (text.starts_with(plain)) return parse_place(text.substr(plain.size()), {"", plain_port, false});
            return std::nullopt;
          },
          {},
          form_of_pattern(R"(^mqtts?://(\[[^\s/@?#\]]+\]|[^\s/@?#:\[\]]+)(:[0-9]{1,5})?$)")};
}

/// Letters of ASCII without spaces, wildcards, and braces but those of the two names.
bool is_plain_topic(std::string_view text) {
  while (!text.empty()) {
    const bool is_name = text.starts_with("{device}") || text.starts_with("{group}");
    const char letter = text.front();
    const bool is_plain =
        letter > ' ' && letter < 0x7F && std::string_view("+#{}").find(letter) == std::string_view::npos;
    if (!is_name && !is_plain) return false;
    text.remove_prefix(is_name ? text.find('}') + 1 : 1);
  }
  return true;
}

Scalar<std::string> topic_prefix() {
  return {
      "the beginning of topics, such as lobby or van-lam/{group}: a letter first, no spaces or marks, no + or #, no "
      "braces but {device} and {group}, no / last",
      [](std::string_view text) -> std::optional<std::string> {
        const auto is_letter = [](char letter) {
          return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        };
        const bool right = !text.empty() && text.size() <= longest_topic && is_letter(text.front()) &&
                           text.back() != '/' && is_plain_topic(text);
        return right ? std::optional(std::string(text)) : std::nullopt;
      },
      {},
      form_of_pattern(
          R"(^(?!.{201})[A-Za-z](([!-"$-*,-z|~]|\{device\}|\{group\})*([!-"$-*,-.0-z|~]|\{device\}|\{group\}))?$)")};
}

}  // namespace

std::optional<Push> read_push(const Node& node, Report& report) {
  if (is_nothing(node)) return std::nullopt;
  const MapReader map(node, "'push'", {"broker", "user", "password_file", "topic", "public_key"}, report);
  if (!map.readable()) return std::nullopt;
  Push push;
  const bool known = map.require("broker", broker_address(), push.broker);
  if (known && !push.broker.encrypted) {
    report.warning(map.place("broker"),
                   "without TLS others on the way can read along, suppress notices and see the "
                   "password; write mqtts:// where the broker can do it");
  }
  map.read("user", verbatim("the name of a user"), push.user);
  if (const auto password = std::ranges::find(node.entries, "password", &MapEntry::key);
      password != node.entries.end()) {
    report.error(password->at,
                 "a config is copied and kept, so it holds no password; write it into a file that only the player can "
                 "read, and name that in 'password_file'");
  }
  if (std::string file; map.read("password_file", verbatim("the path of a file"), file)) push.password_file = file;
  if (!push.password_file.empty() && push.user.empty()) {
    report.error(map.place("password_file"), "a password without a 'user' is of no use; name the user, too");
  }
  map.read("topic", topic_prefix(), push.topic);
  map.read("public_key", verbatim("the line of a .pub file of minisign that begins with RW"), push.public_key);
  push.key_at = report.where(map.place("public_key"));
  return push;
}

}  // namespace lobby::config
