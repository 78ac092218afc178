#include "kiosk/sysfs.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace lobby::kiosk {

namespace fs = std::filesystem;

std::optional<std::string> word_in(const fs::path& file) {
  std::ifstream stream(file);
  std::string word;
  return stream >> word ? std::optional(word) : std::nullopt;
}

std::optional<std::int64_t> number_in(const fs::path& file, int base) {
  const auto word = word_in(file);
  if (!word) return std::nullopt;
  char* end = nullptr;
  const std::int64_t value = std::strtoll(word->c_str(), &end, base);
  return *end == '\0' ? std::optional(value) : std::nullopt;
}

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> all;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) all.push_back(entry.path());
  std::ranges::sort(all);
  return all;
}

}  // namespace lobby::kiosk
