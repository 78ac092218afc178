#pragma once

namespace lobby::app {

/// From now on whatever is large, frames and pictures and their files, comes from the system piece by piece and goes
/// back to it the moment it is let go. Left alone, glibc learns from the first frame that is freed to keep all that
/// large for good, once for each thread. To be called before there are threads.
void keep_no_large_blocks();

}  // namespace lobby::app
