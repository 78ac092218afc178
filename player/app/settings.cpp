#include "app/settings.h"

#include <system_error>

#include "app/calendars.h"
#include "app/files.h"
#include "app/places.h"
#include "base/log.h"

namespace lobby::app {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_bytes = 1U << 20U;

void log_all(const std::vector<config::Finding>& findings) {
  for (const auto& finding : findings) {
    if (finding.severity == config::Severity::error) {
      log::error("{}", to_string(finding));
    } else {
      log::warning("{}", to_string(finding));
    }
  }
}

std::optional<config::Config> parse(const std::string& text, const fs::path& file, const ShippedCalendars& shipped) {
  auto checked = config::parse_config(text, file, shipped.calendars);
  log_all(checked.findings);
  if (checked.value) log_all(findings_of(shipped, *checked.value));
  return std::move(checked.value);
}

/// An empty map is a valid config; it gives every default.
config::Config defaults(const fs::path& file) {
  return config::parse_config("{}", file).value.value_or(config::Config());
}

}  // namespace

Result<fs::path> config_file(const std::optional<fs::path>& named) {
  if (named) return *named;
  std::error_code error;
  if (fs::exists(default_config, error)) return fs::path(default_config);
  const auto data = data_folder();
  if (!data) return std::unexpected(data.error());
  return demo_config(*data);
}

Result<Settings> load_settings(const fs::path& file) {
  const auto text = read_file(file, most_bytes);
  if (!text) return std::unexpected(text.error());
  auto config = parse(*text, file, load_calendars());
  if (!config) return fail(ErrorKind::invalid, format("{} has errors; correct them and try again", file.string()));
  return Settings{std::make_shared<const config::Config>(std::move(*config)), file, *text, true};
}

Settings load_settings_or_last_good(const fs::path& file, const std::optional<std::string>& last_good) {
  auto settings = load_settings(file);
  if (settings) return *settings;
  log::error("{}", settings.error().message);
  if (last_good) {
    if (auto config = config::parse_config(*last_good, file, load_calendars().calendars).value) {
      log::warning("the last good version of {} stays in use", file.string());
      return {std::make_shared<const config::Config>(std::move(*config)), file, *last_good, false};
    }
  }
  log::warning("there is no earlier good version of {}; a standby slide is shown", file.string());
  return {std::make_shared<const config::Config>(defaults(file)), file, {}, false};
}

}  // namespace lobby::app
