#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "base/canvas.h"
#include "show/beat.h"
#include "show/text_layer.h"
#include "stage/presenter.h"

namespace lobby::show {

/// A frame at one end of a passage: its pixels, and what lies under its texts.
struct Side {
  Canvas& canvas;
  const std::vector<Part>& under_texts;
};

struct Manner {
  stage::Route route;
  Colour ground;
  std::chrono::milliseconds duration{};
  stage::Offset offset;  ///< Of the new frame; taken on while no text is there to jump.
};

/// The way from one frame to the next, while it lasts. In a fade the old texts leave before the pictures change and
/// the new ones come after, so that no two texts are ever read through one another. Both frames stay where they are
/// meanwhile; the old one is not fit for anything else afterwards, the new one is whole again. Render thread.
class Passage {
 public:
  /// Begins with the frame after the present one of the beat.
  Passage(stage::Presenter& presenter, const Beat& beat, const Side& from, const Side& to, const Manner& manner);
  ~Passage();
  Passage(const Passage&) = delete;
  Passage& operator=(const Passage&) = delete;

  /// Shows the frame of the beat. False at the end: then nothing was shown, and the frame it led to is due.
  bool step();

 private:
  enum class Phase { leaving, crossing, arriving };

  void enter(Phase phase);
  void draw(double progress);
  void draw_texts(TextLayer& texts, double share);

  stage::Presenter& presenter_;
  const Beat& beat_;
  Side from_;
  Side to_;
  Manner manner_;
  std::int64_t first_frame_;
  Phase phase_ = Phase::leaving;
  double leave_ = 0;   ///< The share of the way until the old texts are gone.
  double arrive_ = 1;  ///< And that from which the new ones come.
  std::optional<TextLayer> leaving_;
  std::optional<TextLayer> arriving_;
  bool whole_shown_ = true;  ///< What is on screen is the frame whose texts change.
};

}  // namespace lobby::show
