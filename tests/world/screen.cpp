#include "screen.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <vector>

namespace lobby {

namespace {

/// Starts a server that writes its number to that descriptor; the other end of the pipe closes with exec.
pid_t start_server(int report, const std::string& memory) {
  const std::string descriptor = std::to_string(report);
  // Without -noreset the server starts afresh when its last client leaves, and breaks with one that just came.
  std::vector<std::string> words{"Xvfb",       "-noreset",  "-displayfd", descriptor, "-screen", "0",
                                 "800x600x24", "-nolisten", "tcp",        "-fbdir",   memory};
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  // The X server says much that no one needs.
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t id = -1;
  const int error = posix_spawnp(&id, "Xvfb", &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? id : -1;
}

/// The number that the server writes once it is ready, and a line feed.
std::string first_line(int descriptor) {
  constexpr int patience_ms = 30'000;
  std::string line;
  char letter = '\0';
  pollfd ready{descriptor, POLLIN, 0};
  while (poll(&ready, 1, patience_ms) > 0 && read(descriptor, &letter, 1) == 1 && letter != '\n') line += letter;
  return line;
}

}  // namespace

Screen::Screen() {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) std::abort();
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  server_ = start_server(ends[1], memory_.path());
  close(ends[1]);
  const std::string number = first_line(ends[0]);
  close(ends[0]);
  if (number.empty()) {
    std::fputs("Xvfb does not start; install the package xvfb\n", stderr);
    std::exit(EXIT_FAILURE);
  }
  display_ = ":" + number;
}

Screen::~Screen() {
  if (server_ < 0) return;
  kill(server_, SIGTERM);
  waitpid(server_, nullptr, 0);
}

/// https://www.x.org/releases/X11R7.7/doc/man/man1/xwd.1.xhtml, X11/XWDFile.h: a header of big-endian words, the colour
/// map, the rows.
Colour Screen::pixel(int x, int y) const {
  constexpr std::size_t words = 25;
  std::ifstream file(memory_.path() / "Xvfb_screen0", std::ios::binary);
  std::array<unsigned char, words * 4> header{};
  file.read(reinterpret_cast<char*>(header.data()), header.size());
  const auto word = [&header](std::size_t index) {
    std::streamoff value = 0;
    for (std::size_t byte = 0; byte < 4; ++byte) value = value * 256 + header[index * 4 + byte];
    return value;
  };
  constexpr std::size_t header_size = 0;
  constexpr std::size_t bytes_per_line = 12;
  constexpr std::size_t colours = 19;
  constexpr int bytes_of_colour = 12;
  file.seekg(word(header_size) + word(colours) * bytes_of_colour + y * word(bytes_per_line) + x * 4);
  std::array<unsigned char, 4> bgr{};
  file.read(reinterpret_cast<char*>(bgr.data()), bgr.size());
  return {bgr[2], bgr[1], bgr[0]};
}

}  // namespace lobby
