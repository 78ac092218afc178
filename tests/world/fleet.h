#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/format.h"
#include "fleet/bundle.h"
#include "portal.h"
#include "signer.h"
#include "trust/digest.h"

namespace lobby {

/// The files of a bundle by their paths.
using BundleFiles = std::map<std::string, std::string>;

/// Those who publish bundles: a web server that serves what they signed.
class Fleet {
 public:
  explicit Fleet(Portal& portal) : portal_(portal) {}

  std::string url() const { return portal_.url("/fleet/bundle.yaml"); }
  /// Of a player that asks for the bundles.
  std::string config(const std::string& more = {}) const {
    return format(
        "device: {{name: sanh-1, group: so}}\nremote: {{url: '{}', public_key: {}, every: 5s, probation: 5s}}\n{}",
        url(), signer.public_key(), more);
  }

  static config::Manifest manifest(std::int64_t version, const BundleFiles& files) {
    config::Manifest manifest{version, std::chrono::sys_days(std::chrono::year(2100) / 1 / 1), {}, {}};
    for (const auto& [path, bytes] : files) manifest.files.push_back({path, bytes.size(), trust::sha256(bytes)});
    return manifest;
  }
  void publish(std::int64_t version, const BundleFiles& files) { publish(manifest(version, files), files); }
  void publish(const config::Manifest& manifest, const BundleFiles& files) { publish(written(manifest), files); }
  void publish(const std::string& list, const BundleFiles& files) { publish(list, files, signer.signature(list)); }
  /// The list last: players look for it all the while.
  void publish(const std::string& list, const BundleFiles& files, const std::string& signature) {
    for (const auto& [path, bytes] : files) portal_.serve("/fleet/" + path, bytes, "application/octet-stream");
    portal_.serve("/fleet/bundle.yaml.minisig", signature, "text/plain");
    portal_.serve("/fleet/bundle.yaml", list, "application/yaml");
  }

  Signer signer;

 private:
  Portal& portal_;
};

}  // namespace lobby
