#include "host/folder_watch.h"

#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/log.h"
#include "host/files.h"

namespace lobby::host {

namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t events_inside =
    IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF;
constexpr std::uint32_t events_around = IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE;
constexpr std::uint32_t departures = IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF;
constexpr std::uint32_t end_of_folder = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED;

fs::path place_of(const fs::path& folder) {
  const fs::path plain = folder.has_filename() ? folder : folder.parent_path();
  return folder_of(plain);
}

std::string name_of(const fs::path& folder) {
  return (folder.has_filename() ? folder : folder.parent_path()).filename().string();
}

/// A folder, or a link to a file that is there; a file that begins to be written closes later.
bool is_whole_at_once(const fs::path& file) {
  std::error_code error;
  return fs::is_symlink(file, error) || fs::is_directory(file, error) || fs::hard_link_count(file, error) > 1;
}

}  // namespace

FolderWatch::FolderWatch() : descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

FolderWatch::~FolderWatch() {
  if (descriptor_ >= 0) close(descriptor_);
}

std::optional<FolderWatch::Identity> FolderWatch::identity_of(const fs::path& folder) {
  struct stat status{};
  if (stat(folder.c_str(), &status) != 0) return std::nullopt;
  return Identity{status.st_dev, status.st_ino};
}

int FolderWatch::watch(const fs::path& place, std::uint32_t events) const {
  // One folder may be the place of another that is watched, too: what is asked for is added up.
  const int watch = inotify_add_watch(descriptor_, place.c_str(), events | IN_ONLYDIR | IN_MASK_ADD);
  if (watch < 0 && errno == ENOSPC) {
    log::warning("{} cannot be watched: {}; it is read at its interval", place.string(), std::strerror(errno));
  }
  return watch;
}

/// Unless another folder needs it.
void FolderWatch::drop(int& watch) {
  const int dropped = std::exchange(watch, -1);
  const bool needed = std::ranges::any_of(folders_, [dropped](const auto& entry) {
    return entry.second.inside == dropped || entry.second.around == dropped;
  });
  if (dropped >= 0 && !needed) inotify_rm_watch(descriptor_, dropped);
}

void FolderWatch::add(const fs::path& folder) {
  auto& watched = folders_[folder];
  watched.folder = folder;
  follow(watched);
}

void FolderWatch::add_file(const fs::path& file) {
  std::error_code error;
  auto& watched = folders_[file];
  watched.folder = folder_of(file);
  watched.file = fs::is_symlink(file, error) ? std::string() : file.filename().string();
  follow(watched);
}

void FolderWatch::follow(Watched& watched) {
  if (descriptor_ < 0) return;
  const fs::path& folder = watched.folder;
  const auto identity = identity_of(folder);
  if (watched.inside >= 0 && watched.identity != identity) drop(watched.inside);
  watched.identity = identity;
  if (watched.around < 0) watched.around = watch(place_of(folder), events_around);
  if (watched.inside < 0 && identity) watched.inside = watch(folder, events_inside);
}

bool FolderWatch::concerns(const Watched& watched, int watch, std::uint32_t event, const std::string& name) {
  constexpr std::uint32_t events_of_file = IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO;
  if (watch == watched.around && name == name_of(watched.folder)) return true;
  if (watch != watched.inside) return false;
  if (!watched.file.empty() && (name != watched.file || (event & events_of_file) == 0)) return false;
  return (event & IN_CREATE) == 0 || is_whole_at_once(watched.folder / name);
}

std::set<fs::path> FolderWatch::changed() {
  std::set<fs::path> changed;
  arrived_.clear();
  alignas(inotify_event) std::array<char, 4096> buffer;
  for (ssize_t size = 0; descriptor_ >= 0 && (size = read(descriptor_, buffer.data(), buffer.size())) > 0;) {
    for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(size);) {
      inotify_event event;
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const std::string name = event.len > 0 ? buffer.data() + at + sizeof event : "";
      at += sizeof event + event.len;
      const bool ends = (event.mask & end_of_folder) != 0;
      for (auto& [path, watched] : folders_) {
        const bool lost = (event.mask & IN_Q_OVERFLOW) != 0;
        const bool concerned = lost || concerns(watched, event.wd, event.mask, name);
        if (concerned) changed.insert(path);
        const bool inside = lost || watched.inside == event.wd;
        const bool came = concerned && inside && (event.mask & departures) == 0;
        if (came) arrived_.insert(lost ? watched.folder : watched.folder / name);
        if (ends && watched.around == event.wd) drop(watched.around);
        if (ends && watched.inside == event.wd) drop(watched.inside);
      }
    }
  }
  return changed;
}

std::set<fs::path> FolderWatch::replaced() const {
  std::set<fs::path> replaced;
  for (const auto& [path, watched] : folders_) {
    if (watched.identity != identity_of(watched.folder)) replaced.insert(path);
  }
  return replaced;
}

}  // namespace lobby::host
