#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"

namespace lobby::show {

/// Statistics of a run for `run --report`. Render thread. Memory is bounded: times are kept in a histogram.
class FrameReport {
 public:
  explicit FrameReport(SteadyTime started) : started_(started) {}

  void count_slide() { ++slides_; }
  void count_content(SteadyTime now);
  void add_decode(std::chrono::milliseconds took);
  /// A frame of a transition; `since_last` is the time since the one before it.
  void add_frame(std::chrono::microseconds since_last, std::chrono::microseconds period);

  /// JSON: frames, missed_frames, frame_ms {p50, p99, max}, slides, decode_ms {count, p50, max}, peak_memory_kib,
  /// first_content_ms, cpu_s, written_kib (to disks, where the kernel says it).
  std::string json(SteadyTime now) const;

 private:
  struct Histogram {
    std::vector<unsigned> tenths = std::vector<unsigned>(20'001);  ///< By tenths of a millisecond, up to 2 s.
    unsigned count = 0;
    double most = 0;
    void add(std::chrono::microseconds time);
    double quantile(double share) const;
  };

  SteadyTime started_;
  std::optional<SteadyTime> first_content_;
  Histogram frames_;
  Histogram decodes_;
  unsigned missed_ = 0;
  unsigned slides_ = 0;
};

}  // namespace lobby::show
