#include "fleet/probation.h"

#include <algorithm>

#include "base/format.h"

namespace lobby::fleet {

namespace {

/// The longest that a slide may stand, and some.
constexpr std::chrono::seconds to_the_screen(90);
/// By then sources have answered, also over a slow line; the standby slide is no sight for a whole probation.
constexpr std::chrono::seconds to_content(120);
constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20U;
constexpr std::uint64_t memory_on_top = 256 * mebibyte;

}  // namespace

Probation::Judgement Probation::judge(const show::Vitals& vitals, SteadyTime now) {
  if (vitals.memory > before_.memory + memory_on_top) {
    return {Verdict::failed, format("the player takes {} MiB of memory with it, and took {} before",
                                    vitals.memory / mebibyte, before_.memory / mebibyte)};
  }
  if (vitals.dark) {
    began_ = now;
    return {};
  }
  // A board that is busy takes its time, also where the probation is short.
  const bool on_screen = vitals.folder == folder_;
  if (!on_screen && now >= began_ + to_the_screen) return {Verdict::failed, "nothing of it came to the screen"};
  const bool empty = before_.content && !vitals.content;
  if (on_screen && empty && now >= began_ + std::min(length_, to_content)) {
    return {Verdict::failed, "it has nothing to show", true};
  }
  if (!on_screen || now < ends_at()) return {};
  if (before_.sources && !vitals.sources) return {Verdict::failed, "none of its sources has given anything", true};
  return {Verdict::passed};
}

bool Settling::is_over(const show::Vitals& vitals, SteadyTime now) {
  if (vitals.dark || vitals.folder != folder_) {
    since_.reset();
    return false;
  }
  if (!since_) since_ = now;
  return now >= *since_ + length_;
}

}  // namespace lobby::fleet
