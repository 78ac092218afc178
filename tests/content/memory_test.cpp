#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "content/document.h"
#include "large_documents.h"

namespace lobby::content {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool memory_is_our_own = false;
#else
constexpr bool memory_is_our_own = true;
#endif

/// What reading takes beyond the document itself, in MiB: in a process of its own, where nothing else was.
long memory_of(const std::string& bytes, Expect expect) {
  const pid_t child = fork();
  if (child == 0) {
    rusage before{};
    getrusage(RUSAGE_SELF, &before);
    const auto reading = read_document({bytes, "https://portal.example/", {}}, expect);
    rusage after{};
    getrusage(RUSAGE_SELF, &after);
    const long mebibytes = (after.ru_maxrss - before.ru_maxrss) / 1024;
    _exit(reading && !reading->items.empty() ? static_cast<int>(std::min(mebibytes, 250L)) : 255);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 255;
}

class Memory : public testing::Test {
 protected:
  void SetUp() override {
    if (!memory_is_our_own) GTEST_SKIP() << "a sanitizer takes memory for itself";
  }
};

TEST_F(Memory, AFeedOfTenThousandItemsTakesAtMost64Megabytes) { EXPECT_LE(memory_of(feed(10'000), Expect::feed), 64); }

TEST_F(Memory, APageOfTenMegabytesTakesAtMost64Megabytes) {
  EXPECT_LE(memory_of(page(33'000), Expect::page), 64);
  EXPECT_LE(memory_of(article(43'000), Expect::page), 64);
}

}  // namespace
}  // namespace lobby::content
