#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "config/config.h"
#include "fleet/bundle.h"
#include "fleet/bundle_folder.h"
#include "fleet/calendars.h"

namespace lobby::fleet {

/// A config, where it came from, and whether the one that was asked for could be used.
struct Settings {
  std::shared_ptr<const config::Config> config;
  std::filesystem::path file;                 ///< The file that was asked for.
  std::string text;                           ///< The bytes that are in use; empty where none is.
  bool as_asked = true;                       ///< False: another one stands in, and the log says why.
  std::string seen = {};                      ///< The bytes of the file when it was read, good or not.
  config::Calendars calendars = {};           ///< The ones it was read with.
  std::shared_ptr<const Bundle> bundle = {};  ///< Whose configs lie below that of the file; null: none.
};

/// The config file that a command uses: the one named, else the default, else the demo's for want of
/// one.
Result<std::filesystem::path> config_file(const std::optional<std::filesystem::path>& named);

/// The bytes of a config. Errs (unavailable) when it cannot be read, (refused) when it is too large, or a pipe or
/// device, of which no end may come.
Result<std::string> read_config(const std::filesystem::path& file);

/// The config of these bytes of that file, laid over those of a bundle; findings go to the log. Errs (invalid) when it
/// has errors.
Result<Settings> parse_settings(const std::string& text, const std::filesystem::path& file,
                                const ShippedCalendars& shipped, const std::shared_ptr<const Bundle>& bundle = {});

/// Reads and parses a config with the bundle and the calendars it names; findings go to the log. A calendar with errors
/// is left out. Errs as these two do.
Result<Settings> load_settings(const std::filesystem::path& file);

/// For the kiosk, which goes on whatever the file says: the config, else the last good text of the same file, both over
/// the bundle in use and then without it, else one that knows nothing and shows a calm standby slide.
Settings load_settings_or_last_good(const std::filesystem::path& file, const std::optional<std::string>& last_good,
                                    const BundleFolder& folder);

/// What layers a config consists of: those of the bundle, where the file asks for bundles, then the file. Errs where it
/// cannot be read, or the bundle is not what was signed.
Result<std::vector<config::Layer>> layers_under(const std::string& text, const std::filesystem::path& file,
                                                const std::shared_ptr<const Bundle>& bundle);

}  // namespace lobby::fleet
