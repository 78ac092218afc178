#include "show/first_picture.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "host/disk_use.h"
#include "host/files.h"
#include "picture/decoder.h"

namespace lobby::show {

namespace {

namespace fs = std::filesystem;

constexpr std::array<char, 8> magic{'L', 'o', 'b', 'b', 'y', 'P', 'i', '1'};
constexpr std::size_t longest_mark = 4096;
constexpr int longest_side = 8192;
/// A display of 4K is filled by 32 MiB.
constexpr std::size_t most_bytes = 40U << 20U;
/// What must be left on the disk for what matters more.
constexpr std::uint64_t least_room = 64U << 20U;

/// What stands before the mark and the pixels.
struct Head {
  std::array<char, 8> magic;
  std::uint64_t sum;
  std::uint32_t mark_bytes;
  std::int32_t width;
  std::int32_t height;
  std::uint32_t nothing;
};

/// FNV-1a by words of eight bytes: against a card that forgets, not against anybody.
std::uint64_t sum_of(std::string_view bytes) {
  std::uint64_t sum = 0xcbf29ce484222325U;
  while (!bytes.empty()) {
    std::uint64_t word = 0;
    const std::size_t count = std::min(bytes.size(), sizeof word);
    std::memcpy(&word, bytes.data(), count);
    sum = (sum ^ word) * 0x100000001b3U;
    bytes.remove_prefix(count);
  }
  return sum;
}

/// Which edition of a file is there; nothing where it is gone.
std::string edition_of(const fs::path& file) {
  std::error_code error;
  const auto bytes = fs::file_size(file, error);
  if (error) return {};
  const auto changed = fs::last_write_time(file, error);
  return error ? std::string() : format("{} bytes of {}", bytes, changed.time_since_epoch().count());
}

/// Which picture it is, from which file, in which box; nothing where the file is gone. Another decoder might make
/// something else of it.
std::string mark_of(const scene::PictureOp& picture) {
  const auto edition = edition_of(picture.file);
  if (edition.empty()) return {};
  return format("{}\n{}\n{}\n{}x{} {} {},{} {}", edition_of(picture::decoder_program()), picture.file, edition,
                picture.box.width, picture.box.height, static_cast<int>(picture.fit), picture.focus.x, picture.focus.y,
                static_cast<int>(picture.tone));
}

/// Whether the decoder and the file that a mark names are still the same.
bool still_holds(const std::string& mark) {
  std::istringstream lines(mark);
  std::string decoder;
  std::string file;
  std::string edition;
  return std::getline(lines, decoder) && std::getline(lines, file) && std::getline(lines, edition) &&
         decoder == edition_of(picture::decoder_program()) && edition == edition_of(file);
}

/// Only its beginning is read: most of the file would be read for nothing where it is another picture.
std::string mark_in(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  Head head{};
  if (!stream.read(reinterpret_cast<char*>(&head), sizeof head)) return {};
  if (head.magic != magic || head.mark_bytes > longest_mark) return {};
  std::string mark(head.mark_bytes, '\0');
  return stream.read(mark.data(), static_cast<std::streamsize>(mark.size())) ? mark : std::string();
}

}  // namespace

std::string packed(const std::string& mark, const Canvas& pixels) {
  const Size size = pixels.size();
  std::string bytes;
  bytes.reserve(sizeof(Head) + mark.size() + pixels.bytes());
  bytes.resize(sizeof(Head));
  bytes += mark;
  for (int y = 0; y < size.height; ++y) {
    bytes.append(reinterpret_cast<const char*>(pixels.row(y)),
                 static_cast<std::size_t>(size.width) * sizeof(std::uint32_t));
  }
  const std::string_view rest = std::string_view(bytes).substr(sizeof(Head));
  const Head head{magic, sum_of(rest), static_cast<std::uint32_t>(mark.size()), size.width, size.height, 0};
  std::memcpy(bytes.data(), &head, sizeof head);
  return bytes;
}

Result<KeptPicture> unpacked(std::string_view bytes) {
  Head head{};
  if (bytes.size() < sizeof head) return fail(ErrorKind::invalid, "a kept picture is cut off");
  std::memcpy(&head, bytes.data(), sizeof head);
  bytes.remove_prefix(sizeof head);
  const bool fits = head.mark_bytes <= longest_mark && head.width > 0 && head.width <= longest_side &&
                    head.height > 0 && head.height <= longest_side && head.nothing == 0;
  if (head.magic != magic || !fits) return fail(ErrorKind::invalid, "this is no kept picture");
  const std::size_t row = static_cast<std::size_t>(head.width) * sizeof(std::uint32_t);
  if (bytes.size() != head.mark_bytes + row * static_cast<std::size_t>(head.height)) {
    return fail(ErrorKind::invalid, "a kept picture is cut off");
  }
  if (sum_of(bytes) != head.sum) return fail(ErrorKind::invalid, "a kept picture is damaged");
  KeptPicture picture{std::string(bytes.substr(0, head.mark_bytes)), Canvas({head.width, head.height})};
  bytes.remove_prefix(head.mark_bytes);
  for (int y = 0; y < head.height; ++y) {
    std::memcpy(picture.pixels.row(y), bytes.data(), row);
    bytes.remove_prefix(row);
  }
  return picture;
}

bool FirstPicture::foresee() {
  if (file_.empty()) return false;
  const std::string mark = mark_in(file_);
  if (mark.empty() || !still_holds(mark)) return false;
  const auto bytes = host::read_file(file_, most_bytes);
  auto kept = bytes ? unpacked(*bytes) : std::unexpected(bytes.error());
  if (!kept || kept->mark != mark) return false;
  foreseen_ = std::move(*kept);
  return true;
}

std::optional<Canvas> FirstPicture::take(const scene::PictureOp& picture) {
  if (file_.empty()) return std::nullopt;
  asked_ = mark_of(picture);
  const auto kept = std::exchange(foreseen_, std::nullopt);
  if (asked_.empty() || !kept || kept->mark != asked_) return std::nullopt;
  return std::move(kept->pixels);
}

void FirstPicture::note(const scene::PictureOp& picture, const Canvas& pixels) {
  if (asked_.empty() || asked_.size() > longest_mark || mark_of(picture) != asked_) return;
  if (pixels.bytes() + sizeof(Head) + longest_mark <= most_bytes) noted_ = packed(asked_, pixels);
}

void FirstPicture::keep() {
  if (noted_.empty() || host::bytes_free(host::folder_of(file_)).value_or(0) < noted_.size() + least_room) return;
  if (const auto written = host::write_file(file_, noted_); !written) log::debug("{}", written.error().message);
  noted_.clear();
}

}  // namespace lobby::show
