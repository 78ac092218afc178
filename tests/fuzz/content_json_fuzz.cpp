#include <cstddef>
#include <cstdint>
#include <string>

#include "content/document.h"
#include "content/reading_json.h"
#include "text/clean.h"

using namespace lobby::content;

namespace {

void read_as(const std::string& bytes, Expect expect, const char* type) {
  const auto reading = read_document({bytes, "https://portal.example/tin/", type}, expect);
  if (reading && !lobby::text::valid_utf8(to_json(*reading))) __builtin_trap();
}

}  // namespace

/// JSON as a feed, and as the JSON-LD of an article: a reading or a reason, and only valid UTF-8 comes out.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string json(reinterpret_cast<const char*>(data), size);
  read_as(json, Expect::feed, "application/feed+json");
  read_as("<html><head><script type='application/ld+json'>" + json + "</script></head><body><h1>Tin</h1></body></html>",
          Expect::page, "text/html");
  return 0;
}
