#include "app/memory.h"

#include <malloc.h>

namespace lobby::app {

void keep_no_large_blocks() {
  constexpr int large = 512 * 1024;
  mallopt(M_MMAP_THRESHOLD, large);
  mallopt(M_TRIM_THRESHOLD, large);
  // The render thread has the first arena to itself; the others, which wait most of the time, share one.
  mallopt(M_ARENA_MAX, 2);
}

}  // namespace lobby::app
