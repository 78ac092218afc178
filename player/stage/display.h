#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

#include "base/clock.h"
#include "stage/presenter.h"

namespace lobby::stage {

/// The display that a show is on. It can be closed and opened anew while the show goes on: for a television that was
/// unplugged, another one in its place, another size of the desktop. What lies over every frame and where that stands
/// stay; frames must then be shown anew. While it is closed nothing is shown, and its size is the last one. Main
/// thread.
class Display final : public Presenter {
 public:
  /// Closed at first.
  Display() = default;

  /// Opens it, or closes and opens it. Errs (unavailable) as `open_presenter` does; then it is closed.
  Result<void> open(const WindowOptions& options);
  void close() { presenter_.reset(); }
  bool is_open() const { return presenter_ != nullptr; }
  /// Whether the last frame since it was opened did not come to the screen. Main thread.
  bool loses_frames() const { return loses_frames_; }
  /// How many frames came to the screen. Any thread.
  std::uint64_t frames() const { return frames_; }
  /// When the last one was; nothing before the first. Any thread.
  std::optional<SteadyTime> last_frame() const;

  Size size() const override { return presenter_ ? presenter_->size() : size_; }
  double refresh_rate() const override { return presenter_ ? presenter_->refresh_rate() : 60; }
  void show(const Canvas& frame, std::optional<Rect> changed = std::nullopt) override;
  void prepare_transition(const Canvas& from, const Canvas& to, Colour ground) override;
  void bring(const Canvas& next, int first, int count) override;
  void forget() override;
  std::size_t sent() const override { return presenter_ ? presenter_->sent() : 0; }
  void show_moment(std::span<const Patch> patches) override;
  void show_drift(Canvas& frame, const Drift& drift, double share) override;
  void lay(const Overlay* overlay) override;
  void show_overlay() override;
  void set_offset(Offset offset) override;
  void show_black() override;
  Result<void> light(Light light) override;
  Result<void> check_picture() override;
  void ask_displays() override;
  bool is_outgrown() override { return presenter_ && presenter_->is_outgrown(); }
  bool reached() const override { return presenter_ && presenter_->reached(); }
  int connection() const override { return presenter_ ? presenter_->connection() : -1; }
  bool owns_display() const override { return presenter_ && presenter_->owns_display(); }
  bool paced() const override { return presenter_ && presenter_->paced(); }
  std::string description() const override { return presenter_ ? presenter_->description() : "no display"; }

 private:
  std::unique_ptr<Presenter> presenter_;
  Size size_;
  const Overlay* overlay_ = nullptr;
  Offset offset_;
  void count_frame();

  bool loses_frames_ = false;
  std::atomic<std::uint64_t> frames_ = 0;
  std::atomic<SteadyTime::rep> last_frame_ = 0;
};

}  // namespace lobby::stage
