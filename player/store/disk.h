#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "base/clock.h"
#include "base/result.h"
#include "store/catalogue.h"
#include "store/files.h"
#include "store/store.h"

namespace lobby::store {

/// The folder of the store in whatever state it is: ours to write, only to be read, or not there at all. Puts a
/// damaged catalogue right when it meets one, and tries again to get hold of the folder at every write. Once it has met
/// damage it writes only after all of the catalogue was read and found sound; where it could not be put right, the next
/// try is left to `check`, for each reads all and may fill the disk. Fetch thread.
class Disk {
 public:
  explicit Disk(std::filesystem::path dir);

  /// What `query(Catalogue&) -> Result<std::optional<T>>` finds; nothing also when the catalogue cannot be read.
  template <typename Query>
  auto read(const Query& query) -> typename decltype(query(std::declval<Catalogue&>()))::value_type {
    for (bool again = false; catalogue_; again = true) {
      auto found = query(*catalogue_);
      if (found) return std::move(*found);
      if (found.error().kind != ErrorKind::invalid || again) break;
      damaged_ = true;
      reopen();
    }
    return std::nullopt;
  }

  /// Runs `change(Catalogue&) -> Result<void>`. Errs (unavailable) when nothing can be written at present.
  template <typename Change>
  Result<void> write(const Change& change) {
    if (!writable_) reopen();
    Result<void> done = attempt(change);
    if (!done && done.error().kind == ErrorKind::invalid) {
      damaged_ = true;
      reopen();
      done = attempt(change);
    }
    trouble_ = done ? std::string() : done.error().message;
    return done;
  }

  /// Reads all of the catalogue; what is damaged is put right, or errs (invalid).
  Result<void> check();

  /// Whether what was held back is worth a try at `now`: always while the disk takes what it is given, else once a
  /// minute, for a try reads the tables of the catalogue. A clock set back counts as a minute.
  bool worth_trying(WallTime now);

  /// Whether the catalogue is open for writing.
  bool writable() const { return writable_; }
  std::filesystem::path media_folder() const { return dir_ / "media"; }
  Health health() const;

 private:
  template <typename Change>
  Result<void> attempt(const Change& change) {
    if (!writable_ || !catalogue_) return fail(ErrorKind::unavailable, trouble_);
    return change(*catalogue_);
  }
  void reopen();
  Result<void> acquire();

  std::filesystem::path dir_;
  Descriptor lock_;
  std::optional<Catalogue> catalogue_;
  bool writable_ = false;
  bool damaged_ = false;   ///< Until all of it was read and found sound.
  bool given_up_ = false;  ///< It could not be put right.
  std::string trouble_;
  std::string note_;
  std::optional<WallTime> tried_;
};

}  // namespace lobby::store
