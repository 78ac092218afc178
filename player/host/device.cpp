#include "host/device.h"

#include <unistd.h>

#include <array>
#include <string>

namespace lobby::host {

namespace {

char letter_of_name(char letter) {
  if (letter >= 'A' && letter <= 'Z') return static_cast<char>(letter - 'A' + 'a');
  const bool stays = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
  return stays ? letter : '-';
}

std::string host_name() {
  std::array<char, 256> bytes{};
  if (gethostname(bytes.data(), bytes.size() - 1) != 0) return "player";
  std::string name(bytes.data());
  for (char& letter : name) letter = letter_of_name(letter);
  while (name.starts_with('-')) name.erase(0, 1);
  return name.empty() ? "player" : name;
}

}  // namespace

config::Device named(config::Device device) {
  if (device.name.empty()) device.name = host_name();
  return device;
}

}  // namespace lobby::host
