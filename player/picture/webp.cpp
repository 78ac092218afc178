#include "picture/webp.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "picture/colours.h"
#include "picture/paper.h"
#include "picture/reducer.h"

namespace lobby::picture {

namespace {

struct DemuxerDeleter {
  void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
};
using Demuxer = std::unique_ptr<WebPDemuxer, DemuxerDeleter>;

struct PixelsDeleter {
  void operator()(std::uint8_t* pixels) const { WebPFree(pixels); }
};

std::unexpected<Error> damaged() { return fail(ErrorKind::invalid, "the webp cannot be shown: it is damaged"); }

/// The first frame of an animation, or the picture, and where it lies on the canvas of the file.
struct Frame {
  std::unique_ptr<std::uint8_t, PixelsDeleter> bgra;
  Rect area;
};

Result<Frame> first_frame(const Demuxer& demuxer) {
  WebPIterator found{};
  if (WebPDemuxGetFrame(demuxer.get(), 1, &found) == 0) return damaged();
  Frame frame;
  frame.area = {found.x_offset, found.y_offset, found.width, found.height};
  int width = 0;
  int height = 0;
  if (found.complete != 0) frame.bgra.reset(WebPDecodeBGRA(found.fragment.bytes, found.fragment.size, &width, &height));
  WebPDemuxReleaseIterator(&found);
  if (!frame.bgra || width != frame.area.width || height != frame.area.height) return damaged();
  return frame;
}

std::string_view profile_in(const Demuxer& demuxer, WebPChunkIterator& found) {
  if (WebPDemuxGetChunk(demuxer.get(), "ICCP", 1, &found) == 0) return {};
  return {reinterpret_cast<const char*>(found.chunk.bytes), found.chunk.size};
}

}  // namespace

Result<Canvas> decode_webp(std::string_view bytes, const Header& header, Size target) {
  const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
  WebPDemuxState state = WEBP_DEMUX_PARSING_HEADER;
  const Demuxer demuxer(WebPDemuxPartial(&data, &state));
  if (state != WEBP_DEMUX_DONE) return fail(ErrorKind::invalid, "the webp cannot be shown: it ends early");
  const Size size = header.stored;
  const auto frame = first_frame(demuxer);
  if (!frame) return std::unexpected(frame.error());
  const Rect& area = frame->area;
  if (intersection(area, {0, 0, size.width, size.height}) != area) return damaged();
  WebPChunkIterator chunk{};
  const auto icc = profile_in(demuxer, chunk);
  const auto own = colours_of_profile(icc);
  const TableProfile table = own || icc.empty() ? TableProfile() : TableProfile(icc, TableProfile::Numbers::bgrx);
  Reducer reducer(size, target, own ? *own : srgb_colours(), header.exif.orientation);
  std::vector<std::uint32_t> row(static_cast<std::size_t>(size.width));
  for (int y = 0; y < size.height; ++y) {
    std::ranges::fill(row, pack(paper));
    if (y >= area.y && y < area.bottom()) {
      const auto* from =
          reinterpret_cast<const std::uint32_t*>(frame->bgra.get()) + std::ptrdiff_t{y - area.y} * area.width;
      std::copy_n(from, area.width, row.begin() + area.x);
      lay_on_paper(row);
    }
    if (table) table.apply(row.data(), row.data(), row.size());
    reducer.add(row.data());
  }
  WebPDemuxReleaseChunkIterator(&chunk);
  return reducer.take();
}

}  // namespace lobby::picture
