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
#include <vector>

namespace lobby::app {

namespace {

/// Starts a server that writes its number to that descriptor; the other end of the pipe closes with exec.
pid_t start_server(int report) {
  const std::string descriptor = std::to_string(report);
  // Without -noreset the server starts afresh when its last client leaves, and breaks with one that just came.
  std::vector<std::string> words{"Xvfb", "-noreset",   "-displayfd", descriptor, "-screen",
                                 "0",    "800x600x24", "-nolisten",  "tcp"};
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
  server_ = start_server(ends[1]);
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

}  // namespace lobby::app
