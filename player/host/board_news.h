#pragma once

#include <filesystem>
#include <string>

namespace lobby::host {

/// What the units around the player left about the machine: a line each, empty where nothing is known.
struct BoardNews {
  std::string enrolment;  ///< «enrolled», «none», «refused: FILE:LINE:COL: error: …».
  std::string update;     ///< «on probation: …», «good: …», «taken back: …», «cut off: …».
  std::string content;    ///< «in memory: …» where the partition for it cannot be used.
  bool operator==(const BoardNews&) const = default;
};

/// Reads it of the machine whose files lie below `root`. Touches the disk.
BoardNews board_news(const std::filesystem::path& root = "/");

/// Whether this version of the player has yet to prove itself there. Touches the disk.
bool is_player_on_probation(const std::filesystem::path& root = "/");

}  // namespace lobby::host
