#include <sys/resource.h>

#include <fstream>
#include <iostream>
#include <set>

#include "app/commands.h"
#include "fleet/bundle_folder.h"
#include "fleet/calendars.h"
#include "fleet/config_check.h"
#include "fleet/settings.h"
#include "host/exit_status.h"
#include "host/places.h"
#include "host/priority.h"
#include "playlist/theme_choice.h"
#include "preview/gathered.h"
#include "preview/samples.h"
#include "preview/schedule.h"
#include "show/compose.h"
#include "theme/theme_check.h"

namespace lobby::app {

namespace {

namespace fs = std::filesystem;

constexpr std::array<Size, 2> screens{{{1920, 1080}, {1080, 1920}}};

/// The show goes before, and a config with a great appetite must not take the memory of the show.
void be_modest() {
  host::stand_behind_the_show();
  // The kernel's first choice when memory runs out, proc(5).
  std::ofstream("/proc/self/oom_score_adj") << 1000;
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  constexpr rlim_t most = rlim_t{1} << 30U;
  constexpr rlimit appetite{most, most};
  setrlimit(RLIMIT_AS, &appetite);
#endif
}

/// Prints what is wrong. True where nothing is.
bool print_errors(const std::vector<config::Finding>& findings) {
  for (const auto& finding : findings) {
    if (finding.severity == config::Severity::error) std::cout << to_string(finding) << '\n';
  }
  return !theme::has_errors(findings);
}

/// The themes that the config may ever wear, and those that lie in a bundle and nobody wears yet.
std::set<std::string> themes_to_try(const fleet::Settings& settings, const theme::ThemePath& path) {
  const auto worn = playlist::themes_of(*settings.config);
  std::set<std::string> names(worn.begin(), worn.end());
  if (!settings.bundle) return names;
  for (const auto& name : path.themes()) {
    if (path.theme(name).parent_path() == settings.bundle->folder / "layouts") names.insert(name);
  }
  return names;
}

/// Lays every sample out as it would be on either screen. Painting it would take ten times as long and can fail in no
/// other way: a drawing was drawn when its theme was read.
void try_on(const theme::Dress& dress, const std::vector<preview::Sample>& samples) {
  for (const Size screen : screens) {
    for (const auto& sample : samples) {
      const auto surroundings = show::surroundings_of(*sample.content, sample.moment);
      for (const auto& [slide, name] : preview::slides_of(sample, playlist::orientation_of(screen))) {
        show::compose(slide, dress, surroundings, screen);
      }
    }
  }
}

/// A theme that the player would replace by another, or without letters for Vietnamese, is no theme to send out.
bool try_theme(const std::string& name, const theme::ThemePath& path, const std::vector<preview::Sample>& samples) {
  if (!path.has_theme(name)) {
    std::cout << format("there is no theme '{}'\n", name);
    return false;
  }
  if (!print_errors(theme::theme_findings(path.theme(name), path))) return false;
  const auto dress = theme::load_dress(path, name);
  if (!dress) {
    std::cout << dress.error().message << '\n';
    return false;
  }
  for (const auto& complaint : dress->complaints) std::cout << format("theme '{}': {}\n", name, complaint);
  if (!dress->complaints.empty()) return false;
  try_on(*dress, samples);
  return true;
}

/// Plays a day with what is stored. Errs where no theme can be used.
Result<void> play_a_day(const fleet::Settings& settings, const fs::path& data) {
  const auto gathered = preview::gather(settings, std::nullopt, true);
  if (!gathered) return std::unexpected(gathered.error());
  const auto& [content, from] = *gathered;
  const auto parts = preview::schedule_of(*content, from, from.time + std::chrono::hours(24), data);
  if (!parts) return std::unexpected(parts.error());
  for (const auto& part : *parts) {
    std::cerr << format("{:%Y-%m-%d %H:%M} UTC: {} slides in '{}'\n", part.from.time, part.slides.size(),
                        part.theme.theme);
  }
  return {};
}

/// The config as it would be over that bundle, whatever bundle is in use. Its keys were proven when it was fetched.
Result<fleet::Settings> settings_over(const fs::path& file, const std::optional<fs::path>& bundle) {
  if (!bundle) return fleet::load_settings(file);
  const auto text = fleet::read_config(file);
  if (!text) return std::unexpected(text.error());
  const auto own = config::parse_config(*text, file).value;
  if (!own || !own->remote) {
    return fail(ErrorKind::unavailable, format("{} has errors, or no 'remote' whose keys count", file.string()));
  }
  const auto state = fleet::bundles_of_player().state();
  auto proven = fleet::load_bundle(*bundle, fleet::trusted_keys(state, *own->remote));
  if (!proven) return std::unexpected(proven.error());
  const auto taken = std::make_shared<const fleet::Bundle>(*std::move(proven));
  const auto shipped = fleet::load_calendars();
  if (const auto layers = fleet::layers_under(*text, file, taken)) {
    print_errors(config::parse_config(std::span(*layers), shipped.calendars).findings);
  }
  return fleet::parse_settings(*text, file, shipped, taken);
}

}  // namespace

int rehearse(const RehearseOptions& options) {
  be_modest();
  const auto file = fleet::config_file(options.config);
  const auto settings = file ? settings_over(*file, options.bundle) : std::unexpected(file.error());
  if (!settings) {
    std::cout << settings.error().message << '\n';
    return settings.error().kind == ErrorKind::unavailable ? host::usage_error : 1;
  }
  const auto data = host::data_folder();
  if (!data) return host::failed(data.error());
  const auto samples = preview::read_samples(host::samples_folder(*data), preview::usual_moment);
  if (!samples) return host::failed(samples.error());
  const theme::ThemePath path = theme::theme_path_of(*settings->config, *data);
  bool good = print_errors(fleet::config_findings(*settings->config, *file));
  for (const auto& theme : themes_to_try(*settings, path)) good = try_theme(theme, path, *samples) && good;
  const auto played = play_a_day(*settings, *data);
  if (!played) std::cout << played.error().message << '\n';
  return good && played ? 0 : 1;
}

}  // namespace lobby::app
