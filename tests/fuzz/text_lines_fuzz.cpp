// Any clean line comes back whole, fits its column, and can always be shortened.
#include <cstdint>
#include <cstdlib>

#include "text/clean.h"
#include "text/lines.h"
#include "text/unicode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lobby::text;
  if (size < 2) return 0;
  const double width = 10.0 * data[0];
  const int most_lines = data[1] % 12;
  const std::string line = clean(to_utf8(code_points({reinterpret_cast<const char*>(data + 2), size - 2})));
  const std::vector<Piece> all = pieces(line);
  if (joined(all) != line) std::abort();
  const Measure measure = [](std::string_view text) { return 10.0 * static_cast<double>(code_points(text).size()); };
  if (const auto lines = break_lines(all, measure, width, most_lines)) {
    if (static_cast<int>(lines->size()) > most_lines && !line.empty()) std::abort();
    for (const std::string& each : *lines)
      if (measure(each) > width) std::abort();
  }
  if (shorten_to_lines(all, measure, width, most_lines).empty() != line.empty()) std::abort();
  return 0;
}
