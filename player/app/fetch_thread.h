#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "app/board_status.h"
#include "base/latest.h"
#include "fleet/settings.h"
#include "gather/gatherer.h"
#include "net/http.h"
#include "show/show_loop.h"
#include "store/store.h"

namespace lobby::app {

/// The thread that owns the network and the store: it publishes what is stored at once, then keeps asking the sources.
class FetchThread {
 public:
  FetchThread(fleet::Settings settings, std::unique_ptr<store::Store> store, const Clock& clock,
              host::ClockJudge& judge, show::SnapshotBox& snapshots, notices::PushedBox& pushed);
  ~FetchThread();
  FetchThread(const FetchThread&) = delete;
  FetchThread& operator=(const FetchThread&) = delete;

  /// Goes on with another config soon: what is under way is broken off, what is stored stays. Any thread.
  void change(fleet::Settings settings);
  /// How the sources were some seconds ago; null before the first look. Any thread.
  std::shared_ptr<const std::vector<SourceStatus>> sources() const { return sources_.get(); }
  /// Breaks off what is under way; the thread ends soon after. Any thread.
  void stop();

 private:
  void run();
  std::unique_ptr<gather::Gatherer> restored(net::HttpClient& http, gather::Gatherer* before);
  std::optional<fleet::Settings> next_settings();
  void use(std::unique_ptr<net::HttpClient> http);
  void remember_clock();
  void tell_sources(const gather::Gatherer& gatherer);

  fleet::Settings settings_;  ///< In use.
  std::unique_ptr<store::Store> store_;
  const Clock& clock_;
  host::ClockJudge& judge_;
  show::SnapshotBox& snapshots_;
  notices::PushedBox& pushed_;
  Latest<std::vector<SourceStatus>> sources_;
  SteadyTime tell_sources_at_;
  std::mutex mutex_;  ///< Of the three below, which other threads reach.
  std::unique_ptr<net::HttpClient> http_;
  std::optional<fleet::Settings> next_;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace lobby::app
