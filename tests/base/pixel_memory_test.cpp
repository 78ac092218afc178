#include "base/pixel_memory.h"

#include <gtest/gtest.h>
#include <sys/mman.h>

#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace lobby {
namespace {

constexpr std::size_t large = 2U << 20U;

/// What the kernel says of the block at `address` (proc_pid_smaps(5)): its line «VmFlags», in which large pages are
/// «hg».
std::string flags_at(const void* address) {
  std::ifstream smaps("/proc/self/smaps");
  bool inside = false;
  for (std::string line; std::getline(smaps, line);) {
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
    char dash = 0;
    std::istringstream words(line);
    if (words >> std::hex >> begin >> dash >> end && dash == '-') {
      const auto wanted = reinterpret_cast<std::uintptr_t>(address);
      inside = begin <= wanted && wanted < end;
    }
    if (inside && line.starts_with("VmFlags:")) return line;
  }
  return {};
}

struct Block {
  explicit Block(std::size_t size) : bytes(size), memory(static_cast<unsigned char*>(get_pixel_memory(size))) {}
  ~Block() { give_pixel_memory_back(memory, bytes); }
  Block(const Block&) = delete;
  Block& operator=(const Block&) = delete;
  std::string flags_at(std::size_t offset) const { return lobby::flags_at(memory + offset); }

  std::size_t bytes;
  unsigned char* memory;
};

/// Neither does every kernel, nor an emulator; and the address sanitizer keeps its own allocator.
bool large_pages_can_be_asked_for() {
#ifdef __SANITIZE_ADDRESS__
  return false;
#endif
  void* const memory = mmap(nullptr, large, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  madvise(memory, large, MADV_HUGEPAGE);
  const bool heeded = flags_at(memory).find(" hg") != std::string::npos;
  munmap(memory, large);
  return heeded;
}

TEST(PixelMemory, OfAFrameIsAskedForInLargePages) {
  if (!large_pages_can_be_asked_for()) GTEST_SKIP() << "there are none here";
  constexpr std::size_t full_hd = std::size_t{1920} * 1080 * 4;
  const Block frame(full_hd);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(frame.memory) % large, 0U);
  EXPECT_NE(frame.flags_at(0).find(" hg"), std::string::npos) << frame.flags_at(0);
  EXPECT_NE(frame.flags_at(full_hd - 1).find(" hg"), std::string::npos) << "its end fills a large page nearly";
}

TEST(PixelMemory, HasNoLargePageThatIsMostlyEmpty) {
  if (!large_pages_can_be_asked_for()) GTEST_SKIP() << "there are none here";
  const Block frame(large + large / 2);
  EXPECT_NE(frame.flags_at(0).find(" hg"), std::string::npos);
  EXPECT_EQ(frame.flags_at(large).find(" hg"), std::string::npos);
  const Block small(large - 1);
  EXPECT_EQ(small.flags_at(0).find(" hg"), std::string::npos);
}

TEST(PixelMemory, IsAllThereAndGivenBackWhateverItsSize) {
  const Block nothing(0);
  for (const std::size_t bytes : {std::size_t{1}, large - 1, large, large + 1, 3 * large - 7}) {
    std::vector<unsigned char, PixelAllocator<unsigned char>> pixels(bytes, 7);
    for (const unsigned char pixel : pixels) ASSERT_EQ(pixel, 7);
  }
}

}  // namespace
}  // namespace lobby
