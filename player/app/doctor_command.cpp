#include <iostream>

#include "app/commands.h"
#include "app/screen_ways.h"
#include "base/format.h"
#include "fleet/bundle_folder.h"
#include "fleet/settings.h"
#include "host/board_news.h"
#include "host/clock_judge.h"
#include "host/places.h"
#include "kiosk/connectors.h"
#include "kiosk/health.h"
#include "picture/decoder.h"
#include "playlist/theme_choice.h"
#include "stage/presenter.h"
#include "store/store.h"
#include "theme/dress.h"

namespace lobby::app {

namespace {

/// Prints one finding a line: «ok     fonts: …».
class Findings {
 public:
  void good(std::string_view what, std::string_view message) { print("ok", what, message); }
  void warn(std::string_view what, std::string_view message) { print("warning", what, message); }
  void bad(std::string_view what, std::string_view message) {
    print("error", what, message);
    failed_ = true;
  }
  bool failed() const { return failed_; }

 private:
  static void print(std::string_view grade, std::string_view what, std::string_view message) {
    std::cout << format("{:<8} {:<8} {}\n", grade, what, message);
  }
  bool failed_ = false;
};

void examine_clock(Findings& findings) {
  const SystemClock clock;
  const auto store = store::Store::open(host::state_folder());
  const auto doubt = host::ClockJudge(host::remembered_time(*store)).doubt(clock.wall(), clock.steady());
  if (!doubt.empty()) {
    findings.bad("clock", doubt + ": no date and no time is shown until a time service has set it");
  } else {
    findings.good("clock", format("{:%Y-%m-%d %H:%M:%S} UTC, {}", clock.wall(),
                                  clock_is_synchronised() ? "synchronised" : "plausible, but not synchronised"));
  }
}

std::optional<fleet::Settings> examine_config(Findings& findings, const std::optional<std::filesystem::path>& named) {
  const auto file = fleet::config_file(named);
  if (!file) {
    findings.bad("config", file.error().message);
    return std::nullopt;
  }
  auto settings = fleet::load_settings(*file);
  if (!settings) {
    findings.bad("config", settings.error().message);
    return std::nullopt;
  }
  findings.good("config",
                format("{}: {} sources, {} anniversaries, {} notices", file->string(), settings->config->sources.size(),
                       settings->config->anniversaries.size(), settings->config->notices.size()));
  return *settings;
}

void examine_theme(Findings& findings, const theme::ThemePath& path, const std::string& theme,
                   const theme::Shelf& shelf) {
  const auto dress = theme::load_dress(path, theme, shelf);
  if (!dress) {
    findings.bad("theme", dress.error().message);
    return;
  }
  for (const auto& complaint : dress->complaints) findings.warn("theme", complaint);
  findings.good("theme", format("'{}': {} layouts; its fonts cover Vietnamese", theme, dress->theme.layouts.size()));
}

void examine_look(Findings& findings, const config::Config& config) {
  const auto data = host::data_folder();
  if (!data) {
    findings.bad("data", data.error().message);
    return;
  }
  findings.good("data", data->string());
  const auto shelf = std::make_shared<stage::FontShelf>();
  const theme::ThemePath path = theme::theme_path_of(config, *data);
  for (const auto& theme : playlist::themes_of(config)) examine_theme(findings, path, theme, shelf);
}

void examine_store(Findings& findings) {
  const auto folder = host::state_folder();
  const auto store = store::Store::open(folder);
  const auto sound = store->check();
  const auto health = store->health();
  if (!sound && sound.error().kind == ErrorKind::invalid) findings.warn("store", sound.error().message);
  if (!health.note.empty()) findings.warn("store", health.note);
  if (health.keeping == store::Keeping::on_disk) {
    findings.good("store", folder.string());
  } else {
    findings.warn("store", format("{}: {}; what is fetched is lost at the end", folder.string(), health.trouble));
  }
}

/// Why a bundle is not in use concerns whoever looks after the machine, not its visitors.
void examine_bundles(Findings& findings, const config::Config& config) {
  if (!config.remote) return;
  const fleet::BundleFolder folder(host::bundle_place());
  const fleet::BundleState state = folder.state();
  const auto keys = fleet::keys_in_use(state, *config.remote);
  const auto bundle = state.in_use().empty() ? std::optional<Result<fleet::Bundle>>()
                                             : fleet::load_bundle(folder.place_of(state.in_use()), keys);
  if (!bundle) {
    findings.warn("bundle", "none was taken yet; the config of this machine plays alone");
  } else if (!*bundle) {
    findings.bad("bundle", (*bundle).error().message);
  } else if ((*bundle)->manifest.expires <= SystemClock().wall()) {
    findings.warn("bundle", format("version {} has expired; it stays in use until there is a newer one",
                                   (*bundle)->manifest.version));
  } else {
    findings.good("bundle",
                  format("version {}{}", (*bundle)->manifest.version, state.trial.empty() ? "" : ", on trial"));
  }
  for (const auto* refusal : {&state.refused, &state.objected}) {
    if (refusal->reason.empty()) continue;
    const std::string which = refusal->version > 0 ? format("version {}", refusal->version) : "what is offered";
    findings.warn("bundle", format("{} is refused: {}", which, refusal->reason));
  }
}

void examine_decoder(Findings& findings) {
  using namespace std::string_view_literals;
  // One pixel.
  constexpr auto gif = "GIF89a\1\0\1\0\x80\0\0\0\0\0\xFF\xFF\xFF,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"sv;
  const auto decoded = picture::Decoder().verify(gif);
  if (!decoded) return findings.bad("pictures", decoded.error().message);
  findings.good("pictures", picture::decoder_program().string());
}

void examine_display(Findings& findings) {
  const auto presenter = stage::open_presenter({Size{320, 180}, "Lobby Player"});
  if (!presenter) {
    findings.warn("display", presenter.error().message);
    return;
  }
  findings.good("display", format("{}, {:.0f} Hz", (*presenter)->description(), (*presenter)->refresh_rate()));
}

void examine_sockets(Findings& findings) {
  for (const auto& one : kiosk::connectors()) {
    if (!one.connected) continue;
    findings.good("display", format("{} of card {}: {}", one.name, one.card,
                                    one.modes.empty() ? "connected, without a mode" : one.modes.front()));
  }
}

/// What is asked for by a config and is not there.
void examine_ways(Findings& findings, const config::Screen& screen) {
  if (screen.on.empty() && screen.brightness.empty()) return;
  const FoundWays found = ScreenWays({}).find(screen.power, !screen.brightness.empty());
  if (!screen.on.empty()) {
    for (const auto& [name, why] : found.missing) findings.warn("screen", format("{}: {}", name, why));
  }
  for (const auto& hint : found.hints) findings.warn("screen", hint);
}

void examine_board(Findings& findings) {
  const auto health = kiosk::health({.state = host::state_folder(), .run = host::run_folder()});
  const auto complaints = kiosk::complaints(health);
  for (const auto& complaint : complaints) findings.warn("board", complaint);
  if (!complaints.empty()) return;
  const std::string heat = health.temperature ? format(", {:.0f} °C", *health.temperature) : "";
  findings.good("board", format("{} MiB free{}", health.disk_free >> 20U, heat));
}

/// How the board was enrolled, and what became of its latest update; both are of other units than the player.
void examine_news(Findings& findings) {
  const auto [enrolment, update, content] = host::board_news();
  if (enrolment.starts_with("refused")) findings.bad("enrolled", enrolment);
  if (enrolment.starts_with("enrolled")) findings.good("enrolled", "by the file on the boot partition");
  if (enrolment == "none") findings.warn("enrolled", "no lobby-player.yaml on the boot partition; see docs/board.md");
  if (update.starts_with("good") || update.starts_with("on probation")) {
    findings.good("update", update);
  } else if (!update.empty()) {
    findings.warn("update", update);
  }
  if (!content.empty()) findings.bad("content", format("{}; look into dmesg, then replace the card", content));
}

}  // namespace

int doctor(const std::optional<std::filesystem::path>& config) {
  Findings findings;
  const auto settings = examine_config(findings, config);
  examine_look(findings, settings ? *settings->config : config::Config());
  if (settings) examine_bundles(findings, *settings->config);
  examine_store(findings);
  examine_clock(findings);
  examine_decoder(findings);
  examine_display(findings);
  examine_sockets(findings);
  if (settings) examine_ways(findings, settings->config->screen);
  examine_board(findings);
  examine_news(findings);
  return findings.failed() ? 1 : 0;
}

}  // namespace lobby::app
