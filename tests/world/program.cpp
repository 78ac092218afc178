#include "program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace lobby {

namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr const char* input_name = "in";
constexpr const char* output_name = "out";
constexpr const char* messages_name = "err";

std::vector<char*> pointers(const std::vector<std::string>& words) {
  std::vector<char*> all;
  for (const auto& word : words) all.push_back(const_cast<char*>(word.c_str()));
  all.push_back(nullptr);
  return all;
}

/// The streams of a program before it starts. Nothing runs between fork and exec: with threads about, and those of a
/// test's web server always are, an allocation there may wait for ever for a lock that nobody holds any more.
class Streams {
 public:
  explicit Streams(const std::filesystem::path& folder) {
    posix_spawn_file_actions_init(&actions_);
    open(STDIN_FILENO, folder / input_name, O_RDONLY);
    open(STDOUT_FILENO, folder / output_name, O_WRONLY | O_CREAT | O_TRUNC);
    open(STDERR_FILENO, folder / messages_name, O_WRONLY | O_CREAT | O_TRUNC);
  }
  ~Streams() { posix_spawn_file_actions_destroy(&actions_); }
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;

  const posix_spawn_file_actions_t* actions() const { return &actions_; }

 private:
  void open(int descriptor, const std::filesystem::path& file, int flags) {
    posix_spawn_file_actions_addopen(&actions_, descriptor, file.c_str(), flags, 0600);
  }

  posix_spawn_file_actions_t actions_{};
};

}  // namespace

Program::Program(const Arguments& arguments, const Environment& environment, const std::string& input)
    : began_(steady_clock::now()) {
  write(streams_.path() / input_name, input);
  std::vector<std::string> variables;
  for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);
  const Streams streams(streams_.path());
  const int error = posix_spawnp(&id_, arguments.front().c_str(), streams.actions(), nullptr,
                                 pointers(arguments).data(), pointers(variables).data());
  // glibc 2.36 declares pidfd_open without C linkage.
  watch_ = static_cast<int>(syscall(SYS_pidfd_open, id_, 0));
  if (error != 0 || watch_ < 0) std::abort();
}

Program::~Program() {
  if (!outcome_) outcome(milliseconds(0));
  close(watch_);
}

void Program::signal(int number) const { kill(id_, number); }

bool Program::ends_within(milliseconds time) const {
  pollfd end{watch_, POLLIN, 0};
  return poll(&end, 1, static_cast<int>(time.count())) > 0;
}

Outcome Program::outcome(milliseconds patience) {
  if (outcome_) return *outcome_;
  if (!ends_within(patience)) signal(SIGKILL);
  int status = 0;
  waitpid(id_, &status, 0);
  const auto took = duration_cast<milliseconds>(steady_clock::now() - began_);
  outcome_ = Outcome{WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status),
                     bytes_in(streams_.path() / output_name), bytes_in(streams_.path() / messages_name), took};
  return *outcome_;
}

bool Program::says(const std::string& words) {
  const auto give_up = steady_clock::now() + std::chrono::seconds(180);
  bool ended = false;
  while (!ended && steady_clock::now() < give_up) {
    ended = ends_within(milliseconds(5));
    if (messages().find(words) != std::string::npos) return true;
  }
  return false;
}

std::string Program::messages() const { return bytes_in(streams_.path() / messages_name); }

Arguments lobby_player(Arguments arguments) {
  arguments.insert(arguments.begin(), LOBBY_PLAYER);
  return arguments;
}

Environment plain_environment() {
  Environment environment{{"LANG", "C.UTF-8"}, {"LOBBY_PLAYER_DATA", LOBBY_SOURCE_DIR}};
  for (const char* name : {"PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name)) environment[name] = value;
  }
  return environment;
}

}  // namespace lobby
