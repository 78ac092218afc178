#include "app/fetch_thread.h"

#include "app/disk_use.h"
#include "app/gatherer.h"
#include "app/remote.h"
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

FetchThread::FetchThread(Settings settings, std::unique_ptr<store::Store> store, const Clock& clock,
                         SnapshotBox& snapshots)
    : settings_(std::move(settings)),
      store_(std::move(store)),
      clock_(clock),
      snapshots_(snapshots),
      http_(http_options(*settings_.config)),
      thread_([this] { run(); }) {}

FetchThread::~FetchThread() {
  stop();
  thread_.join();
}

void FetchThread::run() {
  Gatherer gatherer(settings_.config, *store_, http_, clock_,
                    [this](auto snapshot) { snapshots_.put(std::move(snapshot)); });
  gatherer.restore();
  DailyReport daily(clock_.steady());
  while (!http_.interrupted()) {
    http_.wait_until(gatherer.poll(), gatherer.descriptor());
    daily.at(clock_.steady());
  }
}

}  // namespace lobby::app
