#include "notices/push_topics.h"

#include <algorithm>

namespace lobby::notices {

PushTopics::PushTopics(const std::string& prefix, const config::Device& device)
    : status_(prefix + "/" + device.name + "/status"), client_id_(prefix + "-" + device.name) {
  // Mosquitto trusts no pattern of a right to a client in whose name a slash could lead into another topic.
  std::ranges::replace(client_id_, '/', '-');
  add(prefix + "/all", Audience::all);
  if (!device.group.empty()) add(prefix + "/group/" + device.group, Audience::group);
  add(prefix + "/" + device.name, Audience::device);
}

void PushTopics::add(const std::string& begin, Audience to) {
  topics_.push_back({begin + "/notice", {What::notice, to}});
  topics_.push_back({begin + "/reload", {What::reload, to}});
}

std::vector<std::string> PushTopics::heard() const {
  std::vector<std::string> names;
  for (const auto& topic : topics_) names.push_back(topic.name);
  return names;
}

std::optional<PushTopics::Meaning> PushTopics::meaning_of(std::string_view topic) const {
  const auto found = std::ranges::find(topics_, topic, &Topic::name);
  return found == topics_.end() ? std::nullopt : std::optional(found->meaning);
}

}  // namespace lobby::notices
