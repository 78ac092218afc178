#include <algorithm>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "fleet/bundle_thread.h"
#include "fleet/bundle_trial.h"
#include "fleet/rehearsal.h"

// What becomes of a bundle that has been fetched.
namespace lobby::fleet {

namespace {

/// What failed through no fault of its own is tried again after so long.
constexpr std::chrono::hours forgiveness(1);
/// So long a bundle that has proven itself must play after a start before nothing is held against it.
constexpr std::chrono::seconds settles_in = std::chrono::minutes(10);

}  // namespace

/// A trial goes on after a start, unless the config of this machine could not be laid over it.
void BundleThread::resume() {
  BundleState state = folder_.state();
  if (state.trial.empty()) {
    if (settings_.bundle)
      settling_.emplace(settings_.bundle->folder.string(), std::min(settles_in, remote().probation));
    return;
  }
  const bool plays = settings_.bundle && settings_.bundle->name == state.trial;
  if (!plays) return take_back(std::move(state), "the config of this machine does not go with it", true);
  show::Vitals before = pulse_.vitals();
  before.content = state.had_content;
  before.sources = state.had_sources;
  probation_.emplace(settings_.bundle->folder.string(), before, clock_.steady(), remote().probation);
}

/// The good one is in use again.
void BundleThread::take_back(BundleState state, const std::string& reason, bool may_pass) {
  log::error("bundle {} is taken back: {}", state.trial, reason);
  lobby::fleet::take_back(state, refusal_of(folder_, state.trial, reason, may_pass));
  if (may_pass) forgive_at_ = clock_.steady() + forgiveness;
  keep(state);
  put_to_use(state.good);
}

void BundleThread::try_out(const Pulled& pulled) {
  BundleState state = folder_.state();
  if (pulled.name == state.in_use()) return put_to_use(pulled.name);
  const auto rehearsed =
      rehearse_apart(program_, settings_.file, folder_.place_of(pulled.name), [this] { return ended(); });
  if (ended()) return;
  if (!rehearsed) {
    log::error("bundle {} is refused: {}", pulled.name, rehearsed.error().message);
    auto refusal = refusal_of(folder_, pulled.name, rehearsed.error().message, false);
    refusal.played = rehearsed.error().kind == ErrorKind::invalid;
    const bool played = refusal.played;
    refuse(state, std::move(refusal));
    if (keep(state) && played) folder_.tidy(state);
    return;
  }
  const show::Vitals before = pulse_.vitals();
  begin_trial(state, pulled.name, before);
  if (const auto saved = folder_.save(state); !saved) {
    log::warning("bundle {} is not put on trial: {}", pulled.name, saved.error().message);
    return;
  }
  tell();
  put_to_use(pulled.name);
  settling_.reset();
  probation_.emplace(folder_.place_of(pulled.name).string(), before, clock_.steady(), remote().probation);
}

/// What the keys that count have not signed is not used, as it would not be after a start.
void BundleThread::put_to_use(const std::string& name) {
  if (name.empty()) return use_(nullptr);
  const auto keys = keys_in_use(folder_.state(), remote());
  auto bundle = load_bundle(folder_.place_of(name), keys);
  if (!bundle) {
    log::error("bundle {} cannot be used: {}", name, bundle.error().message);
    return use_(nullptr);
  }
  use_(std::make_shared<const Bundle>(*std::move(bundle)));
}

void BundleThread::watch_over() {
  if (settling_ && settling_->is_over(pulse_.vitals(), clock_.steady())) {
    start_.is_well();
    settling_.reset();
  }
  if (!probation_) return;
  const auto judgement = probation_->judge(pulse_.vitals(), clock_.steady());
  if (judgement.verdict == Probation::Verdict::none) return;
  probation_.reset();
  BundleState state = folder_.state();
  const std::string name = state.trial;
  const auto bundle = load_bundle(folder_.place_of(name), keys_in_use(state, remote()));
  if (judgement.verdict == Probation::Verdict::passed && bundle) {
    end_trial(state, bundle->manifest, remote());
    log::info("bundle {} is good", name);
    if (keep(state)) folder_.tidy(state);
    return;
  }
  take_back(std::move(state), bundle ? judgement.reason : bundle.error().message, judgement.may_pass);
}

/// False where it holds until the next boot only, or until the player ends.
bool BundleThread::keep(const BundleState& state) {
  const auto saved = folder_.save(state);
  if (!saved) {
    log::warning("the state of the bundles cannot be kept: {}", saved.error().message);
    folder_.hold(state);
  }
  tell();
  return saved.has_value();
}

}  // namespace lobby::fleet
