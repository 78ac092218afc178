#include "app/fetch_thread.h"

#include <utility>

#include "base/log.h"
#include "fleet/last_good.h"
#include "gather/remote.h"
#include "gather/store_health.h"
#include "host/disk_use.h"
#include "host/memory.h"
#include "host/priority.h"

namespace lobby::app {

namespace {

/// Says once a day how much was written: SD cards wear out by it.
class DailyReport {
 public:
  explicit DailyReport(SteadyTime now) : due_(now + std::chrono::hours(24)), written_(host::bytes_written()) {}

  void at(SteadyTime now) {
    if (now < due_) return;
    due_ = now + std::chrono::hours(24);
    const auto written = host::bytes_written();
    if (written && written_) log::info("written to disk in 24 hours: {} KiB", (*written - *written_) / 1024);
    written_ = written;
  }

 private:
  SteadyTime due_;
  std::optional<std::uint64_t> written_;
};

/// Documents are read in pieces of every size, and leave holes between what is kept. They go back to the system once
/// the reading has come to rest, and not after each of two hundred sources.
class HeapTidier {
 public:
  void at(SteadyTime now, SteadyTime next_work) {
    constexpr std::chrono::minutes between(10);
    constexpr std::chrono::seconds rest(1);
    if (next_work < now + rest || (tidied_ && now < *tidied_ + between)) return;
    tidied_ = now;
    host::give_back_free_memory();
  }

 private:
  std::optional<SteadyTime> tidied_;
};

/// What is published while not everything is read yet.
struct Held {
  bool holding = false;
  std::shared_ptr<const content::Snapshot> newest;
};

}  // namespace

FetchThread::FetchThread(fleet::Settings settings, std::unique_ptr<store::Store> store, const Clock& clock,
                         host::ClockJudge& judge, show::SnapshotBox& snapshots, notices::PushedBox& pushed)
    : settings_(std::move(settings)),
      store_(std::move(store)),
      clock_(clock),
      judge_(judge),
      snapshots_(snapshots),
      pushed_(pushed),
      http_(std::make_unique<net::HttpClient>(gather::http_options(*settings_.config))),
      thread_([this] { run(); }) {}

FetchThread::~FetchThread() {
  stop();
  thread_.join();
}

void FetchThread::stop() {
  const std::scoped_lock lock(mutex_);
  ended_ = true;
  http_->interrupt();
}

/// A client that was interrupted stays so, and with it goes all that it was asked for: no answer that the old config
/// wanted can be taken for one of the new.
void FetchThread::change(fleet::Settings settings) {
  const std::scoped_lock lock(mutex_);
  next_ = std::move(settings);
  http_->interrupt();
}

std::optional<fleet::Settings> FetchThread::next_settings() {
  const std::scoped_lock lock(mutex_);
  if (ended_) return std::nullopt;
  return std::exchange(next_, std::nullopt);
}

void FetchThread::use(std::unique_ptr<net::HttpClient> http) {
  const std::scoped_lock lock(mutex_);
  http_.swap(http);
  if (ended_ || next_) http_->interrupt();
}

/// At the start each source comes to the screen as soon as it is read; later all come together, for a show that is
/// complete must not be replaced by one that is not.
std::unique_ptr<gather::Gatherer> FetchThread::restored(net::HttpClient& http, gather::Gatherer* before) {
  const auto held = std::make_shared<Held>();
  held->holding = before != nullptr;
  const auto publish = [this, held](std::shared_ptr<const content::Snapshot> snapshot) {
    held->newest = std::move(snapshot);
    if (!held->holding) snapshots_.put(std::move(held->newest));
  };
  auto gatherer =
      std::make_unique<gather::Gatherer>(settings_.config, *store_, http, clock_, judge_, publish,
                                         before != nullptr ? before->board_for(*settings_.config) : nullptr, &pushed_);
  gatherer->restore();
  if (before == nullptr) return gatherer;
  gatherer->keep_pace_of(*before);
  held->holding = false;
  snapshots_.put(std::move(held->newest));
  return gatherer;
}

void FetchThread::run() {
  host::stand_behind_the_show();
  gather::StoreWatch watch(*store_, clock_.steady());
  auto gatherer = restored(*http_, nullptr);
  DailyReport daily(clock_.steady());
  HeapTidier heap;
  SteadyTime remember = clock_.steady();
  while (true) {
    const SteadyTime next_work = gatherer->poll();
    heap.at(clock_.steady(), next_work);
    watch.rest(clock_.steady(), next_work);
    http_->wait_until(next_work, gatherer->descriptor());
    if (http_->interrupted()) {
      auto next = next_settings();
      if (!next) break;
      settings_ = *std::move(next);
      fleet::remember_config(*store_, settings_);
      auto http = std::make_unique<net::HttpClient>(gather::http_options(*settings_.config));
      gatherer = restored(*http, gatherer.get());
      use(std::move(http));
    }
    tell_sources(*gatherer);
    daily.at(clock_.steady());
    watch.look();
    if (clock_.steady() < remember) continue;
    remember = clock_.steady() + std::chrono::hours(6);
    remember_clock();
  }
  remember_clock();
}

void FetchThread::tell_sources(const gather::Gatherer& gatherer) {
  constexpr std::chrono::seconds between(10);
  if (clock_.steady() < tell_sources_at_) return;
  tell_sources_at_ = clock_.steady() + between;
  auto all = std::make_shared<std::vector<SourceStatus>>();
  for (const gather::SourceState& one : gatherer.sources()) {
    SourceStatus& status = all->emplace_back(one.spec.name, std::nullopt, one.failures, one.last_error);
    if (one.updated) status.updated = one.updated->by(clock_.wall(), clock_.steady());
  }
  sources_.put(std::move(all));
}

/// After a power cut a clock must not be earlier than this.
void FetchThread::remember_clock() {
  const WallTime now = clock_.wall();
  if (!judge_.confirmed(now, clock_.steady())) return;
  judge_.saw(now);
  host::remember_time(*store_, now);
}

}  // namespace lobby::app
