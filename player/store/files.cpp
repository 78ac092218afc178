#include "store/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/format.h"

namespace lobby::store {

namespace {

namespace fs = std::filesystem;

std::unexpected<Error> failed(const fs::path& path) { return std::unexpected(file_error(errno, path)); }

}  // namespace

Descriptor::~Descriptor() {
  if (open()) close(number_);
}

Result<void> write_all(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::unexpected(file_error(errno, {}));
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

Result<void> write_durably(const fs::path& folder, const std::string& name, std::string_view bytes, Readers readers) {
  const fs::path unfinished = folder / (name + std::string(unfinished_suffix));
  const mode_t mode = readers == Readers::owner ? 0600 : 0644;
  const Descriptor file(open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
  // One that an interruption left may be of other readers.
  if (!file.open() || (readers == Readers::owner && fchmod(file.number(), mode) != 0)) return failed(unfinished);
  Result<void> done = write_all(file, bytes);
  if (done && fsync(file.number()) != 0) done = failed(unfinished);
  if (done && rename(unfinished.c_str(), (folder / name).c_str()) != 0) done = failed(unfinished);
  if (!done) {
    unlink(unfinished.c_str());
    return done;
  }
  return sync_folder(folder);
}

Result<void> sync_folder(const fs::path& folder) {
  const Descriptor directory(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!directory.open() || fsync(directory.number()) != 0) return failed(folder);
  return {};
}

Result<Descriptor> locked(const fs::path& file) {
  Descriptor lock(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (!lock.open()) return failed(file.parent_path());
  if (flock(lock.number(), LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno != EWOULDBLOCK) return failed(file);
  return fail(ErrorKind::unavailable, format("another lobby-player is writing to {}", file.parent_path().string()));
}

Error file_error(int number, const fs::path& path) {
  switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return {ErrorKind::unavailable, "the disk is full"};
    case EROFS:
      return {ErrorKind::unavailable, format("{} is on a read-only disk", path.string())};
    case EACCES:
    case EPERM:
      return {ErrorKind::unavailable, format("{} may not be written to: check its owner", path.string())};
    default:
      return {ErrorKind::unavailable, format("{}: {}", path.string(), std::generic_category().message(number))};
  }
}

}  // namespace lobby::store
