#include "fleet/rehearsal.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <string>
#include <vector>

#include "base/format.h"
#include "host/exit_status.h"
#include "store/files.h"

namespace lobby::fleet {

namespace {

using std::chrono::steady_clock;

/// A board reads and plays in some seconds what a workstation does in one.
constexpr std::chrono::seconds longest(300);
constexpr std::size_t most_said_bytes = 16U << 10U;

/// A process whose standard output is read, and which does not outlive this.
class Child {
 public:
  Child(const std::filesystem::path& program, const std::vector<std::string>& arguments) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return;
    output_ = store::Descriptor(ends[0]);
    const store::Descriptor theirs(ends[1]);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, theirs.number(), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::vector<char*> words;
    for (const auto& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    if (posix_spawn(&id_, program.c_str(), &actions, nullptr, words.data(), environ) != 0) id_ = -1;
    posix_spawn_file_actions_destroy(&actions);
  }
  ~Child() {
    if (id_ <= 0) return;
    kill(id_, SIGKILL);
    waitpid(id_, nullptr, 0);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  bool started() const { return id_ > 0; }

  /// Appends what was said within a moment; false at the end of it.
  bool hear(std::string& said) const {
    constexpr int moment_ms = 100;
    pollfd readable{output_.number(), POLLIN, 0};
    if (poll(&readable, 1, moment_ms) <= 0) return true;
    std::array<char, 4096> chunk;
    const ssize_t count = read(output_.number(), chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) return true;
    if (count <= 0) return false;
    if (said.size() < most_said_bytes) said.append(chunk.data(), static_cast<std::size_t>(count));
    return true;
  }

  /// The status of `waitpid`, once it has closed its output: it is about to end, or is ended.
  int status() {
    constexpr int moments = 100;
    constexpr int moment_ms = 20;
    int status = 0;
    pid_t ended = 0;
    for (int waited = 0; (ended = waitpid(id_, &status, WNOHANG)) == 0; ++waited) {
      if (waited == moments) kill(id_, SIGKILL);
      poll(nullptr, 0, moment_ms);
    }
    if (ended < 0) status = SIGKILL;
    id_ = -1;
    return status;
  }

 private:
  pid_t id_ = -1;
  store::Descriptor output_;
};

/// The first errors, on one line.
std::string in_short(const std::string& said) {
  constexpr std::size_t most_letters = 600;
  std::string line = said.substr(0, said.find_last_not_of('\n') + 1);
  for (std::size_t at = line.find('\n'); at != std::string::npos; at = line.find('\n', at)) line.replace(at, 1, "; ");
  if (line.size() <= most_letters) return line;
  std::size_t end = most_letters;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
  return line.substr(0, end) + " …";
}

}  // namespace

Result<void> rehearse_apart(const std::filesystem::path& program, const std::filesystem::path& config,
                            const std::filesystem::path& bundle, const std::function<bool()>& stopped) {
  Child child(program, {"lobby-player", "rehearse", "--config", config.string(), "--bundle", bundle.string()});
  if (!child.started()) return fail(ErrorKind::unavailable, "a process to rehearse it cannot be started");
  std::string said;
  const auto give_up = steady_clock::now() + longest;
  while (child.hear(said)) {
    if (stopped()) return fail(ErrorKind::unavailable, "stopped");
    if (steady_clock::now() >= give_up) {
      return fail(ErrorKind::invalid, format("the rehearsal took longer than {} s", longest.count()));
    }
  }
  const int status = child.status();
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  if (WIFEXITED(status) && WEXITSTATUS(status) == host::usage_error)
    return fail(ErrorKind::unavailable, in_short(said));
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) {
    return fail(ErrorKind::unavailable, "the rehearsal was killed; there may be too little memory");
  }
  if (WIFSIGNALED(status)) {
    return fail(ErrorKind::invalid, format("the player dies of it, with signal {}", WTERMSIG(status)));
  }
  return fail(ErrorKind::invalid, said.empty() ? "the rehearsal failed" : in_short(said));
}

}  // namespace lobby::fleet
