#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "picture/decoder.h"
#include "picture/fitted.h"

// What a picture costs on its way to a full screen of 1920 × 1080, here and in the decoder's process, and what that
// process needs at its peak: build/release/tests/bench/picture_bench PICTURE...
namespace {

using namespace lobby;
using namespace lobby::picture;

/// Of the processor, not of the wall: other work on the machine does not count.
double milliseconds_now() { return 1'000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double wall_milliseconds_now() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// «VmHWM:   12345 kB»
long peak_kib(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string word; status >> word;) {
    long value = 0;
    if (word == "VmHWM:" && status >> value) return value;
  }
  return 0;
}

void row(const char* name) {
  std::ifstream file(name, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  const Fitting fitting{{1920, 1080}};
  std::vector<double> here;
  std::vector<double> there;
  long peak = 0;
  constexpr int rounds = 7;
  for (int round = 0; round < rounds; ++round) {
    double began = milliseconds_now();
    const auto made = decode_fitted(bytes, fitting);
    here.push_back(milliseconds_now() - began);
    Decoder decoder;
    decoder.start();
    began = wall_milliseconds_now();
    const auto same = decoder.decode(name, fitting);
    there.push_back(wall_milliseconds_now() - began);
    peak = std::max(peak, peak_kib(decoder.process()));
    if (!same) return static_cast<void>(std::printf("%s: %s\n", name, same.error().message.c_str()));
    // AVIF and HEIF are decoded in that process alone.
    if (made && *same != *made) return static_cast<void>(std::printf("%s: not the same\n", name));
  }
  std::ranges::sort(here);
  std::ranges::sort(there);
  std::printf(
      "%-28s %8.1f ms of the processor, %8.1f ms of the wall through the decoder, least of each; peak %ld KiB\n",
      std::string(name).substr(std::string(name).rfind('/') + 1).c_str(), here.front(), there.front(), peak);
}

}  // namespace

int main(int count, char** arguments) {
  for (int index = 1; index < count; ++index) row(arguments[index]);
  return 0;
}
