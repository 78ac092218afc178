#include "picture/picture.h"

#include <algorithm>

#include "base/format.h"
#include "picture/gif.h"
#include "picture/jpeg.h"
#include "picture/raster.h"

namespace lobby::picture {

namespace {

using namespace std::string_view_literals;

Result<PictureType> type_of(std::string_view bytes) {
  if (bytes.empty()) return fail(ErrorKind::invalid, "the picture is empty: 0 bytes");
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return PictureType::jpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return PictureType::png;
  if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv)) return PictureType::gif;
  if (bytes.starts_with("RIFF"sv) && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP"sv) return PictureType::webp;
  const auto start = bytes.find_first_not_of(" \t\r\n");
  if (start != std::string_view::npos && bytes[start] == '<') {
    return fail(ErrorKind::invalid, "a page or SVG came instead of a picture; use JPEG, PNG, WebP or GIF");
  }
  return fail(ErrorKind::invalid, "this is no picture that the player knows; use JPEG, PNG, WebP or GIF");
}

Result<PictureInfo> checked(PictureInfo info) {
  constexpr int most_side = 30'000;
  constexpr std::int64_t most_pixels = 100'000'000;
  const auto pixels = static_cast<std::int64_t>(info.size.width) * info.size.height;
  if (info.size.width <= 0 || info.size.height <= 0) {
    return fail(ErrorKind::invalid, "the picture's header is damaged: it has no size");
  }
  if (info.size.width > most_side || info.size.height > most_side || pixels > most_pixels) {
    return fail(ErrorKind::refused, format("the picture is {} × {} pixels; at most 100 megapixels are shown",
                                           info.size.width, info.size.height));
  }
  return info;
}

}  // namespace

std::string_view to_string(PictureType type) {
  switch (type) {
    case PictureType::jpeg:
      return "jpeg";
    case PictureType::png:
      return "png";
    case PictureType::webp:
      return "webp";
    case PictureType::gif:
      return "gif";
  }
  return "jpeg";
}

namespace {

Result<Size> read_size(std::string_view bytes, PictureType type) {
  if (type == PictureType::jpeg) return read_jpeg_size(bytes);
  if (type == PictureType::gif) return read_gif_size(bytes);
  return read_raster_size(bytes, type);
}

}  // namespace

Result<PictureInfo> read_picture_info(std::string_view bytes) {
  const auto type = type_of(bytes);
  if (!type) return std::unexpected(type.error());
  const auto size = read_size(bytes, *type);
  if (!size) return std::unexpected(size.error());
  return checked({*type, *size});
}

Result<Canvas> decode_picture(std::string_view bytes, Size least) {
  const auto info = read_picture_info(bytes);
  if (!info) return std::unexpected(info.error());
  if (info->type == PictureType::jpeg) return decode_jpeg(bytes, least);
  if (info->type == PictureType::gif) return decode_gif(bytes, least);
  return decode_raster(bytes, info->type, least);
}

Result<PictureInfo> verify_picture(std::string_view bytes) {
  const auto info = read_picture_info(bytes);
  if (!info) return info;
  const auto decoded = decode_picture(bytes, {1, 1});
  if (!decoded) return std::unexpected(decoded.error());
  return info;
}

}  // namespace lobby::picture
