#include <cstddef>
#include <cstdint>

#include "content/document.h"
#include "content/reading_json.h"
#include "text/clean.h"

using namespace lobby::content;

/// Whatever a server sends where a feed is expected: a reading or a reason, and only valid UTF-8 comes out. To read
/// some of it errs where to read all of it does.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Document document{{reinterpret_cast<const char*>(data), size}, "https://portal.example/", {}};
  const auto reading = read_document(document, Expect::feed);
  if (reading && !lobby::text::valid_utf8(to_json(*reading))) __builtin_trap();
  const lobby::WallTime now(std::chrono::days(20'783));
  if (read_document(document, Expect::feed, nullptr, {2, now}).has_value() != reading.has_value()) __builtin_trap();
  return 0;
}
