#pragma once

#include <gtest/gtest.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "filmed_screen.h"
#include "show/show_loop.h"

namespace lobby::show {

inline constexpr Size level{480, 270};
inline constexpr Size upright{270, 480};
inline constexpr WallTime morning =
    std::chrono::sys_days(std::chrono::year(2027) / std::chrono::July / 24) + std::chrono::hours(1);

/// A show of which every frame is seen, played by a clock that the test moves.
class Film : public testing::Test {
 protected:
  Film() {
    config.panel_care = {0, config::StripPlace::bottom};
    theme::Wardrobe wardrobe{dress};
    wardrobe.put("mourning", calm);
    wardrobes.put(std::make_shared<const theme::Wardrobe>(wardrobe));
  }

  void publish(std::vector<content::Headline> headlines, std::vector<content::Photo> photos) {
    snapshots.put(std::make_shared<content::Snapshot>(std::make_shared<config::Config>(config), std::move(headlines),
                                                      std::move(photos), std::nullopt));
  }
  void begin(Size size, double rate) {
    screen.emplace(size, rate);
    loop.emplace(*screen, wardrobes, snapshots, judge, decoder, report);
  }
  /// The thread that decodes knows nothing of the film's clock: gives it some real time for an answer.
  void wait_for_answer() {
    std::unique_lock lock(mutex_);
    answered_.wait_for(lock, std::chrono::milliseconds(30), [&] { return std::exchange(has_answer_, false); });
  }

  config::Config config;
  std::shared_ptr<theme::Dress> dress =
      std::make_shared<theme::Dress>(theme::load_dress(LOBBY_SOURCE_DIR, "hq").value());
  std::shared_ptr<theme::Dress> calm =
      std::make_shared<theme::Dress>(theme::load_dress(LOBBY_SOURCE_DIR, "mourning").value());
  theme::WardrobeBox wardrobes;
  ManualClock clock{morning, SteadyTime{} + std::chrono::hours(24)};
  std::optional<FilmedScreen> screen;
  SnapshotBox snapshots;
  host::ClockJudge judge{std::nullopt, [] { return true; }};

 private:
  std::mutex mutex_;
  std::condition_variable answered_;
  bool has_answer_ = false;

 protected:
  DecodeThread decoder{[this] {
    const std::scoped_lock lock(mutex_);
    has_answer_ = true;
    answered_.notify_one();
  }};
  FrameReport report{clock.steady()};
  std::optional<ShowLoop> loop;
};

}  // namespace lobby::show
