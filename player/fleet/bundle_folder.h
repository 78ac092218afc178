#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fleet/bundle.h"

namespace lobby::fleet {

/// A bundle that was not taken, or was taken back.
struct Refusal {
  std::string list;          ///< The digest of its list; empty where it was not played.
  std::int64_t version = 0;  ///< 0 where nobody proved it.
  std::string reason;        ///< Empty: none was refused.
  bool may_pass = false;     ///< It was not the bundle's own fault alone; it is played again after a while.
  bool operator==(const Refusal&) const = default;
};

/// What a player knows of its bundles.
struct BundleState {
  std::string good;          ///< The name of the one that has proven itself; empty: none.
  std::string trial;         ///< Of the one in use that has yet to; empty: none.
  std::string before;        ///< The good one before, to go back to; empty: the config of this machine.
  bool had_content = false;  ///< Under a bundle that was good there was something to show, …
  bool had_sources = false;  ///< … and a source that had given something.
  std::int64_t version = 0;  ///< Of the newest that was good,
  std::string newest;        ///< and its name: lost to a player that could not play it, it is welcome to another one.
  std::map<std::string, std::int64_t> floors;  ///< By key: the highest that was good while it counted, or was to count.
  std::vector<std::string> public_keys;        ///< Handed over by a bundle; none: those of the config.
  std::string keys_of;                         ///< The keys of the config by then; others later, and these count again.
  std::vector<std::string> proven_with;        ///< Keys, one of which has signed the good one, …
  std::vector<std::string> before_with;        ///< … and those for the one before.
  Refusal refused;                             ///< Of those that were played, the last.
  std::vector<std::string> played_out;         ///< Digests of lists that were played and refused, the newest last.
  std::vector<std::string> may_pass;           ///< Those among them that are played again after a while.
  Refusal objected;                            ///< What is offered now and was not played; nobody may have signed it.
  bool known = true;  ///< False where the file is there and cannot be read; never written over then.
  bool operator==(const BundleState&) const = default;

  const std::string& in_use() const { return trial.empty() ? good : trial; }
};

/// Starts of the player in a row with one bundle that came to nothing. Beside the state, for other threads count.
struct Starts {
  std::string bundle;     ///< Its name.
  bool on_trial = false;  ///< Then.
  int count = 0;
  bool operator==(const Starts&) const = default;
};

/// The folder `remote` of the player's state: its bundles, and one small file that says which of them is what. That
/// file is replaced as a whole, so that a power cut leaves the state before or the one after. What a disk that is full
/// or read-only does not take is kept in the memory of the machine until the next boot. One thread at a time.
class BundleFolder {
 public:
  /// `run` is the folder of the service in memory; no path: none.
  explicit BundleFolder(std::filesystem::path folder, std::filesystem::path run = {})
      : folder_(std::move(folder)), run_(std::move(run)) {}

  /// What the copy of a file says that is damaged or lost; else that nothing is known.
  BundleState state() const;
  /// The file by its copy where that is whole and the file is not, else the copy by the file. At a start.
  void mend() const;
  /// Errs (unavailable) where the disk does not take it; then nothing has changed.
  Result<void> save(const BundleState& state);
  /// For what must hold though the disk does not take it: in the memory of the machine, else in this object alone.
  void hold(const BundleState& state);
  /// Of a file that is missing or damaged: none.
  Starts starts() const;
  /// Errs (unavailable) where neither the disk nor the memory of the machine takes it.
  Result<void> save(const Starts& starts) const;

  std::filesystem::path place_of(const std::string& name) const { return folder_ / "bundles" / name; }
  /// Where a bundle is put together. What is in it may be of any edition.
  std::filesystem::path incoming() const { return folder_ / "incoming"; }
  /// What was put together becomes the bundle of that name. Its files were synced.
  Result<void> take_in(const std::string& name) const;
  void tidy(const BundleState& state) const;  ///< Removes the bundles that it does not name.

 private:
  /// In memory, where it is newer than on the disk.
  std::filesystem::path place_to_read(const char* name) const;
  std::filesystem::path in_memory(const char* name) const;
  Result<void> write(const char* name, const std::string& text) const;
  void copy_state(const std::string& text) const;
  void tell_of_damage(std::string_view therefore, const std::string& trouble) const;

  std::filesystem::path folder_;
  std::filesystem::path run_;
  std::optional<BundleState> held_;
  mutable bool told_of_damage_ = false;  ///< Once is enough for the log.
};

/// Of the player that this process is, or looks at.
BundleFolder bundles_of_player();

/// The keys that a bundle must be signed with: those of the config, or those that were handed over since.
std::vector<std::string> trusted_keys(const BundleState& state, const config::Remote& remote);

/// The keys that prove what lies in the folder: those, and the ones that the good bundle was signed with before it
/// handed over to others. All of them end where somebody changes the keys of the config.
std::vector<std::string> keys_in_use(const BundleState& state, const config::Remote& remote);

/// The keys of a config as one word, to see whether somebody changed them.
std::string word_for_keys(const config::Remote& remote);

/// What a bundle's version must be above. Keys under which nothing was good yet begin at 0: whoever stole the ones
/// before may have spent all numbers.
std::int64_t version_floor(const BundleState& state, const config::Remote& remote);

/// The bundle that a player with this config uses now; null where there is none, or none of use, as the log says.
std::shared_ptr<const Bundle> bundle_in_use(const BundleFolder& folder, const config::Config& config);

}  // namespace lobby::fleet
