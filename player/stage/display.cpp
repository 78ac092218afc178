#include "stage/display.h"

#include <utility>

namespace lobby::stage {

Result<void> Display::open(const WindowOptions& options) {
  close();  // SDL has one video at a time.
  auto opened = open_presenter(options);
  if (!opened) return std::unexpected(opened.error());
  presenter_ = *std::move(opened);
  loses_frames_ = false;
  size_ = presenter_->size();
  presenter_->set_offset(offset_);
  if (overlay_ != nullptr) presenter_->lay(overlay_);
  return {};
}

void Display::count_frame() {
  loses_frames_ = !presenter_->reached();
  if (loses_frames_) return;
  ++frames_;
  last_frame_ = std::chrono::steady_clock::now().time_since_epoch().count();
}

std::optional<SteadyTime> Display::last_frame() const {
  if (frames_ == 0) return std::nullopt;
  return SteadyTime(SteadyTime::duration(last_frame_));
}

void Display::show(const Canvas& frame, std::optional<Rect> changed) {
  if (!presenter_) return;
  presenter_->show(frame, changed);
  count_frame();
}

void Display::prepare_transition(const Canvas& from, const Canvas& to, Colour ground) {
  if (presenter_) presenter_->prepare_transition(from, to, ground);
}

void Display::bring(const Canvas& next, int first, int count) {
  if (presenter_) presenter_->bring(next, first, count);
}

void Display::forget() {
  if (presenter_) presenter_->forget();
}

void Display::show_moment(std::span<const Patch> patches) {
  if (!presenter_) return;
  presenter_->show_moment(patches);
  count_frame();
}

void Display::show_drift(Canvas& frame, const Drift& drift, double share) {
  if (!presenter_) return;
  presenter_->show_drift(frame, drift, share);
  count_frame();
}

void Display::lay(const Overlay* overlay) {
  overlay_ = overlay;
  if (presenter_) presenter_->lay(overlay);
}

void Display::show_overlay() {
  if (presenter_) presenter_->show_overlay();
}

void Display::set_offset(Offset offset) {
  offset_ = offset;
  if (presenter_) presenter_->set_offset(offset);
}

void Display::show_black() {
  if (presenter_) presenter_->show_black();
}

void Display::ask_displays() {
  if (presenter_) presenter_->ask_displays();
}

Result<void> Display::check_picture() { return presenter_ ? presenter_->check_picture() : Result<void>(); }

Result<void> Display::light(Light light) {
  if (!presenter_) return fail(ErrorKind::unavailable, "there is no display to switch");
  return presenter_->light(light);
}

}  // namespace lobby::stage
