#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lobby {

/// Directories of a TIFF structure (TIFF 6.0, section 2) in its own byte order, as EXIF has them. What would lie beyond
/// its end is 0 or nothing. Follows no offset by itself, so no loop can be made of them. Views the bytes. Any thread.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes);

  /// Whether it begins as such a structure does.
  bool valid() const;
  bool big_endian() const { return big_endian_; }
  std::size_t first_directory() const { return number(4, 4); }

  std::uint32_t number(std::size_t at, std::size_t count) const;
  std::string_view bytes(std::size_t at, std::size_t count) const;
  /// Where the entry with that tag begins in a directory. At 0, where the structure itself begins, is none.
  std::optional<std::size_t> entry(std::size_t directory, std::uint32_t tag) const;
  /// The directory that an entry points to; 0 where the entry is not there.
  std::size_t directory_of(std::size_t directory, std::uint32_t tag) const;
  /// The bytes of an entry of a type of bytes; those of one that has at most four stand in the entry itself.
  std::string_view value(std::size_t directory, std::uint32_t tag) const;

 private:
  std::string_view bytes_;
  bool big_endian_;
};

}  // namespace lobby
