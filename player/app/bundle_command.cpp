#include <algorithm>
#include <filesystem>
#include <iostream>
#include <span>

#include "app/commands.h"
#include "base/clock.h"
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

/// Why a file cannot travel; empty where it can. A link is left out by most of what copies folders to web servers and
/// sticks, and then every player lacks it.
std::string objection_to(const fs::directory_entry& entry, const std::string& path) {
  std::error_code unknown;
  if (entry.is_symlink(unknown)) {
    return format("a symbolic link, to {}; put what it leads to there itself: cp -rL copies it",
                  fs::read_symlink(entry.path(), unknown).string());
  }
  if (!entry.is_regular_file(unknown)) return "neither a file nor a folder; remove it";
  if (!config::is_bundle_path(path)) {
    return "it cannot travel under this name; use letters a to z, digits and ._- only, 200 of them at most, no .part "
           "last";
  }
  if (entry.file_size(unknown) == 0) return "it is empty; remove it";
  return {};
}

struct Contents {
  std::vector<BundleFile> files;
  std::vector<config::Finding> findings;
};

/// Every file of a folder by its path below it, and what cannot travel.
Result<Contents> contents_of(const fs::path& folder) {
  Contents contents;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code unknown;
    if (entry->is_directory(unknown) && !entry->is_symlink(unknown)) continue;
    const std::string path = entry->path().lexically_relative(folder).generic_string();
    if (is_passed_over(path)) continue;
    if (const auto objection = objection_to(*entry, path); !objection.empty()) {
      contents.findings.push_back({config::Severity::error, objection, {entry->path().string(), 1, 1}});
      continue;
    }
    const auto digest = trust::digest_of(entry->path());
    if (!digest) return std::unexpected(digest.error());
    contents.files.push_back({path, digest->size, digest->sha256});
  }
  if (error) return fail(ErrorKind::unavailable, format("{} cannot be read: {}", folder.string(), error.message()));
  std::ranges::sort(contents.findings, {}, [](const config::Finding& finding) { return finding.where.file; });
  return contents;
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

/// The list without its files.
Result<config::Manifest> head_of(const BundleOptions& options) {
  const auto last_day = config::end_time({});
  const auto expires = last_day.parse(options.expires);
  if (!expires) {
    return fail(ErrorKind::invalid, format("--expires must be {}, not '{}'", last_day.expected, options.expires));
  }
  if (*expires <= SystemClock().wall()) {
    return fail(
        ErrorKind::invalid,
        format("--expires {} is in the past: every player would refuse the bundle; name a later day", options.expires));
  }
  for (const auto& key : options.public_keys) {
    const auto parsed = trust::parse_public_key(key);
    if (!parsed) return fail(ErrorKind::invalid, format("'{}' {}", key, parsed.error().message));
  }
  return config::Manifest{options.version, *expires, options.public_keys, {}};
}

/// True where none is an error.
bool print_all(const std::vector<config::Finding>& findings) {
  for (const auto& finding : findings) std::cout << to_string(finding) << '\n';
  return std::ranges::none_of(findings, [](const auto& one) { return one.severity == config::Severity::error; });
}

}  // namespace

int bundle(const BundleOptions& options) {
  auto manifest = head_of(options);
  if (!manifest) return host::failed(manifest.error());
  auto contents = contents_of(options.folder);
  if (!contents) return host::failed(contents.error());
  manifest->files = std::move(contents->files);
  const bool all_travel = print_all(contents->findings);
  if (!check_configs(options.folder, manifest->files) || !all_travel) return 1;
  // Read as a player reads it, so that a mistake shows here and not in two hundred lobbies.
  const fs::path place = options.folder / config::manifest_name;
  const std::string list = written(*manifest);
  const auto checked = config::parse_manifest(list, place.string());
  if (!print_all(checked.findings)) return 1;
  if (const auto done = host::write_file(place, list); !done) return host::failed(done.error());
  std::cout << format("{}: version {}, {} files; sign it with: minisign -S -s KEY -m {}\n", place.string(),
                      manifest->version, manifest->files.size(), place.string());
  return 0;
}

}  // namespace lobby::app
