#include "picture/png.h"

#include <png.h>

#include <algorithm>
#include <cerrno>
#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <optional>
#include <vector>

#include "base/format.h"
#include "picture/colours.h"
#include "picture/paper.h"
#include "picture/reducer.h"

namespace lobby::picture {

namespace {

/// libpng reports through callbacks and leaves by longjmp; this struct is what they share. Plain data only, so that no
/// destructor is ever jumped over.
struct Session {
  png_structp reader;
  png_infop info;
  const char* bytes;
  std::size_t left;
  std::array<char, 200> message;
};

void on_error(png_structp reader, png_const_charp message) {
  auto& session = *static_cast<Session*>(png_get_error_ptr(reader));
  std::snprintf(session.message.data(), session.message.size(), "%s", message);
  png_longjmp(reader, 1);
}

void on_warning(png_structp, png_const_charp) {}

void give_bytes(png_structp reader, png_bytep to, std::size_t count) {
  auto& session = *static_cast<Session*>(png_get_io_ptr(reader));
  if (count > session.left) png_error(reader, "it ends early");
  std::memcpy(to, session.bytes, count);
  session.bytes += count;
  session.left -= count;
}

std::unexpected<Error> failure(const Session& session) {
  return fail(ErrorKind::invalid, format("the png cannot be shown: {}", session.message.data()));
}

/// Reads up to the pixels and asks for them as blue, green, red and alpha, a byte each.
bool start(Session& session) {
  if (setjmp(png_jmpbuf(session.reader)) != 0) return false;
  constexpr png_uint_32 most_side = 30'000;
  constexpr png_alloc_size_t most_chunk = 8U << 20U;
  png_set_user_limits(session.reader, most_side, most_side);
  png_set_chunk_malloc_max(session.reader, most_chunk);
  png_set_read_fn(session.reader, &session, give_bytes);
  png_read_info(session.reader, session.info);
  png_set_scale_16(session.reader);
  png_set_expand(session.reader);
  png_set_gray_to_rgb(session.reader);
  png_set_bgr(session.reader);
  png_set_filler(session.reader, 0xFF, PNG_FILLER_AFTER);
  png_set_interlace_handling(session.reader);
  png_read_update_info(session.reader, session.info);
  return true;
}

bool read_row(Session& session, std::uint32_t* row) {
  if (setjmp(png_jmpbuf(session.reader)) != 0) return false;
  png_read_row(session.reader, reinterpret_cast<png_bytep>(row), nullptr);
  return true;
}

bool finish(Session& session) {
  if (setjmp(png_jmpbuf(session.reader)) != 0) return false;
  png_read_end(session.reader, nullptr);
  return true;
}

std::optional<double> gamma_in(const Session& session) {
  double gamma = 0;
  const bool said = png_get_gAMA(session.reader, session.info, &gamma) != 0;
  return said && gamma > 0.05 && gamma < 20 ? std::optional(gamma) : std::nullopt;
}

std::optional<Primaries> primaries_in(const Session& session) {
  Primaries all;
  auto& [white, red, green, blue] = all;
  const auto said = png_get_cHRM(session.reader, session.info, &white.x, &white.y, &red.x, &red.y, &green.x, &green.y,
                                 &blue.x, &blue.y);
  return said != 0 ? std::optional(all) : std::nullopt;
}

/// By the chunks gAMA and cHRM. A power of 2.2 with the colours of sRGB, or alone, is how programs write sRGB.
std::optional<Colours> said_in_numbers(const Session& session) {
  const auto gamma = gamma_in(session);
  constexpr double usual = 1 / 2.2;
  const bool is_usual = !gamma || std::abs(*gamma - usual) <= 0.01;
  if (const auto primaries = primaries_in(session)) {
    const auto colours = colours_of_primaries(*primaries, gamma);
    if (colours && (colours->mix || !is_usual)) return colours;
  }
  return is_usual ? std::nullopt : std::optional(colours_of_gamma(*gamma));
}

/// What the file says of its colours; the most exact counts (PNG specification, 4.3).
struct Reading {
  std::optional<Colours> own;
  TableProfile table;
  const Colours& colours() const { return own ? *own : srgb_colours(); }
};

Reading reading_of(const Session& session) {
  Reading reading;
  if (png_get_valid(session.reader, session.info, PNG_INFO_sRGB) != 0) return reading;
  png_charp name = nullptr;
  png_bytep profile = nullptr;
  png_uint_32 length = 0;
  int compression = 0;
  if (png_get_iCCP(session.reader, session.info, &name, &compression, &profile, &length) != 0) {
    const std::string_view icc(reinterpret_cast<const char*>(profile), length);
    reading.own = colours_of_profile(icc);
    if (!reading.own) reading.table = TableProfile(icc, TableProfile::Numbers::bgrx);
    return reading;
  }
  reading.own = said_in_numbers(session);
  return reading;
}

/// An interlaced picture is whole only after its last pass.
Result<Canvas> whole(Session& session, Size size) {
  Canvas canvas(size);
  constexpr int passes = 7;
  for (int pass = 0; pass < passes; ++pass) {
    for (int y = 0; y < size.height; ++y) {
      if (!read_row(session, canvas.row(y))) return failure(session);
    }
  }
  return canvas;
}

Result<Canvas> decode(Session& session, const Header& header, Size target) {
  if (!start(session)) return failure(session);
  const Size size = header.stored;
  const Reading reading = reading_of(session);
  Reducer reducer(size, target, reading.colours(), header.exif.orientation);
  const bool interlaced = png_get_interlace_type(session.reader, session.info) != PNG_INTERLACE_NONE;
  Result<Canvas> all = interlaced ? whole(session, size) : Canvas();
  if (!all) return all;
  std::vector<std::uint32_t> row(static_cast<std::size_t>(size.width));
  for (int y = 0; y < size.height; ++y) {
    if (interlaced) {
      std::copy_n(all->row(y), size.width, row.begin());
    } else if (!read_row(session, row.data())) {
      return failure(session);
    }
    lay_on_paper(row);
    if (reading.table) reading.table.apply(row.data(), row.data(), row.size());
    reducer.add(row.data());
  }
  if (!finish(session)) return failure(session);
  return reducer.take();
}

/// Every chunk must lie within the file and IEND must be the last. libpng reads on where a chunk claims more bytes than
/// there are, up to two gigabytes of nothing.
bool is_whole(std::string_view bytes) {
  constexpr std::size_t signature = 8;
  constexpr std::size_t around_data = 12;  // length, type and checksum
  constexpr int most_chunks = 100'000;
  std::size_t at = signature;
  for (int chunk = 0; chunk < most_chunks && bytes.size() - at >= around_data; ++chunk) {
    const auto length = png_get_uint_32(reinterpret_cast<png_const_bytep>(bytes.data() + at));
    if (length > bytes.size() - at - around_data) return false;
    if (bytes.substr(at + 4, 4) == "IEND") return true;
    at += around_data + length;
  }
  return false;
}

}  // namespace

Result<Canvas> decode_png(std::string_view bytes, const Header& header, Size target) {
  if (!is_whole(bytes)) return fail(ErrorKind::invalid, "the png cannot be shown: it ends early");
  Session session{nullptr, nullptr, bytes.data(), bytes.size(), {}};
  session.reader = png_create_read_struct(PNG_LIBPNG_VER_STRING, &session, on_error, on_warning);
  session.info = session.reader == nullptr ? nullptr : png_create_info_struct(session.reader);
  auto canvas = session.info == nullptr ? Result<Canvas>(fail(ErrorKind::refused, "there is no memory for the png"))
                                        : decode(session, header, target);
  png_destroy_read_struct(&session.reader, &session.info, nullptr);
  return canvas;
}

Result<void> write_png(const Canvas& canvas, const std::string& file) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(canvas.size().width);
  image.height = static_cast<png_uint_32>(canvas.size().height);
  image.format = PNG_FORMAT_BGR;
  std::vector<unsigned char> pixels;
  pixels.reserve(canvas.bytes() / 4 * 3);
  for (int y = 0; y < canvas.size().height; ++y) {
    for (int x = 0; x < canvas.size().width; ++x) {
      const Colour colour = unpack(canvas.row(y)[x]);
      pixels.insert(pixels.end(), {colour.blue, colour.green, colour.red});
    }
  }
  errno = 0;
  if (png_image_write_to_file(&image, file.c_str(), 0, pixels.data(), 0, nullptr) != 0) return {};
  return fail(ErrorKind::unavailable,
              format("{} cannot be written: {}", file, errno != 0 ? std::strerror(errno) : image.message));
}

}  // namespace lobby::picture
