#include "fleet/bundle_puller.h"

#include <algorithm>
#include <memory>
#include <system_error>
#include <utility>

#include "base/format.h"
#include "host/disk_use.h"
#include "host/files.h"
#include "store/files.h"
#include "trust/digest.h"
#include "trust/minisign.h"

namespace lobby::fleet {

namespace {

namespace fs = std::filesystem;
using config::BundleFile;

constexpr std::size_t digits_in_name = 12;

bool ends_with_digest(const std::string& name, const std::string& list) {
  return name.ends_with("-" + list.substr(0, digits_in_name));
}

std::string name_of(const config::Manifest& manifest, const std::string& list) {
  return format("{}-{}", manifest.version, list.substr(0, digits_in_name));
}

/// The address of what lies beside the list.
std::string beside(const std::string& url, const std::string& path) {
  const std::size_t end = std::min(url.find_first_of("?#"), url.size());
  const std::string place = url.substr(0, end);
  const std::string query = url.substr(end, url.find('#', end) - end);
  if (path == config::manifest_name) return place + query;
  if (path == signature_name) return place + std::string(signature_suffix) + query;
  return place.substr(0, place.rfind('/') + 1) + path + query;
}

bool has(const fs::path& file, const BundleFile& wanted) {
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(file, error)) || fs::file_size(file, error) != wanted.size) return false;
  const auto digest = trust::digest_of(file);
  return digest && digest->sha256 == wanted.sha256;
}

/// A file that is the same in the bundle before need not be there twice.
bool take_from_before(const fs::path& before, const fs::path& file, const BundleFile& wanted) {
  if (!has(before, wanted)) return false;
  std::error_code error;
  fs::remove(file, error);
  fs::create_hard_link(before, file, error);
  return !error && store::sync_folder(file.parent_path());
}

/// Puts a bundle together in a folder.
class Assembly {
 public:
  Assembly(const BundleFetch& fetch, fs::path place, fs::path before)
      : fetch_(fetch), place_(std::move(place)), before_(std::move(before)) {}

  /// Brings one file; what is there already stays.
  Result<void> add(const BundleFile& wanted) const {
    const fs::path file = place_ / wanted.path;
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (has(file, wanted)) return {};
    if (!before_.empty() && take_from_before(before_ / wanted.path, file, wanted)) return {};
    const auto bytes = fetch_(wanted.path, wanted.size);
    if (!bytes) return fail(bytes.error().kind, format("{}: {}", wanted.path, bytes.error().message));
    // The server may be half way through an upload.
    if (trust::sha256(*bytes) != wanted.sha256) {
      return fail(ErrorKind::unavailable, format("{} is not what the list says", wanted.path));
    }
    return write(wanted.path, *bytes);
  }

  Result<void> write(const std::string& path, std::string_view bytes) const {
    const fs::path file = place_ / path;
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    fs::remove(file, error);  // It may be the very file of the bundle before.
    return store::write_durably(file.parent_path(), file.filename().string(), bytes);
  }

 private:
  const BundleFetch& fetch_;
  fs::path place_;
  fs::path before_;
};

struct Offer {
  std::string list;
  std::string signature;
  std::string digest;
  config::Manifest manifest;
};

/// Says which edition is put together, in a file that no list can name.
constexpr const char* edition_file = ".edition";

bool is_begun(const fs::path& incoming, const std::string& list) {
  const auto begun = host::read_file(incoming / edition_file, list.size());
  return begun && *begun == list;
}

Result<void> begin_edition(const fs::path& incoming, const std::string& list) {
  if (is_begun(incoming, list)) return {};
  std::error_code error;
  fs::create_directories(incoming, error);
  return store::write_durably(incoming, edition_file, list);
}

/// What another edition left in the folder is no part of this one.
void clear_other_edition(const fs::path& incoming, const std::string& list) {
  std::error_code error;
  if (!is_begun(incoming, list)) fs::remove_all(incoming, error);
}

/// As far as sizes say.
bool is_there(const fs::path& file, const BundleFile& wanted) {
  std::error_code error;
  return fs::is_regular_file(fs::symlink_status(file, error)) && fs::file_size(file, error) == wanted.size;
}

