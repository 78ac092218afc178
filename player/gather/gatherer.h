#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/clock.h"
#include "config/config.h"
#include "content/document.h"
#include "content/snapshot.h"
#include "gather/article_reader.h"
#include "gather/errands.h"
#include "gather/hosts.h"
#include "gather/local_sources.h"
#include "gather/page_judge.h"
#include "gather/picture_fetcher.h"
#include "gather/source_state.h"
#include "host/clock_judge.h"
#include "net/http.h"
#include "notices/notice_board.h"
#include "notices/pushed.h"
#include "store/store.h"

namespace lobby::gather {

/// Gathers the content of all sources: documents, the articles behind them, and pictures, through the store. New
/// content replaces old only after it was proven usable. Belongs to the fetch thread, as do the store and the client.
class Gatherer {
 public:
  using Publish = std::function<void(std::shared_ptr<const content::Snapshot>)>;

  /// `judge` hears what the sources' servers say of the time. `notices` are those that stand already;
  /// `pushed` is where others leave what was pushed.
  Gatherer(std::shared_ptr<const config::Config> config, store::Store& store, net::HttpClient& http, const Clock& clock,
           host::ClockJudge& judge, Publish publish, std::unique_ptr<notices::NoticeBoard> notices = nullptr,
           notices::PushedBox* pushed = nullptr);

  /// What goes over to a gatherer of another config, which stands in for this one from then on: the notices, so that
  /// none is taken down and put up again. Null where that config has others. No request of this one is answered any
  /// more.
  std::unique_ptr<notices::NoticeBoard> board_for(const config::Config& config);
  /// After `restore`: sources that `before` has as well are asked when they would have been. Where it still waits for
  /// something everything is asked anew.
  void keep_pace_of(const Gatherer& before);

  /// Takes what is stored and what lies on this machine, without the network, and publishes it.
  void restore();
  /// Asks the sources that are due and takes what comes, publishing whenever the show gets better; a change on this
  /// machine is seen while requests are on their way. Returns, within some seconds, when it wants to be called again.
  SteadyTime poll();
  /// Until nothing is due or on its way.
  void poll_to_the_end();
  /// Readable when something on this machine has changed; -1 where that cannot be told. Then `poll` is due.
  int descriptor() const { return local_.descriptor(); }
  const std::vector<SourceState>& sources() const { return sources_; }
  /// What there is to show at `now`.
  std::shared_ptr<const content::Snapshot> snapshot(WallTime now) const;

 private:
  void restore(SourceState& source);
  void look_at_local_sources();
  void look_at_notices();
  void take_pushed();
  void start_documents();
  void start_errands();
  void take(net::HttpClient::Finished answer);
  void take_article(const Errand& errand, net::HttpClient::Finished answer);
  Result<void> accept(SourceState& source, Result<net::Response> response);
  Result<void> accept_document(SourceState& source, const std::string& asked, const store::StoredDocument& fresh);
  std::optional<std::string> objection_to(const SourceState& source, const content::Reading& reading);
  void try_feed(SourceState& source, const std::string& linked);
  void refuse_feed(SourceState& source, const std::string& why);
  void finish(SourceState& source, const Result<void>& done, std::optional<std::chrono::seconds> retry_after);
  void report(SourceState& source, const Error& error);
  Result<void> refresh_local(SourceState& source);
  Result<void> refresh_file(SourceState& source);
  void restore_weather(SourceState& source);
  Result<void> refresh_weather_file(SourceState& source);
  Result<void> accept_weather(SourceState& source, const std::string& asked, const store::StoredDocument& fresh);
  Result<void> take_weather(SourceState& source, const store::StoredDocument& document);
  bool show(SourceState& source, std::vector<content::Headline> headlines);
  void send_errands(const SourceState& source);
  void send_for_pictures(const SourceState& source);
  void clean_up();
  void show_changes();
  void publish();
  WallTime believed_time() const;
  SteadyTime next_due() const;
  SteadyTime next_publish() const;

  std::shared_ptr<const config::Config> config_;
  store::Store& store_;
  net::HttpClient& http_;
  const Clock& clock_;
  host::ClockJudge& judge_;
  Publish publish_;
  std::vector<SourceState> sources_;
  Hosts hosts_;
  ArticleReader articles_;
  PictureFetcher pictures_;
  LocalSources local_;
  std::unique_ptr<notices::NoticeBoard> notices_;
  notices::PushedBox* pushed_;
  PageJudge pages_;
  Errands errands_;
  std::mt19937_64 random_;  ///< Boards that were switched on together must not ask together.
  bool changed_ = false;    ///< Since the last publish: something that is shown.
  bool refreshed_ = false;  ///< Since the last publish: only how old it is.
  bool untidy_ = true;      ///< Since the last clean-up.
  SteadyTime published_at_;
  SteadyTime::duration publishing_{};  ///< How long the last publish took.
};

}  // namespace lobby::gather
