#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <thread>

#include "app/settings.h"
#include "app/show_loop.h"
#include "net/http.h"
#include "store/store.h"

namespace lobby::app {

/// The thread that owns the network and the store: it publishes what is stored at once, then keeps asking the sources.
class FetchThread {
 public:
  FetchThread(Settings settings, std::unique_ptr<store::Store> store, const Clock& clock, ClockJudge& judge,
              SnapshotBox& snapshots);
  ~FetchThread();
  FetchThread(const FetchThread&) = delete;
  FetchThread& operator=(const FetchThread&) = delete;

  /// Breaks off what is under way; the thread ends soon after.
  void stop() { http_.interrupt(); }

 private:
  void run();
  void remember_clock();

  Settings settings_;
  std::unique_ptr<store::Store> store_;
  const Clock& clock_;
  ClockJudge& judge_;
  SnapshotBox& snapshots_;
  net::HttpClient http_;
  std::thread thread_;
};

}  // namespace lobby::app
