#include "host/disk_use.h"

#include <fstream>
#include <string>

namespace lobby::host {

std::optional<std::uint64_t> bytes_written() {
  std::ifstream stream("/proc/self/io");
  std::string name;
  std::uint64_t value = 0;
  while (stream >> name >> value) {
    if (name == "write_bytes:") return value;
  }
  return std::nullopt;
}

std::optional<std::uint64_t> bytes_free(std::filesystem::path folder) {
  std::error_code error;
  while (!std::filesystem::exists(folder, error) && folder.has_relative_path()) folder = folder.parent_path();
  const auto space = std::filesystem::space(folder, error);
  return error ? std::nullopt : std::optional<std::uint64_t>(space.available);
}

std::uint64_t bytes_in(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (auto entry = std::filesystem::recursive_directory_iterator(folder, error); !error && entry != end(entry);
       entry.increment(error)) {
    std::error_code gone;
    if (entry->is_regular_file(gone)) bytes += entry->file_size(gone);
  }
  return bytes;
}

}  // namespace lobby::host
