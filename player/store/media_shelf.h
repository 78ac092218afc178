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
  MediaShelf(Disk& disk, const Bound& limit);

  std::optional<StoredMedia> media(const std::string& url);
  Result<StoredMedia> put(const std::string& url, std::string_view bytes, const MediaFacts& facts);
  std::uint64_t evict(const std::set<std::string>& urls_in_use, const Bound& bound);

  /// Writes what the disk would not take before.
  void write_held();

  bool doubt(const std::string& url);
  /// Looks into one file that was handed out and not yet looked into since the start; one that has rotted is
  /// forgotten.
  void look_into_one();

 private:
  struct InMemory {
    std::string name;
    StoredMedia media;
  };

  std::optional<StoredMedia> on_disk(const MediaRow& row) const;
  Result<void> write(const MediaRow& row, std::string_view bytes, const std::optional<MediaRow>& known);
  Result<void> room_for(const MediaRow& row);
  bool forget_if_rotten(const std::string& name);
  std::uint64_t release_from_memory();
  std::optional<std::set<std::string>> names_on_disk();

  Disk& disk_;
  Bound limit_;
  MediaFolder folder_;
  MemoryFiles memory_;
  std::map<std::string, InMemory> in_memory_;  ///< By URL.
  std::set<std::string> unseen_;               ///< Names handed out but not looked into.
  std::set<std::string> seen_;                 ///< Names written or looked into since the start.
};

}  // namespace lobby::store
