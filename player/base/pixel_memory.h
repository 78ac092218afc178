#pragma once

#include <cstddef>

namespace lobby {

/// Memory for a frame or a picture, in large pages where the kernel has some: a frame is filled once and then given
/// back, and to get it page by page takes longer than to fill it. Throws std::bad_alloc. Any thread.
void* get_pixel_memory(std::size_t bytes);
void give_pixel_memory_back(void* memory, std::size_t bytes) noexcept;

/// The same for a std::vector.
template <typename Value>
struct PixelAllocator {
  using value_type = Value;

  PixelAllocator() = default;
  template <typename Other>
  explicit PixelAllocator(const PixelAllocator<Other>& /*other*/) noexcept {}

  Value* allocate(std::size_t count) { return static_cast<Value*>(get_pixel_memory(count * sizeof(Value))); }
  void deallocate(Value* memory, std::size_t count) noexcept { give_pixel_memory_back(memory, count * sizeof(Value)); }
  bool operator==(const PixelAllocator&) const = default;
};

}  // namespace lobby
