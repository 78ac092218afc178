#include "gather/local_sources.h"

#include <sys/epoll.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "base/format.h"
#include "gather/remote.h"

namespace lobby::gather {

namespace {

void add(int poll, int descriptor, std::uint32_t events) {
  epoll_event event{.events = events, .data = {.fd = descriptor}};
  if (descriptor >= 0) epoll_ctl(poll, EPOLL_CTL_ADD, descriptor, &event);
}

std::string location_in(const config::Source& source) {
  if (const auto* feed = std::get_if<config::FeedSource>(&source.what)) return feed->location;
  if (const auto* page = std::get_if<config::PageSource>(&source.what)) return page->location;
  if (const auto* weather = std::get_if<config::WeatherSource>(&source.what)) return weather->location;
  if (const auto* photos = std::get_if<config::PhotoFolder>(&source.what)) return photos->folder.string();
  return {};
}

}  // namespace

LocalSources::LocalSources(std::shared_ptr<const config::Config> config, store::Store& store, const Clock& clock)
    : config_(std::move(config)), sticks_(store, clock), descriptor_(epoll_create1(EPOLL_CLOEXEC)) {
  if (descriptor_ < 0) return;
  quiet_ = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
  add(descriptor_, quiet_, EPOLLIN);
  add(descriptor_, watch_.descriptor(), EPOLLIN);
  // The kernel says so of mounts: https://man7.org/linux/man-pages/man5/proc_pid_mounts.5.html
  add(descriptor_, sticks_.descriptor(), EPOLLPRI);
}

LocalSources::~LocalSources() {
  if (descriptor_ >= 0) close(descriptor_);
  if (quiet_ >= 0) close(quiet_);
}

void LocalSources::listen_to(int descriptor) const { add(descriptor_, descriptor, EPOLLIN); }

std::string LocalSources::placed(const std::string& location) const {
  if (is_remote(location)) return location;
  const std::filesystem::path path(location);
  return (path.is_absolute() ? path : config_->folder / path).string();
}

std::string LocalSources::location_of(const config::Source& source) const {
  const std::string location = location_in(source);
  return location.empty() ? location : placed(location);
}

std::optional<std::filesystem::path> LocalSources::file_of(const config::Source& source) const {
  const bool document = std::holds_alternative<config::FeedSource>(source.what) ||
                        std::holds_alternative<config::PageSource>(source.what) ||
                        std::holds_alternative<config::WeatherSource>(source.what);
  const std::string location = document ? location_of(source) : std::string();
  if (location.empty() || is_remote(location)) return std::nullopt;
  return location;
}

void LocalSources::look() {
  for (const auto& source : config_->sources) {
    if (const auto file = file_of(source)) watch_.add_file(*file);
  }
  changed_ = watch_.changed();
  if (sticks_.look()) changed_.merge(watch_.replaced());
  if (quiet_ >= 0) hold_back_files();
}

/// Until none of them has changed for a moment, or after some such moments, for one that is always written.
void LocalSources::hold_back_files() {
  constexpr itimerspec pause{.it_interval = {}, .it_value = {.tv_sec = 0, .tv_nsec = 200'000'000}};
  constexpr int most_pauses = 10;
  std::uint64_t rings = 0;
  const bool quiet = read(quiet_, &rings, sizeof rings) > 0;
  bool written = false;
  for (const auto& source : config_->sources) {
    const auto file = file_of(source);
    if (!file || !changed_.contains(*file)) continue;
    held_.insert(*file);
    written = true;
  }
  for (const auto& file : held_) changed_.erase(file);
  if (written && pauses_ < most_pauses) {
    ++pauses_;
    timerfd_settime(quiet_, 0, &pause, nullptr);
  } else if (quiet) {
    changed_.merge(held_);
    held_.clear();
    pauses_ = 0;
  }
}

bool LocalSources::changed(const config::Source& source) const {
  if (std::holds_alternative<config::PhotoFolder>(source.what)) return changed_.contains(location_of(source));
  if (const auto file = file_of(source)) return changed_.contains(*file);
  const auto* stick = std::get_if<config::UsbStick>(&source.what);
  return stick != nullptr && sticks_.news_for(source, stick->folder);
}

Result<LocalItems> LocalSources::items(const config::Source& source) {
  if (const auto* stick = std::get_if<config::UsbStick>(&source.what)) return sticks_.copied(source, stick->folder);
  LocalItems items;
  if (const auto* list = std::get_if<config::PhotoList>(&source.what)) items.photos = photos_of(*list);
  if (const auto* folder = std::get_if<config::PhotoFolder>(&source.what)) {
    auto photos = photos_of(*folder, source.name);
    if (!photos) return std::unexpected(photos.error());
    items.photos = std::move(*photos);
  }
  return items;
}

std::optional<Sticks::Stored> LocalSources::stored(const config::Source& source) {
  if (!std::holds_alternative<config::UsbStick>(source.what)) return std::nullopt;
  return sticks_.stored(source);
}

Result<std::vector<content::Photo>> LocalSources::photos_of(const config::PhotoFolder& folder,
                                                            const std::string& source) {
  const std::string place = placed(folder.folder.string());
  watch_.add(place);
  struct stat status{};
  if (stat(place.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
    return fail(ErrorKind::unavailable, format("there is no folder {}", place));
  }
  auto photos = folders_.read(place, source);
  if (!photos) return photos;
  const auto before = devices_.try_emplace(place, status.st_dev).first;
  if (photos->empty() && before->second != status.st_dev) {
    return fail(ErrorKind::unavailable, format("{} is empty: what was mounted there is not any more", place));
  }
  before->second = status.st_dev;
  return photos;
}

std::vector<content::Photo> LocalSources::photos_of(const config::PhotoList& list) const {
  std::vector<content::Photo> photos;
  for (const auto& entry : list.photos) {
    const std::string location = placed(entry.location);
    content::Photo photo;
    photo.image = {is_remote(location) ? location : url_of(location), entry.caption};
    photo.name = std::filesystem::path(location).filename().string();
    photos.push_back(std::move(photo));
  }
  return photos;
}

}  // namespace lobby::gather
