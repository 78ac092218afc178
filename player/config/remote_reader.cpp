#include "config/remote_reader.h"

#include "base/format.h"

namespace lobby::config {

namespace {

constexpr std::string_view key_form = "the line of a .pub file of minisign that begins with RW";

/// What stands in braces is a name that is known.
void check_places(const MapReader& map, std::string_view url) {
  for (std::size_t at = url.find('{'); at != std::string_view::npos; at = url.find('{', at + 1)) {
    const auto rest = url.substr(at);
    if (rest.starts_with("{device}") || rest.starts_with("{group}")) continue;
    map.report().error(map.place("url"), "'url' has a brace that is neither '{device}' nor '{group}'");
    return;
  }
}

void read_keys(const MapReader& map, Remote& remote) {
  const Node* node = map.require("public_key");
  if (!node) return;
  for (auto& [key, at] : read_public_keys(*node, key_form, map.report())) {
    remote.public_keys.push_back(std::move(key));
    remote.keys_at.push_back(std::move(at));
  }
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

}  // namespace

std::vector<std::pair<std::string, Where>> read_public_keys(const Node& node, std::string_view form, Report& report) {
  constexpr std::size_t most_keys = 10;
  std::vector<std::pair<std::string, Where>> keys;
  for (const Node& entry :
       read_at_most(read_one_or_more(node, "'public_key'", report), most_keys, "'public_key'", report)) {
    const auto key = read_scalar(entry, "'public_key'", verbatim(std::string(form)), report);
    if (key) keys.emplace_back(*key, report.where(entry.at));
  }
  return keys;
}

Device read_device(const Node& node, Report& report) {
  const MapReader map(node, "'device'", {"name", "group"}, report);
  Device device;
  map.read("name", identifier(), device.name);
  map.read("group", identifier(), device.group);
  if (device.name == "all") report.error(map.place("name"), "'all' stands for all players; give this one another name");
  return device;
}

std::optional<Remote> read_remote(const Node& node, Report& report) {
  if (is_nothing(node)) return std::nullopt;
  const MapReader map(node, "'remote'", {"url", "public_key", "every", "probation"}, report);
  if (!map.readable()) return std::nullopt;
  Remote remote;
  if (map.read("url", web_address(), remote.url)) check_places(map, remote.url);
  read_keys(map, remote);
  map.read("every", duration("5s", "7d"), remote.every);
  map.read("probation", duration("2s", "1d"), remote.probation);
  return remote;
}

std::string with_names(std::string text, const Device& device) {
  return replaced(replaced(std::move(text), "{device}", device.name), "{group}", device.group);
}

std::string address_for(const Remote& remote, const Device& device) { return with_names(remote.url, device); }

}  // namespace lobby::config
