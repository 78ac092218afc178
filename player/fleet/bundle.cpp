#include "fleet/bundle.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "base/format.h"
#include "base/log.h"
#include "host/files.h"
#include "trust/digest.h"
#include "trust/minisign.h"

namespace lobby::fleet {

namespace {

namespace fs = std::filesystem;
using config::BundleFile;

constexpr std::string_view yaml = ".yaml";

/// Any of the keys will do. Errs with the objection of the last one.
Result<void> verify(std::string_view bytes, const trust::Signature& signature,
                    const std::vector<std::string>& public_keys) {
  Result<void> verified = fail(ErrorKind::invalid, "no key is configured");
  for (const auto& text : public_keys) {
    const auto key = trust::parse_public_key(text);
    if (!key) {
      verified = fail(ErrorKind::invalid, "the 'public_key' " + key.error().message);
      continue;
    }
    verified = trust::verify(bytes, signature, *key);
    if (verified) break;
  }
  return verified;
}

const BundleFile* find(const config::Manifest& manifest, std::string_view path) {
  const auto file = std::ranges::find(manifest.files, path, &BundleFile::path);
  return file == manifest.files.end() ? nullptr : &*file;
}

}  // namespace

Result<config::Manifest> proven_manifest(std::string_view list, std::string_view signature,
                                         const std::vector<std::string>& public_keys, const std::string& from) {
  const auto parsed = trust::parse_signature(signature);
  if (!parsed) return std::unexpected(parsed.error());
  if (const auto verified = verify(list, *parsed, public_keys); !verified) return std::unexpected(verified.error());
  auto checked = config::parse_manifest(list, from);
  if (!checked.value) return fail(ErrorKind::invalid, to_string(checked.findings.front()));
  for (const auto& key : checked.value->public_keys) {
    if (const auto good = trust::parse_public_key(key); !good) {
      return fail(ErrorKind::invalid, format("its 'public_key' '{}' {}", key, good.error().message));
    }
  }
  return *std::move(checked.value);
}

Result<Bundle> load_bundle(const fs::path& folder, const std::vector<std::string>& public_keys) {
  const fs::path list = folder / config::manifest_name;
  const auto bytes = host::read_file(list, config::most_manifest_bytes);
  if (!bytes) return std::unexpected(bytes.error());
  const auto signature = host::read_file(folder / signature_name, trust::most_signature_bytes);
  if (!signature) return std::unexpected(signature.error());
  auto manifest = proven_manifest(*bytes, *signature, public_keys, list.string());
  if (!manifest) return std::unexpected(manifest.error());
  return Bundle{folder.filename().string(), folder, *std::move(manifest)};
}

bool is_needed(const BundleFile& file, const config::Device& device) {
  const auto is_of_another = [&file](std::string_view folder, const std::string& name) {
    return file.path.starts_with(folder) && file.path != format("{}{}{}", folder, name, yaml);
  };
  return !is_of_another(config::group_configs, device.group) && !is_of_another(config::device_configs, device.name);
}

Result<std::vector<config::Layer>> layers_of(const Bundle& bundle, const config::Device& device) {
  const std::array<std::string, 3> paths{std::string(config::fleet_config),
                                         format("{}{}{}", config::group_configs, device.group, yaml),
                                         format("{}{}{}", config::device_configs, device.name, yaml)};
  std::vector<config::Layer> layers;
  for (const auto& path : paths) {
    const BundleFile* file = find(bundle.manifest, path);
    if (file == nullptr) continue;
    std::error_code unknown;
    if (!fs::exists(bundle.folder / path, unknown)) {
      log::warning("bundle {}: {} is not here yet", bundle.manifest.version, path);
      continue;
    }
    auto text = host::read_file(bundle.folder / path, config::most_bundle_file_bytes);
    if (!text) return std::unexpected(text.error());
    if (trust::sha256(*text) != file->sha256) {
      return fail(ErrorKind::invalid, format("{} of bundle {} is not what was signed", path, bundle.name));
    }
    layers.push_back(
        {format("bundle-{}/{}", bundle.manifest.version, path), bundle.folder, *std::move(text), config::From::afar});
  }
  return layers;
}

}  // namespace lobby::fleet
