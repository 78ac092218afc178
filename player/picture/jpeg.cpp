#include "picture/jpeg.h"

#include <jpeglib.h>
// jerror.h needs the types of jpeglib.h.
#include <jerror.h>
#include <libexif/exif-data.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdio>
#include <string>
#include <vector>

#include "base/format.h"

namespace lobby::picture {

namespace {

/// EXIF orientation: how the stored picture must be turned to be upright (1 to 8, 1 = as it is).
int orientation_of(std::string_view bytes) {
  ExifData* data = exif_data_new_from_data(reinterpret_cast<const unsigned char*>(bytes.data()),
                                           static_cast<unsigned>(bytes.size()));
  if (data == nullptr) return 1;
  int orientation = 1;
  const ExifEntry* entry = exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
  if (entry != nullptr && entry->format == EXIF_FORMAT_SHORT && entry->size >= 2) {
    orientation = exif_get_short(entry->data, exif_data_get_byte_order(data));
  }
  exif_data_unref(data);
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

bool sideways(int orientation) { return orientation >= 5; }

Size upright(Size stored, int orientation) {
  return sideways(orientation) ? Size{stored.height, stored.width} : stored;
}

/// libjpeg reports through callbacks and leaves by longjmp; this struct is what they share. Plain data only, so that
/// no destructor is ever jumped over.
struct Session {
  jpeg_decompress_struct decoder;
  jpeg_error_mgr errors;
  jpeg_progress_mgr progress;
  std::jmp_buf leave;
  std::array<char, JMSG_LENGTH_MAX> message;
  ErrorKind kind;
};

constexpr int most_scans = 100;
constexpr double most_progressive_bytes = 160e6;

Session& session_of(j_common_ptr info) { return *static_cast<Session*>(info->client_data); }

void quit(Session& session, ErrorKind kind, const char* message) {
  session.kind = kind;
  std::snprintf(session.message.data(), session.message.size(), "%s", message);
  std::longjmp(session.leave, 1);
}

void on_error(j_common_ptr info) {
  Session& session = session_of(info);
  std::array<char, JMSG_LENGTH_MAX> message{};
  info->err->format_message(info, message.data());
  quit(session, ErrorKind::invalid, message.data());
}

/// Warnings that mean lost rows are errors: a grey lower half must never reach the screen.
void on_message(j_common_ptr info, int level) {
  if (level >= 0) return;
  const int code = info->err->msg_code;
  if (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER) quit(session_of(info), ErrorKind::invalid, "it ends early");
}

void on_progress(j_common_ptr info) {
  const auto* decoder = reinterpret_cast<j_decompress_ptr>(info);
  if (decoder->input_scan_number > most_scans) {
    quit(session_of(info), ErrorKind::refused, "it has more than 100 scans");
  }
}

void begin(Session& session, std::string_view bytes) {
  session.decoder = {};
  session.progress = {};
  session.message = {};
  session.kind = ErrorKind::invalid;
  session.decoder.err = jpeg_std_error(&session.errors);
  session.errors.error_exit = on_error;
  session.errors.emit_message = on_message;
  session.decoder.client_data = &session;
  session.progress.progress_monitor = on_progress;
  if (setjmp(session.leave) != 0) return;
  jpeg_create_decompress(&session.decoder);
  session.decoder.client_data = &session;
  session.decoder.progress = &session.progress;
  jpeg_mem_src(&session.decoder, reinterpret_cast<const unsigned char*>(bytes.data()),
               static_cast<unsigned long>(bytes.size()));
}

std::unexpected<Error> failure(const Session& session) {
  return fail(session.kind, format("the JPEG cannot be shown: {}", session.message.data()));
}

/// The smallest eighths at which the picture still covers `least`.
unsigned eighths_for(Size stored, Size least) {
  for (unsigned eighths = 1; eighths < 8; ++eighths) {
    const auto scaled = [eighths](int side) { return (static_cast<std::int64_t>(side) * eighths + 7) / 8; };
    if (scaled(stored.width) >= least.width && scaled(stored.height) >= least.height) return eighths;
  }
  return 8;
}

/// False, with the reason in the session, when the header is unreadable or asks for too much.
bool read_header(Session& session) {
  if (setjmp(session.leave) != 0) return false;
  jpeg_read_header(&session.decoder, TRUE);
  if (jpeg_has_multiple_scans(&session.decoder) != FALSE) {
    const double coefficients =
        2.0 * session.decoder.image_width * session.decoder.image_height * session.decoder.num_components;
    if (coefficients > most_progressive_bytes) {
      quit(session, ErrorKind::refused,
           "a progressive picture of this size needs too much memory; save it as baseline");
    }
  }
  return true;
}

bool start(Session& session, unsigned eighths) {
  if (setjmp(session.leave) != 0) return false;
  auto& decoder = session.decoder;
  decoder.scale_num = eighths;
  decoder.scale_denom = 8;
  const bool four_inks = decoder.jpeg_color_space == JCS_CMYK || decoder.jpeg_color_space == JCS_YCCK;
  decoder.out_color_space = four_inks ? JCS_CMYK : JCS_EXT_BGRX;
  jpeg_start_decompress(&decoder);
  return true;
}

bool read_row(Session& session, unsigned char* row) {
  if (setjmp(session.leave) != 0) return false;
  JSAMPROW rows[1] = {row};
  jpeg_read_scanlines(&session.decoder, rows, 1);
  return true;
}

bool finish(Session& session) {
  if (setjmp(session.leave) != 0) return false;
  jpeg_finish_decompress(&session.decoder);
  return true;
}

/// Where a stored pixel lies in the upright picture.
struct Placement {
  int orientation;
  Size stored;

  std::uint32_t& at(Canvas& canvas, int x, int y) const {
    const int right = stored.width - 1 - x;
    const int bottom = stored.height - 1 - y;
    switch (orientation) {
      case 2:
        return canvas.row(y)[right];
      case 3:
        return canvas.row(bottom)[right];
      case 4:
        return canvas.row(bottom)[x];
      case 5:
        return canvas.row(x)[y];
      case 6:
        return canvas.row(x)[bottom];
      case 7:
        return canvas.row(right)[bottom];
      case 8:
        return canvas.row(right)[y];
      default:
        return canvas.row(y)[x];
    }
  }
};

/// Adobe writes inks inverted (255 = none), so a channel is ink × black.
std::uint32_t from_inks(const unsigned char* inks, bool inverted) {
  const auto light = [&](int ink) {
    const unsigned value = inverted ? inks[ink] : 255U - inks[ink];
    const unsigned black = inverted ? inks[3] : 255U - inks[3];
    return value * black / 255U;
  };
  return 0xFF000000U | light(0) << 16U | light(1) << 8U | light(2);
}

std::uint32_t pixel_of(const unsigned char* sample, bool four_inks, bool inverted) {
  if (four_inks) return from_inks(sample, inverted);
  return 0xFF000000U | static_cast<std::uint32_t>(sample[2]) << 16U | static_cast<std::uint32_t>(sample[1]) << 8U |
         sample[0];
}

Result<Canvas> decode(Session& session, std::string_view bytes, Size least) {
  if (!read_header(session)) return failure(session);
  auto& decoder = session.decoder;
  const Size full{static_cast<int>(decoder.image_width), static_cast<int>(decoder.image_height)};
  const int orientation = orientation_of(bytes);
  if (!start(session, eighths_for(full, upright(least, orientation)))) return failure(session);
  const Placement placement{orientation,
                            {static_cast<int>(decoder.output_width), static_cast<int>(decoder.output_height)}};
  constexpr int most_side = 8192;
  if (std::max(placement.stored.width, placement.stored.height) > most_side) {
    return fail(ErrorKind::refused, "the JPEG cannot be shown: it is too long and narrow");
  }
  Canvas canvas(upright(placement.stored, orientation));
  const bool four_inks = decoder.out_color_space == JCS_CMYK;
  const bool inverted = decoder.saw_Adobe_marker != FALSE;
  std::vector<unsigned char> row(static_cast<std::size_t>(placement.stored.width) * 4);
  for (int y = 0; y < placement.stored.height; ++y) {
    if (!read_row(session, row.data())) return failure(session);
    for (int x = 0; x < placement.stored.width; ++x) {
      placement.at(canvas, x, y) = pixel_of(row.data() + static_cast<std::ptrdiff_t>(x) * 4, four_inks, inverted);
    }
  }
  if (!finish(session)) return failure(session);
  return canvas;
}

}  // namespace

Result<Size> read_jpeg_size(std::string_view bytes) {
  Session session;
  begin(session, bytes);
  const bool readable = read_header(session);
  const Size stored{static_cast<int>(session.decoder.image_width), static_cast<int>(session.decoder.image_height)};
  jpeg_destroy_decompress(&session.decoder);
  if (!readable) return failure(session);
  return upright(stored, orientation_of(bytes));
}

Result<Canvas> decode_jpeg(std::string_view bytes, Size least) {
  Session session;
  begin(session, bytes);
  auto canvas = decode(session, bytes, least);
  jpeg_destroy_decompress(&session.decoder);
  return canvas;
}

}  // namespace lobby::picture
