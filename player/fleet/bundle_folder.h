#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "fleet/bundle.h"

namespace lobby::fleet {

/// A bundle that was not taken, or was taken back.
struct Refusal {
  std::string list;  ///< The digest of its list; empty: none was refused.
  std::int64_t version = 0;
  std::string reason;
  bool played = false;    ///< In a rehearsal or on the screen; what was not is judged anew each time it is offered.
  bool may_pass = false;  ///< It was not the bundle's own fault alone; it is played again after a while.
  bool operator==(const Refusal&) const = default;
};

/// What a player knows of its bundles.
struct BundleState {
  std::string good;                      ///< The name of the one that has proven itself; empty: none.
  std::string trial;                     ///< Of the one in use that has yet to; empty: none.
  int starts = 0;                        ///< Of the player while that one was in use.
  bool had_content = false;              ///< There was something to show before it, …
  bool had_sources = false;              ///< … and a source that had given something.
  std::int64_t version = 0;              ///< The highest that was good: what is below is never taken again.
  std::vector<std::string> public_keys;  ///< Handed over by a bundle; none: those of the config.
  std::string keys_of;                   ///< The keys of the config by then; others later, and these count again.
  std::vector<std::string> proven_with;  ///< Keys, one of which has signed the good one.
  Refusal refused;
  std::vector<std::string> played_out;  ///< Digests of lists that were played and refused, the newest last.
  bool known = true;                    ///< False where the file is there and cannot be read; never written over then.
  bool operator==(const BundleState&) const = default;

  const std::string& in_use() const { return trial.empty() ? good : trial; }
};

/// The folder `remote` of the player's state: its bundles, and one small file that says which of them is what. That
/// file is replaced as a whole, so that a power cut at any instant leaves the state before or the one after. One thread
/// at a time.
class BundleFolder {
 public:
  explicit BundleFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Of a file that is missing or damaged: that nothing is known.
  BundleState state() const;
  /// Errs (unavailable) where the disk does not take it; then nothing has changed.
  Result<void> save(const BundleState& state) const;

  std::filesystem::path place_of(const std::string& name) const { return folder_ / "bundles" / name; }
  /// Where a bundle is put together. What is in it may be of any edition.
  std::filesystem::path incoming() const { return folder_ / "incoming"; }
  /// What was put together becomes the bundle of that name. Its files were synced.
  Result<void> take_in(const std::string& name) const;
  /// Removes the bundles that the state does not name.
  void tidy(const BundleState& state) const;

 private:
  std::filesystem::path folder_;
};

/// The keys that a bundle must be signed with: those of the config, or those that were handed over since.
std::vector<std::string> trusted_keys(const BundleState& state, const config::Remote& remote);

/// The keys that prove what lies in the folder: those, and the ones that the good bundle was signed with before it
/// handed over to others. All of them end where somebody changes the keys of the config.
std::vector<std::string> keys_in_use(const BundleState& state, const config::Remote& remote);

/// The keys of a config as one word, to see whether somebody changed them.
std::string word_for_keys(const config::Remote& remote);

/// The bundle that a player with this config uses now; null where there is none, or it cannot be used any more, of
/// which the log says why.
std::shared_ptr<const Bundle> bundle_in_use(const BundleFolder& folder, const config::Config& config);

}  // namespace lobby::fleet
