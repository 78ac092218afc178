#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/config.h"
#include "notices/editions.h"

namespace lobby::notices {

/// What the topics of one player are called and mean. Pure; any thread.
class PushTopics {
 public:
  PushTopics(const std::string& prefix, const config::Device& device);

  enum class What { notice, reload };
  struct Meaning {
    What what = What::notice;
    Audience to = Audience::all;
    bool operator==(const Meaning&) const = default;
  };
  /// PREFIX/all/…, PREFIX/group/GROUP/… and PREFIX/DEVICE/…, each with `notice` and `reload`.
  std::vector<std::string> heard() const;
  /// What a message on that topic says; nothing where it is none of them.
  std::optional<Meaning> meaning_of(std::string_view topic) const;
  /// PREFIX/DEVICE/status: where the player says how it is.
  const std::string& status() const { return status_; }
  /// The name by which a broker tells players apart.
  const std::string& client_id() const { return client_id_; }

 private:
  struct Topic {
    std::string name;
    Meaning meaning;
  };
  void add(const std::string& begin, Audience to);

  std::vector<Topic> topics_;
  std::string status_;
  std::string client_id_;
};

}  // namespace lobby::notices
