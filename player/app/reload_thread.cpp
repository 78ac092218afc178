#include "app/reload_thread.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <system_error>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "fleet/calendars.h"
#include "host/files.h"
#include "host/places.h"
#include "playlist/theme_choice.h"

namespace lobby::app {

namespace {

namespace fs = std::filesystem;

/// When the player starts the first slide goes before.
constexpr int first_look_ms = 3000;
/// Editors write several files, or one in several steps: what was saved is read once nothing was saved for so long …
constexpr int quiet_ms = 200;
/// … or after so many such pauses, for a folder in which something is always written.
constexpr int most_pauses = 10;
/// Folders whose theme.yaml is still to come, in one folder of themes; not the whole of a disk that someone put there.
constexpr int most_unfinished = 64;

}  // namespace

ReloadThread::ReloadThread(fleet::Settings settings, std::shared_ptr<const theme::Wardrobe> wardrobe, fs::path data,
                           theme::WardrobeBox& wardrobes, std::function<void(fleet::Settings)> take_config)
    : settings_(std::move(settings)),
      wardrobe_(std::move(wardrobe)),
      data_(std::move(data)),
      wardrobes_(wardrobes),
      take_config_(std::move(take_config)),
      bundle_came_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      end_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  text_ = settings_.seen;
  bundle_ = settings_.bundle;
  calendars_ = settings_.calendars;
  watch();
  thread_ = std::thread([this] { run(); });
}

ReloadThread::~ReloadThread() {
  stop();
  thread_.join();
  for (const int descriptor : {bundle_came_, end_}) close(descriptor);
}

void ReloadThread::use(std::shared_ptr<const fleet::Bundle> bundle) {
  {
    const std::scoped_lock lock(mutex_);
    next_bundle_ = std::move(bundle);
  }
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(bundle_came_, &one, sizeof one);
}

/// The config of now is read anew over another bundle.
void ReloadThread::take_bundle() {
  std::uint64_t count = 0;
  if (::read(bundle_came_, &count, sizeof count) != sizeof count) return;
  const std::scoped_lock lock(mutex_);
  if (!next_bundle_) return;
  bundle_ = *std::exchange(next_bundle_, std::nullopt);
  untaken_ = true;
}

void ReloadThread::stop() const {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(end_, &one, sizeof one);
}

void ReloadThread::run() {
  read_whole_config();  // It may have been saved while the player waited for a display.
  readable_within(first_look_ms);
  if (stopped()) return;
  take_bundle();
  read_anew();
  looked_ = true;
  while (!stopped()) {
    const bool saved = something_was_saved();
    take_bundle();
    if (!saved && !untaken_) continue;
    const bool whole = config_arrived();
    watch();  // A folder may have come or been swapped; what comes into it after it was read is heard of.
    if (whole) read_whole_config();
    read_anew();
  }
}

void ReloadThread::watch() {
  std::error_code error;
  folders_.add(host::folder_of(settings_.file));
  if (const auto real = fs::canonical(settings_.file, error); !error) folders_.add(real.parent_path());
  folders_.add(host::calendars_folder(data_));
  const theme::ThemePath path = theme::theme_path_of(*settings_.config, data_);
  for (const auto& folder : path.folders()) {
    folders_.add(folder / "layouts");
    folders_.add(folder / "fonts");
    int unfinished = 0;
    for (fs::directory_iterator entry(folder / "layouts", error), end; !error && entry != end; entry.increment(error)) {
      std::error_code unknown;
      if (!entry->is_directory(unknown)) continue;
      if (!fs::exists(entry->path() / "theme.yaml", unknown) && ++unfinished > most_unfinished) continue;
      folders_.add(entry->path());
    }
  }
}

bool ReloadThread::readable_within(int milliseconds) const {
  std::array<pollfd, 3> watched{{{folders_.descriptor(), POLLIN, 0}, {end_, POLLIN, 0}, {bundle_came_, POLLIN, 0}}};
  return poll(watched.data(), watched.size(), milliseconds) > 0;
}

bool ReloadThread::stopped() const {
  pollfd end{end_, POLLIN, 0};
  return poll(&end, 1, 0) > 0;
}

