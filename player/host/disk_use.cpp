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

}  // namespace lobby::host
