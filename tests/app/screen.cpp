#include "screen.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace lobby::app {

namespace {

[[noreturn]] void become_server(int report) {
  const std::string descriptor = std::to_string(report);
  // The X server says much that no one needs.
  if (std::freopen("/dev/null", "w", stderr) == nullptr) _exit(126);
  // Without -noreset the server starts afresh when its last client leaves, and breaks with one that just came.
  execlp("Xvfb", "Xvfb", "-noreset", "-displayfd", descriptor.c_str(), "-screen", "0", "800x600x24", "-nolisten", "tcp",
         nullptr);
  _exit(127);
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
  server_ = fork();
  if (server_ == 0) {
    close(ends[0]);
    become_server(ends[1]);
  }
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
  kill(server_, SIGTERM);
  waitpid(server_, nullptr, 0);
}

}  // namespace lobby::app
