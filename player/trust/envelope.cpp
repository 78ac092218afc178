#include "trust/envelope.h"

#include <algorithm>

#include "trust/minisign.h"

namespace lobby::trust {

Result<Envelope> parse_envelope(std::string_view bytes) {
  // The lines of the first part end within a signature's length; more of a stranger's bytes is not looked through.
  for (std::size_t begin = 0; begin <= std::min(bytes.size(), most_signature_bytes);) {
    const std::size_t end = bytes.find('\n', begin);
    if (end == std::string_view::npos) break;
    const auto line = bytes.substr(begin, end - begin);
    if (line == "---" || line == "---\r") {
      const Envelope envelope{bytes.substr(0, begin), bytes.substr(end + 1)};
      if (envelope.signature.empty()) return fail(ErrorKind::invalid, "there is no signature before the line '---'");
      if (envelope.document.empty()) return fail(ErrorKind::invalid, "there is nothing after the line '---'");
      return envelope;
    }
    begin = end + 1;
  }
  return fail(ErrorKind::invalid, "there is no line '---' between a signature and what it signs");
}

}  // namespace lobby::trust
