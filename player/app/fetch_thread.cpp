#include "app/fetch_thread.h"

#include "app/disk_use.h"
#include "app/gatherer.h"
#include "app/remote.h"
#include "app/store_health.h"
#include "base/log.h"

namespace lobby::app {

namespace {

/// Says once a day how much was written: SD cards wear out by it.
class DailyReport {
 public:
  explicit DailyReport(SteadyTime now) : due_(now + std::chrono::hours(24)), written_(bytes_written()) {}

  void at(SteadyTime now) {
    if (now < due_) return;
    due_ = now + std::chrono::hours(24);
    const auto written = bytes_written();
    if (written && written_) log::info("written to disk in 24 hours: {} KiB", (*written - *written_) / 1024);
    written_ = written;
  }

 private:
  SteadyTime due_;
  std::optional<std::uint64_t> written_;
};

}  // namespace

FetchThread::FetchThread(Settings settings, std::unique_ptr<store::Store> store, const Clock& clock, ClockJudge& judge,
                         SnapshotBox& snapshots)
    : settings_(std::move(settings)),
      store_(std::move(store)),
      clock_(clock),
      judge_(judge),
      snapshots_(snapshots),
      http_(http_options(*settings_.config)),
      thread_([this] { run(); }) {}

FetchThread::~FetchThread() {
  stop();
  thread_.join();
}

void FetchThread::run() {
  Gatherer gatherer(settings_.config, *store_, http_, clock_, judge_,
                    [this](auto snapshot) { snapshots_.put(std::move(snapshot)); });
  gatherer.restore();
  DailyReport daily(clock_.steady());
  StoreWatch watch(*store_);
  SteadyTime remember = clock_.steady();
  while (!http_.interrupted()) {
    http_.wait_until(gatherer.poll(), gatherer.descriptor());
    daily.at(clock_.steady());
    watch.look();
    if (clock_.steady() < remember) continue;
    remember = clock_.steady() + std::chrono::hours(6);
    remember_clock();
  }
  remember_clock();
}

/// After a power cut a clock must not be earlier than this.
void FetchThread::remember_clock() {
  const WallTime now = clock_.wall();
  if (!judge_.confirmed(now, clock_.steady())) return;
  judge_.saw(now);
  remember_time(*store_, now);
}

}  // namespace lobby::app
