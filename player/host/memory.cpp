#include "host/memory.h"

#include <link.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

namespace lobby::host {

namespace {

/// Segments that nobody may write to are as they are in their file, so their pages can be dropped at any time.
int unmap_pages(dl_phdr_info* object, std::size_t, void*) {
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  for (int index = 0; index < object->dlpi_phnum; ++index) {
    const auto& segment = object->dlpi_phdr[index];
    if (segment.p_type != PT_LOAD || (segment.p_flags & PF_W) != 0) continue;
    const std::uintptr_t begin = (object->dlpi_addr + segment.p_vaddr) / page * page;
    const std::uintptr_t end = object->dlpi_addr + segment.p_vaddr + segment.p_filesz;
    madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);  // NOLINT(performance-no-int-to-ptr)
  }
  return 0;
}

}  // namespace

void keep_no_large_blocks() {
  constexpr int large = 512 * 1024;
  mallopt(M_MMAP_THRESHOLD, large);
  mallopt(M_TRIM_THRESHOLD, large);
  // The render thread has the first arena to itself; the others, which wait most of the time, share one.
  mallopt(M_ARENA_MAX, 2);
}

void give_back_free_memory() { malloc_trim(0); }

void forget_the_start() {
  give_back_free_memory();
  dl_iterate_phdr(unmap_pages, nullptr);
}

}  // namespace lobby::host
