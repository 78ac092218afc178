#include "show/decode_thread.h"

#include <array>
#include <optional>

#include "picture/fitted.h"
#include "picture/resample.h"
#include "stage/painter.h"

namespace lobby::show {

namespace {

/// So long after the last picture the decoder's process ends.
constexpr std::chrono::minutes idle(5);

picture::Fitting fitting_of(const scene::PictureOp& picture) {
  return {{picture.box.width, picture.box.height}, picture.fit, picture.focus, picture.tone};
}

Canvas toned(Canvas pixels, scene::PictureTone tone) {
  if (tone == scene::PictureTone::grey) picture::make_grey(pixels);
  return pixels;
}

/// Where the picture has nowhere to go, it stands on a ground as any other.
void decode_drift(const DecodeOrder& order, const scene::Scene& scene, picture::Decoder& decoder,
                  DecodedPictures& decoded) {
  const scene::PictureOp& picture = order.pictures.front();
  const Size box{picture.box.width, picture.box.height};
  auto pixels = decoder.decode_covering(picture.file, box);
  if (!pixels) {
    decoded.pixels = std::unexpected(pixels.error());
    decoded.bad_file = picture.file;
    return;
  }
  if (auto drift = stage::drift_over(*pixels, picture.box, picture.focus, order.drift)) {
    *pixels = {};
    drift->picture = toned(std::move(drift->picture), picture.tone);
    decoded.drift = drift_ground(scene, std::move(*drift));
    return;
  }
  auto standing = toned(picture::fitted(*pixels, box, picture.fit, picture.focus), picture.tone);
  decoded.ground = stage::painted_ground(scene, std::array{std::move(standing)});
}

void decode_pictures(const DecodeOrder& order, picture::Decoder& decoder, DecodedPictures& decoded,
                     FirstPicture* first) {
  // One picture is what most slides have; the pixels of more would be too much to keep.
  if (order.pictures.size() != 1) first = nullptr;
  for (const auto& picture : order.pictures) {
    auto kept = first != nullptr ? first->take(picture) : std::nullopt;
    auto pixels = kept ? Result<Canvas>(std::move(*kept)) : decoder.decode(picture.file, fitting_of(picture));
    if (!pixels) {
      decoded.pixels = std::unexpected(pixels.error());
      decoded.bad_file = picture.file;
      return;
    }
    if (first != nullptr && !kept) first->note(picture, *pixels);
    decoded.pixels->push_back(std::move(*pixels));
  }
  if (!order.scene) return;
  decoded.ground = stage::painted_ground(*order.scene, *decoded.pixels);
  decoded.pixels->clear();
}

}  // namespace

DecodedPictures decode(const DecodeOrder& order, picture::Decoder& decoder, FirstPicture* first) {
  const auto began = std::chrono::steady_clock::now();
  DecodedPictures decoded{order.ticket, {}, {}, {}};
  if (order.drift > 0 && order.scene && order.pictures.size() == 1) {
    decode_drift(order, *order.scene, decoder, decoded);
  } else {
    decode_pictures(order, decoder, decoded, first);
  }
  decoded.took = std::chrono::round<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
  return decoded;
}

DecodeThread::DecodeThread(std::function<void()> on_ready, PixelPool pool, std::filesystem::path first_picture)
    : on_ready_(std::move(on_ready)),
      pool_(pool),
      for_picture_(pool.for_picture),
      first_picture_(std::move(first_picture)),
      thread_([this] { run(); }) {}

DecodeThread::~DecodeThread() {
  stop();
  answers_.close();
  thread_.join();
}

void DecodeThread::run() {
  picture::DecoderLimits limits;
  limits.memory = for_picture_;
  picture::Decoder decoder(limits);
  std::optional<FirstPicture> first(std::in_place, first_picture_);
  // What is kept needs no process, which would contend for the processor; the second slide starts it in good time.
  if (!first->foresee()) decoder.start();
  while (true) {
    if (!orders_.wait_for(idle)) {
      decoder.rest();
      if (first) first->rest();
    }
    const auto order = orders_.take();
    if (!order) return;
    answers_.put(decode(*order, decoder, first ? &*first : nullptr));
    answered_ = order->ticket;
    on_ready_();
    if (!first) continue;
    first->keep();
    first.reset();
  }
}

}  // namespace lobby::show
