#pragma once

#include <cstddef>

// Every allocation of this program, whoever asks for it: malloc and its kin are those of allocations.cpp.
namespace lobby::show {

/// Whether they are counted; a sanitizer has an allocator of its own.
bool allocations_are_counted();

/// So many of this thread so far.
std::size_t allocations_of_this_thread();

/// Bytes in blocks of 256 KiB and more, which only pixels and the files of pictures have: now, and at most since the
/// last `forget_most_large`. Of all threads.
std::size_t large_now();
std::size_t large_at_most();
void forget_most_large();

}  // namespace lobby::show
