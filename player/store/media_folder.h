#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/files.h"

namespace lobby::store {

/// Media files on the disk, named after their content, so that one content is one file. Fetch thread.
class MediaFolder {
 public:
  explicit MediaFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Whether the file is there with these very bytes. Reads it.
  bool holds(const std::string& name, std::string_view bytes) const;

  /// Writes the file, unless it is there already; a file that has rotted is written anew. Errs (unavailable) when the
  /// disk is in the way.
  Result<void> put(const std::string& name, std::string_view bytes);

  /// The path, provided that the file is as long as it should be.
  std::optional<std::filesystem::path> file(const std::string& name, std::uint64_t length) const;

  /// Whether the file has the content that its name is the digest of. Reads it.
  bool intact(const std::string& name) const;

  /// Removes every file that is not named: what a power cut or a replacement has left behind. Returns the bytes.
  std::uint64_t retain(const std::set<std::string>& names);

 private:
  std::filesystem::path folder_;
};

/// Media files in anonymous memory (memfd), for a machine whose disk cannot be written. They have paths under /proc
/// that this process and its children can open, and vanish with the process however it ends. Fetch thread.
class MemoryFiles {
 public:
  static constexpr std::uint64_t capacity = std::uint64_t{64} * 1024 * 1024;

  /// Errs (unavailable) when it would exceed the capacity.
  Result<std::filesystem::path> put(const std::string& name, std::string_view bytes);
  /// What was put under the name; empty where nothing is.
  std::string bytes(const std::string& name) const;
  /// Returns the bytes freed.
  std::uint64_t retain(const std::set<std::string>& names);

 private:
  struct File {
    Descriptor descriptor;
    std::uint64_t length = 0;
  };

  std::map<std::string, File> files_;
  std::uint64_t used_ = 0;
};

/// The name of a media file: the digest of its content, and an extension for people who look into the folder.
std::string media_name(std::string_view bytes, std::string_view content_type);

}  // namespace lobby::store
