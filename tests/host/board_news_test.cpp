#include "host/board_news.h"

#include <gtest/gtest.h>

#include "../world/temporary_folder.h"

namespace lobby::host {
namespace {

TEST(BoardNews, IsWhatTheUnitsAroundThePlayerLeft) {
  const TemporaryFolder root;
  EXPECT_EQ(board_news(root.path()), BoardNews());
  std::filesystem::create_directories(root.path() / "run/lobby-player-board");
  std::filesystem::create_directories(root.path() / "var/lib/lobby-player-update");
  write(root.path() / "run/lobby-player-board/enrolment", "refused: a:1:2: error: b\nmore\n");
  write(root.path() / "var/lib/lobby-player-update/verdict", "good: 1.0-1\n");
  EXPECT_EQ(board_news(root.path()), (BoardNews{"refused: a:1:2: error: b", "good: 1.0-1", ""}));
  write(root.path() / "run/lobby-player-board/content", "in memory: a reason\n");
  EXPECT_EQ(board_news(root.path()).content, "in memory: a reason");
}

TEST(BoardNews, ThePlayerIsOnProbationUntilThatIsOver) {
  const TemporaryFolder root;
  EXPECT_FALSE(is_player_on_probation(root.path()));
  std::filesystem::create_directories(root.path() / "var/lib/lobby-player-update");
  write(root.path() / "var/lib/lobby-player-update/trial", "version=1.1-1\n");
  EXPECT_TRUE(is_player_on_probation(root.path()));
  std::filesystem::remove(root.path() / "var/lib/lobby-player-update/trial");
  EXPECT_FALSE(is_player_on_probation(root.path()));
}

}  // namespace
}  // namespace lobby::host
