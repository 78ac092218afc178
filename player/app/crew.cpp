#include "app/crew.h"

#include <cstdlib>
#include <future>
#include <thread>
#include <utility>

#include "base/log.h"
#include "host/disk_use.h"
#include "host/places.h"
#include "show/pixel_pool.h"

namespace lobby::app {

namespace {

/// On a card that is busy with other files.
constexpr std::chrono::milliseconds for_one_file(2000);
constexpr std::chrono::milliseconds for_threads(600);

/// The threads end by themselves within moments; one that is stuck in a system call must not hold the end up. The
/// store is safe at any instant.
template <typename Function>
void end_in_time(int status, std::chrono::milliseconds patience, Function end_threads) {
  std::packaged_task<void()> task(std::move(end_threads));
  auto done = task.get_future();
  std::thread ender(std::move(task));
  if (done.wait_for(patience) == std::future_status::timeout) {
    log::warning("a thread is stuck; leaving without it");
    std::_Exit(status);
  }
  ender.join();
}

Caretaker::Places caretaker_places() {
  Caretaker::Places places;
  places.state = host::state_folder();
  places.run = host::run_folder();
  return places;
}

}  // namespace

show::PixelPool pool_of(const stage::Display& display, const config::Config& config) {
  // Textures wait for the clock of the display.
  const show::Way way = display.paced() ? show::Way::textures : show::Way::surface;
  return show::pixel_pool(display.size(), way, config.screen.rotate != 0, show::memory_of_machine());
}

/// On the caretaker's thread.
void Crew::add_facts(BoardStatus& status) {
  using std::chrono::duration_cast;
  const SteadyTime now = clock_.steady();
  status.at = clock_.wall();
  status.uptime = duration_cast<std::chrono::seconds>(now - began_);
  status.frames = display_.frames();
  if (const auto last = display_.last_frame()) {
    status.last_present_age = duration_cast<std::chrono::milliseconds>(now - *last);
  }
  status.clock_believed = judge_.doubt(status.at, now).empty();
  if (const auto sources = fetcher_->sources()) status.sources = *sources;
  status.written_bytes = host::bytes_written();
  // There may be thousands of pictures: nobody needs to have them counted each minute.
  constexpr std::chrono::hours between_counts(1);
  if (!cache_bytes_ || now >= counted_ + between_counts) {
    cache_bytes_ = host::bytes_in(host::state_folder());
    counted_ = now;
  }
  status.cache_bytes = cache_bytes_;
  const auto standing = bundles_->standing();
  status.bundle = standing.in_use;
  status.bundle_verdict = standing.verdict;
}

Crew::Crew(fleet::StartCount& start, const fleet::Settings& settings, std::unique_ptr<store::Store> store,
           const Clock& clock, host::ClockJudge& judge, const stage::Display& display)
    : start_(start),
      display_(display),
      clock_(clock),
      judge_(judge),
      began_(clock.steady()),
      decoder_(std::make_unique<show::DecodeThread>([this] { gate_.wake(); }, pool_of(display, *settings.config),
                                                    host::state_folder() / "first-picture")),
      fetcher_(std::make_unique<FetchThread>(settings, std::move(store), clock, judge, snapshots_, pushed_)),
      bundles_(std::make_unique<fleet::BundleThread>(start, settings, clock, judge, pulse_)) {}

void Crew::begin(const fleet::Settings& settings, std::shared_ptr<const theme::Wardrobe> wardrobe,
                 const std::filesystem::path& data) {
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
  caretaker_ = std::make_unique<Caretaker>(
      caretaker_places(), [this] { gate_.wake(); }, [this](BoardStatus& status) { add_facts(status); });
  bundles_->start([this](std::shared_ptr<const fleet::Bundle> bundle) { reloader_->use(std::move(bundle)); },
                  [this](const fleet::Standing& standing) { pusher_->stands(standing); });
}

/// Some call each other, so that no one goes before those that may call it have ended.
void Crew::leave(int status) {
  caretaker_->stop();
  pusher_->stop();
  bundles_->stop();
  reloader_->stop();
  fetcher_->stop();
  decoder_->stop();
  // First of all, whatever the threads are at: nobody asked them to end in the middle of it but us.
  end_in_time(status, for_one_file, [this] { start_.means_nothing(); });
  end_in_time(status, for_threads, [this] {
    caretaker_.reset();
    bundles_->finish();
    reloader_.reset();
    pusher_.reset();
    bundles_.reset();
    fetcher_.reset();
    decoder_.reset();
  });
}

}  // namespace lobby::app
