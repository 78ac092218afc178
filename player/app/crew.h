#pragma once

#include <filesystem>
#include <memory>

#include "app/bundle_thread.h"
#include "app/clock_judge.h"
#include "app/decode_thread.h"
#include "app/fetch_thread.h"
#include "app/pixel_pool.h"
#include "app/pulse.h"
#include "app/push_thread.h"
#include "app/reload_thread.h"
#include "app/settings.h"
#include "app/show_loop.h"
#include "app/wardrobe.h"
#include "base/clock.h"
#include "stage/events.h"
#include "store/store.h"

namespace lobby::app {

/// The threads beside the render thread, and the places where they meet it and each other. Main thread, once SDL is
/// open.
class Crew {
 public:
  /// All begin to work.
  Crew(const Settings& settings, std::shared_ptr<const Wardrobe> wardrobe, const std::filesystem::path& data,
       std::unique_ptr<store::Store> store, const Clock& clock, ClockJudge& judge, const PixelPool& pool);
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  stage::EventGate& gate() { return gate_; }
  const SnapshotBox& snapshots() const { return snapshots_; }
  const WardrobeBox& wardrobes() const { return wardrobes_; }
  DecodeThread& decoder() { return *decoder_; }
  /// Says what is on the screen to whoever wants to know.
  void shows(const ShowLoop& loop) { loop.tell(pulse_); }
  void shows(const std::string& title) { pusher_->shows(title); }

  /// Ends all threads, or, where one is stuck, the process with that status.
  void leave(int status);

 private:
  stage::EventGate gate_;
  SnapshotBox snapshots_{[this] { gate_.wake(); }};
  WardrobeBox wardrobes_{[this] { gate_.wake(); }};
  PushedBox pushed_;
  Pulse pulse_;
  std::unique_ptr<DecodeThread> decoder_;
  std::unique_ptr<FetchThread> fetcher_;
  std::unique_ptr<BundleThread> bundles_;
  std::unique_ptr<PushThread> pusher_;
  std::unique_ptr<ReloadThread> reloader_;
};

}  // namespace lobby::app
