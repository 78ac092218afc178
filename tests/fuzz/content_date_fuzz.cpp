#include <cstddef>
#include <cstdint>
#include <string_view>

#include "content/dates.h"

/// A date that is found lies in the years that portals write.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace std::chrono;
  const auto date = lobby::content::parse_date({reinterpret_cast<const char*>(data), size});
  if (date && (*date < sys_days(1949y / 12 / 30) || *date > sys_days(2201y / 1 / 2))) __builtin_trap();
  return 0;
}
