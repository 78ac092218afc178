#pragma once

#include <filesystem>
#include <memory>

#include "app/caretaker.h"
#include "app/fetch_thread.h"
#include "app/push_thread.h"
#include "app/reload_thread.h"
#include "base/clock.h"
#include "fleet/bundle_thread.h"
#include "fleet/settings.h"
#include "fleet/start_count.h"
#include "host/clock_judge.h"
#include "show/decode_thread.h"
#include "show/pulse.h"
#include "show/show_loop.h"
#include "stage/display.h"
#include "stage/events.h"
#include "store/store.h"
#include "theme/wardrobe.h"

namespace lobby::app {

/// What slides may have on that display.
show::PixelPool pool_of(const stage::Display& display, const config::Config& config);

/// The threads beside the render thread, and the places where they meet it and each other. Main thread.
class Crew {
 public:
  /// Those begin to work that need no display and no theme: what is stored is read, and the decoder waits, while these
  /// two are opened.
  Crew(fleet::StartCount& start, const fleet::Settings& settings, std::unique_ptr<store::Store> store,
       const Clock& clock, host::ClockJudge& judge, const stage::Display& display);
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  /// So do the others. Once, before anything below.
  void begin(const fleet::Settings& settings, std::shared_ptr<const theme::Wardrobe> wardrobe,
             const std::filesystem::path& data);

  stage::EventGate& gate() { return gate_; }
  const show::SnapshotBox& snapshots() const { return snapshots_; }
  const theme::WardrobeBox& wardrobes() const { return wardrobes_; }
  show::DecodeThread& decoder() { return *decoder_; }
  Caretaker& caretaker() { return *caretaker_; }
  /// Says what is on the screen to whoever wants to know.
  void shows(const show::ShowLoop& loop) { loop.tell(pulse_); }
  void is_dark() { pulse_.is_dark(); }
  void shows(const std::string& title) { pusher_->shows(title); }

  /// Ends all threads, or, where one is stuck, the process with that status.
  void leave(int status);

 private:
  void add_facts(BoardStatus& status);

  fleet::StartCount& start_;
  const stage::Display& display_;
  const Clock& clock_;
  const host::ClockJudge& judge_;
  SteadyTime began_;
  std::optional<std::uint64_t> cache_bytes_;  ///< How many there were; the caretaker's.
  SteadyTime counted_;                        ///< When that was; the caretaker's.
  stage::EventGate gate_;
  show::SnapshotBox snapshots_{[this] { gate_.wake(); }};
  theme::WardrobeBox wardrobes_{[this] { gate_.wake(); }};
  notices::PushedBox pushed_;
  show::Pulse pulse_;
  std::unique_ptr<show::DecodeThread> decoder_;
  std::unique_ptr<FetchThread> fetcher_;
  std::unique_ptr<fleet::BundleThread> bundles_;
  std::unique_ptr<PushThread> pusher_;
  std::unique_ptr<ReloadThread> reloader_;
  std::unique_ptr<Caretaker> caretaker_;
};

}  // namespace lobby::app
