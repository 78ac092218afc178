#include <future>

#include "app/commands.h"
#include "app/crew.h"
#include "app/screen_keeper.h"
#include "app/system_news.h"
#include "base/log.h"
#include "fleet/last_good.h"
#include "fleet/settings.h"
#include "fleet/start_count.h"
#include "gather/store_health.h"
#include "host/board_news.h"
#include "host/exit_status.h"
#include "host/files.h"
#include "host/memory.h"
#include "host/places.h"
#include "kiosk/service.h"
#include "playlist/theme_choice.h"
#include "show/pixel_pool.h"
#include "stage/desktop_services.h"
#include "stage/display.h"

namespace lobby::app {

namespace {

/// From the first frame on; by then the themes were looked at again.
constexpr std::chrono::seconds until_all_is_read(5);

/// Whoever stops a player that has no frame by then waited in vain.
constexpr std::chrono::seconds longest_start(120);

/// Where the show plays and who tells of it.
struct Stage {
  stage::Display& display;
  ScreenKeeper& screen;
  show::ShowLoop& loop;
  Crew& crew;
  kiosk::Service& service;
};

/// Keeps the screen as it is wanted, and the show on it. When the next turn is due.
SteadyTime turn(const Stage& on, const Clock& clock, const config::Config& first) {
  const auto snapshot = on.crew.snapshots().get();
  const config::Config& config = snapshot ? *snapshot->config : first;
  const auto state = on.screen.turn(clock, config, snapshot.get());
  if (on.screen.take_change()) {
    on.crew.decoder().set_pool(pool_of(on.display, config));
    log::info("{}", show::described(on.crew.decoder().pool()));
    on.loop.display_changed();
    on.service.alive();  // Opening a display takes long, and so may the first frame on it.
  }
  if (state == ScreenKeeper::State::shows) {
    const SteadyTime next = on.loop.turn(clock);
    on.crew.shows(on.loop);
    return next;
  }
  on.crew.is_dark();
  return on.screen.next_call(clock.steady());
}

/// Tells systemd and the others what is on the screen, where that is something else by now.
void tell(const Stage& on, bool shows, ScreenStatus& told) {
  const std::string says(shows ? on.loop.on_screen() : on.screen.says());
  const std::string power = on.screen.power();
  if (says.empty() || (says == told.title && power == told.power && on.display.size() == told.size)) return;
  if (says != told.title) {
    on.service.status(says);
    on.crew.shows(says);
  }
  told = {on.display.is_open() ? on.display.description() : "",
          on.screen.connector(),
          on.display.size(),
          on.display.refresh_rate(),
          power,
          says};
  on.crew.caretaker().tell(told);
}

/// Whether what is shown comes to the display, where that is the player's alone; a desktop may hide a window. Where it
/// does not, systemd hears nothing, and starts the player anew.
bool arrives(const stage::Display& display) { return !display.owns_display() || !display.loses_frames(); }

/// Turns the loop until a stop is asked for. Whether there was a frame, or a screen that is off or missing.
bool play(const Stage& on, SystemNews& news, const RunOptions& options, const config::Config& first) {
  const SystemClock clock;
  const SteadyTime began = clock.steady();
  ScreenStatus told;
  bool ready = false;
  SteadyTime forget_at = SteadyTime::max();
  while (news.hear() == SystemNews::Wish::play) {
    SteadyTime next = turn(on, clock, first);
    const bool shows = on.screen.power() == "on";
    if (!ready && ((on.loop.showing() && arrives(on.display)) || !shows)) {
      on.service.ready(shows ? "playing" : on.screen.says());
      ready = true;
      host::forget_the_start();
      forget_at = clock.steady() + until_all_is_read;
    }
    if (clock.steady() >= forget_at) {
      host::forget_the_start();
      forget_at = SteadyTime::max();
    }
    next = std::min(next, forget_at);
    if (!shows || arrives(on.display)) on.service.alive();
    tell(on, shows, told);
    if (options.duration) {
      const SteadyTime end = began + *options.duration;
      if (clock.steady() >= end) return ready;
      next = std::min(next, end);
    }
    if (const auto interval = on.service.interval()) next = std::min(next, clock.steady() + *interval);
    const auto events = on.crew.gate().wait_until(next, {on.display.connection(), news.descriptor()});
    if (events.quit || (events.leave && !on.service.is_one())) return ready;
    on.screen.hear(events);
    if (events.exposed || events.resized) on.loop.exposed();
  }
  return ready;
}

/// The same, and what it says of the bundle in use.
void play(const Stage& on, SystemNews& news, const RunOptions& options, const config::Config& first,
          fleet::StartCount& start) {
  const SystemClock clock;
  const SteadyTime began = clock.steady();
  const bool played = play(on, news, options, first);
  if (!played && clock.steady() - began > longest_start) start.came_to_nothing();
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

/// Writes the statistics where they were asked for; the exit status.
int write_report(const RunOptions& options, const show::FrameReport& report) {
  if (!options.report) return 0;
  const auto written = host::write_file(*options.report, report.json(SystemClock().steady()));
  return written ? 0 : host::failed(written.error());
}

}  // namespace

int run(const RunOptions& options) {
  host::keep_no_large_blocks();
  stage::use_no_desktop_services();
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
  fleet::StartCount start(fleet::bundles_of_player(), host::run_folder());
  if (host::is_player_on_probation()) start.suspects_the_player();
  const auto settings =
      fleet::load_settings_or_last_good(*file, fleet::last_good_config(*store, *file), start.folder());
  fleet::remember_config(*store, settings);
  // Opening the themes and opening the display take equally long, and neither needs the other; meanwhile the crew reads
  // what is stored.
  auto dressing = std::async(std::launch::async, [&] { return open_wardrobe(settings, *data); });
  host::ClockJudge judge(host::remembered_time(*store));
  stage::Display display;
  Crew crew(start, settings, std::move(store), clock, judge, display);
  ScreenKeeper screen(display, options.window, judge);
  const auto opened = screen.open(*settings.config);
  auto wardrobe = dressing.get();
  if (!settings.bundle || (!opened && options.window)) start.means_nothing();
  if (!wardrobe) return host::failed(wardrobe.error());
  // A television may be off when the board starts: it is waited for instead of ending in a loop of restarts.
  if (!opened && options.window) return host::failed(opened.error());
  log::info("playing {}", settings.file.string());
  crew.begin(settings, *std::move(wardrobe), *data);
  screen.meet(crew.caretaker());
  show::ShowLoop loop(display, crew.wardrobes(), crew.snapshots(), judge, crew.decoder(), report);
  play({display, screen, loop, crew, service}, news, options, *settings.config, start);
  service.stopping();
  const int status = write_report(options, report);
  crew.leave(status);
  return status;
}

}  // namespace lobby::app
