#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/local_time.h"
#include "config/finding.h"

// The list of the files of a bundle, which somebody signs. A slip must not pass where it decides what two hundred
// lobbies show: an unknown key is an error. Pure; any thread.
namespace lobby::config {

inline constexpr std::size_t most_manifest_bytes = std::size_t{256} << 10U;
inline constexpr std::size_t most_bundle_files = 2000;
inline constexpr std::uint64_t most_bundle_file_bytes = std::uint64_t{32} << 20U;
inline constexpr std::uint64_t most_bundle_bytes = std::uint64_t{256} << 20U;

/// One file of a bundle.
struct BundleFile {
  std::string path;  ///< Below the bundle's folder, with slashes; each part made of letters, digits and ._-
  std::uint64_t size = 0;
  std::string sha256;  ///< 64 lower-case hexadecimal digits.
  bool operator==(const BundleFile&) const = default;
};

struct Manifest {
  std::int64_t version = 0;  ///< Grows with every edition; an older one is never taken again.
  WallTime expires;          ///< After it this edition is not taken any more; where it is in use already, it stays.
  std::vector<std::string> public_keys;  ///< Those that are trusted once this edition is good; none: as before.
  std::vector<BundleFile> files;
  bool operator==(const Manifest&) const = default;
};

/// The list beside a bundle's files, and the name of the config of all players, of those of groups and of devices.
inline constexpr std::string_view manifest_name = "bundle.yaml";
inline constexpr std::string_view fleet_config = "config.yaml";
inline constexpr std::string_view group_configs = "groups/";
inline constexpr std::string_view device_configs = "devices/";

/// Whether a file of a bundle may have this path: 1 to 8 parts of letters, digits and ._- that begin with no dot, 200
/// bytes at most.
bool is_bundle_path(std::string_view path);

/// YAML or JSON with the keys version, expires, files, and perhaps public_key. Times without an offset are those of
/// Việt Nam; an `expires` without a time of day means the end of that day.
Checked<Manifest> parse_manifest(std::string_view yaml, const std::string& file);

/// The same as YAML, the files sorted by path.
std::string written(const Manifest& manifest);

}  // namespace lobby::config
