#include "gather/hosts.h"

#include <algorithm>

namespace lobby::gather {

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
  if (known == failures_.end()) return false;
  const Failures& failures = known->second;
  return now < failures.until || (failures.in_a_row >= patience && now < failures.last + rest);
}

void Hosts::answered(const std::string& url) {
  if (const auto known = failures_.find(origin_of(url)); known != failures_.end()) known->second.in_a_row = 0;
}

void Hosts::failed(const std::string& url, SteadyTime now) {
  auto& known = failures_[origin_of(url)];
  if (now >= known.last + rest) known.in_a_row = 0;
  ++known.in_a_row;
  known.last = now;
}

void Hosts::heard(const std::string& url, const net::HttpClient::Finished& answer, SteadyTime now) {
  constexpr std::chrono::seconds longest = std::chrono::hours(24);
  if (answer.response || answer.response.error().kind != ErrorKind::unavailable) return answered(url);
  failed(url, now);
  if (answer.retry_after) failures_[origin_of(url)].until = now + std::min(longest, *answer.retry_after);
}

}  // namespace lobby::gather