/// Said before anything is fetched: a disk that fills up on the way keeps the player from keeping anything else.
Result<void> check_room(const std::vector<BundleFile>& wanted, const fs::path& incoming, const fs::path& before) {
  constexpr std::uint64_t block = 4096;
  constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20U;
  constexpr std::uint64_t left_over = 4 * mebibyte;  // For what else is kept.
  std::uint64_t needed = 0;
  for (const auto& file : wanted) {
    const bool have = is_there(incoming / file.path, file) || (!before.empty() && is_there(before / file.path, file));
    if (!have) needed += (file.size / block + 2) * block;
  }
  const auto free = host::bytes_free(incoming);
  if (!free || needed + left_over <= *free) return {};
  return fail(ErrorKind::unavailable,
              format("there is no room for it: it needs {:.1f} MiB more, and 4 besides, and {:.1f} MiB are free on the "
                     "disk of {}; make room there, or publish less",
                     static_cast<double>(needed) / mebibyte, static_cast<double>(*free) / mebibyte,
                     incoming.parent_path().string()));
}

Result<void> assemble(const Offer& offer, const BundleFetch& fetch, const BundleFolder& folder,
                      const config::Device& device, const BundleState& state) {
  const fs::path before = state.in_use().empty() ? fs::path() : folder.place_of(state.in_use());
  const Assembly assembly(fetch, folder.incoming(), before);
  std::vector<BundleFile> wanted = offer.manifest.files;
  std::erase_if(wanted, [&](const BundleFile& file) { return !is_needed(file, device); });
  clear_other_edition(folder.incoming(), offer.digest);
  if (auto room = check_room(wanted, folder.incoming(), before); !room) return room;
  if (auto begun = begin_edition(folder.incoming(), offer.digest); !begun) return begun;
  for (const auto& file : wanted) {
    if (auto added = assembly.add(file); !added) return added;
  }
  if (auto written = assembly.write(std::string(config::manifest_name), offer.list); !written) return written;
  if (auto written = assembly.write(std::string(signature_name), offer.signature); !written) return written;
  return folder.take_in(name_of(offer.manifest, offer.digest));
}

/// Brings what a bundle in use lacks since the player has another name or group. The paths of it.
Result<std::vector<std::string>> complete(const fs::path& place, const config::Manifest& manifest,
                                          const BundleFetch& fetch, const config::Device& device) {
  const Assembly assembly(fetch, place, {});
  std::vector<std::string> lacked;
  for (const auto& file : manifest.files) {
    std::error_code unknown;
    if (!is_needed(file, device) || fs::exists(place / file.path, unknown)) continue;
    if (const auto added = assembly.add(file); !added) return std::unexpected(added.error());
    lacked.push_back(file.path);
  }
  return lacked;
}

/// Whether all that this player needs of a bundle lies there, as it was signed.
bool is_complete(const fs::path& place, const std::vector<std::string>& keys, const config::Device& device) {
  const auto bundle = load_bundle(place, keys);
  return bundle && std::ranges::none_of(bundle->manifest.files, [&](const BundleFile& file) {
           return is_needed(file, device) && !has(place / file.path, file);
         });
}

std::unexpected<Objection> objection(const Error& error, const std::string& list = {}, std::int64_t edition = 0) {
  return std::unexpected(Objection{error, list, edition});
}

/// The list is that of the bundle in use, or one that was refused.
std::expected<std::optional<Pulled>, Objection> pull_known(const BundleFetch& fetch, const BundleFolder& folder,
                                                           const BundleState& state, const std::string& digest,
                                                           const std::vector<std::string>& keys,
                                                           const config::Device& device) {
  const fs::path place = folder.place_of(state.in_use());
  if (!ends_with_digest(state.in_use(), digest)) return std::nullopt;
  const auto bundle = load_bundle(place, keys);
  if (!bundle) return objection(bundle.error(), digest);
  const auto lacked = complete(place, bundle->manifest, fetch, device);
  if (!lacked) return objection(lacked.error(), digest, bundle->manifest.version);
  if (lacked->empty()) return std::nullopt;
  return Pulled{state.in_use(), digest, bundle->manifest.version, *lacked};
}

}  // namespace

