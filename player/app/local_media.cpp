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

/// Picture headers lie in the first bytes, behind at most a few metadata segments.
std::string read_head(const fs::path& file) {
  constexpr std::size_t most_bytes = 1U << 20U;
  std::ifstream stream(file, std::ios::binary);
  std::string head(most_bytes, '\0');
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(stream.gcount()));
  return head;
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
  const auto info = stage::read_picture_info(read_head(*path));
  if (!info) return false;
  image.file = path->string();
  image.size = info->size;
  return true;
}

Result<std::vector<content::Photo>> read_photo_folder(const fs::path& folder, const std::string& source) {
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
  std::vector<content::Photo> photos;
  for (const auto& file : files) {
    content::Photo photo;
    photo.image = {url_of(file), sidecar_caption(file)};
    photo.source = source;
    if (attach_local_file(photo.image)) photos.push_back(std::move(photo));
    if (photos.size() == most_photos) break;
  }
  return photos;
}

}  // namespace lobby::app
