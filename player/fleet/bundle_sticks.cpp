#include "fleet/bundle_sticks.h"

#include <fcntl.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <utility>

#include "base/format.h"
#include "gather/sticks.h"

namespace lobby::fleet {

/// proc(5): mountinfo reports a change as an exceptional condition; around it, an epoll descriptor is simply readable.
BundleSticks::BundleSticks()
    : mounts_(open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)), events_(epoll_create1(EPOLL_CLOEXEC)) {
  epoll_event changes{EPOLLPRI, {}};
  epoll_ctl(events_, EPOLL_CTL_ADD, mounts_, &changes);
}

BundleSticks::~BundleSticks() {
  for (const int descriptor : {mounts_, events_}) close(descriptor);
}

std::vector<std::filesystem::path> BundleSticks::news() {
  epoll_event change{};
  epoll_wait(events_, &change, 1, 0);
  std::vector<std::filesystem::path> folders;
  std::set<std::string> present;
  for (const auto& place : gather::present_stick_folders(bundle_on_stick)) {
    std::string name = format("{} {}", place.mount, place.state);
    if (!seen_.contains(name)) folders.push_back(place.folder);
    present.insert(std::move(name));
  }
  seen_ = std::move(present);
  return folders;
}

}  // namespace lobby::fleet
