#include "app/hosts.h"

namespace lobby::app {

namespace {

constexpr int patience = 3;
constexpr std::chrono::minutes rest(5);

/// «https://portal.example:8443» of an address.
std::string origin_of(const std::string& url) {
  const auto scheme = url.find("://");
  if (scheme == std::string::npos) return url;
  return url.substr(0, url.find_first_of("/?#", scheme + 3));
}

}  // namespace

bool Hosts::resting(const std::string& url, SteadyTime now) const {
  const auto known = failures_.find(origin_of(url));
  return known != failures_.end() && known->second.in_a_row >= patience && now < known->second.last + rest;
}

void Hosts::answered(const std::string& url) { failures_.erase(origin_of(url)); }

void Hosts::failed(const std::string& url, SteadyTime now) {
  auto& known = failures_[origin_of(url)];
  if (now >= known.last + rest) known.in_a_row = 0;
  ++known.in_a_row;
  known.last = now;
}

}  // namespace lobby::app
