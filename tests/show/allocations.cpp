#include "allocations.h"

#include <malloc.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <map>
#include <mutex>

namespace {

constexpr std::size_t large = 256U * 1024U;
thread_local std::size_t count = 0;
std::atomic<std::size_t> now = 0;
std::atomic<std::size_t> most = 0;

}  // namespace

namespace lobby::show {

std::size_t allocations_of_this_thread() { return count; }
std::size_t large_now() { return now; }
std::size_t large_at_most() { return most; }
void forget_most_large() { most = now.load(); }

}  // namespace lobby::show

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)

bool lobby::show::allocations_are_counted() { return false; }

#else

bool lobby::show::allocations_are_counted() { return true; }

namespace {

void note_most(std::size_t sum) {
  for (std::size_t before = most; sum > before && !most.compare_exchange_weak(before, sum);) {
  }
}

void* noted(void* block) {
  ++count;
  const std::size_t size = malloc_usable_size(block);
  if (size >= large) note_most(now += size);
  return block;
}

void note_end(void* block) {
  const std::size_t size = malloc_usable_size(block);
  if (size >= large) now -= size;
}

/// What the program itself has mapped that no file is behind: memory for pixels. Begin and end.
struct Mapped {
  std::mutex mutex;
  std::map<std::uintptr_t, std::uintptr_t> all;
};

Mapped& mapped() {
  static auto* const kept = new Mapped;  // Whatever ends last may unmap something.
  return *kept;
}

/// The most is not noted before its ends are cut off, for more is asked for than is kept.
void note_mapped(std::uintptr_t begin, std::size_t size) {
  const std::scoped_lock lock(mapped().mutex);
  mapped().all[begin] = begin + size;
  now += size;
}

void note_unmapped(std::uintptr_t begin, std::size_t size) {
  const std::scoped_lock lock(mapped().mutex);
  auto& all = mapped().all;
  auto block = all.upper_bound(begin);
  if (block == all.begin() || (--block)->second < begin + size) return;
  const auto [first, last] = *block;
  all.erase(block);
  if (first < begin) all[first] = begin;
  if (begin + size < last) all[begin + size] = last;
  note_most(now -= size);
}

}  // namespace

// The names under which glibc has its own besides.
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t number, std::size_t size);
void* __libc_realloc(void* block, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
void __libc_free(void* block);

void* malloc(std::size_t size) { return noted(__libc_malloc(size)); }
void* calloc(std::size_t number, std::size_t size) { return noted(__libc_calloc(number, size)); }
void* realloc(void* block, std::size_t size) {
  note_end(block);
  return noted(__libc_realloc(block, size));
}
void* memalign(std::size_t alignment, std::size_t size) { return noted(__libc_memalign(alignment, size)); }
void* aligned_alloc(std::size_t alignment, std::size_t size) { return noted(__libc_memalign(alignment, size)); }
int posix_memalign(void** block, std::size_t alignment, std::size_t size) {
  *block = noted(__libc_memalign(alignment, size));
  return *block == nullptr ? ENOMEM : 0;
}
void free(void* block) {
  note_end(block);
  __libc_free(block);
}
void* mmap(void* hint, std::size_t size, int protection, int flags, int file, off_t offset) {
  const long address = syscall(SYS_mmap, hint, size, protection, flags, file, offset);
  if (address != -1 && (flags & MAP_ANONYMOUS) != 0) note_mapped(static_cast<std::uintptr_t>(address), size);
  return reinterpret_cast<void*>(address);
}
int munmap(void* begin, std::size_t size) {
  note_unmapped(reinterpret_cast<std::uintptr_t>(begin), size);
  return static_cast<int>(syscall(SYS_munmap, begin, size));
}
}

#endif
