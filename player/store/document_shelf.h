#pragma once

#include <cstddef>
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

  explicit DocumentShelf(Disk& disk) : disk_(disk) {}
  ~DocumentShelf();
  DocumentShelf(const DocumentShelf&) = delete;
  DocumentShelf& operator=(const DocumentShelf&) = delete;

  std::optional<StoredDocument> document(const std::string& key);
  Result<void> put(const std::string& key, const StoredDocument& document);
  void touch(const std::string& key, WallTime fetched_at);
  void evict(const std::set<std::string>& keys_in_use, const Bound& bound);

 private:
  Result<void> hold_back(const std::string& key, const StoredDocument& document);
  void release(const std::string& key);

  Disk& disk_;
  WriteBudget budget_;
  std::map<std::string, StoredDocument> held_back_;
  std::size_t held_bytes_ = 0;
  std::map<std::string, WallTime> touched_;  ///< Newer than on disk.
};

}  // namespace lobby::store
