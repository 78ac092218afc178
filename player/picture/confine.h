#pragma once

#include <chrono>
#include <cstddef>

// What a decoder may do to the machine once it runs: compute, and use so much memory.
namespace lobby::picture {

/// Whether a decoder works on threads of its own.
enum class Threads { none, own };

/// Gives up what decoding does not need, for good: new files, sockets, processes, core dumps, files that grow, more
/// than `memory` bytes of address space (0: as much as there is). The kernel takes this process first when memory runs
/// out, and it ends with the one that started it. Where the kernel knows none of this it goes on without.
void confine(std::size_t memory, Threads threads = Threads::none);

/// So much time of the processor from now on; beyond it the process is killed.
void allow_time(std::chrono::seconds time);

}  // namespace lobby::picture
