#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/geometry.h"
#include "host/board_news.h"
#include "kiosk/health.h"
#include "kiosk/switch_board.h"

// The status file: how a board is, for whoever looks after many. Plain data and pure functions.
namespace lobby::app {

struct ScreenStatus {
  std::string display;    ///< What draws; empty: there is none.
  std::string connector;  ///< «HDMI-A-1»; empty where nobody says.
  Size size;
  double rate = 0;
  std::string power = "waiting";  ///< «on», «off on purpose», «failed: …», «waiting».
  std::string title;              ///< What is on it.
  bool operator==(const ScreenStatus&) const = default;
};

struct SourceStatus {
  std::string name;
  std::optional<WallTime> updated;  ///< The last time it gave something good, or «unchanged».
  int failures = 0;                 ///< In a row.
  std::string last_error;
  bool operator==(const SourceStatus&) const = default;
};

struct BoardStatus {
  WallTime at;
  std::chrono::seconds uptime{};  ///< Of the player.
  std::uint64_t frames = 0;
  std::optional<std::chrono::milliseconds> last_present_age = std::nullopt;
  ScreenStatus screen = {};
  std::vector<kiosk::SwitchState> switches = {};
  bool clock_believed = false;
  std::vector<SourceStatus> sources = {};
  std::optional<std::uint64_t> cache_bytes = std::nullopt;
  std::optional<std::uint64_t> written_bytes = std::nullopt;  ///< By this process.
  std::string bundle = {};                                    ///< The version or name in use; empty: none.
  std::string bundle_verdict = {};                            ///< «good», «on trial», «refused: …».
  kiosk::Health health = {};
  host::BoardNews news = {};
};

/// JSON, one object; docs/configuration.md says what stands where.
std::string status_json(const BoardStatus& status);
/// The same as far as it is numbers, as node_exporter's textfile collector reads them.
std::string status_metrics(const BoardStatus& status);

}  // namespace lobby::app
