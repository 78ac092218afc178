#include "picture/jpeg.h"

#include <jpeglib.h>
// jerror.h needs the types of jpeglib.h.
#include <jerror.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "base/format.h"
#include "picture/colours.h"
#include "picture/reducer.h"

namespace lobby::picture {

namespace {

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
constexpr int profile_marker = JPEG_APP0 + 2;
constexpr double most_progressive_bytes = 160e6;

Session& session_of(j_common_ptr info) { return *static_cast<Session*>(info->client_data); }

void quit(Session& session, ErrorKind kind, const char* message) {
  session.kind = kind;
  std::snprintf(session.message.data(), session.message.size(), "%s", message);
  std::longjmp(session.leave, 1);
}

void on_error(j_common_ptr info) {
  Session& session = session_of(info);
  if (info->err->msg_code == JERR_OUT_OF_MEMORY) {
    quit(session, ErrorKind::refused, "it needs too much memory; save it smaller or as baseline");
  }
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

/// The smallest power of two of eighths at which the picture still covers `least`: what lies between has no fast
/// transform and takes longer than the whole picture.
unsigned eighths_for(Size stored, Size least) {
  for (unsigned eighths = 1; eighths < 8; eighths *= 2) {
    const auto scaled = [eighths](int side) { return (static_cast<std::int64_t>(side) * eighths + 7) / 8; };
    if (scaled(stored.width) >= least.width && scaled(stored.height) >= least.height) return eighths;
  }
  return 8;
}

/// False, with the reason in the session, when the header is unreadable or asks for too much.
bool open_header(Session& session) {
  if (setjmp(session.leave) != 0) return false;
  jpeg_save_markers(&session.decoder, profile_marker, 0xFFFF);
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

/// Adobe writes inks inverted (255 = none), so a channel is ink × black.
std::uint32_t from_inks(const unsigned char* inks, bool inverted) {
  const auto light = [&](int ink) {
    const unsigned value = inverted ? inks[ink] : 255U - inks[ink];
    const unsigned black = inverted ? inks[3] : 255U - inks[3];
    return value * black / 255U;
  };
  return 0xFF000000U | light(0) << 16U | light(1) << 8U | light(2);
}

/// The ICC profile that was in the file; empty where there is none.
std::string profile_of(Session& session) {
  JOCTET* bytes = nullptr;
  unsigned length = 0;
  if (setjmp(session.leave) != 0) return {};
  if (jpeg_read_icc_profile(&session.decoder, &bytes, &length) == FALSE) return {};
  std::string profile(reinterpret_cast<const char*>(bytes), length);
  std::free(bytes);
  return profile;
}

/// What the rows mean, and what has to be done to them first.
struct Reading {
  std::optional<Colours> own;
  TableProfile table;
  bool has_profile = false;
  bool inks = false;
  bool inverted = false;

  const Colours& colours(const ExifFacts& exif) const {
    if (own) return *own;
    return exif.adobe_rgb && !has_profile && !inks ? adobe_rgb_colours() : srgb_colours();
  }

  void apply(std::vector<std::uint32_t>& row) const {
    if (table) return table.apply(row.data(), row.data(), row.size());
    if (!inks) return;
    for (auto& pixel : row) pixel = from_inks(reinterpret_cast<const unsigned char*>(&pixel), inverted);
  }
};

Reading reading_of(Session& session) {
  Reading reading;
  reading.inks = session.decoder.out_color_space == JCS_CMYK;
  reading.inverted = session.decoder.saw_Adobe_marker != FALSE;
  const std::string profile = profile_of(session);
  reading.has_profile = !profile.empty();
  if (!reading.has_profile) return reading;
  if (!reading.inks) reading.own = colours_of_profile(profile);
  const auto inks = reading.inverted ? TableProfile::Numbers::inverted_inks : TableProfile::Numbers::inks;
  if (!reading.own) reading.table = TableProfile(profile, reading.inks ? inks : TableProfile::Numbers::bgrx);
  return reading;
}

Result<Canvas> decode(Session& session, const Header& header, Size target) {
  if (!open_header(session)) return failure(session);
  auto& decoder = session.decoder;
  const Size full{static_cast<int>(decoder.image_width), static_cast<int>(decoder.image_height)};
  if (full != header.stored) return fail(ErrorKind::invalid, "the JPEG cannot be shown: it says two sizes");
  if (!start(session, eighths_for(full, target))) return failure(session);
  const Size scaled{static_cast<int>(decoder.output_width), static_cast<int>(decoder.output_height)};
  const Reading reading = reading_of(session);
  Reducer reducer(scaled, target, reading.colours(header.exif), header.exif.orientation);
  std::vector<std::uint32_t> row(static_cast<std::size_t>(scaled.width));
  for (int y = 0; y < scaled.height; ++y) {
    if (!read_row(session, reinterpret_cast<unsigned char*>(row.data()))) return failure(session);
    reading.apply(row);
    reducer.add(row.data());
  }
  if (!finish(session)) return failure(session);
  return reducer.take();
}

}  // namespace

Result<Canvas> decode_jpeg(std::string_view bytes, const Header& header, Size target) {
  Session session;
  begin(session, bytes);
  auto canvas = decode(session, header, target);
  jpeg_destroy_decompress(&session.decoder);
  return canvas;
}

}  // namespace lobby::picture
