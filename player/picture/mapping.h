#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace lobby::picture {

/// Memory that a file or another process shares; it is given back with its owner.
class Mapping {
 public:
  enum class Access { read, write };

  Mapping() = default;
  /// Empty where the kernel refuses, and of an empty file.
  Mapping(int descriptor, std::size_t bytes, Access access);
  Mapping(Mapping&& other) noexcept : start_(std::exchange(other.start_, nullptr)), bytes_(other.bytes_) {}
  Mapping& operator=(Mapping&& other) noexcept {
    std::swap(start_, other.start_);
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  ~Mapping();

  explicit operator bool() const { return start_ != nullptr; }
  std::string_view text() const { return {static_cast<const char*>(start_), start_ == nullptr ? 0 : bytes_}; }
  /// Of whole pixels.
  std::span<std::uint32_t> pixels() const {
    return {static_cast<std::uint32_t*>(start_), start_ == nullptr ? 0 : bytes_ / sizeof(std::uint32_t)};
  }

 private:
  void* start_ = nullptr;
  std::size_t bytes_ = 0;
};

}  // namespace lobby::picture
