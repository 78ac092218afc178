#include "config/as_written.h"

namespace lobby::config {

std::string duration_as_written(std::chrono::milliseconds time) {
  using namespace std::chrono;
  if (time == 0ms) return "0s";
  if (time % days(1) == 0ms && time > days(1)) return format("{}d", time / days(1));
  if (time % hours(1) == 0ms) return format("{}h", time / hours(1));
  if (time % minutes(1) == 0ms) return format("{}m", time / minutes(1));
  if (time % seconds(1) == 0ms) return format("{}s", time / seconds(1));
  return format("{}ms", time.count());
}

}  // namespace lobby::config
