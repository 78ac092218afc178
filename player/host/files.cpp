#include "host/files.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#include "base/format.h"

namespace lobby::host {

namespace {

std::unexpected<Error> unreadable(const std::filesystem::path& file, const char* reason) {
  return fail(ErrorKind::unavailable, format("{} cannot be read: {}", file.string(), reason), Where{file.string()});
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& file, std::size_t most_bytes) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) return unreadable(file, "there is no such file");
  if (std::filesystem::is_directory(status)) return unreadable(file, "it is a folder");
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return unreadable(file, std::strerror(errno));
  std::string bytes;
  std::string block(64U << 10U, '\0');
  while (stream.read(block.data(), static_cast<std::streamsize>(block.size())) || stream.gcount() > 0) {
    bytes.append(block, 0, static_cast<std::size_t>(stream.gcount()));
    if (bytes.size() > most_bytes) {
      return fail(ErrorKind::refused, format("{} is larger than {} bytes", file.string(), most_bytes),
                  Where{file.string()});
    }
  }
  if (stream.bad()) return unreadable(file, std::strerror(errno));
  return bytes;
}

Result<void> write_file(const std::filesystem::path& file, std::string_view bytes) {
  const auto unfinished = std::filesystem::path(file).concat(".tmp");
  std::ofstream stream(unfinished, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  std::error_code error;
  if (stream) std::filesystem::rename(unfinished, file, error);
  if (stream && !error) return {};
  const std::string reason = error ? error.message() : std::strerror(errno);
  std::filesystem::remove(unfinished, error);
  return fail(ErrorKind::unavailable, format("{} cannot be written: {}", file.string(), reason));
}

}  // namespace lobby::host
