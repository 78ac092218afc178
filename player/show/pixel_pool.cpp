#include "show/pixel_pool.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <limits>
#include <sstream>

#include "base/format.h"

namespace lobby::show {

namespace {

constexpr std::size_t mebibyte = std::size_t{1} << 20U;

/// What stands, what comes next, each turned as well where the screen hangs on its side, what lies under its texts, the
/// pictures that were decoded and those in the making.
int frames_without_drift(Way way, bool rotated) {
  constexpr int standing_and_next = 2;
  constexpr int under_texts = 1;
  constexpr int pictures = 2;
  const int on_screen = way == Way::textures ? 2 : 1;
  return on_screen + standing_and_next * (rotated ? 2 : 1) + under_texts + pictures;
}

/// A drift has a picture that is a little larger than the screen, a veil, and four grounds until its texts are painted:
/// of the slide that stands the first two, of the one that comes next all, twice where one is painted while another
/// waits to be taken.
int frames_of_drift(Way way) {
  constexpr int standing = 3;
  constexpr int next = 4;
  constexpr int in_the_making = 4;
  const int textures = way == Way::textures ? 3 : 0;
  return standing + next + in_the_making + textures;
}

std::size_t first_number_in(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::size_t number = 0;
  return stream >> number ? number : std::numeric_limits<std::size_t>::max();
}

/// «MemTotal:        1000000 kB»
std::size_t memory_in(const std::filesystem::path& meminfo) {
  std::ifstream stream(meminfo);
  for (std::string word; stream >> word;) {
    std::size_t kibibytes = 0;
    if (word == "MemTotal:" && stream >> kibibytes) return kibibytes * 1024;
  }
  return std::numeric_limits<std::size_t>::max();
}

/// «0::/system.slice/lobby-player.service»
std::string group_in(const std::filesystem::path& cgroup) {
  std::ifstream stream(cgroup);
  constexpr std::string_view mark = "0::/";
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with(mark)) return line.substr(mark.size());
  }
  return {};
}

}  // namespace

PixelPool pixel_pool(Size screen, Way way, bool rotated, std::size_t machine) {
  PixelPool pool{screen, machine};
  pool.frame = static_cast<std::size_t>(screen.width) * static_cast<std::size_t>(screen.height) * sizeof(std::uint32_t);
  pool.frames = frames_without_drift(way, rotated);
  const int with_drift = pool.frames + frames_of_drift(way);
  pool.drifts = pool.frame * static_cast<std::size_t>(with_drift) <= machine / 5;
  if (pool.drifts) pool.frames = with_drift;
  pool.for_picture = std::clamp(machine / 4, 128 * mebibyte, 512 * mebibyte);
  return pool;
}

std::string described(const PixelPool& pool) {
  const auto in_mebibytes = [](std::size_t bytes) { return static_cast<double>(bytes) / mebibyte; };
  return format(
      "pixels take at most {:.0f} MiB: {} frames of {} × {} (what is shown, what comes next, their pictures{}); a "
      "picture is decoded in at most {:.0f} MiB; the machine has {:.0f} MiB",
      in_mebibytes(pool.bytes()), pool.frames, pool.screen.width, pool.screen.height,
      pool.drifts ? ", what drifts" : "; too little for photos to drift", in_mebibytes(pool.for_picture),
      in_mebibytes(pool.machine));
}

std::size_t memory_of_machine(const std::filesystem::path& proc, const std::filesystem::path& groups) {
  std::size_t least = memory_in(proc / "meminfo");
  // A limit above counts for all below it.
  std::filesystem::path group = group_in(proc / "self" / "cgroup");
  for (; !group.empty(); group = group.parent_path())
    least = std::min(least, first_number_in(groups / group / "memory.max"));
  return std::min(least, first_number_in(groups / "memory.max"));
}

}  // namespace lobby::show
