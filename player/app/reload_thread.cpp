#include "app/reload_thread.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <system_error>
#include <utility>

#include "app/calendars.h"
#include "app/files.h"
#include "app/places.h"
#include "base/log.h"
#include "playlist/theme_choice.h"

namespace lobby::app {

namespace {

namespace fs = std::filesystem;

/// Editors write several files, or one in several steps: what was saved is read once nothing was saved for so long …
constexpr int quiet_ms = 200;
/// … or after so many such pauses, for a folder in which something is always written.
constexpr int most_pauses = 10;

fs::path folder_of(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

}  // namespace

ReloadThread::ReloadThread(Settings settings, std::shared_ptr<const Wardrobe> wardrobe, fs::path data,
                           WardrobeBox& wardrobes, std::function<void(Settings)> take_config)
    : settings_(std::move(settings)),
      wardrobe_(std::move(wardrobe)),
      data_(std::move(data)),
      wardrobes_(wardrobes),
      take_config_(std::move(take_config)),
      end_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (const auto text = read_file(settings_.file)) text_ = *text;
  calendars_ = load_calendars().calendars;
  watch();
  thread_ = std::thread([this] { run(); });
}

ReloadThread::~ReloadThread() {
  stop();
  thread_.join();
  close(end_);
}

void ReloadThread::stop() const {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(end_, &one, sizeof one);
}

void ReloadThread::run() {
  while (!stopped()) {
    if (!something_was_saved()) continue;
    read_anew();
    watch();  // The config may name other folders, and a folder may have been swapped.
  }
}

void ReloadThread::watch() {
  std::error_code error;
  folders_.add(folder_of(settings_.file));
  if (const auto real = fs::canonical(settings_.file, error); !error) folders_.add(real.parent_path());
  folders_.add(calendars_folder(data_));
  const ThemePath path(settings_.config->folder, data_);
  for (const auto& folder : path.folders()) {
    folders_.add(folder / "layouts");
    folders_.add(folder / "fonts");
  }
  for (const auto& theme : path.themes()) folders_.add(path.theme(theme));
}

bool ReloadThread::readable_within(int milliseconds) const {
  std::array<pollfd, 2> watched{{{folders_.descriptor(), POLLIN, 0}, {end_, POLLIN, 0}}};
  return poll(watched.data(), watched.size(), milliseconds) > 0;
}

bool ReloadThread::stopped() const {
  pollfd end{end_, POLLIN, 0};
  return poll(&end, 1, 0) > 0;
}

/// Sleeps until something was saved and nothing more has been for a moment.
bool ReloadThread::something_was_saved() {
  readable_within(-1);
  if (folders_.changed().empty()) return false;
  for (int pauses = 0; pauses < most_pauses && readable_within(quiet_ms) && !stopped(); ++pauses) folders_.changed();
  return !stopped();
}

std::optional<Settings> ReloadThread::newer_settings() {
  auto text = read_file(settings_.file);
  if (!text || text->find_first_not_of(" \t\r\n") == std::string::npos) return std::nullopt;  // It is being written.
  auto calendars = load_calendars().calendars;
  if (*text == text_ && calendars == calendars_) return std::nullopt;
  text_ = *std::move(text);
  calendars_ = std::move(calendars);
  auto settings = load_settings(settings_.file);
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
  auto wardrobe = renewed_wardrobe(*wardrobe_, {settings.config->folder, data_}, playlist::themes_of(*settings.config),
                                   findings, settings.config->themes.mourning);
  tell(findings);
  if (!wardrobe || (!newer && wardrobe->has_the_dresses_of(*wardrobe_))) return;
  wardrobe->serve(settings.config);
  wardrobe_ = std::make_shared<const Wardrobe>(*std::move(wardrobe));
  wardrobes_.put(wardrobe_);
  if (!newer) return;
  log::info("{} was saved; it is in use", newer->file.string());
  settings_ = *newer;
  take_config_(settings_);
}

}  // namespace lobby::app
