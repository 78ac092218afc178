#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/local_time.h"
#include "base/result.h"
#include "config/config.h"
#include "config/notice_file.h"
#include "playlist/show.h"
#include "store/store.h"
#include "trust/minisign.h"

namespace lobby::notices {

/// Whom a signed document of notices is for. It says so itself, so that one signed for one house cannot be shown in
/// another, whichever way it takes.
enum class Audience { all, group, device };

/// By whom signed notices are believed, and who this player is to them.
struct NoticeTrust {
  struct Key {
    std::string key;
    std::string place;  ///< The key of the config, for a message.
    bool operator==(const Key&) const = default;
  };
  std::vector<Key> keys;
  config::Device device;
  TimeZone zone;
  bool operator==(const NoticeTrust&) const = default;
};

NoticeTrust notice_trust(const config::Config& config);

/// The signed notices in force, one document for each audience, from wherever they came. Only what a key of the config
/// signed is ever taken, and never a document older than the last for the same audience; what was taken stays in the
/// store until it expires. Fetch thread.
class Editions {
 public:
  Editions(NoticeTrust trust, store::Store& store);

  struct Edition {
    std::string id;  ///< A name for exactly it.
    config::NoticeDocument document;
  };
  /// At its audience; nothing before the first.
  const std::array<std::optional<Edition>, 3>& in_force() const { return in_force_; }
  /// Whether these bytes are in force already.
  bool holds(const std::string& bytes) const;
  /// Whether there is a key to believe.
  bool trusts_anybody() const { return !keys_.empty(); }

  /// Takes a document into force; what is in force already changes nothing. `from` names its way. Where that way is one
  /// audience's, the document must be for it. One that has expired at `now` says nothing any more and must not take
  /// down what stands; where the clock is not believed that cannot be known. Errs (invalid) with what is wrong.
  Result<void> take(const std::string& bytes, const std::string& signature, const std::string& from,
                    const playlist::Moment& now, std::optional<Audience> to = std::nullopt);

 private:
  Result<Edition> proven(const std::string& bytes, const std::string& signature, const std::string& from) const;
  Result<Audience> audience_of(const config::NoticeDocument& document) const;
  void restore(Audience audience);

  NoticeTrust trust_;
  store::Store& store_;
  std::vector<trust::PublicKey> keys_;
  std::array<std::optional<Edition>, 3> in_force_;
};

}  // namespace lobby::notices
