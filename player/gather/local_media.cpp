#include "gather/local_media.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <system_error>

#include "base/format.h"
#include "base/log.h"
#include "content/ascii.h"
#include "gather/whole_picture.h"
#include "host/files.h"
#include "picture/picture.h"
#include "text/clean.h"
#include "text/decode.h"

namespace lobby::gather {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view file_scheme = "file://";
constexpr std::size_t most_photos = 500;
constexpr std::size_t metadata_bytes = 256U << 10U;  ///< Of the head of a file: three JPEG segments and a thumbnail.

bool unreserved(unsigned char byte) {
  return std::isalnum(byte) != 0 || std::string_view("/-._~").find(static_cast<char>(byte)) != std::string_view::npos;
}

int hex_digit(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t index = 0; index < text.size(); ++index) {
    const bool escape = text[index] == '%' && index + 2 < text.size() && hex_digit(text[index + 1]) >= 0 &&
                        hex_digit(text[index + 2]) >= 0;
    if (escape) {
      decoded += static_cast<char>(hex_digit(text[index + 1]) * 16 + hex_digit(text[index + 2]));
      index += 2;
    } else {
      decoded += text[index];
    }
  }
  return decoded;
}

std::string read_head(const fs::path& file, std::size_t most_bytes) {
  std::ifstream stream(file, std::ios::binary);
  std::error_code error;
  const auto size = fs::file_size(file, error);
  std::string bytes(error ? most_bytes : std::min<std::uintmax_t>(most_bytes, size), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

/// Headers lie in the first bytes; large metadata may stand before that of a JPEG.
Result<picture::PictureInfo> read_info(const fs::path& file) {
  constexpr std::size_t usual = 64U << 10U;
  constexpr std::size_t most = 1U << 20U;
  auto info = picture::read_picture_info(read_head(file, usual));
  if (!info && info.error().kind == ErrorKind::invalid) info = picture::read_picture_info(read_head(file, most));
  // How a WebP is to be turned stands at its end.
  constexpr std::size_t largest_webp = 16U << 20U;
  if (info && info->type == picture::PictureType::webp)
    info = picture::read_picture_info(read_head(file, largest_webp));
  return info;
}

enum class Named { as_picture, as_foreign_picture, otherwise };

Named named(const fs::path& file) {
  const std::string extension = content::lower_ascii(file.extension().string());
  static constexpr std::array<std::string_view, 8> known{".jpg", ".jpeg", ".png",  ".webp",
                                                         ".gif", ".avif", ".heic", ".heif"};
  static constexpr std::array<std::string_view, 3> foreign{".tif", ".tiff", ".bmp"};
  if (file.filename().string().starts_with('.')) return Named::otherwise;
  if (std::ranges::find(known, extension) != known.end()) return Named::as_picture;
  return std::ranges::find(foreign, extension) != foreign.end() ? Named::as_foreign_picture : Named::otherwise;
}

Result<FileTrace> trace_of(const fs::path& file) {
  std::error_code error;
  const auto bytes = fs::file_size(file, error);
  const auto changed = error ? fs::file_time_type() : fs::last_write_time(file, error);
  if (error) return fail(ErrorKind::unavailable, error.message());
  return FileTrace{bytes, changed};
}

std::string sidecar_caption(const fs::path& picture) {
  constexpr std::size_t most_bytes = 64U << 10U;
  const auto bytes = host::read_file(fs::path(picture).replace_extension(".txt"), most_bytes);
  return bytes ? text::clean_caption(text::decode(*bytes).text) : std::string();
}

}  // namespace

std::string url_of(const fs::path& file) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::error_code error;
  std::string url(file_scheme);
  for (const unsigned char byte : fs::absolute(file, error).lexically_normal().string()) {
    if (unreserved(byte)) {
      url += static_cast<char>(byte);
    } else {
      url += '%';
      url += digits[byte >> 4U];
      url += digits[byte & 15U];
    }
  }
  return url;
}

