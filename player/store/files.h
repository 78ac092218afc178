#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

/// The few things about files that must be right for a power cut. Fetch thread. Errors are unavailable.
namespace lobby::store {

/// Owns a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  int number() const { return number_; }
  bool open() const { return number_ >= 0; }

 private:
  int number_;
};

/// Who may read a file besides its owner.
enum class Readers { everybody, owner };

/// Writes `bytes` so that after a power cut at any instant `folder / name` is either as before or whole: into a file
/// beside it, synced, renamed over it, the folder synced. What an interruption leaves ends in `unfinished_suffix`.
Result<void> write_durably(const std::filesystem::path& folder, const std::string& name, std::string_view bytes,
                           Readers readers = Readers::everybody);

inline constexpr std::string_view unfinished_suffix = ".part";

/// Makes created, renamed and removed names of a folder survive a power cut.
Result<void> sync_folder(const std::filesystem::path& folder);

/// Writes all of `bytes` to a descriptor.
Result<void> write_all(const Descriptor& file, std::string_view bytes);

/// Takes the lock file for as long as the descriptor lives (flock: a dead process holds nothing). Errs when it cannot
/// be created and when another process has it.
Result<Descriptor> locked(const std::filesystem::path& file);

/// «the disk is full», «the disk is read-only», …: what an errno means for `path`.
Error file_error(int number, const std::filesystem::path& path);

}  // namespace lobby::store
