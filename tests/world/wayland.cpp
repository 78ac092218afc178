#include "wayland.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <thread>

namespace lobby {

namespace {

constexpr uid_t nobody = 65534;

/// sway refuses to be root's.
Arguments as_somebody(Arguments words) {
  if (geteuid() != 0) return words;
  Arguments all{"/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
  all.insert(all.end(), words.begin(), words.end());
  return all;
}

bool appears(const std::filesystem::path& file) {
  using namespace std::chrono_literals;
  for (int tries = 0; tries < 300 && !std::filesystem::exists(file); ++tries) std::this_thread::sleep_for(100ms);
  return std::filesystem::exists(file);
}

}  // namespace

Wayland::Wayland() {
  const auto config = write(run_.path() / "config", "output HEADLESS-1 resolution 800x600\nxwayland disable\n");
  if (geteuid() == 0 && chown(run_.path().c_str(), nobody, nobody) != 0) std::abort();
  Environment own = environment();
  own["WLR_BACKENDS"] = "headless";
  own["WLR_RENDERER"] = "pixman";
  own["WLR_LIBINPUT_NO_DEVICES"] = "1";
  server_.emplace(as_somebody({"/usr/bin/sway", "-c", config.string()}), own);
  if (!appears(run_.path() / "wayland-1") || !appears(run_.path() / "ipc")) {
    std::fprintf(stderr, "sway does not start; install the package sway\n%s\n", server_->messages().c_str());
    std::exit(EXIT_FAILURE);
  }
}

Environment Wayland::environment() const {
  return {{"PATH", "/usr/bin:/bin"},
          {"XDG_RUNTIME_DIR", run_.path().string()},
          {"SWAYSOCK", (run_.path() / "ipc").string()},
          {"WAYLAND_DISPLAY", "wayland-1"},
          {"SDL_VIDEODRIVER", "wayland"}};
}

void Wayland::ask(const std::string& words) const {
  const auto said = Program({"/usr/bin/swaymsg", words}, environment()).outcome();
  EXPECT_EQ(said.status, 0) << words << ": " << said.messages << said.output;
}

/// A PPM of `grim`: «P6», width, height, 255, and three bytes a pixel.
std::optional<Colour> Wayland::pixel(int x, int y) const {
  const auto said = Program({"/usr/bin/grim", "-t", "ppm", "-"}, environment()).outcome();
  EXPECT_EQ(said.status, 0) << said.messages;
  std::istringstream head(said.output);
  std::string kind;
  int width = 0;
  int height = 0;
  int most = 0;
  head >> kind >> width >> height >> most;
  if (kind != "P6" || x >= width || y >= height) return std::nullopt;
  const auto at = static_cast<std::size_t>(head.tellg()) + 1 + (static_cast<std::size_t>(y) * width + x) * 3;
  const auto byte = [&](std::size_t index) { return static_cast<std::uint8_t>(said.output.at(at + index)); };
  return Colour{byte(0), byte(1), byte(2)};
}

}  // namespace lobby