BundleFetch fetch_over_http(net::HttpClient& http, std::string url, std::function<void(const net::Response&)> hear) {
  const auto before = std::make_shared<net::Response>();
  return [&http, url = std::move(url), before, hear = std::move(hear)](const std::string& path,
                                                                       std::size_t most_bytes) -> Result<std::string> {
    net::Request request{beside(url, path)};
    request.max_bytes = most_bytes;
    const bool is_list = path == config::manifest_name;
    if (is_list) {
      request.etag = before->etag;
      request.last_modified = before->last_modified;
    }
    auto answer = http.get(request);
    if (!answer) return std::unexpected(answer.error());
    if (hear) hear(*answer);
    if (answer->status == net::Status::not_modified) return before->body;
    if (is_list) *before = *answer;
    return std::move(answer->body);
  };
}

BundleFetch fetch_from(fs::path folder) {
  return [folder = std::move(folder)](const std::string& path, std::size_t most_bytes) -> Result<std::string> {
    std::error_code error;
    if (!fs::is_regular_file(folder / path, error)) {
      return fail(ErrorKind::unavailable, format("{} is no file", (folder / path).string()));
    }
    return host::read_file(folder / path, most_bytes);
  };
}

Result<void> accepts(const config::Manifest& manifest, std::int64_t floor, std::optional<WallTime> now) {
  if (manifest.version <= floor) {
    return fail(ErrorKind::invalid, format("version {} is not above {}, the last good one; sign a higher version",
                                           manifest.version, floor));
  }
  if (!now) return fail(ErrorKind::unavailable, "whether it has expired is known once the clock is right");
  if (manifest.expires <= *now) {
    return fail(ErrorKind::invalid, format("it has expired, on {:%Y-%m-%d %H:%M} UTC", manifest.expires));
  }
  return {};
}

bool is_known(const BundleState& state, const std::string& list) {
  if (ends_with_digest(state.good, list) || ends_with_digest(state.trial, list)) return true;
  return std::ranges::find(state.played_out, list) != state.played_out.end();
}

std::expected<std::optional<Pulled>, Objection> pull(const BundleFetch& fetch, const BundleFolder& folder,
                                                     const config::Remote& remote, const config::Device& device,
                                                     std::optional<WallTime> now, InUse in_use) {
  const BundleState state = folder.state();
  const auto keys = trusted_keys(state, remote);
  const std::string name(config::manifest_name);
  const auto list = fetch(name, config::most_manifest_bytes);
  if (!list) return objection(list.error());
  Offer offer{*list, {}, trust::sha256(*list), {}};
  const auto known_keys = keys_in_use(state, remote);
  const bool repair = in_use == InUse::fails && ends_with_digest(state.in_use(), offer.digest) &&
                      !is_complete(folder.place_of(state.in_use()), known_keys, device);
  if (!repair && is_known(state, offer.digest)) {
    if (in_use == InUse::stays) return std::nullopt;
    return pull_known(fetch, folder, state, offer.digest, known_keys, device);
  }
  auto signature = fetch(std::string(signature_name), trust::most_signature_bytes);
  if (!signature) {
    return objection({signature.error().kind, format("{}: {}", signature_name, signature.error().message)});
  }
  offer.signature = *std::move(signature);
  auto manifest = proven_manifest(offer.list, offer.signature, repair ? known_keys : keys, name);
  // It may be the signature of the edition before or after this list.
  if (!manifest) return objection({ErrorKind::unavailable, manifest.error().message}, offer.digest);
  offer.manifest = *std::move(manifest);
  const auto edition = offer.manifest.version;
  // The newest good one itself may come back.
  const auto floor = version_floor(state, remote) - (ends_with_digest(state.newest, offer.digest) ? 1 : 0);
  if (const auto accepted = accepts(offer.manifest, floor, now); !repair && !accepted) {
    return objection(accepted.error(), offer.digest, edition);
  }
  Pulled pulled{name_of(offer.manifest, offer.digest), offer.digest, edition};
  // A rehearsal that was cut short left it.
  if (!repair && is_complete(folder.place_of(pulled.name), keys, device)) return pulled;
  if (const auto assembled = assemble(offer, fetch, folder, device, state); !assembled) {
    return objection({ErrorKind::unavailable, assembled.error().message}, offer.digest, edition);
  }
  return pulled;
}

}  // namespace lobby::fleet
