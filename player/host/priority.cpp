#include "host/priority.h"

#include <sys/resource.h>

#include <algorithm>

namespace lobby::host {

/// setpriority(2): on Linux of the thread alone.
void stand_behind_the_show() {
  constexpr int behind = 5;
  setpriority(PRIO_PROCESS, 0, std::max(behind, getpriority(PRIO_PROCESS, 0)));
}

}  // namespace lobby::host
