#include "store/disk.h"

#include <system_error>

#include "store/recovery.h"

namespace lobby::store {

namespace {

constexpr const char* catalogue_file = "store.sqlite";

}  // namespace

Disk::Disk(std::filesystem::path dir) : dir_(std::move(dir)) { reopen(); }

void Disk::reopen() {
  writable_ = false;
  if (given_up_) return;
  const Result<void> acquired = acquire();
  trouble_ = acquired ? std::string() : acquired.error().message;
  given_up_ = damaged_ && !acquired;
  if (acquired || catalogue_) return;
  Result<Catalogue> frozen = open_frozen(dir_ / catalogue_file);
  if (frozen) catalogue_.emplace(std::move(*frozen));
}

Result<void> Disk::acquire() {
  std::error_code error;
  std::filesystem::create_directories(media_folder(), error);
  if (error) return std::unexpected(file_error(error.value(), dir_));
  if (!lock_.open()) {
    Result<Descriptor> lock = locked(dir_ / "store.lock");
    if (!lock) return std::unexpected(lock.error());
    lock_ = std::move(*lock);
  }
  catalogue_.reset();
  Result<Opening> opening = open_or_begin(dir_ / catalogue_file, damaged_ ? Check::whole : Check::tables);
  if (!opening) return std::unexpected(opening.error());
  catalogue_.emplace(std::move(opening->catalogue));
  if (!opening->note.empty()) note_ = opening->note;
  writable_ = true;
  damaged_ = false;
  return {};
}

Result<void> Disk::check() {
  if (!catalogue_) return fail(ErrorKind::unavailable, trouble_);
  Result<void> sound = catalogue_->check();
  if (sound || sound.error().kind != ErrorKind::invalid) return sound;
  damaged_ = true;
  given_up_ = false;
  reopen();
  return writable_ ? Result<void>() : sound;
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
