#include <algorithm>
#include <filesystem>
#include <iostream>
#include <span>

#include "app/commands.h"
#include "config/notices.h"
#include "fleet/bundle.h"
#include "fleet/calendars.h"
#include "host/exit_status.h"
#include "host/files.h"
#include "trust/digest.h"
#include "trust/minisign.h"

namespace lobby::app {

namespace {

namespace fs = std::filesystem;
using config::BundleFile;

/// What does not belong to the bundle: the list itself, its signature, and what is hidden.
bool is_passed_over(const std::string& path) {
  return path == config::manifest_name || path == fleet::signature_name || path.front() == '.' ||
         path.find("/.") != std::string::npos;
}

/// Every file of a folder by its path below it. Errs (invalid) on a path that no bundle may have.
Result<std::vector<BundleFile>> files_in(const fs::path& folder) {
  std::vector<BundleFile> files;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code unknown;
    if (entry->is_directory(unknown)) continue;
    const std::string path = entry->path().lexically_relative(folder).generic_string();
    if (is_passed_over(path)) continue;
    if (!config::is_bundle_path(path)) {
      return fail(ErrorKind::invalid,
                  format("{} cannot travel under this name; use letters a to z, digits and ._- only", path));
    }
    const auto digest = trust::digest_of(entry->path());
    if (!digest) return std::unexpected(digest.error());
    if (digest->size == 0) return fail(ErrorKind::invalid, format("{} is empty; remove it", path));
    files.push_back({path, digest->size, digest->sha256});
  }
  if (error) return fail(ErrorKind::unavailable, format("{} cannot be read: {}", folder.string(), error.message()));
  return files;
}

/// The config of all, alone or under one of a group or a device. True where it has no errors.
bool check_over(const fs::path& folder, const std::string& path) {
  std::vector<config::Layer> layers;
  for (const std::string& part : {std::string(config::fleet_config), path}) {
    if (part.empty()) continue;
    auto text = host::read_file(folder / part, config::most_manifest_bytes);
    if (!text) {
      std::cout << text.error().message << '\n';
      return false;
    }
    layers.push_back({part, folder, *std::move(text), config::From::afar});
  }
  bool clean = true;
  for (const auto& finding : config::parse_config(std::span(layers), fleet::load_calendars().calendars).findings) {
    std::cout << to_string(finding) << '\n';
    clean = clean && finding.severity != config::Severity::error;
  }
  return clean;
}

bool check_configs(const fs::path& folder, const std::vector<BundleFile>& files) {
  bool clean = check_over(folder, {});
  for (const auto& file : files) {
    const bool is_config =
        file.path.starts_with(config::group_configs) || file.path.starts_with(config::device_configs);
    if (is_config) clean = check_over(folder, file.path) && clean;
  }
  return clean;
}

Result<config::Manifest> manifest_of(const BundleOptions& options) {
  const auto last_day = config::end_time({});
  const auto expires = last_day.parse(options.expires);
  if (!expires) {
    return fail(ErrorKind::invalid, format("--expires must be {}, not '{}'", last_day.expected, options.expires));
  }
  for (const auto& key : options.public_keys) {
    const auto parsed = trust::parse_public_key(key);
    if (!parsed) return fail(ErrorKind::invalid, format("'{}' {}", key, parsed.error().message));
  }
  auto files = files_in(options.folder);
  if (!files) return std::unexpected(files.error());
  return config::Manifest{options.version, *expires, options.public_keys, *std::move(files)};
}

}  // namespace

int bundle(const BundleOptions& options) {
  const auto manifest = manifest_of(options);
  if (!manifest) return host::failed(manifest.error());
  if (!check_configs(options.folder, manifest->files)) return 1;
  // Read as a player reads it, so that a mistake shows here and not in two hundred lobbies.
  const fs::path place = options.folder / config::manifest_name;
  const std::string list = written(*manifest);
  const auto checked = config::parse_manifest(list, place.string());
  for (const auto& finding : checked.findings) std::cout << to_string(finding) << '\n';
  if (!checked.value) return 1;
  if (const auto done = host::write_file(place, list); !done) return host::failed(done.error());
  std::cout << format("{}: version {}, {} files; sign it with: minisign -S -m {}\n", place.string(), manifest->version,
                      manifest->files.size(), place.string());
  return 0;
}

}  // namespace lobby::app
