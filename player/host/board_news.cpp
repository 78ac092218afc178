#include "host/board_news.h"

#include "host/files.h"

namespace lobby::host {

namespace {

std::string first_line(const std::filesystem::path& file) {
  constexpr std::size_t most_bytes = 4096;
  const std::string text = read_file(file, most_bytes).value_or("");
  return text.substr(0, text.find('\n'));
}

}  // namespace

BoardNews board_news(const std::filesystem::path& root) {
  return {first_line(root / "run/lobby-player-board/enrolment"),
          first_line(root / "var/lib/lobby-player-update/verdict"),
          first_line(root / "run/lobby-player-board/content")};
}

bool is_player_on_probation(const std::filesystem::path& root) {
  return board_news(root).update.starts_with("on probation");
}

}  // namespace lobby::host
