#include "config/key_notes.h"

namespace lobby::config {

namespace {

constexpr std::string_view manifest_text = R"(
the list
  version: Of this edition; above that of every edition before.
  expires: After it no player takes this edition any more; a date alone means the end of that day in Việt Nam.
  public_key: The keys that count once this edition has proven itself; without them those of before.
  files: All files beside the list, by their paths from there.

a file
  size: In bytes.
  sha256: Of its bytes.
)";

}  // namespace

std::vector<KeyNote> manifest_notes() { return parse_key_notes(manifest_text); }

}  // namespace lobby::config
