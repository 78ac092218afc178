#include "picture/gif.h"

#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

#include "base/format.h"
#include "picture/paper.h"
#include "picture/reducer.h"

namespace lobby::picture {

namespace {

struct Closer {
  void operator()(GifFileType* gif) const { DGifCloseFile(gif, nullptr); }
};
using Gif = std::unique_ptr<GifFileType, Closer>;

int take_bytes(GifFileType* gif, GifByteType* to, int count) {
  auto& rest = *static_cast<std::string_view*>(gif->UserData);
  const auto taken = std::min(rest.size(), static_cast<std::size_t>(std::max(count, 0)));
  std::memcpy(to, rest.data(), taken);
  rest.remove_prefix(taken);
  return static_cast<int>(taken);
}

std::unexpected<Error> failure(int code) {
  const char* reason = GifErrorString(code);
  return fail(ErrorKind::invalid, format("the gif cannot be shown: {}", reason == nullptr ? "it is damaged" : reason));
}

std::unexpected<Error> failure(const GifFileType& gif) { return failure(gif.Error); }

/// Reads extensions up to the first frame; the palette index that is transparent comes from among them, -1 where
/// there is none.
Result<int> seek_first_frame(GifFileType& gif) {
  int transparent = -1;
  for (;;) {
    GifRecordType type = UNDEFINED_RECORD_TYPE;
    if (DGifGetRecordType(&gif, &type) == GIF_ERROR) return failure(gif);
    if (type == IMAGE_DESC_RECORD_TYPE) {
      if (DGifGetImageDesc(&gif) == GIF_ERROR) return failure(gif);
      return transparent;
    }
    if (type != EXTENSION_RECORD_TYPE) return fail(ErrorKind::invalid, "the gif cannot be shown: it has no frame");
    int code = 0;
    GifByteType* block = nullptr;
    if (DGifGetExtension(&gif, &code, &block) == GIF_ERROR) return failure(gif);
    GraphicsControlBlock control;
    const bool controls = code == GRAPHICS_EXT_FUNC_CODE && block != nullptr;
    if (controls && DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK) transparent = control.TransparentColor;
    while (block != nullptr) {
      if (DGifGetExtensionNext(&gif, &block) == GIF_ERROR) return failure(gif);
    }
  }
}

/// An opened GIF at its first frame; `rest` must outlive it.
struct Frame {
  Gif gif;
  int transparent = -1;
};

Result<Frame> open_frame(std::string_view& rest) {
  int error = 0;
  Gif gif(DGifOpen(&rest, take_bytes, &error));
  if (!gif) return failure(error);
  const auto transparent = seek_first_frame(*gif);
  if (!transparent) return std::unexpected(transparent.error());
  return Frame{std::move(gif), *transparent};
}

std::vector<std::uint32_t> palette_of(const Frame& frame) {
  std::vector<std::uint32_t> palette(256, pack(paper));
  const ColorMapObject* map = frame.gif->Image.ColorMap != nullptr ? frame.gif->Image.ColorMap : frame.gif->SColorMap;
  for (int index = 0; map != nullptr && index < std::min(map->ColorCount, 256); ++index) {
    const auto& colour = map->Colors[index];
    if (index != frame.transparent) {
      palette[static_cast<std::size_t>(index)] = pack({colour.Red, colour.Green, colour.Blue});
    }
  }
  return palette;
}

/// The rows in the order in which the file stores them: interlaced files in four passes (GIF89a, appendix E).
std::vector<int> row_order(int height, bool interlaced) {
  struct Pass {
    int first, step;
  };
  static constexpr std::array<Pass, 4> passes{{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};
  std::vector<int> rows;
  for (const auto& [first, step] : passes) {
    for (int row = interlaced ? first : 0; row < height; row += interlaced ? step : 1) rows.push_back(row);
    if (!interlaced) break;
  }
  return rows;
}

}  // namespace

Result<Canvas> decode_gif(std::string_view bytes, const Header& header, Size target) {
  const auto frame = open_frame(bytes);
  if (!frame) return std::unexpected(frame.error());
  const auto& image = frame->gif->Image;
  const Size size{image.Width, image.Height};
  if (size != header.stored) return fail(ErrorKind::invalid, "the gif cannot be shown: it says two sizes");
  const auto palette = palette_of(*frame);
  Canvas canvas(size);
  std::vector<GifPixelType> line(static_cast<std::size_t>(size.width));
  for (const int row : row_order(size.height, image.Interlace)) {
    if (DGifGetLine(frame->gif.get(), line.data(), size.width) == GIF_ERROR) return failure(*frame->gif);
    std::ranges::transform(line, canvas.row(row), [&](GifPixelType index) { return palette[index]; });
  }
  Reducer reducer(size, target, srgb_colours(), header.exif.orientation);
  for (int y = 0; y < size.height; ++y) reducer.add(canvas.row(y));
  return reducer.take();
}

}  // namespace lobby::picture
