#include "notices/notice_inbox.h"

#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "config/notice_file.h"
#include "content/ascii.h"
#include "store/digest.h"

namespace lobby::notices {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds settled(1);
constexpr std::chrono::seconds between_looks(30);
constexpr std::size_t most_entries = 10'000;

bool is_notice_name(const std::string& name) {
  const std::string lower = content::lower_ascii(name);
  if (lower.empty() || std::string_view(".~#").contains(lower.front())) return false;
  return lower.ends_with(".yaml") || lower.ends_with(".yml") || lower.ends_with(".txt");
}

bool is_urgent_name(const std::string& name) {
  const std::string lower = content::lower_ascii(name);
  return lower.starts_with("khan") || lower.starts_with("urgent");
}

std::int64_t nanoseconds(const timespec& time) { return time.tv_sec * 1'000'000'000LL + time.tv_nsec; }

/// The whole of a small plain file; a link, a pipe or a device is none. Errs with the reason.
Result<std::string> small_file(const fs::path& file, std::size_t most_bytes) {
  const int descriptor = open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (descriptor < 0) return fail(ErrorKind::unavailable, errno == ELOOP ? "it is a link" : std::strerror(errno));
  struct stat status{};
  std::string bytes(most_bytes + 1, '\0');
  ssize_t size = -1;
  std::size_t taken = 0;
  if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    while (taken < bytes.size() && (size = ::read(descriptor, &bytes[taken], bytes.size() - taken)) > 0) {
      taken += static_cast<std::size_t>(size);
    }
  }
  const int error = errno;
  close(descriptor);
  if (!S_ISREG(status.st_mode)) return fail(ErrorKind::invalid, "it is no plain file");
  if (size < 0) return fail(ErrorKind::unavailable, std::strerror(error));
  bytes.resize(taken);
  return bytes;
}

}  // namespace

NoticeInbox::NoticeInbox(fs::path folder, TimeZone zone)
    : folder_(std::move(folder)), zone_(zone), descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

NoticeInbox::~NoticeInbox() {
  if (descriptor_ >= 0) close(descriptor_);
}

/// The folder, and the one it lies in, since it may come later or be replaced.
void NoticeInbox::watch() {
  constexpr std::uint32_t inside = IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE |
                                   IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
  constexpr std::uint32_t around = IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB | IN_ONLYDIR;
  struct stat status{};
  const bool there = stat(folder_.c_str(), &status) == 0;
  if (inside_ >= 0 && (!there || status.st_ino != watched_)) {
    inotify_rm_watch(descriptor_, std::exchange(inside_, -1));
    written_.clear();
    complete_.clear();
  }
  if (descriptor_ < 0) return;
  if (around_ < 0) around_ = inotify_add_watch(descriptor_, folder_.parent_path().c_str(), around);
  if (inside_ < 0 && there) inside_ = inotify_add_watch(descriptor_, folder_.c_str(), inside);
  watched_ = status.st_ino;
}

void NoticeInbox::note(std::uint32_t event, const std::string& name) {
  if ((event & IN_MODIFY) != 0) {
    written_.insert(name);
    complete_.erase(name);
  }
  if ((event & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0) complete_.insert(name);
  if ((event & (IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)) != 0) written_.erase(name);
}

/// Whether anything happened.
bool NoticeInbox::hear() {
  alignas(inotify_event) std::array<char, 4096> buffer;
  bool heard = false;
  for (ssize_t size = 0; descriptor_ >= 0 && (size = ::read(descriptor_, buffer.data(), buffer.size())) > 0;) {
    heard = true;
    for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(size);) {
      inotify_event event;
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const std::string name = event.len > 0 ? buffer.data() + at + sizeof event : "";
      at += sizeof event + event.len;
      if (event.wd == inside_ && !name.empty()) note(event.mask, name);
      if ((event.mask & IN_Q_OVERFLOW) != 0) written_.clear();
      if ((event.mask & (IN_IGNORED | IN_MOVE_SELF)) == 0) continue;
      if (event.wd == inside_) inside_ = -1;
      if (event.wd == around_) around_ = -1;
    }
  }
  return heard;
}

