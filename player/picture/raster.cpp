#include "picture/raster.h"

#include <SDL_image.h>

#include <memory>
#include <optional>

#include "base/format.h"
#include "picture/resample.h"

namespace lobby::picture {

namespace {

struct SurfaceDeleter {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using Surface = std::unique_ptr<SDL_Surface, SurfaceDeleter>;

unsigned byte_at(std::string_view bytes, std::size_t index) { return static_cast<unsigned char>(bytes[index]); }

int big_endian(std::string_view bytes, std::size_t at) {
  return static_cast<int>(byte_at(bytes, at) << 24U | byte_at(bytes, at + 1) << 16U | byte_at(bytes, at + 2) << 8U |
                          byte_at(bytes, at + 3));
}

int little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  unsigned value = 0;
  for (std::size_t index = count; index > 0; --index) value = value << 8U | byte_at(bytes, at + index - 1);
  return static_cast<int>(value);
}

/// The IHDR chunk must come first (PNG specification 5.6).
std::optional<Size> png_size(std::string_view bytes) {
  if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR") return std::nullopt;
  return Size{big_endian(bytes, 16), big_endian(bytes, 20)};
}

/// The three kinds of first chunk of the WebP container: lossy, lossless, extended.
std::optional<Size> webp_size(std::string_view bytes) {
  if (bytes.size() < 30) return std::nullopt;
  const auto chunk = bytes.substr(12, 4);
  if (chunk == "VP8X") return Size{little_endian(bytes, 24, 3) + 1, little_endian(bytes, 27, 3) + 1};
  if (chunk == "VP8 ") return Size{little_endian(bytes, 26, 2) & 0x3FFF, little_endian(bytes, 28, 2) & 0x3FFF};
  if (chunk == "VP8L") {
    const auto packed = static_cast<unsigned>(little_endian(bytes, 21, 4));
    return Size{static_cast<int>(packed & 0x3FFFU) + 1, static_cast<int>(packed >> 14U & 0x3FFFU) + 1};
  }
  return std::nullopt;
}

std::optional<Size> header_size(std::string_view bytes, PictureType type) {
  switch (type) {
    case PictureType::png:
      return png_size(bytes);
    case PictureType::webp:
      return webp_size(bytes);
    case PictureType::gif:
    case PictureType::jpeg:
      return std::nullopt;
  }
  return std::nullopt;
}

Surface load(std::string_view bytes, PictureType type) {
  SDL_RWops* stream = SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
  if (stream == nullptr) return nullptr;
  Surface surface;
  if (type == PictureType::png) surface.reset(IMG_LoadPNG_RW(stream));
  if (type == PictureType::webp) surface.reset(IMG_LoadWEBP_RW(stream));
  SDL_RWclose(stream);
  return surface;
}

/// Every chunk must lie within the file and IEND must be the last. libpng reads on where a chunk claims more bytes than
/// there are, up to two gigabytes of nothing.
bool whole_png(std::string_view bytes) {
  constexpr std::size_t signature = 8;
  constexpr std::size_t around_data = 12;  // length, type and checksum
  constexpr int most_chunks = 100'000;
  std::size_t at = signature;
  for (int chunk = 0; chunk < most_chunks && bytes.size() - at >= around_data; ++chunk) {
    const auto length = static_cast<std::uint32_t>(big_endian(bytes, at));
    if (length > bytes.size() - at - around_data) return false;
    if (bytes.substr(at + 4, 4) == "IEND") return true;
    at += around_data + length;
  }
  return false;
}

/// SDL2_image shows what it got of a file that was cut.
bool ends_properly(std::string_view bytes, PictureType type) {
  if (type == PictureType::png) return whole_png(bytes);
  return bytes.size() >= 12 &&
         static_cast<std::size_t>(static_cast<std::uint32_t>(little_endian(bytes, 4, 4))) + 8 <= bytes.size();
}

Canvas flattened(const SDL_Surface& surface) {
  Canvas canvas({surface.w, surface.h});
  for (int y = 0; y < surface.h; ++y) {
    const auto* source = reinterpret_cast<const std::uint32_t*>(static_cast<const unsigned char*>(surface.pixels) +
                                                                static_cast<std::ptrdiff_t>(y) * surface.pitch);
    std::uint32_t* target = canvas.row(y);
    for (int x = 0; x < surface.w; ++x) target[x] = blend(pack(paper), unpack(source[x]), source[x] >> 24U);
  }
  return canvas;
}

}  // namespace

Result<Size> read_raster_size(std::string_view bytes, PictureType type) {
  const auto size = header_size(bytes, type);
  if (!size) return fail(ErrorKind::invalid, format("the {} ends within its header", to_string(type)));
  return *size;
}

Result<void> check_raster_size(Size size, PictureType type) {
  constexpr std::int64_t most_pixels = 40'000'000;
  constexpr int most_side = 8192;
  if (static_cast<std::int64_t>(size.width) * size.height <= most_pixels &&
      std::max(size.width, size.height) <= most_side) {
    return {};
  }
  return fail(ErrorKind::refused,
              format("the {} is {} × {} pixels, too much to decode whole; save it smaller or as JPEG", to_string(type),
                     size.width, size.height));
}

Result<Canvas> decode_raster(std::string_view bytes, PictureType type, Size least) {
  const auto size = read_raster_size(bytes, type);
  if (!size) return std::unexpected(size.error());
  if (const auto fits = check_raster_size(*size, type); !fits) return std::unexpected(fits.error());
  if (!ends_properly(bytes, type)) {
    return fail(ErrorKind::invalid, format("the {} cannot be shown: it ends early", to_string(type)));
  }
  const Surface loaded = load(bytes, type);
  if (!loaded) return fail(ErrorKind::invalid, format("the {} cannot be shown: {}", to_string(type), IMG_GetError()));
  const Surface surface(SDL_ConvertSurfaceFormat(loaded.get(), SDL_PIXELFORMAT_ARGB8888, 0));
  if (!surface) return fail(ErrorKind::invalid, format("the {} cannot be shown: {}", to_string(type), SDL_GetError()));
  return reduced(flattened(*surface), least);
}

Canvas reduced(Canvas canvas, Size least) {
  int steps = 1;
  while (canvas.size().width / (steps + 1) >= least.width && canvas.size().height / (steps + 1) >= least.height) {
    ++steps;
  }
  if (steps == 1) return canvas;
  return resampled(canvas, canvas.bounds(), {canvas.size().width / steps, canvas.size().height / steps});
}

Result<void> write_png(const Canvas& canvas, const std::string& file) {
  const Size size = canvas.size();
  const Surface surface(SDL_CreateRGBSurfaceWithFormatFrom(const_cast<std::uint32_t*>(canvas.row(0)), size.width,
                                                           size.height, 32, size.width * 4, SDL_PIXELFORMAT_RGB888));
  if (!surface || IMG_SavePNG(surface.get(), file.c_str()) != 0) {
    return fail(ErrorKind::unavailable, format("{} cannot be written: {}", file, SDL_GetError()));
  }
  return {};
}

}  // namespace lobby::picture
