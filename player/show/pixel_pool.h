#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "base/geometry.h"

// What pixels may take of the memory of a board. Pure but for `memory_of_machine`.
namespace lobby::show {

/// How frames reach the screen: through a surface of the window, or as textures, which lie in the same memory on
/// boards.
enum class Way { surface, textures };

/// All that a show ever holds of pixels at once, in frames of the screen; none of it depends on how much there is to
/// show. What a slide wants beyond that it does not get.
struct PixelPool {
  Size screen;
  std::size_t machine = 0;  ///< Bytes of memory that the pool is measured by.
  std::size_t frame = 0;    ///< Bytes of one frame.
  int frames = 0;           ///< That fit.
  bool drifts = true;       ///< Whether photos may drift, which takes more than twice as much.
  /// Bytes of address space in which a picture is decoded, in a process of its own.
  std::size_t for_picture = std::size_t{512} << 20U;
  std::size_t bytes() const { return frame * static_cast<std::size_t>(frames); }
  bool operator==(const PixelPool&) const = default;
};

/// A fifth of the memory where that is enough to drift, else what is needed without. With `rotated`, frames are kept
/// turned as well.
PixelPool pixel_pool(Size screen, Way way, bool rotated, std::size_t machine);

/// One line for the log: how large it is and what it is made of.
std::string described(const PixelPool& pool);

/// What this process may use: the memory of the machine, or the limit of its group where that is lower (cgroup v2).
/// `proc` and `groups` are where the kernel says so. Huge where it says nothing.
std::size_t memory_of_machine(const std::filesystem::path& proc = "/proc",
                              const std::filesystem::path& groups = "/sys/fs/cgroup");

}  // namespace lobby::show