std::optional<fs::path> local_path(std::string_view url) {
  if (!url.starts_with(file_scheme)) return std::nullopt;
  return fs::path(percent_decoded(url.substr(file_scheme.size())));
}

bool LocalPictures::attach(content::Image& image) {
  constexpr std::size_t most_known = 8192;
  const auto path = local_path(image.url);
  if (!path) return false;
  const auto trace = trace_of(*path);
  if (!trace) return false;
  auto known = known_.find(*path);
  if (known == known_.end() || known->second.trace != *trace) {
    const auto info = read_info(*path);
    if (!info) return false;
    if (known_.size() >= most_known) known_.clear();
    known = known_.insert_or_assign(*path, Known{*trace, info->size}).first;
  }
  image.file = path->string();
  image.size = known->second.size;
  return true;
}

const PhotoFolderReader::Known& PhotoFolderReader::known(const fs::path& file) {
  const auto trace = trace_of(file);
  auto& known = known_[file];
  if (trace && known.trace == *trace && known.size) return known;
  known.trace = trace.value_or(FileTrace());
  known.size.reset();
  if (!trace) {
    leave_out(file, known, trace.error().message);
  } else if (const auto info = read_info(file); !info) {
    leave_out(file, known, info.error().message);
  } else if (!is_whole(file, info->type, trace->bytes)) {
    leave_out(file, known, "it is not whole; perhaps it is still being copied");
  } else {
    known.size = info->size;
    known.notes = content::photo_notes(read_head(file, metadata_bytes));
    known.left_out.clear();
  }
  return known;
}

void PhotoFolderReader::leave_out(const fs::path& file, Known& known, const std::string& reason) {
  if (known.left_out == reason) return;
  known.left_out = reason;
  log::warning("a photo is left out: {}: {}", file.string(), reason);
}

Result<PhotoFolderReader::Files> PhotoFolderReader::files_in(const fs::path& folder) {
  Files files;
  std::set<fs::path> seen;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code unreadable;
    const Named kind = named(entry->path());
    if (kind == Named::otherwise || !entry->is_regular_file(unreadable)) continue;
    seen.insert(entry->path());
    if (kind == Named::as_picture) {
      files.push_back({entry->path(), entry->last_write_time(unreadable)});
    } else {
      leave_out(entry->path(), known_[entry->path()], "the player shows JPEG, PNG, WebP, GIF, AVIF and HEIF");
    }
  }
  if (error) {
    return fail(ErrorKind::unavailable, format("the folder {} cannot be read: {}", folder.string(), error.message()));
  }
  std::erase_if(known_,
                [&](const auto& entry) { return entry.first.parent_path() == folder && !seen.contains(entry.first); });
  return files;
}

Result<std::vector<content::Photo>> PhotoFolderReader::read(const fs::path& folder, const std::string& source) {
  auto files = files_in(folder);
  if (!files) return std::unexpected(files.error());
  std::ranges::sort(*files);
  const bool crowded = files->size() > most_photos;
  if (crowded) std::ranges::stable_sort(*files, std::ranges::greater(), &File::changed);
  if (crowded && crowded_.insert(folder).second) {
    log::info("{} has {} pictures; the newest {} are shown", folder.string(), files->size(), most_photos);
  }
  std::vector<content::Photo> photos;
  for (const auto& [file, changed] : *files) {
    const Known& seen = known(file);
    if (!seen.size) continue;
    content::Photo photo;
    photo.image = {url_of(file), sidecar_caption(file), file.string(), *seen.size, seen.notes.credit};
    if (photo.image.caption.empty()) photo.image.caption = seen.notes.caption;
    photo.source = source;
    photo.name = file.filename().string();
    photos.push_back(std::move(photo));
    if (photos.size() == most_photos) break;
  }
  if (crowded) std::ranges::sort(photos, {}, &content::Photo::name);
  return photos;
}

}  // namespace lobby::gather
