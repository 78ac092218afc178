#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/local_time.h"
#include "config/config.h"
#include "notices/notice_terms.h"

namespace lobby::notices {

/// A notice that lies in the duty officer's folder.
struct DroppedNotice {
  std::string id;  ///< Of this very file: its name, its bytes and when it was put there.
  config::Notice notice;
};

/// Reads the duty officer's folder: *.yaml and *.yml with the keys of a notice, and *.txt, urgent where the name begins
/// with «khan» or «urgent». A file counts once its writer has closed it, or it was moved in; one that lay there before
/// the player came counts once it has not changed for some seconds. What is no plain file of at most 16 KiB is passed
/// over, as are names that begin with «.», «~» or «#». The log says once of each file that does not count why. Fetch
/// thread.
class NoticeInbox {
 public:
  static constexpr std::size_t most_files = 100;

  NoticeInbox(std::filesystem::path folder, TimeZone zone);
  ~NoticeInbox();
  NoticeInbox(const NoticeInbox&) = delete;
  NoticeInbox& operator=(const NoticeInbox&) = delete;

  /// Readable when something has changed; -1 where the system cannot watch. Then `look` is due.
  int descriptor() const { return descriptor_; }
  /// Looks into the folder where that is due. Never waits for a writer.
  void look(const playlist::Moment& now);
  /// When it wants to look again even if nothing happens.
  SteadyTime next_look() const { return next_look_; }
  /// What lies there, by the names of the files.
  std::vector<DroppedNotice> notices() const;
  /// False while a file waits to be read, or the folder cannot be: then more may lie there than `notices` says.
  bool knows_all() const;

 private:
  /// Tells one state of a file from another.
  struct Stamp {
    std::uint64_t inode = 0;
    std::int64_t bytes = 0;
    std::int64_t modified = 0;  ///< Nanoseconds.
    std::int64_t changed = 0;
    bool operator==(const Stamp&) const = default;
  };
  struct File {
    Stamp stamp;
    SteadyTime seen;
    bool read = false;
    std::optional<DroppedNotice> dropped = std::nullopt;
  };
  void watch();
  bool hear();
  void note(std::uint32_t event, const std::string& name);
  bool may_be_used();
  void read_folder(const playlist::Moment& now);
  void look_at(const std::string& name, const playlist::Moment& now);
  std::optional<DroppedNotice> read(const std::string& name, const Stamp& stamp) const;
  void complain(const std::string& complaint);

  std::filesystem::path folder_;
  TimeZone zone_;
  int descriptor_ = -1;
  int inside_ = -1;  ///< The watches of the folder and of the one it lies in; -1: none.
  int around_ = -1;
  std::uint64_t watched_ = 0;       ///< The inode of the folder that is watched.
  std::set<std::string> written_;   ///< Files that somebody is writing to.
  std::set<std::string> complete_;  ///< Files that were closed or moved in since the last look.
  std::map<std::string, File> files_;
  bool listed_ = false;    ///< The folder could be listed at the last look, or is not there.
  std::string complaint_;  ///< About the folder, as it was said.
  SteadyTime next_look_ = SteadyTime::min();
};

}  // namespace lobby::notices
