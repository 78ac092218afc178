#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "config/config.h"
#include "show/compose.h"
#include "show/decode_thread.h"
#include "show/shown.h"

namespace lobby::show {

/// Where the ground of a slide is painted. It takes many times as long as a frame of the display.
enum class GroundPainter {
  render_thread,  ///< At once.
  decode_thread   ///< Where something moves meanwhile, whose next frame must not wait for it, or where the picture
                  ///< drifts, which takes five grounds.
};

/// The slide that comes next, on its way to a frame.
struct Pending {
  std::size_t position = 0;
  Composition composition;
  GroundPainter painter = GroundPainter::render_thread;
  std::uint64_t ticket = 0;  ///< Of what was ordered; 0 while nothing was.
  std::vector<Canvas> pictures;
  Canvas ground;
  std::optional<DriftGround> drift;  ///< In its place, where the picture drifts.
  std::optional<Shown> shown;
  int brought = 0;  ///< Rows of it that the presenter has.

  /// Orders its pictures, and its ground, with the next ticket, where that is to be done.
  void order(DecodeThread& decoder, std::uint64_t& tickets);
  /// Takes what was ordered.
  void take(DecodedPictures decoded);
  /// Paints it once all that was ordered is there.
  void finish(const config::Config& config);
  /// Brings it to the presenter: a slice with each beat while something moves, else all of it.
  void bring(stage::Presenter& presenter, bool something_moves);
};

/// What is on its way from now on. With a ticker that runs nothing may hold up the render thread.
Pending pending_for(Composition composition, const config::Config& config, const PixelPool& pool, bool ticker_runs);

}  // namespace lobby::show
