#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "config/config.h"
#include "gather/local_media.h"
#include "gather/sticks.h"
#include "host/folder_watch.h"

namespace lobby::gather {

/// What lies on this machine: feed files, lists of pictures, folders, sticks. Tells when one of them has changed. Fetch
/// thread.
class LocalSources {
 public:
  LocalSources(std::shared_ptr<const config::Config> config, store::Store& store, const Clock& clock);
  ~LocalSources();
  LocalSources(const LocalSources&) = delete;
  LocalSources& operator=(const LocalSources&) = delete;

  /// A URL as it is; a path from the folder of the config file.
  std::string placed(const std::string& location) const;
  /// Where the documents of a source lie; empty for a list and a stick.
  std::string location_of(const config::Source& source) const;

  /// Readable when a folder has changed or a stick was put in or pulled; -1 where the system cannot tell.
  int descriptor() const { return descriptor_; }
  /// Makes the descriptor readable with another one, too; -1 adds none.
  void listen_to(int descriptor) const;
  /// Looks which of the local sources have changed since the last look. A file has once it was left alone for a moment,
  /// for some are written in several steps; the descriptor tells when. Never waits.
  void look();
  bool changed(const config::Source& source) const;

  /// The items of a folder, a list or a stick. A folder that is empty is an answer: someone has emptied it. Errs
  /// (unavailable, invalid) with a reason for an operator where it is gone, cannot be read, or is empty because what
  /// was mounted there is not any more; what was good stays good then.
  Result<LocalItems> items(const config::Source& source);
  /// What a stick left here, and since when; nothing for other sources.
  std::optional<Sticks::Stored> stored(const config::Source& source);

 private:
  std::optional<std::filesystem::path> file_of(const config::Source& source) const;
  void hold_back_files();
  Result<std::vector<content::Photo>> photos_of(const config::PhotoFolder& folder, const std::string& source);
  std::vector<content::Photo> photos_of(const config::PhotoList& list) const;

  std::shared_ptr<const config::Config> config_;
  host::FolderWatch watch_;
  PhotoFolderReader folders_;
  Sticks sticks_;
  std::set<std::filesystem::path> changed_;
  std::set<std::filesystem::path> held_;          ///< Files that have changed and may be written on.
  int pauses_ = 0;                                ///< How often their pause began anew.
  int quiet_ = -1;                                ///< The timer of the pause.
  std::map<std::string, std::uint64_t> devices_;  ///< Where the folders had pictures the last time.
  int descriptor_ = -1;
};

}  // namespace lobby::gather
