#include "app/crew.h"

#include <cstdlib>
#include <future>
#include <thread>
#include <utility>

#include "base/log.h"
#include "fleet/bundle_trial.h"
#include "host/places.h"

namespace lobby::app {

namespace {

/// The threads end by themselves within moments; one that is stuck in a system call must not hold the end up. The
/// store is safe at any instant.
template <typename Function>
void end_in_time(int status, Function end_threads) {
  std::packaged_task<void()> task(std::move(end_threads));
  auto done = task.get_future();
  std::thread ender(std::move(task));
  constexpr std::chrono::milliseconds patience(600);
  if (done.wait_for(patience) == std::future_status::timeout) {
    log::warning("a thread is stuck; leaving without it");
    std::_Exit(status);
  }
  ender.join();
}

}  // namespace

Crew::Crew(const fleet::Settings& settings, std::shared_ptr<const theme::Wardrobe> wardrobe,
           const std::filesystem::path& data, std::unique_ptr<store::Store> store, const Clock& clock,
           host::ClockJudge& judge, const show::PixelPool& pool)
    : decoder_(std::make_unique<show::DecodeThread>([this] { gate_.wake(); }, pool)),
      fetcher_(std::make_unique<FetchThread>(settings, std::move(store), clock, judge, snapshots_, pushed_)),
      bundles_(std::make_unique<fleet::BundleThread>(settings, clock, judge, pulse_)) {
  wardrobes_.put(wardrobe);
  pusher_ = std::make_unique<PushThread>(*settings.config, pushed_, [this] {
    pushed_.put_question();
    bundles_->ask();
  });
  reloader_ = std::make_unique<ReloadThread>(settings, std::move(wardrobe), data, wardrobes_,
                                             [this](const fleet::Settings& next) {
                                               fetcher_->change(next);
                                               bundles_->change(next);
                                               pusher_->change(*next.config);
                                             });
  bundles_->start([this](std::shared_ptr<const fleet::Bundle> bundle) { reloader_->use(std::move(bundle)); });
}

/// Some call each other, so that no one goes before those that may call it have ended.
void Crew::leave(int status) {
  pusher_->stop();
  bundles_->stop();
  reloader_->stop();
  fetcher_->stop();
  decoder_->stop();
  end_in_time(status, [this] {
    bundles_->finish();
    fleet::discount_start(fleet::BundleFolder(host::bundle_place()));
    reloader_.reset();
    pusher_.reset();
    bundles_.reset();
    fetcher_.reset();
    decoder_.reset();
  });
}

}  // namespace lobby::app
