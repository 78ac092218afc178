#include "picture/picture.h"

#include <algorithm>
#include <cmath>

#include "base/format.h"
#include "picture/gif.h"
#include "picture/header.h"
#include "picture/heif.h"
#include "picture/jpeg.h"
#include "picture/png.h"
#include "picture/webp.h"

namespace lobby::picture {

namespace {

constexpr std::int64_t most_pixels = 100'000'000;
constexpr std::int64_t most_whole_pixels = 40'000'000;
constexpr int most_side = 30'000;
constexpr int most_whole_side = 8192;

/// Before anything is decoded.
Result<Header> affordable_header(std::string_view bytes) {
  const auto header = read_header(bytes);
  if (!header) return header;
  const auto [width, height] = header->stored;
  const auto pixels = std::int64_t{width} * height;
  if (width <= 0 || height <= 0) {
    return fail(ErrorKind::invalid, "the picture's header is damaged: it has no size");
  }
  if (width > most_side || height > most_side || pixels > most_pixels) {
    return fail(ErrorKind::refused,
                format("the picture is {} × {} pixels; at most 100 megapixels are shown", width, height));
  }
  return header;
}

/// These formats decode at full size only.
Result<void> check_whole_size(const Header& header) {
  const auto [width, height] = header.stored;
  if (header.type == PictureType::jpeg) return {};
  if (std::int64_t{width} * height <= most_whole_pixels && std::max(width, height) <= most_whole_side) return {};
  return fail(ErrorKind::refused,
              format("the {} is {} × {} pixels, too much to decode whole; save it smaller or as JPEG",
                     to_string(header.type), width, height));
}

/// The smallest size with the aspect of `stored` that covers `least`, but no larger than that.
Size covering(Size stored, Size least) {
  const double across = static_cast<double>(least.width) / stored.width;
  const double down = static_cast<double>(least.height) / stored.height;
  const double scale = std::min(1.0, std::max(across, down));
  const auto side = [scale](int length, int least_length) {
    const int scaled = static_cast<int>(std::lround(length * scale));
    return std::clamp(scaled, std::min(length, std::max(1, least_length)), length);
  };
  return {side(stored.width, least.width), side(stored.height, least.height)};
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
    case PictureType::avif:
      return "avif";
    case PictureType::heif:
      return "heif";
  }
  return "jpeg";
}

Result<PictureInfo> read_picture_info(std::string_view bytes) {
  const auto header = affordable_header(bytes);
  if (!header) return std::unexpected(header.error());
  return PictureInfo{header->type, upright(header->stored, header->exif.orientation)};
}

Result<Canvas> decode_picture(std::string_view bytes, Size least) {
  const auto header = affordable_header(bytes);
  if (!header) return std::unexpected(header.error());
  if (const auto fits = check_whole_size(*header); !fits) return std::unexpected(fits.error());
  const Size target = covering(header->stored, upright(least, header->exif.orientation));
  if (std::max(target.width, target.height) > most_whole_side) {
    return fail(ErrorKind::refused, "the picture cannot be shown: it is too long and narrow");
  }
  switch (header->type) {
    case PictureType::jpeg:
      return decode_jpeg(bytes, *header, target);
    case PictureType::png:
      return decode_png(bytes, *header, target);
    case PictureType::webp:
      return decode_webp(bytes, *header, target);
    case PictureType::gif:
      return decode_gif(bytes, *header, target);
    case PictureType::avif:
    case PictureType::heif:
      return decode_heif(bytes, *header, target);
  }
  return fail(ErrorKind::invalid, "this is no picture that the player knows");
}

Result<PictureInfo> verify_picture(std::string_view bytes) {
  const auto info = read_picture_info(bytes);
  if (!info) return info;
  const auto decoded = decode_picture(bytes, {1, 1});
  if (!decoded) return std::unexpected(decoded.error());
  return info;
}

}  // namespace lobby::picture
