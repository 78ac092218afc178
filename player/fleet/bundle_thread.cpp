#include "fleet/bundle_thread.h"

#include <algorithm>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "fleet/bundle_trial.h"
#include "fleet/rehearsal.h"
#include "gather/remote.h"
#include "host/places.h"
#include "net/backoff.h"

namespace lobby::fleet {

namespace {

using std::chrono::seconds;

/// How often the show is looked at while it is on probation.
constexpr seconds look_at_show(1);
/// What failed through no fault of its own is tried again after so long.
constexpr std::chrono::hours forgiveness(1);

}  // namespace

BundleThread::BundleThread(Settings settings, const Clock& clock, host::ClockJudge& judge, const show::Pulse& pulse,
                           std::filesystem::path program)
    : settings_(std::move(settings)),
      clock_(clock),
      judge_(judge),
      pulse_(pulse),
      program_(std::move(program)),
      folder_(host::bundle_place()),
      random_(std::random_device{}()) {}

BundleThread::~BundleThread() { finish(); }

void BundleThread::finish() {
  stop();
  if (thread_.joinable()) thread_.join();
}

void BundleThread::start(Use use) {
  const std::scoped_lock lock(mutex_);
  use_ = std::move(use);
  begin();
}

/// Under the lock. A player without bundles has no such thread.
void BundleThread::begin() {
  const bool wanted = settings_.config->remote || (next_ && next_->config->remote);
  if (!use_ || !wanted || ended_ || thread_.joinable()) return;
  http_ = std::make_unique<net::HttpClient>(gather::http_options(*settings_.config));
  thread_ = std::thread([this] { run(); });
}

void BundleThread::change(Settings settings) {
  const std::scoped_lock lock(mutex_);
  next_ = std::move(settings);
  begin();
  if (http_) http_->wake();
}

void BundleThread::ask() {
  const std::scoped_lock lock(mutex_);
  asked_ = true;
  if (http_) http_->wake();
}

void BundleThread::stop() {
  const std::scoped_lock lock(mutex_);
  ended_ = true;
  if (http_) http_->interrupt();
}

/// Of the config in use; while it has none, one that asks nobody.
const config::Remote& BundleThread::remote() const {
  static const config::Remote none;
  return settings_.config->remote ? *settings_.config->remote : none;
}

bool BundleThread::ended() const {
  const std::scoped_lock lock(mutex_);
  return ended_;
}

/// What other threads want. False at the end.
bool BundleThread::take_orders() {
  const std::scoped_lock lock(mutex_);
  if (ended_) return false;
  if (std::exchange(asked_, false)) due_ = clock_.steady();
  std::optional<Settings> next;
  next.swap(next_);
  if (!next) return true;
  const Settings before = std::exchange(settings_, *std::move(next));
  const auto& config = *settings_.config;
  if (config.remote == before.config->remote && config.device == before.config->device &&
      config.ca_file == before.config->ca_file) {
    return true;
  }
  http_ = std::make_unique<net::HttpClient>(gather::http_options(config));
  fetch_ = {};
  due_ = clock_.steady();
  rekeyed_ =
      config.remote && (!before.config->remote || config.remote->public_keys != before.config->remote->public_keys);
  if (!config.remote) probation_.reset();
  return true;
}

/// A trial goes on after a start, unless the config of this machine could not be laid over it.
void BundleThread::resume() {
  BundleState state = folder_.state();
  if (state.trial.empty()) return;
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

void BundleThread::run() {
  if (settings_.config->remote) resume();
  BundleSticks sticks;
  while (take_orders()) {
    if (settings_.config->remote) {
      if (std::exchange(rekeyed_, false)) put_to_use(folder_.state().in_use());
      watch_over();
      // One at a time: what is on trial is judged by nothing but the show, and at once.
      if (!probation_) look_at_sticks(sticks);
      if (!probation_ && clock_.steady() >= due_) look();
    } else {
      due_ = SteadyTime::max();
    }
    const SteadyTime next = probation_ ? clock_.steady() + look_at_show : due_;
    if (!ended()) http_->wait_until(next, sticks.descriptor());
  }
}

std::optional<WallTime> BundleThread::believed_time() const {
  const WallTime now = clock_.wall();
  return judge_.doubt(now, clock_.steady()).empty() ? std::optional(now) : std::nullopt;
}

SteadyTime BundleThread::next_look(bool answered) {
  failures_ = answered ? 0 : failures_ + 1;
  return clock_.steady() + net::next_delay({remote().every, failures_, std::nullopt}, random_());
}

/// Asks for a new bundle, and tries it out where there is one.
void BundleThread::look() {
  if (clock_.steady() >= forgive_at_) forgive();
  if (remote().url.empty()) {
    due_ = SteadyTime::max();
    return;
  }
  const std::string url = config::address_for(remote(), host::named(settings_.config->device));
  if (!fetch_) fetch_ = fetch_over_http(*http_, url);
  const bool answered = take(fetch_, url);
  due_ = next_look(answered);
}

/// The same bundles, brought by hand.
void BundleThread::look_at_sticks(BundleSticks& sticks) {
  for (const auto& folder : sticks.news()) {
    log::info("there is a bundle on a stick: {}", folder.string());
    if (take(fetch_from(folder), folder.string())) {
      log::info("the stick may be pulled");
    } else {
      sticks.forget();
    }
  }
}

/// Tries out what is offered there. False where it was not even read.
bool BundleThread::take(const BundleFetch& fetch, const std::string& from) {
  const bool fails = !settings_.bundle && !folder_.state().in_use().empty();
  const auto pulled = pull(fetch, folder_, remote(), host::named(settings_.config->device), believed_time(),
                           fails ? InUse::fails : InUse::plays);
  if (ended()) return true;
  if (!pulled) {
    object(pulled.error(), from);
    return false;
  }
  complaint_.clear();
  if (const auto& bundle = *pulled) try_out(*bundle);
  return true;
}

/// What may pass is played again.
void BundleThread::forgive() {
  forgive_at_ = SteadyTime::max();
  BundleState state = folder_.state();
  if (!state.refused.may_pass) return;
  std::erase(state.played_out, state.refused.list);
  state.refused = {};
  keep(state);
}

/// What is wrong is said once, as long as it is; what somebody offered and was refused is remembered.
void BundleThread::object(const Objection& objection, const std::string& from) {
  const bool told = std::exchange(complaint_, objection.error.message) == objection.error.message;
  if (!told) log::warning("bundle of {}: {}", from, objection.error.message);
  if (objection.list.empty() && objection.error.kind == ErrorKind::unavailable) return;
  BundleState state = folder_.state();
  refuse(state, {.list = objection.list,
                 .version = objection.version,
                 .reason = objection.error.message,
                 .played = false,
                 .may_pass = false});
  if (state != folder_.state()) keep(state);
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
  put_to_use(pulled.name);
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

bool BundleThread::keep(const BundleState& state) {
  const auto saved = folder_.save(state);
  if (!saved) log::warning("the state of the bundles cannot be kept: {}", saved.error().message);
  return saved.has_value();
}

}  // namespace lobby::fleet
