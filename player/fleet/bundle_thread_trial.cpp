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
  begin_probation(state);
}

/// After the config asked nobody, or trusted others: what is in use is so again, where that is still proven.
void BundleThread::go_on() {
  const BundleState state = folder_.state();
  put_to_use(state.in_use());
  if (!state.trial.empty() && !probation_) begin_probation(state);
}

void BundleThread::begin_probation(const BundleState& state) {
  show::Vitals before = pulse_.vitals();
  before.content = state.had_content;
  before.sources = state.had_sources;
  probation_.emplace(folder_.place_of(state.trial).string(), before, clock_.steady(), remote().probation);
}

/// The good one is in use again.
void BundleThread::take_back(BundleState state, const std::string& reason, bool may_pass) {
  log::error("bundle {} is taken back: {}", state.trial, reason);
  lobby::fleet::take_back(state, refusal_of(folder_, state.trial, reason, may_pass));
  if (may_pass) forgive_at_ = clock_.steady() + forgiveness;
  keep(state);
  put_to_use(state.good);
}

Result<void> BundleThread::rehearse(const std::string& name) const {
  return rehearse_apart(program_, settings_.file, folder_.place_of(name), [this] { return ended(); });
}

/// False where whether it is good is not known yet.
bool BundleThread::try_out(const Pulled& pulled) {
  BundleState state = folder_.state();
  if (pulled.name == state.in_use()) return try_what_lacked(pulled);
  const auto rehearsed = rehearse(pulled.name);
  if (ended()) return true;
  if (!rehearsed && rehearsed.error().kind == ErrorKind::unavailable) {
    object({rehearsed.error(), pulled.list, pulled.version}, pulled.name);
    return false;
  }
  complaint_.clear();
  if (!rehearsed) {
    log::error("bundle {} is refused: {}", pulled.name, rehearsed.error().message);
    refuse(state, refusal_of(folder_, pulled.name, rehearsed.error().message, false));
    if (keep(state)) folder_.tidy(state);
    return true;
  }
  begin_trial(state, pulled.name, pulse_.vitals());
  if (const auto saved = folder_.save(state); !saved) {
    log::warning("bundle {} is not put on trial: {}", pulled.name, saved.error().message);
    return false;
  }
  tell();
  put_to_use(pulled.name);
  settling_.reset();
  begin_probation(state);
  return true;
}

/// The bundle in use, with what it has for a player of the name or group that this one has now. It has proven itself
/// without that, so it stays in use without it where it is not well with it.
bool BundleThread::try_what_lacked(const Pulled& pulled) {
  const auto rehearsed = pulled.lacked.empty() ? Result<void>() : rehearse(pulled.name);
  if (ended()) return true;
  if (rehearsed) {
    put_to_use(pulled.name);
    return true;
  }
  std::error_code gone;
  for (const auto& path : pulled.lacked) std::filesystem::remove(folder_.place_of(pulled.name) / path, gone);
  object({rehearsed.error(), "", pulled.version}, format("{}, as it is for this player", pulled.name));
  if (rehearsed.error().kind == ErrorKind::unavailable) return false;
  unfit_ = host::named(settings_.config->device);
  return true;
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
    end_trial(state, bundle->manifest, remote(), pulse_.vitals());
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
