#include "app/decode_thread.h"

#include <array>

#include "app/files.h"
#include "picture/crop.h"
#include "picture/fitted.h"
#include "picture/picture.h"
#include "picture/resample.h"
#include "stage/painter.h"

namespace lobby::app {

namespace {

/// The whole picture, no larger than its box asks for.
Result<Canvas> read_pixels(const scene::PictureOp& picture) {
  const auto bytes = read_file(picture.file);
  if (!bytes) return std::unexpected(bytes.error());
  const Size box{picture.box.width, picture.box.height};
  const auto info = picture::read_picture_info(*bytes);
  if (!info) return std::unexpected(info.error());
  // To cover the box each side must cover it; to lie within it, one is enough.
  Size least = box;
  if (picture.fit == scene::PictureFit::whole) {
    const bool by_height = static_cast<std::int64_t>(info->size.width) * box.height <
                           static_cast<std::int64_t>(info->size.height) * box.width;
    least = by_height ? Size{1, box.height} : Size{box.width, 1};
  }
  return picture::decode_picture(*bytes, least);
}

Canvas toned(Canvas pixels, scene::PictureTone tone) {
  if (tone == scene::PictureTone::grey) picture::make_grey(pixels);
  return pixels;
}

Canvas fitted(const Canvas& pixels, const scene::PictureOp& picture) {
  const Size box{picture.box.width, picture.box.height};
  return toned(picture::fitted(pixels, box, picture.fit, picture.focus), picture.tone);
}

/// Where the picture has nowhere to go, it stands on a ground as any other.
void decode_drift(const DecodeOrder& order, DecodedPictures& decoded) {
  const scene::PictureOp& picture = order.pictures.front();
  auto pixels = read_pixels(picture);
  if (!pixels) {
    decoded.pixels = std::unexpected(pixels.error());
    decoded.bad_file = picture.file;
    return;
  }
  if (auto drift = stage::drift_over(*pixels, picture.box, picture.focus, order.drift)) {
    *pixels = {};
    drift->picture = toned(std::move(drift->picture), picture.tone);
    decoded.drift = drift_ground(*order.scene, std::move(*drift));
    return;
  }
  decoded.ground = stage::painted_ground(*order.scene, std::array{fitted(*pixels, picture)});
}

void decode_pictures(const DecodeOrder& order, DecodedPictures& decoded) {
  for (const auto& picture : order.pictures) {
    auto pixels = decode_for(picture);
    if (!pixels) {
      decoded.pixels = std::unexpected(pixels.error());
      decoded.bad_file = picture.file;
      return;
    }
    decoded.pixels->push_back(std::move(*pixels));
  }
  if (!order.scene) return;
  decoded.ground = stage::painted_ground(*order.scene, *decoded.pixels);
  decoded.pixels->clear();
}

}  // namespace

Result<Canvas> decode_for(const scene::PictureOp& picture) {
  const auto pixels = read_pixels(picture);
  if (!pixels) return pixels;
  return fitted(*pixels, picture);
}

DecodedPictures decode(const DecodeOrder& order) {
  const auto began = std::chrono::steady_clock::now();
  DecodedPictures decoded{order.ticket, {}, {}, {}};
  const bool drifts = order.drift > 0 && order.scene && order.pictures.size() == 1;
  drifts ? decode_drift(order, decoded) : decode_pictures(order, decoded);
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
