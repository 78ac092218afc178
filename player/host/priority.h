#pragma once

namespace lobby::host {

/// From now on the calling thread, and what it starts, goes behind the picture where the processor is short. Any
/// thread.
void stand_behind_the_show();

}  // namespace lobby::host
