#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/disk.h"
#include "store/media_folder.h"
#include "store/records.h"

namespace lobby::store {

/// The media of a store: those on disk, and over them those that the disk would not take. The contract is that of
/// Store. Fetch thread.
class MediaShelf {
 public:
  explicit MediaShelf(Disk& disk);

  std::optional<StoredMedia> media(const std::string& url);
  Result<StoredMedia> put(const std::string& url, std::string_view bytes, const MediaFacts& facts);
  std::uint64_t evict(const std::set<std::string>& urls_in_use, const Bound& bound);

 private:
  struct InMemory {
    std::string name;
    StoredMedia media;
  };

  std::optional<StoredMedia> on_disk(const MediaRow& row) const;
  std::uint64_t evict_from_memory(const std::set<std::string>& urls_in_use);
  std::optional<std::set<std::string>> names_on_disk();

  Disk& disk_;
  MediaFolder folder_;
  MemoryFiles memory_;
  std::map<std::string, InMemory> in_memory_;  ///< By URL.
};

}  // namespace lobby::store
