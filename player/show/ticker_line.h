#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/canvas.h"
#include "scene/ticker.h"
#include "show/ribbon.h"
#include "stage/fonts.h"
#include "stage/overlay.h"

namespace lobby::show {

/// The moving line of a ticker as pixels. The ribbon is drawn in tiles of 256 pixels, one at a time and one ahead of
/// the window; there are three more of them than lie side by side in the window (ten at 1920 pixels, which take 640 KiB
/// with the band of `hq`), and each is drawn anew for the piece of ribbon that comes next. So memory and the work of a
/// frame do not depend on how long the texts are. Render thread; neither disk nor network.
class TickerLine {
 public:
  /// `screen` is the size that the look was made for, `rotate` how far the device is turned clockwise. `fonts` outlive
  /// the line.
  TickerLine(const scene::Ticker& look, stage::FontSet& fonts, Size screen, int rotate);
  TickerLine(const TickerLine&) = delete;
  TickerLine& operator=(const TickerLine&) = delete;

  /// As `Ribbon::say`; what the face cannot draw is left out.
  void say(const std::vector<std::string>& round, const std::function<bool(const std::string&)>& still_said);
  void move_by(int pixels);
  /// The band as it is now, in device pixels; empty before something was said.
  const stage::Overlay& overlay() const { return overlay_; }

 private:
  struct Word {
    std::string text;
    double x = 0;
  };
  std::vector<Word> words_of(const std::string& text) const;
  int width_of(const std::string& text) const;
  bool is_blank(std::int64_t number) const;
  void draw(std::int64_t number);
  void draw(const Passing& passing, int x, Canvas& canvas);
  void refresh();
  std::size_t slot_of(std::int64_t number) const;

  scene::Ticker look_;
  stage::FontSet& fonts_;
  Size screen_;
  int rotate_;
  int separator_width_;
  Ribbon ribbon_;
  stage::Overlay overlay_;
  std::vector<std::optional<std::int64_t>> drawn_;  ///< Which piece of the ribbon each tile holds.
  Canvas piece_;                                    ///< The tile that is being drawn, upright.
};

/// Paints the line onto an upright frame as it is when its first text has come to the margin.
void paint_still(const scene::Ticker& look, stage::FontSet& fonts, const std::vector<std::string>& texts,
                 Canvas& canvas);

}  // namespace lobby::show
