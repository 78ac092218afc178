#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "config/config.h"
#include "net/http.h"
#include "notices/editions.h"

namespace lobby::notices {

/// Asks for the document of notices that somebody signs on another machine: URL and URL.minisig. What came goes to the
/// editions, whether the server answers later or not. The log says why one is not taken. Fetch thread.
class SignedNotices {
 public:
  /// The editions outlive this.
  SignedNotices(const config::Config& config, Editions& editions)
      : feed_(config.notice_feed.value_or(config::NoticeFeed())),
        asks_(config.notice_feed && editions.trusts_anybody()),
        editions_(editions) {}

  /// The request that is due, or nothing. Its answer goes to `take` before there is another.
  std::optional<net::Request> next_request(SteadyTime now);
  /// When one is due; far away while an answer is on its way.
  SteadyTime due() const;
  void take(Result<net::Response> answer, const playlist::Moment& now);
  /// No answer will come: the client was closed.
  void give_up_request();
  /// The next request is due at once.
  void ask_now() {
    due_ = SteadyTime::min();
    ask_again_ = asked_;
  }

 private:
  void take_document(net::Response answer);
  std::string name() const;

  config::NoticeFeed feed_;
  bool asks_;
  Editions& editions_;
  std::optional<std::string> waiting_;  ///< A document whose signature is asked for.
  std::string etag_;
  std::string last_modified_;
  std::string complaint_;
  int failures_ = 0;
  bool asked_ = false;
  bool ask_again_ = false;  ///< Once the answer is here: it may be older than what somebody knows of.
  SteadyTime due_ = SteadyTime::min();
};

}  // namespace lobby::notices
