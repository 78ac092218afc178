#include "program.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace lobby::app {

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

void redirect(int descriptor, const std::filesystem::path& file, int flags) {
  const int opened = open(file.c_str(), flags, 0600);
  if (opened < 0 || dup2(opened, descriptor) < 0) _exit(126);
}

[[noreturn]] void become(const Arguments& arguments, const std::vector<std::string>& environment,
                         const std::filesystem::path& streams) {
  redirect(STDIN_FILENO, streams / input_name, O_RDONLY);
  redirect(STDOUT_FILENO, streams / output_name, O_WRONLY | O_CREAT | O_TRUNC);
  redirect(STDERR_FILENO, streams / messages_name, O_WRONLY | O_CREAT | O_TRUNC);
  execvpe(arguments.front().c_str(), pointers(arguments).data(), pointers(environment).data());
  _exit(127);
}

}  // namespace

Program::Program(const Arguments& arguments, const Environment& environment, const std::string& input)
    : began_(steady_clock::now()) {
  write(streams_.path() / input_name, input);
  std::vector<std::string> variables;
  for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);
  id_ = fork();
  if (id_ == 0) become(arguments, variables, streams_.path());
  // glibc 2.36 declares pidfd_open without C linkage.
  watch_ = static_cast<int>(syscall(SYS_pidfd_open, id_, 0));
  if (id_ < 0 || watch_ < 0) std::abort();
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
                     content(streams_.path() / output_name), content(streams_.path() / messages_name), took};
  return *outcome_;
}

bool Program::says(const std::string& words) {
  const auto give_up = steady_clock::now() + std::chrono::seconds(30);
  bool ended = false;
  while (!ended && steady_clock::now() < give_up) {
    ended = ends_within(milliseconds(5));
    if (messages().find(words) != std::string::npos) return true;
  }
  return false;
}

std::string Program::messages() const { return content(streams_.path() / messages_name); }

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

}  // namespace lobby::app
