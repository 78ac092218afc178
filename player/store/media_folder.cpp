#include "store/media_folder.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "base/format.h"
#include "store/digest.h"

namespace lobby::store {

namespace {

namespace fs = std::filesystem;

struct Extension {
  std::string_view content_type;
  std::string_view extension;
};

constexpr std::array extensions = {Extension{"image/jpeg", ".jpg"}, Extension{"image/png", ".png"},
                                   Extension{"image/webp", ".webp"}, Extension{"image/gif", ".gif"}};

std::string proc_path(const Descriptor& file) { return format("/proc/{}/fd/{}", getpid(), file.number()); }

}  // namespace

Result<void> MediaFolder::put(const std::string& name, std::string_view bytes) {
  if (holds(name, bytes)) return {};
  return write_durably(folder_, name, bytes);
}

bool MediaFolder::holds(const std::string& name, std::string_view bytes) const {
  const std::optional<fs::path> path = file(name, bytes.size());
  if (!path) return false;
  std::ifstream stream(*path, std::ios::binary);
  std::array<char, 64 * 1024> chunk;
  while (!bytes.empty()) {
    const std::size_t count = std::min(chunk.size(), bytes.size());
    if (!stream.read(chunk.data(), static_cast<std::streamsize>(count))) return false;
    if (bytes.substr(0, count) != std::string_view(chunk.data(), count)) return false;
    bytes.remove_prefix(count);
  }
  return true;
}

std::optional<fs::path> MediaFolder::file(const std::string& name, std::uint64_t length) const {
  std::error_code error;
  fs::path path = folder_ / name;
  if (!fs::is_regular_file(path, error) || fs::file_size(path, error) != length || error) return std::nullopt;
  return path;
}

bool MediaFolder::intact(const std::string& name) const {
  const std::optional<std::string> found = digest_of(folder_ / name);
  return found && name.starts_with(*found);
}

std::uint64_t MediaFolder::retain(const std::set<std::string>& names) {
  std::error_code error;
  std::set<fs::path> superfluous;
  for (fs::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
    if (!names.contains(entry->path().filename().string())) superfluous.insert(entry->path());
  }
  std::uint64_t freed = 0;
  for (const fs::path& path : superfluous) {
    const std::uint64_t length = fs::is_regular_file(path, error) ? fs::file_size(path, error) : 0;
    if (fs::remove(path, error) && !error) freed += length;
  }
  return freed;
}

Result<fs::path> MemoryFiles::put(const std::string& name, std::string_view bytes) {
  if (const auto found = files_.find(name); found != files_.end()) return proc_path(found->second.descriptor);
  if (bytes.size() > capacity - used_) return fail(ErrorKind::unavailable, "the memory set aside for media is full");
  Descriptor file(memfd_create("lobby-player media", MFD_CLOEXEC));
  if (!file.open()) return std::unexpected(file_error(errno, "memory"));
  if (const Result<void> written = write_all(file, bytes); !written) return std::unexpected(written.error());
  fs::path path = proc_path(file);
  files_.emplace(name, File{std::move(file), bytes.size()});
  used_ += bytes.size();
  return path;
}

std::string MemoryFiles::bytes(const std::string& name) const {
  const auto found = files_.find(name);
  if (found == files_.end()) return {};
  std::string bytes(found->second.length, '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count =
        pread(found->second.descriptor.number(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (count <= 0) return {};
    done += static_cast<std::size_t>(count);
  }
  return bytes;
}

std::uint64_t MemoryFiles::retain(const std::set<std::string>& names) {
  const std::uint64_t before = used_;
  for (auto file = files_.begin(); file != files_.end();) {
    if (names.contains(file->first)) {
      ++file;
    } else {
      used_ -= file->second.length;
      file = files_.erase(file);
    }
  }
  return before - used_;
}

std::string media_name(std::string_view bytes, std::string_view content_type) {
  std::string name = digest(bytes);
  for (const Extension& known : extensions) {
    if (content_type.starts_with(known.content_type)) name += known.extension;
  }
  return name;
}

}  // namespace lobby::store
