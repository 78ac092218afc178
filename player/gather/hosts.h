#pragma once

#include <map>
#include <string>

#include "base/clock.h"
#include "net/http.h"

namespace lobby::gather {

/// Hosts that do not answer are left alone for a while: ten articles of a portal that is down must not cost ten
/// timeouts, during which other sources wait. Pure; fetch thread.
class Hosts {
 public:
  /// Whether the host of this URL failed several times in a row, a short while ago.
  bool resting(const std::string& url, SteadyTime now) const;
  void answered(const std::string& url);
  void failed(const std::string& url, SteadyTime now);
  /// Takes from an answer how its host is. One that says «not found» or «too large» is well; one that asks for a pause
  /// (Retry-After) has it.
  void heard(const std::string& url, const net::HttpClient::Finished& answer, SteadyTime now);

 private:
  struct Failures {
    int in_a_row = 0;
    SteadyTime last;
    SteadyTime until;  ///< Of a pause that it asked for.
  };
  std::map<std::string, Failures> failures_;  ///< By scheme, host and port.
};

}  // namespace lobby::gather
