#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "config/config.h"
#include "config/manifest.h"
#include "host/device.h"

// A bundle as it lies on the disk: a signed list and the files that it names. Touches the disk; any thread.
namespace lobby::fleet {

struct Bundle {
  std::string name;  ///< Of its folder: the version and the first digits of the list's digest.
  std::filesystem::path folder;
  config::Manifest manifest;
  bool operator==(const Bundle& other) const { return folder == other.folder; }
};

/// The signature of the list lies beside it, as minisign puts it there.
inline constexpr std::string_view signature_name = "bundle.yaml.minisig";
inline constexpr std::string_view signature_suffix = ".minisig";

/// The list of a bundle, provided that one of `public_keys` (base64) signed exactly these bytes. Errs (invalid) with
/// what does not agree. `from` names the list in messages.
Result<config::Manifest> proven_manifest(std::string_view list, std::string_view signature,
                                         const std::vector<std::string>& public_keys, const std::string& from);

/// The bundle in a folder, proven again: a card may have rotted, and the keys may be others by now. Of its files those
/// that are configs are looked at.
Result<Bundle> load_bundle(const std::filesystem::path& folder, const std::vector<std::string>& public_keys);

/// Whether the player with that name and group needs a file: it needs no config of another one.
bool is_needed(const config::BundleFile& file, const config::Device& device);

/// The configs of a bundle that are meant for that player, the weakest first: of all, of its group, its own. One that
/// is not here is left out: the player was called otherwise when it fetched the bundle, and completes it soon. Errs
/// where one is not what the list says.
Result<std::vector<config::Layer>> layers_of(const Bundle& bundle, const config::Device& device);

}  // namespace lobby::fleet
