#include "app/local_media.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <system_error>

#include "app/files.h"
#include "base/format.h"
#include "stage/picture.h"
#include "text/clean.h"
#include "text/decode.h"

namespace lobby::app {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view scheme = "file://";
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

std::string read_bytes(const fs::path& file, std::streamoff at, std::size_t most_bytes) {
  std::ifstream stream(file, std::ios::binary);
  stream.seekg(at, at < 0 ? std::ios::end : std::ios::beg);
  std::string bytes(most_bytes, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

/// Headers lie in the first bytes; large metadata may stand before that of a JPEG.
Result<stage::PictureInfo> read_info(const fs::path& file) {
  constexpr std::size_t usual = 64U << 10U;
  constexpr std::size_t most = 1U << 20U;
  auto info = stage::read_picture_info(read_bytes(file, 0, usual));
  if (!info && info.error().kind == ErrorKind::invalid) info = stage::read_picture_info(read_bytes(file, 0, most));
  return info;
}

/// Whether the file ends as its format says, for a file that is being copied does not: it is short, or its end is
/// still empty. What is wrong inside it is found when it is decoded.
bool ends_whole(const fs::path& file, stage::PictureType type, std::uintmax_t bytes) {
  using namespace std::string_view_literals;
  // Cameras and programs leave a little behind the end.
  const auto tail_size = static_cast<std::streamoff>(std::min<std::uintmax_t>(bytes, 4096));
  const std::string tail = read_bytes(file, -tail_size, static_cast<std::size_t>(tail_size));
  const std::size_t last = tail.find_last_not_of('\0');
  if (last == tail.npos) return false;
  switch (type) {
    case stage::PictureType::jpeg:
      return tail.find("\xFF\xD9"sv) != tail.npos;
    case stage::PictureType::png:
      return tail.find("IEND"sv) != tail.npos;
    case stage::PictureType::gif:
      return tail.find(';', last > 16 ? last - 16 : 0) <= last;
    case stage::PictureType::webp:
      break;
  }
  const std::string head = read_bytes(file, 0, 8);
  std::uint32_t announced = 0;
  for (std::size_t at = 8; at-- > 4 && head.size() == 8;) {
    announced = announced << 8U | static_cast<unsigned char>(head[at]);
  }
  return bytes >= std::uintmax_t{announced} + 8;
}

bool has_picture_name(const fs::path& file) {
  std::string extension = file.extension().string();
  std::ranges::transform(extension, extension.begin(), [](unsigned char letter) { return std::tolower(letter); });
  static constexpr std::array<std::string_view, 5> extensions{".jpg", ".jpeg", ".png", ".webp", ".gif"};
  return std::ranges::find(extensions, extension) != extensions.end() && !file.filename().string().starts_with('.');
}

std::string sidecar_caption(const fs::path& picture) {
  constexpr std::size_t most_bytes = 64U << 10U;
  const auto bytes = read_file(fs::path(picture).replace_extension(".txt"), most_bytes);
  return bytes ? text::clean_caption(text::decode(*bytes).text) : std::string();
}

}  // namespace

std::string url_of(const fs::path& file) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::error_code error;
  std::string url(scheme);
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
  if (!url.starts_with(scheme)) return std::nullopt;
  return fs::path(percent_decoded(url.substr(scheme.size())));
}

bool attach_local_file(content::Image& image) {
  const auto path = local_path(image.url);
  if (!path) return false;
  const auto info = read_info(*path);
  if (!info) return false;
  image.file = path->string();
  image.size = info->size;
  return true;
}

const PhotoFolderReader::Known& PhotoFolderReader::known(const fs::path& file) {
  std::error_code error;
  const auto bytes = fs::file_size(file, error);
  const auto changed = error ? fs::file_time_type() : fs::last_write_time(file, error);
  auto& known = known_[file];
  if (!error && known.bytes == bytes && known.changed == changed && known.size) return known;
  known = {bytes, changed};
  if (error) return known;
  const auto info = read_info(file);
  if (!info || !ends_whole(file, info->type, bytes)) return known;
  known.size = info->size;
  known.notes = content::photo_notes(read_bytes(file, 0, metadata_bytes));
  return known;
}

Result<std::vector<content::Photo>> PhotoFolderReader::read(const fs::path& folder, const std::string& source) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code unreadable;
    if (entry->is_regular_file(unreadable) && has_picture_name(entry->path())) files.push_back(entry->path());
  }
  if (error) {
    return fail(ErrorKind::unavailable, format("the folder {} cannot be read: {}", folder.string(), error.message()));
  }
  std::ranges::sort(files);
  std::erase_if(known_, [&](const auto& entry) {
    return entry.first.parent_path() == folder && !std::ranges::binary_search(files, entry.first);
  });
  std::vector<content::Photo> photos;
  for (const auto& file : files) {
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
  return photos;
}

}  // namespace lobby::app
