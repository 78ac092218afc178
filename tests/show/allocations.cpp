#include "allocations.h"

#include <malloc.h>

#include <atomic>
#include <cerrno>

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

void* noted(void* block) {
  ++count;
  const std::size_t size = malloc_usable_size(block);
  if (size < large) return block;
  const std::size_t sum = now += size;
  for (std::size_t before = most; sum > before && !most.compare_exchange_weak(before, sum);) {
  }
  return block;
}

void note_end(void* block) {
  const std::size_t size = malloc_usable_size(block);
  if (size >= large) now -= size;
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
}

#endif
