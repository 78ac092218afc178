#pragma once

namespace lobby::host {

/// From now on whatever is large, frames and pictures and their files, comes from the system piece by piece and goes
/// back to it the moment it is let go. Left alone, glibc learns from the first frame that is freed to keep all that
/// large for good, once for each thread. To be called before there are threads.
void keep_no_large_blocks();

/// Gives free pages of the heaps back to the system, those in the middle as well. Any thread; takes a millisecond or
/// two, in which other threads may wait for memory.
void give_back_free_memory();

/// Gives back what the start has used and nothing else needs: free pages of the heaps, and the mapped pages of the
/// program and its libraries. Of these whatever is still in use is mapped again from the page cache at its next use; of
/// a player that has begun to play that is a third. Any thread; takes some milliseconds.
void forget_the_start();

}  // namespace lobby::host
