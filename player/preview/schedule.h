#pragma once

#include <chrono>
#include <filesystem>
#include <vector>

#include "base/local_time.h"
#include "base/result.h"
#include "config/programme.h"
#include "config/screen.h"
#include "content/snapshot.h"
#include "playlist/show.h"
#include "playlist/theme_choice.h"

namespace lobby::preview {

/// A slide of a part of a day.
struct ScheduledSlide {
  std::size_t index = 0;  ///< In the slides of the show.
  int turns = 0;          ///< In a round.
  std::chrono::milliseconds dwell{};
  std::chrono::milliseconds begins{};  ///< Its first turn, from the beginning of a round on.
  bool operator==(const ScheduledSlide&) const = default;
};

/// A time of a day in which one show plays in one theme.
struct DayPart {
  playlist::Moment from;
  WallTime until;
  config::Rulers rulers;
  playlist::ThemeChoice theme;
  playlist::Show show;
  std::vector<ScheduledSlide> slides = {};  ///< In the order of their first turns.
  std::chrono::milliseconds round{};        ///< How long all turns take together.

  const playlist::Slide& slide(const ScheduledSlide& scheduled) const { return show.slides[scheduled.index]; }
};

/// What is shown from a moment until `end`, by what is known now. How long a slide stays its layout decides with it, on
/// a usual screen in the themes of `data`. Errs where neither a theme nor «hq» can be used. Touches the disk.
Result<std::vector<DayPart>> schedule_of(const content::Snapshot& content, const playlist::Moment& from, WallTime end,
                                         const std::filesystem::path& data);

/// From then on, and until before then.
struct Span {
  LocalTime from;
  LocalTime until;
  bool operator==(const Span&) const = default;
};

/// When the screen is on by its hours. Pure.
std::vector<Span> lit_spans(const config::Screen& screen, const Span& within);

}  // namespace lobby::preview
