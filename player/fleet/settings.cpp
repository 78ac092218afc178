#include "fleet/settings.h"

#include <span>
#include <system_error>

#include "base/log.h"
#include "fleet/bundle_folder.h"
#include "fleet/calendars.h"
#include "host/files.h"
#include "host/places.h"

namespace lobby::fleet {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_config_bytes = 1U << 20U;

void log_all(const std::vector<config::Finding>& findings) {
  for (const auto& finding : findings) {
    if (finding.severity == config::Severity::error) {
      log::error("{}", to_string(finding));
    } else {
      log::warning("{}", to_string(finding));
    }
  }
}

std::optional<config::Config> parse(const std::vector<config::Layer>& layers, const ShippedCalendars& shipped) {
  auto checked = config::parse_config(std::span(layers), shipped.calendars);
  log_all(checked.findings);
  if (checked.value) log_all(findings_of(shipped, *checked.value));
  return std::move(checked.value);
}

/// An empty map is a valid config; it gives every default.
config::Config defaults(const fs::path& file) {
  return config::parse_config("{}", file).value.value_or(config::Config());
}

/// The bundle that this text asks for. Where it has errors none is known.
std::shared_ptr<const Bundle> bundle_for(const std::string& text, const fs::path& file, const BundleFolder& folder) {
  if (folder.state().in_use().empty()) return nullptr;
  const auto own = config::parse_config(text, file).value;
  return own ? bundle_in_use(folder, *own) : nullptr;
}

/// One of two texts that may be used, over one bundle or none; the log hears what is wrong with the first.
std::optional<Settings> usable(const Result<std::string>& text, const std::optional<std::string>& last_good,
                               const fs::path& file, const ShippedCalendars& shipped,
                               const std::shared_ptr<const Bundle>& bundle) {
  auto settings = text ? parse_settings(*text, file, shipped, bundle) : std::unexpected(text.error());
  if (settings) return *std::move(settings);
  log::error("{}", settings.error().message);
  if (!last_good || (text && *last_good == *text)) return std::nullopt;
  settings = parse_settings(*last_good, file, shipped, bundle);
  if (!settings) return std::nullopt;
  log::warning("the last good version of {} stays in use", file.string());
  settings->as_asked = false;
  settings->seen = text.value_or(std::string());
  return *std::move(settings);
}

}  // namespace

Result<fs::path> config_file(const std::optional<fs::path>& named) {
  if (named) return *named;
  std::error_code error;
  if (fs::exists(host::default_config, error)) return fs::path(host::default_config);
  const auto data = host::data_folder();
  if (!data) return std::unexpected(data.error());
  return host::config_of_nobody(*data);
}

Result<std::string> read_config(const fs::path& file) {
  std::error_code error;
  if (const auto status = fs::status(file, error); fs::is_other(status)) {
    return fail(ErrorKind::refused,
                format("{} cannot be read: it is a pipe or a device; put a plain file there", file.string()));
  }
  return host::read_file(file, most_config_bytes);
}

Result<std::vector<config::Layer>> layers_under(const std::string& text, const fs::path& file,
                                                const std::shared_ptr<const Bundle>& bundle) {
  std::vector<config::Layer> layers;
  if (bundle) {
    const auto own = config::parse_config(text, file);
    if (!own.value) log_all(own.findings);
    if (!own.value) return fail(ErrorKind::invalid, format("{} has errors; correct them and try again", file.string()));
    if (own.value->remote) {
      auto below = layers_of(*bundle, host::named(own.value->device));
      if (!below) return std::unexpected(below.error());
      layers = *std::move(below);
    }
  }
  // Beside a bundle what this file names is sought here, wherever the player was started.
  std::error_code error;
  const fs::path whole = bundle ? fs::absolute(file, error) : file;
  layers.push_back({file.string(), error ? file.parent_path() : whole.parent_path(), text});
  return layers;
}

Result<Settings> parse_settings(const std::string& text, const fs::path& file, const ShippedCalendars& shipped,
                                const std::shared_ptr<const Bundle>& bundle) {
  const auto layers = layers_under(text, file, bundle);
  if (!layers) return std::unexpected(layers.error());
  auto config = parse(*layers, shipped);
  if (!config) return fail(ErrorKind::invalid, format("{} has errors; correct them and try again", file.string()));
  return Settings{
      std::make_shared<const config::Config>(std::move(*config)), file, text, true, text, shipped.calendars, bundle};
}

Result<Settings> load_settings(const fs::path& file) {
  const auto text = read_config(file);
  if (!text) return std::unexpected(text.error());
  return parse_settings(*text, file, load_calendars(), bundle_for(*text, file, bundles_of_player()));
}

Settings load_settings_or_last_good(const fs::path& file, const std::optional<std::string>& last_good,
                                    const BundleFolder& folder) {
  const auto shipped = load_calendars();
  const auto text = read_config(file);
  auto bundle = text ? bundle_for(*text, file, folder) : nullptr;
  if (!bundle && last_good) bundle = bundle_for(*last_good, file, folder);
  if (auto settings = usable(text, last_good, file, shipped, bundle)) return *std::move(settings);
  if (bundle) log::error("bundle {} is not in use: {} does not go with it", bundle->name, file.string());
  auto settings = bundle ? usable(text, last_good, file, shipped, nullptr) : std::nullopt;
  if (settings) return *std::move(settings);
  log::warning("there is no earlier good version of {}; a standby slide is shown", file.string());
  return {std::make_shared<const config::Config>(defaults(file)),
          file,
          {},
          false,
          text.value_or(std::string()),
          shipped.calendars};
}

}  // namespace lobby::fleet
