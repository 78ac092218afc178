#pragma once

#include <functional>
#include <optional>

#include "stage/presenter.h"

namespace lobby::show {

/// A screen that draws what it is told as the window's surface would, and hands on every frame.
class FilmedScreen final : public stage::Presenter {
 public:
  FilmedScreen(Size size, double rate) : size_(size), rate_(rate), drawn(size) {}

  Size size() const override { return size_; }
  double refresh_rate() const override { return rate_; }
  bool paced() const override { return false; }
  std::string description() const override { return "a test"; }
  void show(const Canvas& frame, std::optional<Rect> changed) override {
    const Rect area = changed.value_or(frame.bounds());
    place_part(part_of(frame, area), drawn, area);
    present();
  }
  void show_drift(Canvas& frame, const stage::Drift& drift, double share) override {
    drifted = true;
    Presenter::show_drift(frame, drift, share);
    drifted = false;
  }
  void prepare_transition(const Canvas& from, const Canvas& to, Colour ground) override {
    mixer.emplace(from, to, ground);
    ++crossings;
  }
  void show_moment(std::span<const stage::Patch> patches) override {
    for (int y = 0; y < drawn.size().height; ++y) mixer->draw_row(patches, y, drawn.row(y));
    present();
  }
  void set_offset(stage::Offset) override {}
  void lay(const stage::Overlay* laid) override {
    overlay = laid;
    is_new = laid != nullptr;
  }
  void show_overlay() override {
    if (is_new) present();
  }

  Size size_;
  double rate_;
  Canvas drawn;
  std::optional<stage::Mixer> mixer;
  const stage::Overlay* overlay = nullptr;
  bool is_new = false;
  int crossings = 0;
  bool drifted = false;  ///< The frame is a moment of a drift.
  std::function<void()> on_frame = [] {};

 private:
  void present() {
    if (overlay != nullptr) stage::draw_overlay(*overlay, {}, {drawn.row(0), size_.width, size_});
    is_new = false;
    on_frame();
  }
};

}  // namespace lobby::show
