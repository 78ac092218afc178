#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/result.h"
#include "store/disk.h"
#include "store/records.h"
#include "store/write_budget.h"

namespace lobby::store {

/// The documents of a store: those on disk, and over them those that the disk or the budget would not take. The
/// contract is that of Store. Fetch thread.
class DocumentShelf {
 public:
  /// What may wait in memory.
  static constexpr std::size_t capacity = std::size_t{32} * 1024 * 1024;

  /// What documents that are new to the store may cost at once: as much as fills it.
  static constexpr std::int64_t first_burst = std::int64_t{128} * 1024 * 1024;

  DocumentShelf(Disk& disk, std::uint64_t limit) : disk_(disk), limit_(limit) {}
  ~DocumentShelf();
  DocumentShelf(const DocumentShelf&) = delete;
  DocumentShelf& operator=(const DocumentShelf&) = delete;

  std::optional<StoredDocument> document(const std::string& key);
  Result<void> put(const std::string& key, const StoredDocument& document);
  bool touch(const std::string& key, WallTime fetched_at);
  void evict(const std::set<std::string>& keys_in_use, const Bound& bound);

  /// Writes what was held back, as far as the disk takes it and the budget allows.
  void write_held(WallTime now);

 private:
  /// Whether the disk has an older version.
  enum class Novelty { first, change };
  struct Held {
    StoredDocument document;
    Novelty novelty = Novelty::change;
  };

  WriteBudget& budget_for(Novelty novelty) { return novelty == Novelty::first ? firsts_ : changes_; }
  bool on_disk(const std::string& key);
  bool room_for(std::size_t bytes);
  Result<void> hold_back(const std::string& key, const StoredDocument& document, Novelty novelty);
  bool write_some(WallTime now);
  void release(const std::string& key);
  std::set<std::string> idle(const std::set<std::string>& keys_in_use) const;
  bool forget(const std::set<std::string>& keys_in_use, const std::set<std::string>& idle, const Bound& bound);

  Disk& disk_;
  std::uint64_t limit_;
  WriteBudget firsts_{first_burst};
  WriteBudget changes_;
  std::map<std::string, Held> held_back_;
  std::size_t held_bytes_ = 0;
  std::map<std::string, Confirmation> confirmed_;  ///< Newer than on disk.
};

}  // namespace lobby::store
