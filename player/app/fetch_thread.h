#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "app/gatherer.h"
#include "app/settings.h"
#include "app/show_loop.h"
#include "net/http.h"
#include "store/store.h"

namespace lobby::app {

/// The thread that owns the network and the store: it publishes what is stored at once, then keeps asking the sources.
class FetchThread {
 public:
  FetchThread(Settings settings, std::unique_ptr<store::Store> store, const Clock& clock, ClockJudge& judge,
              SnapshotBox& snapshots, PushedBox& pushed);
  ~FetchThread();
  FetchThread(const FetchThread&) = delete;
  FetchThread& operator=(const FetchThread&) = delete;

  /// Goes on with another config soon: what is under way is broken off, what is stored stays. Any thread.
  void change(Settings settings);
  /// Breaks off what is under way; the thread ends soon after. Any thread.
  void stop();

 private:
  void run();
  std::unique_ptr<Gatherer> restored(net::HttpClient& http, Gatherer* before);
  std::optional<Settings> next_settings();
  void use(std::unique_ptr<net::HttpClient> http);
  void remember_clock();

  Settings settings_;  ///< In use.
  std::unique_ptr<store::Store> store_;
  const Clock& clock_;
  ClockJudge& judge_;
  SnapshotBox& snapshots_;
  PushedBox& pushed_;
  std::mutex mutex_;  ///< Of the three below, which other threads reach.
  std::unique_ptr<net::HttpClient> http_;
  std::optional<Settings> next_;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace lobby::app
