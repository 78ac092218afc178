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

Result<std::string> read_config(const fs::path& file) {
  std::error_code error;
  if (const auto status = fs::status(file, error); fs::is_other(status)) {
    return fail(ErrorKind::refused,
                format("{} cannot be read: it is a pipe or a device; put a plain file there", file.string()));
  }
  return read_file(file, most_bytes);
}

Result<Settings> parse_settings(const std::string& text, const fs::path& file, const ShippedCalendars& shipped) {
  auto config = parse(text, file, shipped);
  if (!config) return fail(ErrorKind::invalid, format("{} has errors; correct them and try again", file.string()));
  return Settings{
      std::make_shared<const config::Config>(std::move(*config)), file, text, true, text, shipped.calendars};
}

Result<Settings> load_settings(const fs::path& file) {
  const auto text = read_config(file);
  if (!text) return std::unexpected(text.error());
  return parse_settings(*text, file, load_calendars());
}

Settings load_settings_or_last_good(const fs::path& file, const std::optional<std::string>& last_good) {
  const auto shipped = load_calendars();
  const auto text = read_config(file);
  const auto settings = text ? parse_settings(*text, file, shipped) : std::unexpected(text.error());
  if (settings) return *settings;
  const std::string seen = text.value_or(std::string());
  log::error("{}", settings.error().message);
  if (last_good) {
    if (auto config = config::parse_config(*last_good, file, shipped.calendars).value) {
      log::warning("the last good version of {} stays in use", file.string());
      return {
          std::make_shared<const config::Config>(std::move(*config)), file, *last_good, false, seen, shipped.calendars};
    }
  }
  log::warning("there is no earlier good version of {}; a standby slide is shown", file.string());
  return {std::make_shared<const config::Config>(defaults(file)), file, {}, false, seen, shipped.calendars};
}

}  // namespace lobby::app
