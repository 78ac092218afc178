#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <thread>

#include "base/clock.h"
#include "fleet/bundle_puller.h"
#include "fleet/bundle_sticks.h"
#include "fleet/bundle_trial.h"
#include "fleet/probation.h"
#include "fleet/settings.h"
#include "fleet/start_count.h"
#include "host/clock_judge.h"
#include "net/http.h"
#include "show/pulse.h"

namespace lobby::fleet {

/// Watches over the bundles of this player: asks for a new one, has it rehearsed, puts it to use, and takes it back
/// where the show is not well with it. Has a thread, a client and a folder of its own, so that no portal waits for a
/// server of bundles, and no server of bundles for a portal.
class BundleThread {
 public:
  /// Puts a bundle, or none, below the config; it is called on this thread and does not wait.
  using Use = std::function<void(std::shared_ptr<const Bundle>)>;
  /// Hears how it stands, on this thread, whenever that has changed.
  using Tell = std::function<void(const Standing&)>;

  /// `start` says what folder the bundles are in; `program` is the player, to rehearse with.
  BundleThread(StartCount& start, Settings settings, const Clock& clock, host::ClockJudge& judge,
               const show::Pulse& pulse, std::filesystem::path program = "/proc/self/exe");
  ~BundleThread();
  BundleThread(const BundleThread&) = delete;
  BundleThread& operator=(const BundleThread&) = delete;

  /// Where the config asks for bundles the thread begins, now or with the first config that does.
  void start(Use use, Tell tell = [](const Standing&) {});
  /// Goes on with another config. Any thread.
  void change(Settings settings);
  /// Asks now. Any thread.
  void ask();
  /// How it stands; nothing while no config asks for bundles. Any thread.
  Standing standing() const;
  /// The thread ends soon after. Any thread.
  void stop();
  /// Waits for its end; from then on nothing more is put to use.
  void finish();

 private:
  void begin();
  void run();
  bool take_orders();
  bool ended() const;
  const config::Remote& remote() const;
  void resume();
  void go_on();
  void take_back(BundleState state, const std::string& reason, bool may_pass);
  void look();
  void look_at_sticks(BundleSticks& sticks);
  bool take(const BundleFetch& fetch, const std::string& from);
  void forgive();
  void object(const Objection& objection, const std::string& from);
  void object_no_more();
  Result<void> rehearse(const std::string& name) const;
  bool try_out(const Pulled& pulled);
  bool try_what_lacked(const Pulled& pulled);
  void begin_probation(const BundleState& state);
  void watch_over();
  void put_to_use(const std::string& name);
  bool keep(const BundleState& state);
  void tell();
  SteadyTime next_turn() const;
  SteadyTime next_look(bool answered);
  std::optional<WallTime> believed_time() const;

  StartCount& start_;
  Settings settings_;
  const Clock& clock_;
  host::ClockJudge& judge_;
  const show::Pulse& pulse_;
  std::filesystem::path program_;
  Use use_;
  Tell tell_;
  BundleFolder folder_;
  BundleFetch fetch_;
  std::optional<Probation> probation_;
  std::optional<Settling> settling_;  ///< Of the bundle that was in use at the start.
  SteadyTime due_ = SteadyTime::min();
  SteadyTime forgive_at_ = SteadyTime::min();  ///< Then what may pass is played again: at the start, and later.
  std::string complaint_;
  int failures_ = 0;
  bool rekeyed_ = false;  ///< The keys of the config are others than before.
  config::Device unfit_;  ///< What the bundle in use has for a player of that name was tried, and is not used.
  std::mt19937_64 random_;
  mutable std::mutex mutex_;               ///< Of what is below, which other threads reach.
  std::unique_ptr<net::HttpClient> http_;  ///< Null until the thread begins.
  std::optional<Settings> next_;
  Standing standing_;
  bool asked_ = false;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace lobby::fleet
