#pragma once

#include "stage/presenter.h"

namespace lobby::show {

/// A screen that shows nothing to anyone.
class DarkScreen : public stage::Presenter {
 public:
  explicit DarkScreen(Size size, double rate = 60) : size_(size), rate_(rate) {}
  Size size() const override { return size_; }
  double refresh_rate() const override { return rate_; }
  void show(const Canvas&, std::optional<Rect>) override {}
  void prepare_transition(const Canvas&, const Canvas&, Colour) override {}
  void show_moment(std::span<const stage::Patch>) override {}
  void lay(const stage::Overlay*) override {}
  void show_overlay() override {}
  void set_offset(stage::Offset) override {}
  bool paced() const override { return false; }
  std::string description() const override { return "a test"; }

 private:
  Size size_;
  double rate_;
};

}  // namespace lobby::show
