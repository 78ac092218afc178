#include <future>

#include "app/commands.h"
#include "app/crew.h"
#include "app/system_news.h"
#include "base/log.h"
#include "fleet/bundle_trial.h"
#include "fleet/last_good.h"
#include "fleet/settings.h"
#include "gather/store_health.h"
#include "host/exit_status.h"
#include "host/files.h"
#include "host/memory.h"
#include "host/places.h"
#include "kiosk/service.h"
#include "playlist/theme_choice.h"
#include "show/pixel_pool.h"
#include "stage/events.h"
#include "stage/session_bus.h"

namespace lobby::app {

namespace {

Result<std::unique_ptr<stage::Presenter>> open_display(const RunOptions& options) {
  return stage::open_presenter({options.window, "Lobby Player"});
}

/// A television may be off when the board starts: wait for it instead of ending in a loop of restarts.
Result<std::unique_ptr<stage::Presenter>> wait_for_display(const RunOptions& options, kiosk::Service& service,
                                                           SystemNews& news) {
  for (bool told = false;; told = true) {
    auto presenter = open_display(options);
    if (presenter) return presenter;
    if (!told) {
      log::warning("{}", presenter.error().message);
      service.ready("waiting for a display");
    }
    service.alive();
    constexpr std::chrono::seconds between(2);
    if (news.wait_for(between)) return fail(ErrorKind::unavailable, "stopped while waiting for a display");
  }
}

/// From the first frame on; by then the themes were looked at again.
constexpr std::chrono::seconds until_all_is_read(5);

/// Turns the loop until a stop is asked for.
void play(show::ShowLoop& loop, Crew& crew, kiosk::Service& service, const SystemNews& news,
          const RunOptions& options) {
  const SystemClock clock;
  const SteadyTime began = clock.steady();
  std::string told;
  bool ready = false;
  SteadyTime forget_at = SteadyTime::max();
  while (!news.requested()) {
    SteadyTime next = loop.turn(clock);
    if (loop.showing() && !ready) {
      service.ready("playing");
      ready = true;
      host::forget_the_start();
      forget_at = clock.steady() + until_all_is_read;
    }
    if (clock.steady() >= forget_at) {
      host::forget_the_start();
      forget_at = SteadyTime::max();
    }
    next = std::min(next, forget_at);
    service.alive();
    if (loop.on_screen() != told) {
      service.status(told = loop.on_screen());
      crew.shows(told);
    }
    crew.shows(loop);
    if (options.duration) {
      const SteadyTime end = began + *options.duration;
      if (clock.steady() >= end) return;
      next = std::min(next, end);
    }
    if (const auto interval = service.interval()) next = std::min(next, clock.steady() + *interval);
    const auto events = crew.gate().wait_until(next);
    if (events.quit) return;
    if (events.exposed || events.resized) loop.exposed();
  }
}

/// All that the config may need to wear. What is wrong goes to the log.
Result<std::shared_ptr<const theme::Wardrobe>> open_wardrobe(const fleet::Settings& settings,
                                                             const std::filesystem::path& data) {
  std::vector<std::string> complaints;
  const auto& config = *settings.config;
  auto wardrobe = theme::load_wardrobe(theme::theme_path_of(config, data), playlist::themes_of(config), complaints,
                                       config.themes.mourning);
  if (!wardrobe) return std::unexpected(wardrobe.error());
  for (const auto& complaint : complaints) log::warning("{}", complaint);
  wardrobe->serve(settings.config);
  return std::make_shared<const theme::Wardrobe>(*std::move(wardrobe));
}

/// What slides may have on that display. Says that, and what is played where.
show::PixelPool pool_for(const stage::Presenter& presenter, const fleet::Settings& settings) {
  const Size size = presenter.size();
  log::info("playing {} on {}, {} × {}", settings.file.string(), presenter.description(), size.width, size.height);
  // Textures wait for the clock of the display.
  const show::Way way = presenter.paced() ? show::Way::textures : show::Way::surface;
  auto pool = show::pixel_pool(size, way, settings.config->screen.rotate != 0, show::memory_of_machine());
  log::info("{}", show::described(pool));
  return pool;
}

/// Writes the statistics where they were asked for; the exit status.
int write_report(const RunOptions& options, const show::FrameReport& report) {
  if (!options.report) return 0;
  const auto written = host::write_file(*options.report, report.json(SystemClock().steady()));
  return written ? 0 : host::failed(written.error());
}

}  // namespace

int run(const RunOptions& options) {
  host::keep_no_large_blocks();
  stage::start_no_session_bus();
  const SystemClock clock;
  show::FrameReport report(clock.steady());
  SystemNews news;
  kiosk::Service service;
  const auto file = fleet::config_file(options.config);
  if (!file) return host::failed(file.error());
  const auto data = host::data_folder();
  if (!data) return host::failed(data.error());
  auto store = store::Store::open(host::state_folder());
  gather::report_health(*store);
  fleet::count_start(fleet::BundleFolder(host::bundle_place()));
  const auto settings = fleet::load_settings_or_last_good(*file, fleet::last_good_config(*store, *file));
  fleet::remember_config(*store, settings);
  // Opening the themes and opening the display take equally long, and neither needs the other.
  auto dressing = std::async(std::launch::async, [&] { return open_wardrobe(settings, *data); });
  host::ClockJudge judge(host::remembered_time(*store));
  auto presenter = open_display(options);
  auto wardrobe = dressing.get();
  if (!wardrobe) return host::failed(wardrobe.error());
  if (!presenter && !options.window) presenter = wait_for_display(options, service, news);
  if (!presenter && news.requested()) fleet::discount_start(fleet::BundleFolder(host::bundle_place()));
  if (!presenter) return news.requested() ? 0 : host::failed(presenter.error());
  Crew crew(settings, *std::move(wardrobe), *data, std::move(store), clock, judge, pool_for(**presenter, settings));
  news.on_news([&gate = crew.gate()] { gate.wake(); });
  show::ShowLoop loop(**presenter, crew.wardrobes(), crew.snapshots(), judge, crew.decoder(), report);
  play(loop, crew, service, news, options);
  news.on_news({});
  service.stopping();
  const int status = write_report(options, report);
  crew.leave(status);
  return status;
}

}  // namespace lobby::app
