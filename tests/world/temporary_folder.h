#pragma once

#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

namespace lobby {

/// Where a test's folder lies: in memory, where a sync costs nothing, or on the disk that the test is about.
enum class On { memory, disk };

/// A folder for one test; it goes with everything in it.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(On medium = On::memory) {
    const std::filesystem::path memory = "/dev/shm";
    const bool use_memory = medium == On::memory && std::filesystem::is_directory(memory);
    std::string pattern = (use_memory ? memory : std::filesystem::temp_directory_path()) / "lobby-test-XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr) std::abort();
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The bytes of a file; empty where there is none.
inline std::string bytes_in(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline std::filesystem::path write(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
  return file;
}

/// Size and time of change, to the nanosecond, of every file and folder below.
inline std::map<std::string, std::string> traces(const std::filesystem::path& folder) {
  std::map<std::string, std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    struct stat facts{};
    stat(entry.path().c_str(), &facts);
    found[entry.path()] = std::to_string(facts.st_size) + " " + std::to_string(facts.st_mtim.tv_sec) + "." +
                          std::to_string(facts.st_mtim.tv_nsec);
  }
  return found;
}

}  // namespace lobby