void NoticeInbox::look(const playlist::Moment& now) {
  if (!hear() && now.steady < next_look_) return;
  next_look_ = now.steady + between_looks;
  watch();
  hear();
  if (may_be_used()) read_folder(now);
  complete_.clear();
}

void NoticeInbox::complain(const std::string& complaint) {
  if (std::exchange(complaint_, complaint) != complaint && !complaint.empty()) log::warning("{}", complaint);
}

/// False where there is none, where it cannot be read, or where just anyone could put a notice into it.
bool NoticeInbox::may_be_used() {
  struct stat status{};
  if (stat(folder_.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
    files_.clear();
    listed_ = true;
    return false;
  }
  if ((status.st_mode & S_IWOTH) != 0) {
    files_.clear();
    complain(format("{} is not used: everybody may write to it; chmod o-w {}", folder_.string(), folder_.string()));
    return false;
  }
  return true;
}

void NoticeInbox::read_folder(const playlist::Moment& now) {
  listed_ = false;
  std::error_code error;
  std::set<std::string> names;
  std::size_t entries = 0;
  fs::directory_iterator entry(folder_, error);
  for (const fs::directory_iterator end; !error && entry != end && entries < most_entries; entry.increment(error)) {
    ++entries;
    if (std::string name = entry->path().filename().string(); is_notice_name(name)) names.insert(std::move(name));
  }
  // What cannot be read is not known to be gone; its terms end all the same.
  if (error) return complain(format("{} cannot be read: {}", folder_.string(), error.message()));
  listed_ = true;
  const bool crowded = names.size() > most_files;
  complain(crowded ? format("{} holds {} notices; only the first {} by name count", folder_.string(), names.size(),
                            most_files)
                   : "");
  if (crowded) names.erase(std::next(names.begin(), most_files), names.end());
  std::erase_if(files_, [&names](const auto& file) { return !names.contains(file.first); });
  for (const auto& name : names) look_at(name, now);
}

void NoticeInbox::look_at(const std::string& name, const playlist::Moment& now) {
  struct stat status{};
  if (lstat((folder_ / name).c_str(), &status) != 0) return;
  const Stamp stamp{status.st_ino, status.st_size, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
  const auto [found, is_new] = files_.try_emplace(name, File{stamp, now.steady});
  File& file = found->second;
  if (written_.contains(name)) return;
  if (!is_new && file.stamp != stamp) {
    file.stamp = stamp;
    file.seen = now.steady;
    file.read = false;
  }
  if (file.read) return;
  const auto age = now.time.time_since_epoch() - std::chrono::seconds(status.st_mtim.tv_sec);
  const bool rests = now.steady >= file.seen + settled || (is_new && age > 2 * settled);
  if (!complete_.contains(name) && !rests) {
    next_look_ = std::min(next_look_, file.seen + settled);
    return;
  }
  file.read = true;
  file.dropped = read(name, stamp);
}

std::optional<DroppedNotice> NoticeInbox::read(const std::string& name, const Stamp& stamp) const {
  const fs::path path = folder_ / name;
  const auto bytes = small_file(path, config::most_notice_bytes);
  if (!bytes) {
    log::warning("{} is not shown: {}", path.string(), bytes.error().message);
    return std::nullopt;
  }
  const bool plain = content::lower_ascii(name).ends_with(".txt");
  auto checked = plain ? config::parse_notice_text(*bytes, path.string())
                       : config::parse_notice_file(*bytes, path.string(), zone_);
  for (const auto& finding : checked.findings) log::warning("{}; it is not shown", to_string(finding));
  if (!checked.value) return std::nullopt;
  if (plain) checked.value->urgent = is_urgent_name(name);
  const std::string put = format("{}\n{}\n{}\n", name, stamp.inode, stamp.modified);
  return DroppedNotice{store::digest(put + *bytes), std::move(*checked.value)};
}

bool NoticeInbox::knows_all() const {
  return listed_ && std::ranges::all_of(files_, [](const auto& file) { return file.second.read; });
}

std::vector<DroppedNotice> NoticeInbox::notices() const {
  std::vector<DroppedNotice> notices;
  for (const auto& [name, file] : files_) {
    if (file.dropped) notices.push_back(*file.dropped);
  }
  return notices;
}

}  // namespace lobby::notices
