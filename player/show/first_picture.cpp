#include "show/first_picture.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string_view>
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

constexpr std::array<char, 8> magic{'L', 'o', 'b', 'b', 'y', 'P', 'i', '2'};
constexpr std::size_t longest_mark = 4096;
constexpr int longest_side = 8192;
/// A display of 4K is filled by 32 MiB.
constexpr std::uintmax_t most_bytes = 40U << 20U;
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
std::uint64_t sum_of(std::string_view bytes, std::uint64_t sum) {
  while (!bytes.empty()) {
    std::uint64_t word = 0;
    const std::size_t count = std::min(bytes.size(), sizeof word);
    std::memcpy(&word, bytes.data(), count);
    sum = (sum ^ word) * 0x100000001b3U;
    bytes.remove_prefix(count);
  }
  return sum;
}

std::uint64_t sum_of(std::string_view mark, std::string_view pixels) {
  constexpr std::uint64_t offset_basis = 0xcbf29ce484222325U;
  return sum_of(pixels, sum_of(mark, offset_basis));
}

std::uintmax_t bytes_of(Size size) {
  return static_cast<std::uintmax_t>(size.width) * static_cast<std::uintmax_t>(size.height) * sizeof(std::uint32_t);
}

/// Its rows lie one behind the other.
std::string_view as_bytes(const Canvas& pixels) {
  return {reinterpret_cast<const char*>(pixels.row(0)), pixels.bytes()};
}

/// What comes next in a file, where that can be the head of a kept picture.
std::optional<Head> read_head(std::istream& file) {
  Head head{};
  if (!file.read(reinterpret_cast<char*>(&head), sizeof head) || head.magic != magic || head.nothing != 0) return {};
  const bool fits = head.mark_bytes <= longest_mark && head.width > 0 && head.width <= longest_side &&
                    head.height > 0 && head.height <= longest_side;
  return fits && bytes_of({head.width, head.height}) <= most_bytes ? std::optional(head) : std::nullopt;
}

/// How many bytes follow.
std::uintmax_t rest_of(std::istream& file) {
  const auto here = file.tellg();
  const auto end = file.seekg(0, std::ios::end).tellg();
  file.seekg(here);
  return static_cast<std::uintmax_t>(end - here);
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
std::string mark_in(std::istream& file) {
  const auto head = read_head(file);
  std::string mark(head ? head->mark_bytes : 0, '\0');
  return file.read(mark.data(), static_cast<std::streamsize>(mark.size())) ? mark : std::string();
}

}  // namespace

std::string packed(const std::string& mark, const Canvas& pixels) {
  const Size size = pixels.size();
  const std::string_view seen = as_bytes(pixels);
  const Head head{magic, sum_of(mark, seen), static_cast<std::uint32_t>(mark.size()), size.width, size.height, 0};
  std::string bytes;
  bytes.reserve(sizeof head + mark.size() + seen.size());
  bytes.append(reinterpret_cast<const char*>(&head), sizeof head);
  return bytes.append(mark).append(seen);
}

Result<KeptPicture> unpacked(std::istream& file) {
  if (rest_of(file) < sizeof(Head)) return fail(ErrorKind::invalid, "a kept picture is cut off");
  const auto head = read_head(file);
  if (!head) return fail(ErrorKind::invalid, "this is no kept picture");
  const std::uintmax_t pixels = bytes_of({head->width, head->height});
  if (rest_of(file) != head->mark_bytes + pixels) return fail(ErrorKind::invalid, "a kept picture is cut off");
  KeptPicture picture{std::string(head->mark_bytes, '\0'), Canvas({head->width, head->height})};
  const std::string_view seen = as_bytes(picture.pixels);
  file.read(picture.mark.data(), head->mark_bytes);
  file.read(reinterpret_cast<char*>(picture.pixels.row(0)), static_cast<std::streamsize>(seen.size()));
  if (!file || sum_of(picture.mark, seen) != head->sum) return fail(ErrorKind::invalid, "a kept picture is damaged");
  return picture;
}

void FirstPicture::read(const std::function<bool(const std::string& mark)>& wanted) {
  if (file_.empty()) return;
  std::ifstream file(file_, std::ios::binary);
  if (!wanted(mark_in(file))) return;
  file.seekg(0);
  if (auto kept = unpacked(file)) foreseen_ = std::move(*kept);
}

bool FirstPicture::foresee() {
  read(still_holds);
  return foreseen_.has_value();
}

std::optional<Canvas> FirstPicture::take(const scene::PictureOp& picture) {
  if (file_.empty()) return std::nullopt;
  asked_ = mark_of(picture);
  if (asked_.empty()) return std::nullopt;
  // Its photo may have come back since it was looked for.
  if (!foreseen_) read([this](const std::string& mark) { return mark == asked_; });
  auto kept = std::exchange(foreseen_, std::nullopt);
  if (!kept || kept->mark != asked_) return std::nullopt;
  return std::move(kept->pixels);
}

void FirstPicture::note(const scene::PictureOp& picture, const Canvas& pixels) {
  if (asked_.empty() || asked_.size() > longest_mark || mark_of(picture) != asked_) return;
  if (pixels.bytes() <= most_bytes) noted_ = packed(asked_, pixels);
}

void FirstPicture::keep() {
  if (noted_.empty() || host::bytes_free(host::folder_of(file_)).value_or(0) < noted_.size() + least_room) return;
  if (const auto written = host::write_file(file_, noted_); !written) log::debug("{}", written.error().message);
  noted_.clear();
}

}  // namespace lobby::show
