#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "config/enrolment.h"

/// Any bytes give an enrolment or an error; what is written reads the same, and says no password where it should not.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace lobby::config;
  const auto checked = parse_enrolment({reinterpret_cast<const char*>(bytes), size}, "lobby-player.yaml");
  if (!checked.value && checked.findings.empty()) std::abort();
  if (!checked.value) return 0;
  auto enrolment = *checked.value;
  if (parse_enrolment(written(enrolment, Password::kept), "w").value != enrolment) std::abort();
  if (enrolment.wifi) enrolment.wifi->password.clear();
  if (parse_enrolment(written(*checked.value, Password::blank), "w").value != enrolment) std::abort();
  return 0;
}
