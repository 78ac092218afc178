#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "fleet/bundle_folder.h"
#include "net/http.h"

namespace lobby::fleet {

/// Gives the bytes of a file of a bundle; `path` is relative to the list. Errs as `HttpClient::get` does.
using BundleFetch = std::function<Result<std::string>(const std::string& path, std::size_t most_bytes)>;

/// From beside the list at `url`; a query in it goes with every file, as the tokens of a store of objects do. A list
/// that has not changed is not sent again, as long as this lives. Each answer is told to `hear`.
BundleFetch fetch_over_http(net::HttpClient& http, std::string url,
                            std::function<void(const net::Response&)> hear = {});

/// From a folder, that of a stick for example.
BundleFetch fetch_from(std::filesystem::path folder);

/// A bundle that lies in the player's folder, complete and proven, and was never in use; or the one in use, which
/// lacked something.
struct Pulled {
  std::string name;
  std::string list;  ///< The digest of its list.
  std::int64_t version = 0;
  std::vector<std::string> lacked = {};  ///< The paths of what the one in use lacked, and has now.
};

/// What was offered and is not taken.
struct Objection {
  Error error;               ///< `unavailable` where the same may be taken later.
  std::string list;          ///< The digest of the list that was offered; empty where none was read.
  std::int64_t version = 0;  ///< 0 where nobody proved it.
};

/// Why an edition is not taken, whatever is in it. Its version must be above `floor`; `now` is nothing while the clock
/// is not believed.
Result<void> accepts(const config::Manifest& manifest, std::int64_t floor, std::optional<WallTime> now);

/// Whether a list is that of the bundle in use, or was refused for good.
bool is_known(const BundleState& state, const std::string& list);

/// Whether the player can play the bundle that its state names; or plays it, and does without what it lacks.
enum class InUse { plays, fails, stays };

/// Brings what is offered into the folder, as far as this player needs it. Only files that it does not have are
/// fetched, and what an interruption left, or lies there complete, is used. Nothing where nothing new is offered, and
/// the bundle in use lacks nothing. One that fails is put together anew: a card may have lost bits of it.
std::expected<std::optional<Pulled>, Objection> pull(const BundleFetch& fetch, const BundleFolder& folder,
                                                     const config::Remote& remote, const config::Device& device,
                                                     std::optional<WallTime> now, InUse in_use = InUse::plays);

}  // namespace lobby::fleet
