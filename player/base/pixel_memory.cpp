#include "base/pixel_memory.h"

#include <sys/mman.h>

#include <cstdint>
#include <new>

namespace lobby {

namespace {

/// Of x86-64, and of arm64 with small pages of 4 KiB.
constexpr std::size_t large_page = 2U << 20U;
/// What the last large page may hold in vain, as a part of the whole.
constexpr std::size_t most_waste = 16;

#ifdef __SANITIZE_ADDRESS__
constexpr bool guarded = true;  ///< The sanitizer looks after what comes from its own allocator.
#else
constexpr bool guarded = false;
#endif

constexpr bool is_small(std::size_t bytes) { return guarded || bytes < large_page; }

constexpr std::size_t in_whole_pages(std::size_t bytes) { return (bytes + large_page - 1) / large_page * large_page; }

/// Pages that begin where a large one can. Not by malloc, which would keep what lies before that.
void* get_aligned(std::size_t whole) {
  void* const memory = mmap(nullptr, whole + large_page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  auto* const begin = static_cast<std::byte*>(memory);
  const std::size_t before = (large_page - reinterpret_cast<std::uintptr_t>(begin) % large_page) % large_page;
  if (before > 0) munmap(begin, before);
  munmap(begin + before + whole, large_page - before);
  return begin + before;
}

}  // namespace

void* get_pixel_memory(std::size_t bytes) {
  if (is_small(bytes)) return ::operator new(bytes);
  const std::size_t whole = in_whole_pages(bytes);
  void* const memory = get_aligned(whole);
  // Where a large page would be mostly empty, the end is made of small ones. A kernel without large pages refuses.
  const bool ends_full = whole - bytes <= bytes / most_waste;
  madvise(memory, ends_full ? whole : whole - large_page, MADV_HUGEPAGE);
  return memory;
}

void give_pixel_memory_back(void* memory, std::size_t bytes) noexcept {
  if (is_small(bytes)) {
    ::operator delete(memory);
  } else {
    munmap(memory, in_whole_pages(bytes));
  }
}

}  // namespace lobby
