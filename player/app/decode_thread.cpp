#include "app/decode_thread.h"

#include "app/files.h"
#include "stage/painter.h"
#include "stage/picture.h"

namespace lobby::app {

Result<stage::Canvas> decode_for(const scene::PictureOp& picture) {
  const auto bytes = read_file(picture.file);
  if (!bytes) return std::unexpected(bytes.error());
  const Size box{picture.box.width, picture.box.height};
  const auto info = stage::read_picture_info(*bytes);
  if (!info) return std::unexpected(info.error());
  // To cover the box each side must cover it; to lie within it, one is enough.
  Size least = box;
  if (picture.fit == scene::PictureFit::whole) {
    const bool by_height = static_cast<std::int64_t>(info->size.width) * box.height <
                           static_cast<std::int64_t>(info->size.height) * box.width;
    least = by_height ? Size{1, box.height} : Size{box.width, 1};
  }
  const auto pixels = stage::decode_picture(*bytes, least);
  if (!pixels) return std::unexpected(pixels.error());
  auto made = stage::fitted(*pixels, box, picture.fit, picture.focus);
  if (picture.tone == scene::PictureTone::grey) stage::make_grey(made);
  return made;
}

DecodedPictures decode(const DecodeOrder& order) {
  const auto began = std::chrono::steady_clock::now();
  DecodedPictures decoded{order.ticket, {}, {}, {}, {}};
  for (const auto& picture : order.pictures) {
    auto pixels = decode_for(picture);
    if (!pixels) {
      decoded.pixels = std::unexpected(pixels.error());
      decoded.bad_file = picture.file;
      break;
    }
    decoded.pixels->push_back(std::move(*pixels));
  }
  if (order.scene && decoded.pixels) {
    decoded.ground = stage::painted_ground(*order.scene, *decoded.pixels);
    decoded.pixels->clear();
  }
  decoded.took = std::chrono::round<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
  return decoded;
}

DecodeThread::DecodeThread(std::function<void()> on_ready)
    : on_ready_(std::move(on_ready)), thread_([this] { run(); }) {}

DecodeThread::~DecodeThread() {
  stop();
  answers_.close();
  thread_.join();
}

void DecodeThread::run() {
  while (auto order = orders_.take()) {
    answers_.try_put(decode(*order));
    on_ready_();
  }
}

}  // namespace lobby::app
