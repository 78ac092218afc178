#include "show/pixel_pool.h"

#include <gmock/gmock.h>

#include <fstream>

#include "../world/temporary_folder.h"

namespace lobby::show {
namespace {

using testing::HasSubstr;

constexpr std::size_t mebibyte = std::size_t{1} << 20U;
constexpr Size full_hd{1920, 1080};

struct PoolCase {
  Size screen;
  std::size_t machine;  ///< MiB
  bool drifts;
  int frames;
  std::size_t for_picture;  ///< MiB
};

TEST(PixelPool, IsMeasuredByTheScreenAndSmallerOnSmallBoards) {
  const PoolCase cases[] = {
      {full_hd, 8000, true, 17, 512},      {full_hd, 1900, true, 17, 475},      {full_hd, 742, true, 17, 185},
      {full_hd, 368, false, 6, 128},       {{1280, 720}, 490, true, 17, 128},   {{1280, 720}, 250, false, 6, 128},
      {{3840, 2160}, 1900, false, 6, 475}, {{3840, 2160}, 3900, true, 17, 512},
  };
  for (const auto& [screen, machine, drifts, frames, for_picture] : cases) {
    const auto pool = pixel_pool(screen, Way::surface, false, machine * mebibyte);
    EXPECT_EQ(pool.drifts, drifts) << screen.width << " with " << machine;
    EXPECT_EQ(pool.frames, frames) << screen.width << " with " << machine;
    EXPECT_EQ(pool.for_picture / mebibyte, for_picture) << screen.width << " with " << machine;
    EXPECT_EQ(pool.frame, static_cast<std::size_t>(screen.width) * static_cast<std::size_t>(screen.height) * 4);
  }
}

TEST(PixelPool, HasRoomForTexturesAndForAScreenThatHangsOnItsSide) {
  constexpr std::size_t machine = 490 * mebibyte;
  EXPECT_EQ(pixel_pool(full_hd, Way::textures, false, machine).frames, 7);
  EXPECT_EQ(pixel_pool(full_hd, Way::surface, true, machine).frames, 8);
}

TEST(PixelPool, SaysInOneLineWhatItIsAndWhatItIsMadeOf) {
  const auto small = described(pixel_pool(full_hd, Way::surface, false, 490 * mebibyte));
  EXPECT_EQ(small,
            "pixels take at most 47 MiB: 6 frames of 1920 × 1080 (what is shown, what comes next, their pictures; too "
            "little for photos to drift); a picture is decoded in at most 128 MiB; the machine has 490 MiB");
  EXPECT_THAT(described(pixel_pool(full_hd, Way::surface, false, 4000 * mebibyte)),
              HasSubstr("pictures, what drifts)"));
}

class Machine : public testing::Test {
 protected:
  void write(const std::filesystem::path& name, const std::string& text) {
    std::filesystem::create_directories((folder.path() / name).parent_path());
    std::ofstream(folder.path() / name) << text;
  }
  std::size_t memory() { return memory_of_machine(folder.path() / "proc", folder.path() / "groups"); }

  TemporaryFolder folder;
};

TEST_F(Machine, HasWhatTheKernelSays) {
  write("proc/meminfo", "MemTotal:         440000 kB\nMemFree:          1000 kB\n");
  EXPECT_EQ(memory(), 440000U * 1024);
  write("proc/self/cgroup", "0::/system.slice/lobby-player.service\n");
  write("groups/system.slice/lobby-player.service/memory.max", "max\n");
  EXPECT_EQ(memory(), 440000U * 1024);
  write("groups/system.slice/lobby-player.service/memory.max", "209715200\n");
  EXPECT_EQ(memory(), 209715200U);
  write("groups/system.slice/memory.max", "104857600\n");
  EXPECT_EQ(memory(), 104857600U);
}

TEST_F(Machine, ThatSaysNothingLimitsNothing) {
  EXPECT_GT(memory(), std::size_t{1} << 40U);
  EXPECT_EQ(pixel_pool(full_hd, Way::surface, false, memory()).for_picture, 512 * mebibyte);
  EXPECT_GT(memory_of_machine(), 64 * mebibyte) << "the real one";
}

}  // namespace
}  // namespace lobby::show
