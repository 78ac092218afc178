#include "picture/mapping.h"

#include <sys/mman.h>

namespace lobby::picture {

Mapping::Mapping(int descriptor, std::size_t bytes, Access access) {
  if (bytes == 0) return;
  const int protection = access == Access::write ? PROT_READ | PROT_WRITE : PROT_READ;
  // Sealed memory may be mapped privately only, which costs nothing where it is not written.
  const int sharing = access == Access::write ? MAP_SHARED : MAP_PRIVATE;
  void* start = mmap(nullptr, bytes, protection, sharing, descriptor, 0);
  if (start == MAP_FAILED) return;
  start_ = start;
  bytes_ = bytes;
}

Mapping::~Mapping() {
  if (start_ != nullptr) munmap(start_, bytes_);
}

}  // namespace lobby::picture
