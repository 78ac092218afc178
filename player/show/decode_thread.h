#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/canvas.h"
#include "base/result.h"
#include "base/slot.h"
#include "picture/decoder.h"
#include "scene/scene.h"
#include "show/drift_ground.h"
#include "show/first_picture.h"
#include "show/pixel_pool.h"

namespace lobby::show {

/// The pictures of one slide, to be decoded straight to the boxes they will fill. `ticket` comes back with the answer.
struct DecodeOrder {
  std::uint64_t ticket = 0;
  std::vector<scene::PictureOp> pictures;
  std::optional<scene::Scene> scene =
      std::nullopt;  ///< Its ground is painted, too, where the render thread has no time.
  int drift = 0;     ///< Per cent of its side by which the one picture drifts behind that ground.
};

/// All pictures of an order, or the error of the first that cannot be had.
struct DecodedPictures {
  std::uint64_t ticket = 0;
  Result<std::vector<Canvas>> pixels;
  std::string bad_file;  ///< Of the error.
  std::chrono::milliseconds took{};
  Canvas ground = {};                               ///< Of the scene of the order; then `pixels` are used up.
  std::optional<DriftGround> drift = std::nullopt;  ///< In the place of `ground`, where the picture has where to go.
};

/// Has the pictures of a slide decoded one after the other, and paints its ground where that is asked for. With `first`
/// a picture alone may be the one that was kept, and is noted where it is another.
DecodedPictures decode(const DecodeOrder& order, picture::Decoder& decoder, FirstPicture* first = nullptr);

/// The thread that waits for pictures to be decoded, one at a time, so that the render thread never does. `on_ready`
/// runs on the decode thread after each answer.
class DecodeThread {
 public:
  /// `first_picture` is the file in which the picture of the first order waits for the next start; no path: none does.
  explicit DecodeThread(std::function<void()> on_ready, PixelPool pool = {}, std::filesystem::path first_picture = {});
  ~DecodeThread();
  DecodeThread(const DecodeThread&) = delete;
  DecodeThread& operator=(const DecodeThread&) = delete;

  /// Takes the place of an order that waits: nobody wants that any more. False after `stop`. Never waits.
  bool order(DecodeOrder order) {
    ordered_ = order.ticket;
    return orders_.put(std::move(order));
  }
  /// Whether the newest order is not answered yet.
  bool busy() const { return ordered_ != answered_; }
  /// The newest answer, or nothing at once.
  std::optional<DecodedPictures> take() { return answers_.try_take(); }
  /// Takes no more orders; the thread ends after the picture in hand.
  void stop() { orders_.close(); }
  /// What slides may have. Render thread; another one counts from the next order on, but for what a picture may take.
  const PixelPool& pool() const { return pool_; }
  void set_pool(const PixelPool& pool) { pool_ = pool; }

 private:
  void run();

  std::function<void()> on_ready_;
  PixelPool pool_;
  std::size_t for_picture_;
  std::filesystem::path first_picture_;
  Slot<DecodeOrder> orders_;
  Slot<DecodedPictures> answers_;
  std::uint64_t ordered_ = 0;  ///< The ticket of the newest order.
  std::atomic<std::uint64_t> answered_ = 0;
  std::thread thread_;
};

}  // namespace lobby::show
