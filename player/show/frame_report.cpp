#include "show/frame_report.h"

#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "host/disk_use.h"

namespace lobby::show {

using std::chrono::microseconds;
using std::chrono::milliseconds;

void FrameReport::Histogram::add(microseconds time) {
  const auto index = std::clamp<std::int64_t>(time.count() / 100, 0, static_cast<std::int64_t>(tenths.size()) - 1);
  ++tenths[static_cast<std::size_t>(index)];
  ++count;
  most = std::max(most, static_cast<double>(time.count()) / 1000.0);
}

double FrameReport::Histogram::quantile(double share) const {
  auto left = static_cast<std::int64_t>(std::ceil(share * count));
  for (std::size_t index = 0; index < tenths.size() && left > 0; ++index) {
    left -= tenths[index];
    if (left <= 0) return static_cast<double>(index) / 10.0;
  }
  return 0;
}

void FrameReport::count_content(SteadyTime now) {
  if (!first_content_) first_content_ = now;
}

void FrameReport::add_decode(milliseconds took) { decodes_.add(took); }

void FrameReport::add_frame(microseconds since_last, microseconds period) {
  frames_.add(since_last);
  const auto periods = std::llround(static_cast<double>(since_last.count()) / static_cast<double>(period.count()));
  if (periods > 1) missed_ += static_cast<unsigned>(periods - 1);
}

std::string FrameReport::json(SteadyTime now) const {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  const auto since_start = [this](SteadyTime time) {
    return std::chrono::round<milliseconds>(time - started_).count();
  };
  nlohmann::ordered_json report;
  report["seconds"] = static_cast<double>(since_start(now)) / 1000.0;
  report["frames"] = frames_.count;
  report["missed_frames"] = missed_;
  report["frame_ms"] = {{"p50", frames_.quantile(0.5)}, {"p99", frames_.quantile(0.99)}, {"max", frames_.most}};
  report["slides"] = slides_;
  report["decode_ms"] = {{"count", decodes_.count}, {"p50", decodes_.quantile(0.5)}, {"max", decodes_.most}};
  report["peak_memory_kib"] = usage.ru_maxrss;
  report["first_content_ms"] = nullptr;
  if (first_content_) report["first_content_ms"] = since_start(*first_content_);
  report["cpu_s"] = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  if (const auto written = host::bytes_written()) report["written_kib"] = *written / 1024;
  return report.dump(2) + "\n";
}

}  // namespace lobby::show
