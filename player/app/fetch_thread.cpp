#include "app/fetch_thread.h"

#include "app/gatherer.h"
#include "app/remote.h"

namespace lobby::app {

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
  while (!http_.interrupted()) http_.wait_until(gatherer.poll(), gatherer.descriptor());
}

}  // namespace lobby::app
