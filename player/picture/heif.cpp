#include "picture/heif.h"

#include <libheif/heif.h>
#include <malloc.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/format.h"
#include "picture/code_points.h"
#include "picture/colours.h"
#include "picture/paper.h"
#include "picture/reducer.h"

namespace lobby::picture {

namespace {

struct Deleter {
  void operator()(heif_context* context) const { heif_context_free(context); }
  void operator()(heif_image_handle* handle) const { heif_image_handle_release(handle); }
  void operator()(heif_image* image) const { heif_image_release(image); }
  void operator()(heif_decoding_options* options) const { heif_decoding_options_free(options); }
  void operator()(heif_color_profile_nclx* profile) const { heif_nclx_color_profile_free(profile); }
};
template <typename T>
using Owned = std::unique_ptr<T, Deleter>;

std::unexpected<Error> failure(PictureType type, std::string_view reason) {
  return fail(ErrorKind::invalid, format("the {} cannot be shown: {}", to_string(type), reason));
}

Result<Owned<heif_image_handle>> primary(heif_context* context, std::string_view bytes, PictureType type) {
  constexpr int most_side = 8192;
  heif_context_set_maximum_image_size_limit(context, most_side);
  heif_context_set_max_decoding_threads(context, 0);
  heif_image_handle* handle = nullptr;
  heif_error error = heif_context_read_from_memory_without_copy(context, bytes.data(), bytes.size(), nullptr);
  if (error.code == heif_error_Ok) error = heif_context_get_primary_image_handle(context, &handle);
  if (error.code != heif_error_Ok) return failure(type, error.message);
  return Owned<heif_image_handle>(handle);
}

/// Upright, a byte a number, whatever it has.
Result<Owned<heif_image>> decoded(const heif_image_handle* handle, const Header& header) {
  const bool transparent = heif_image_handle_has_alpha_channel(handle) != 0;
  const Owned<heif_decoding_options> options(heif_decoding_options_alloc());
  options->convert_hdr_to_8bit = 1;
  heif_image* image = nullptr;
  const heif_error error =
      heif_decode_image(handle, &image, heif_colorspace_RGB,
                        transparent ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options.get());
  Owned<heif_image> owned(image);
  if (error.code != heif_error_Ok) return failure(header.type, error.message);
  const Size size{heif_image_get_width(image, heif_channel_interleaved),
                  heif_image_get_height(image, heif_channel_interleaved)};
  if (size != header.stored) return failure(header.type, "its size is not the one that its header names");
  return owned;
}

std::string profile_of(const heif_image_handle* handle) {
  std::string icc(heif_image_handle_get_raw_color_profile_size(handle), '\0');
  const bool good = !icc.empty() && heif_image_handle_get_raw_color_profile(handle, icc.data()).code == heif_error_Ok;
  return good ? icc : std::string();
}

/// What the file says of its colours. A profile is more exact than numbers.
struct Reading {
  std::optional<Colours> own;
  TableProfile table;
  const Colours& colours() const { return own ? *own : srgb_colours(); }
};

Reading reading_of(const heif_image_handle* handle) {
  Reading reading;
  if (const auto icc = profile_of(handle); !icc.empty()) {
    reading.own = colours_of_profile(icc);
    if (!reading.own) reading.table = TableProfile(icc, TableProfile::Numbers::bgrx);
    return reading;
  }
  heif_color_profile_nclx* numbers = nullptr;
  if (heif_image_handle_get_nclx_color_profile(handle, &numbers).code != heif_error_Ok) return reading;
  const Owned<heif_color_profile_nclx> owned(numbers);
  reading.own = colours_of_code_points(numbers->color_primaries, numbers->transfer_characteristics);
  return reading;
}

void unpack_row(const std::uint8_t* from, std::size_t channels, std::vector<std::uint32_t>& row) {
  for (auto& pixel : row) {
    const std::uint32_t alpha = channels == 4 ? from[3] : 0xFFU;
    pixel = alpha << 24U | std::uint32_t{from[0]} << 16U | std::uint32_t{from[1]} << 8U | from[2];
    from += channels;
  }
  if (channels == 4) lay_on_paper(row);
}

}  // namespace

Threads begin_heif() {
  // The decoders' threads would each reserve a heap that counts against the limit of memory.
  mallopt(M_ARENA_MAX, 1);
  heif_init(nullptr);
  return Threads::own;
}

Result<Canvas> decode_heif(std::string_view bytes, const Header& header, Size target) {
  const Owned<heif_context> context(heif_context_alloc());
  const auto handle = primary(context.get(), bytes, header.type);
  if (!handle) return std::unexpected(handle.error());
  const auto image = decoded(handle->get(), header);
  if (!image) return std::unexpected(image.error());
  const Reading reading = reading_of(handle->get());
  int stride = 0;
  const std::uint8_t* pixels = heif_image_get_plane_readonly(image->get(), heif_channel_interleaved, &stride);
  const bool transparent = heif_image_get_chroma_format(image->get()) == heif_chroma_interleaved_RGBA;
  Reducer reducer(header.stored, target, reading.colours(), header.exif.orientation);
  std::vector<std::uint32_t> row(static_cast<std::size_t>(header.stored.width));
  for (int y = 0; y < header.stored.height; ++y) {
    unpack_row(pixels + std::ptrdiff_t{y} * stride, transparent ? 4 : 3, row);
    if (reading.table) reading.table.apply(row.data(), row.data(), row.size());
    reducer.add(row.data());
  }
  return reducer.take();
}

}  // namespace lobby::picture
