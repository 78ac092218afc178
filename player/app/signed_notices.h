#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "config/config.h"
#include "config/notice_file.h"
#include "net/http.h"
#include "store/store.h"
#include "trust/minisign.h"

namespace lobby::app {

/// The document of notices that somebody signs on another machine: URL and URL.minisig. Only what the key of the config
/// signed is ever taken, and never an edition older than the last; what was taken stays until it expires, whether the
/// server answers or not. The log says why one is not taken. Fetch thread.
class SignedNotices {
 public:
  SignedNotices(const config::Config& config, store::Store& store);

  /// The document in force and a name for exactly it; nothing before the first.
  struct Edition {
    std::string id;
    config::NoticeDocument document;
  };
  const std::optional<Edition>& edition() const { return edition_; }

  /// The request that is due, or nothing. Its answer goes to `take` before there is another.
  std::optional<net::Request> next_request(SteadyTime now);
  /// When one is due; far away while an answer is on its way.
  SteadyTime due() const;
  void take(Result<net::Response> answer, SteadyTime now);
  /// No answer will come: the client was closed.
  void give_up_request();

 private:
  void take_document(net::Response answer);
  Result<void> take_signature(const net::Response& answer);
  Result<Edition> proven(const std::string& bytes, const std::string& signature) const;
  void restore();

  std::optional<config::NoticeFeed> feed_;
  TimeZone zone_;
  store::Store& store_;
  std::optional<trust::PublicKey> key_;
  std::optional<Edition> edition_;
  std::optional<std::string> waiting_;  ///< A document whose signature is asked for.
  std::string taken_;                   ///< The bytes of the edition.
  std::string etag_;
  std::string last_modified_;
  std::string complaint_;
  int failures_ = 0;
  bool asked_ = false;
  SteadyTime due_ = SteadyTime::min();
};

}  // namespace lobby::app
