#include "store/disk.h"

#include <system_error>

#include "store/recovery.h"

namespace lobby::store {

namespace {

constexpr const char* catalogue_file = "store.sqlite";

}  // namespace

Disk::Disk(std::filesystem::path dir) : dir_(std::move(dir)) { reopen(Check::tables); }

void Disk::reopen(Check check) {
  writable_ = false;
  const Result<void> acquired = acquire(check);
  trouble_ = acquired ? std::string() : acquired.error().message;
  if (acquired || catalogue_) return;
  Result<Catalogue> frozen = open_frozen(dir_ / catalogue_file, check);
  if (frozen) catalogue_.emplace(std::move(*frozen));
}

Result<void> Disk::acquire(Check check) {
  std::error_code error;
  std::filesystem::create_directories(media_folder(), error);
  if (error) return std::unexpected(file_error(error.value(), dir_));
  if (!lock_.open()) {
    Result<Descriptor> lock = locked(dir_ / "store.lock");
    if (!lock) return std::unexpected(lock.error());
    lock_ = std::move(*lock);
  }
  catalogue_.reset();
  Result<Opening> opening = open_or_begin(dir_ / catalogue_file, check);
  if (!opening) return std::unexpected(opening.error());
  catalogue_.emplace(std::move(opening->catalogue));
  if (!opening->note.empty()) note_ = opening->note;
  writable_ = true;
  return {};
}

bool Disk::worth_trying(WallTime now) {
  if (writable_ && trouble_.empty()) return true;
  if (tried_ && now >= *tried_ && now < *tried_ + std::chrono::minutes(1)) return false;
  tried_ = now;
  return true;
}

Health Disk::health() const {
  const Keeping keeping = writable_ && trouble_.empty() ? Keeping::on_disk : Keeping::in_memory;
  return {.keeping = keeping, .trouble = trouble_, .note = note_};
}

}  // namespace lobby::store
