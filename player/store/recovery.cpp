#include "store/recovery.h"

#include <stdlib.h>

#include <string_view>
#include <system_error>

#include "base/format.h"
#include "store/files.h"

namespace lobby::store {

namespace {

namespace fs = std::filesystem;

fs::path with_suffix(fs::path path, std::string_view suffix) { return path += suffix; }

/// A new catalogue beside the damaged one with what was saved from it, closed again. Returns the number of documents.
Result<int> build_replacement(const fs::path& damaged_file, const fs::path& file) {
  std::error_code ignored;
  fs::remove(file, ignored);
  fs::remove(with_suffix(file, "-journal"), ignored);
  Result<Catalogue> fresh = Catalogue::open(file, Access::read_write, Check::whole);
  if (!fresh) return std::unexpected(fresh.error());
  Result<Catalogue> damaged = Catalogue::open_damaged(damaged_file);
  return damaged ? fresh->salvage(*damaged) : Result<int>(0);
}

/// Puts the replacement in the place of the file, which is not there any more.
Result<void> move_in(const fs::path& replacement, const fs::path& file) {
  std::error_code error;
  fs::remove(with_suffix(replacement, "-journal"), error);
  fs::rename(replacement, file, error);
  if (error) return std::unexpected(file_error(error.value(), file));
  return sync_folder(file.parent_path());
}

/// Each step is durable before the next, so that the replacement is whole wherever the file is missing. The journal
/// goes first: one that stays behind must never meet a database that is not its own.
Result<void> swap_in(const fs::path& replacement, const fs::path& file, const fs::path& bad) {
  if (const Result<void> synced = sync_folder(file.parent_path()); !synced) return synced;
  std::error_code error;
  fs::rename(with_suffix(file, "-journal"), with_suffix(bad, "-journal"), error);  // there may be none
  fs::rename(file, bad, error);
  if (error) return std::unexpected(file_error(error.value(), bad));
  if (const Result<void> synced = sync_folder(file.parent_path()); !synced) return synced;
  return move_in(replacement, file);
}

/// A power cut between the two renames of `swap_in` leaves a whole replacement and no file. True where that was so.
Result<bool> finish_swap(const fs::path& replacement, const fs::path& file) {
  std::error_code error;
  if (fs::exists(file, error) || error || !fs::exists(replacement, error)) return false;
  const Result<void> moved = move_in(replacement, file);
  if (!moved) return std::unexpected(moved.error());
  return true;
}

/// A folder of our own in memory; removed with all that is in it.
class MemoryFolder {
 public:
  MemoryFolder() {
    for (std::string pattern : {"/dev/shm/lobby-player-XXXXXX", "/tmp/lobby-player-XXXXXX"}) {
      if (path_.empty() && mkdtemp(pattern.data()) != nullptr) path_ = pattern;
    }
  }
  ~MemoryFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  MemoryFolder(const MemoryFolder&) = delete;
  MemoryFolder& operator=(const MemoryFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

Result<void> copy_writable(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::copy_file(from, to, error);
  if (!error) fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, error);
  if (error) return std::unexpected(file_error(error.value(), from));
  return {};
}

}  // namespace

Result<Opening> open_or_begin(const fs::path& file, Check check) {
  const fs::path replacement = with_suffix(file, ".new");
  const fs::path bad = with_suffix(file, ".bad");
  const Result<bool> finished = finish_swap(replacement, file);
  if (!finished) return std::unexpected(finished.error());
  std::error_code ignored;
  // A recovery was cut off before it was done: the damage is still there.
  const bool begun = fs::exists(replacement, ignored);
  Result<Catalogue> catalogue = Catalogue::open(file, Access::read_write, begun ? Check::whole : check);
  if (catalogue) {
    if (begun) fs::remove(replacement, ignored);
    return Opening{std::move(*catalogue),
                   *finished ? format("the database was damaged; it is kept as {}, and what was saved from it is used",
                                      bad.string())
                             : ""};
  }
  if (catalogue.error().kind != ErrorKind::invalid) return std::unexpected(catalogue.error());
  for (const fs::path& older : {bad, with_suffix(bad, "-journal")}) fs::remove(older, ignored);
  const Result<int> saved = build_replacement(file, replacement);
  const Result<void> swapped = saved ? swap_in(replacement, file, bad) : std::unexpected(saved.error());
  if (!swapped) {
    if (fs::exists(file, ignored)) fs::remove(replacement, ignored);
    return std::unexpected(swapped.error());
  }
  Result<Catalogue> fresh = Catalogue::open(file, Access::read_write, Check::whole);
  if (!fresh) return std::unexpected(fresh.error());
  return Opening{std::move(*fresh), format("{}; it is kept as {}, and a new one was begun with {} of its documents",
                                           catalogue.error().message, bad.string(), *saved)};
}

Result<Catalogue> open_frozen(const fs::path& file) {
  std::error_code error;
  const fs::path replacement = with_suffix(file, ".new");
  if (!fs::exists(file, error) && fs::exists(replacement, error)) {
    return Catalogue::open(replacement, Access::read_only, Check::tables);
  }
  if (!fs::exists(file, error)) return fail(ErrorKind::unavailable, format("{} does not exist", file.string()));
  Result<Catalogue> catalogue = Catalogue::open(file, Access::read_only, Check::tables);
  if (catalogue || catalogue.error().kind == ErrorKind::invalid) return catalogue;
  const MemoryFolder folder;
  if (folder.path().empty()) return catalogue;
  const fs::path copy = folder.path() / file.filename();
  if (const Result<void> copied = copy_writable(file, copy); !copied) return std::unexpected(copied.error());
  const Result<void> journal = copy_writable(with_suffix(file, "-journal"), with_suffix(copy, "-journal"));
  if (!journal) return std::unexpected(journal.error());
  return Catalogue::open(copy, Access::read_write, Check::tables);  // stays readable when its name is gone
}

}  // namespace lobby::store
