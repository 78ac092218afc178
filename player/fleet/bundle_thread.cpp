#include "fleet/bundle_thread.h"

#include <algorithm>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "fleet/bundle_trial.h"
#include "gather/remote.h"
#include "net/backoff.h"

namespace lobby::fleet {

namespace {

using std::chrono::seconds;

/// How often the show is looked at while it is on probation.
constexpr seconds look_at_show(1);
constexpr seconds look_at_start(10);

}  // namespace

BundleThread::BundleThread(StartCount& start, Settings settings, const Clock& clock, host::ClockJudge& judge,
                           const show::Pulse& pulse, std::filesystem::path program)
    : start_(start),
      settings_(std::move(settings)),
      clock_(clock),
      judge_(judge),
      pulse_(pulse),
      program_(std::move(program)),
      folder_(start.folder()),
      random_(std::random_device{}()) {}

BundleThread::~BundleThread() { finish(); }

void BundleThread::finish() {
  stop();
  if (thread_.joinable()) thread_.join();
}

void BundleThread::start(Use use, Tell tell) {
  const std::scoped_lock lock(mutex_);
  use_ = std::move(use);
  tell_ = std::move(tell);
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

Standing BundleThread::standing() const {
  const std::scoped_lock lock(mutex_);
  return standing_;
}

void BundleThread::tell() {
  const auto standing = settings_.config->remote ? standing_of(folder_.state()) : Standing();
  {
    const std::scoped_lock lock(mutex_);
    if (standing_ == standing) return;
    standing_ = standing;
  }
  tell_(standing);
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
  if (!config.remote) {
    probation_.reset();
    settling_.reset();
  }
  return true;
}

void BundleThread::run() {
  if (settings_.config->remote) resume();
  tell();
  BundleSticks sticks;
  while (take_orders()) {
    if (settings_.config->remote) {
      if (std::exchange(rekeyed_, false)) go_on();
      watch_over();
      // One at a time: what is on trial is judged by nothing but the show, and at once.
      if (!probation_) look_at_sticks(sticks);
      if (!probation_ && clock_.steady() >= due_) look();
    } else {
      due_ = SteadyTime::max();
      tell();
    }
    if (!ended()) http_->wait_until(next_turn(), sticks.descriptor());
  }
}

SteadyTime BundleThread::next_turn() const {
  if (probation_) return clock_.steady() + look_at_show;
  return settling_ ? std::min(due_, clock_.steady() + std::min(look_at_start, remote().probation)) : due_;
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
  const auto hear = [this](const net::Response& answer) { judge_.hear(answer, clock_.steady()); };
  if (!fetch_) fetch_ = fetch_over_http(*http_, url, hear);
  // A query may hold a token, which is nothing for a log.
  const bool answered = take(fetch_, url.substr(0, url.find('?')));
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
  const auto device = host::named(settings_.config->device);
  const bool fails = !settings_.bundle && !folder_.state().in_use().empty();
  const auto in_use = fails ? InUse::fails : device == unfit_ ? InUse::stays : InUse::plays;
  const auto pulled = pull(fetch, folder_, remote(), device, believed_time(), in_use);
  if (ended()) return true;
  if (!pulled) {
    object(pulled.error(), from);
    return false;
  }
  if (*pulled) return try_out(**pulled);
  object_no_more();
  return true;
}

void BundleThread::forgive() {
  forgive_at_ = SteadyTime::max();
  BundleState state = folder_.state();
  if (lobby::fleet::forgive(state)) keep(state);
}

/// What is wrong is said once, as long as it is; what somebody offers and is refused is remembered, and nothing but
/// that: it is no more than the word of whoever answers there.
void BundleThread::object(const Objection& objection, const std::string& from) {
  const bool told = std::exchange(complaint_, objection.error.message) == objection.error.message;
  if (!told) log::warning("bundle of {}: {}", from, objection.error.message);
  if (objection.list.empty() && objection.error.kind == ErrorKind::unavailable) return;
  BundleState state = folder_.state();
  state.objected = {"", objection.version, objection.error.message};
  if (state != folder_.state()) keep(state);
}

void BundleThread::object_no_more() {
  complaint_.clear();
  BundleState state = folder_.state();
  if (state.objected == Refusal()) return;
  state.objected = {};
  keep(state);
}

}  // namespace lobby::fleet
