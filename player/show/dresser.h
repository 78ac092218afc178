#pragma once

#include "content/snapshot.h"
#include "playlist/show.h"
#include "show/compose.h"
#include "theme/wardrobe.h"

namespace lobby::show {

/// Which dress of the newest wardrobe the show wears. What is on screen keeps its own, slide and strip alike, so that
/// no frame mixes two; the new one comes with the next frame. Render thread.
class Dresser {
 public:
  /// Takes another wardrobe, or the first, where it serves that config. True where it did.
  bool take(std::shared_ptr<const theme::Wardrobe> newest, const std::shared_ptr<const config::Config>& config);
  /// Whether a show of that config can be dressed.
  bool serves(const std::shared_ptr<const config::Config>& config) const {
    return wardrobe_ && wardrobe_->serves(config);
  }

  /// Takes the dress of the moment and logs a change.
  void choose(const config::Config& config, const playlist::Moment& moment);
  /// What is prepared from now on wears it. Chosen before.
  const std::shared_ptr<const theme::Dress>& dress() const { return dress_; }
  bool fits(const Composition& composition) const { return composition.dress == dress_; }
  /// Whether what stands cannot wait for the slide after it, which brings the new dress: in mourning, and where there
  /// is no other slide.
  bool must_change(const Composition& standing, const playlist::Show& show) const;

 private:
  std::shared_ptr<const theme::Wardrobe> wardrobe_;
  std::shared_ptr<const theme::Dress> dress_;
  bool mourning_ = false;
};

}  // namespace lobby::show
