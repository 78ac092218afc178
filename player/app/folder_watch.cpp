#include "app/folder_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/log.h"

namespace lobby::app {

FolderWatch::FolderWatch() : descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

FolderWatch::~FolderWatch() {
  if (descriptor_ >= 0) close(descriptor_);
}

void FolderWatch::add(const std::filesystem::path& folder) {
  if (descriptor_ < 0) return;
  const bool known = std::ranges::any_of(folders_, [&folder](const auto& entry) { return entry.second == folder; });
  if (known) return;
  constexpr std::uint32_t events =
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
  const int watch = inotify_add_watch(descriptor_, folder.c_str(), events);
  if (watch >= 0) {
    folders_[watch] = folder;
  } else if (errno == ENOSPC) {
    log::warning("{} cannot be watched: {}; it is read at its interval", folder.string(), std::strerror(errno));
  }
}

std::set<std::filesystem::path> FolderWatch::changed() {
  std::set<std::filesystem::path> changed;
  alignas(inotify_event) std::array<char, 4096> buffer;
  for (ssize_t size = 0; descriptor_ >= 0 && (size = read(descriptor_, buffer.data(), buffer.size())) > 0;) {
    for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(size);) {
      inotify_event event;
      std::memcpy(&event, buffer.data() + at, sizeof event);
      at += sizeof event + event.len;
      const auto folder = folders_.find(event.wd);
      if (folder != folders_.end()) changed.insert(folder->second);
      if ((event.mask & IN_Q_OVERFLOW) != 0) {
        for (const auto& entry : folders_) changed.insert(entry.second);
      }
      if ((event.mask & IN_IGNORED) != 0 && folder != folders_.end()) folders_.erase(folder);
    }
  }
  return changed;
}

}  // namespace lobby::app
