#include <sys/mman.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "picture/message.h"

// Stands in for lobby-picture with every fault that one may have. Its name says which.
using namespace lobby::picture;

namespace {

/// The answer, if the fault leaves one.
Answer answer_with(const std::string& fault, const Received& received) {
  Answer answer;
  answer.good = 1;
  answer.size = received.request.fitting.box;
  if (fault == "boasts") answer.size = {8192, 8192};
  if (fault == "shrinks") answer.size = {-1, 8};
  if (fault == "crashes") {
    std::signal(SIGSEGV, SIG_DFL);  // Sanitizers would report it and end the program in their own way.
    std::raise(SIGSEGV);
  }
  if (fault == "is-killed") std::raise(SIGKILL);
  if (fault == "aborts") std::abort();
  if (fault == "gives-up") _exit(1);
  if (fault == "closes") close(STDIN_FILENO);
  if (fault == "closes" || fault == "hangs") pause();
  if (fault == "babbles" && write(STDIN_FILENO, "good", 4) != 4) _exit(1);
  if (fault == "keeps") {
    constexpr std::size_t page = 4096;
    mmap(nullptr, page, PROT_READ | PROT_WRITE, MAP_SHARED, received.enclosed.pixels.get(), 0);
  }
  if (fault == "shouts") {
    answer.good = 0;
    answer.message.fill('\n');
  }
  return answer;
}

}  // namespace

int main() {
  const std::string fault = std::filesystem::read_symlink("/proc/self/exe").filename();
  if (fault == "ends-at-once") return 3;
  Answer greeting;
  greeting.good = 1;
  send_answer(STDIN_FILENO, greeting);
  while (const auto received = receive_request(STDIN_FILENO)) {
    send_answer(STDIN_FILENO, answer_with(fault, *received));
  }
  return 0;
}