/// Sleeps until something was saved and nothing more has been for a moment.
bool ReloadThread::something_was_saved() {
  readable_within(-1);
  arrived_.clear();
  if (!hear()) return false;
  for (int pauses = 0; pauses < most_pauses && readable_within(quiet_ms) && !stopped(); ++pauses) hear();
  return !stopped();
}

/// Whether anything has changed.
bool ReloadThread::hear() {
  const bool changed = !folders_.changed().empty();
  arrived_.insert(folders_.arrived().begin(), folders_.arrived().end());
  return changed;
}

/// Whether what lies at the config's path now was written to its end or moved there. What happens to other files beside
/// it says nothing of a config that is half written.
bool ReloadThread::config_arrived() const {
  std::error_code error;
  const auto real = fs::canonical(settings_.file, error);
  const auto swapped = folders_.replaced();
  const auto come = [&](const fs::path& file) {
    const auto place = host::folder_of(file);
    return arrived_.contains(place / file.filename()) || arrived_.contains(place) || swapped.contains(place);
  };
  return come(settings_.file) || (!error && (real != real_ || come(real)));
}

void ReloadThread::read_whole_config() {
  std::error_code error;
  real_ = fs::canonical(settings_.file, error);
  auto text = fleet::read_config(settings_.file);
  if (!text && text.error().kind == ErrorKind::refused) {
    log::error("{}; the version before stays in use", text.error().message);
  }
  // One that is empty or gone is being written.
  if (!text || text->find_first_not_of(" \t\r\n") == std::string::npos || *text == text_) return;
  text_ = *std::move(text);
  untaken_ = true;
}

std::optional<fleet::Settings> ReloadThread::newer_settings() {
  const auto shipped = fleet::load_calendars();
  if (text_.empty() || (!untaken_ && shipped.calendars == calendars_)) return std::nullopt;
  calendars_ = shipped.calendars;
  untaken_ = false;
  auto settings = fleet::parse_settings(text_, settings_.file, shipped, bundle_);
  // The bundle changes whatever somebody is writing here: what is in use goes over the next one, or over none.
  for (const auto& below : {bundle_, std::shared_ptr<const fleet::Bundle>()}) {
    if (settings || bundle_ == settings_.bundle || settings_.text.empty()) break;
    settings = fleet::parse_settings(settings_.text, settings_.file, shipped, below);
  }
  if (!settings) {
    log::error("{}; the version before stays in use", settings.error().message);
    return std::nullopt;
  }
  if (*settings->config == *settings_.config) return std::nullopt;
  return *std::move(settings);
}

/// What is wrong is said once, as long as it is.
void ReloadThread::tell(const std::vector<std::string>& findings) {
  for (const auto& finding : findings) {
    if (!told_.contains(finding)) log::warning("{}", finding);
  }
  told_ = {findings.begin(), findings.end()};
}

void ReloadThread::read_anew() {
  const auto newer = newer_settings();
  const auto& settings = newer ? *newer : settings_;
  std::vector<std::string> findings;
  auto wardrobe =
      theme::renewed_wardrobe(*wardrobe_, theme::theme_path_of(*settings.config, data_),
                              playlist::themes_of(*settings.config), findings, settings.config->themes.mourning);
  if (!wardrobe && newer) {
    untaken_ = true;
    findings.push_back(format("{} is not in use yet: {}", newer->file.string(), wardrobe.error().message));
  }
  // Where nothing is new at the first look, the same was said when the themes were opened.
  if (looked_ || newer || !wardrobe || !wardrobe->has_the_dresses_of(*wardrobe_)) tell(findings);
  if (!wardrobe || (!newer && wardrobe->has_the_dresses_of(*wardrobe_))) return;
  wardrobe->serve(settings.config);
  wardrobe_ = std::make_shared<const theme::Wardrobe>(*std::move(wardrobe));
  wardrobes_.put(wardrobe_);
  if (!newer) return;
  const bool saved = newer->bundle == settings_.bundle;
  log::info("{} {}", newer->file.string(),
            saved ? "was saved; it is in use"
                  : format("is in use {}", newer->bundle ? "over bundle " + newer->bundle->name : "alone"));
  settings_ = *newer;
  take_config_(settings_);
}

}  // namespace lobby::app
