#include "host/board_news.h"

#include "host/files.h"

namespace lobby::host {

namespace {

std::string first_line(const std::filesystem::path& file) {
  constexpr std::size_t most_bytes = 4096;
  const std::string text = read_file(file, most_bytes).value_or("");
  return text.substr(0, text.find('\n'));
}

std::string verdict_of(const std::filesystem::path& root) {
  return first_line(root / "var/lib/lobby-player-update/verdict");
}

}  // namespace

BoardNews board_news(const std::filesystem::path& root) {
  return {first_line(root / "run/lobby-player-board/enrolment"), verdict_of(root),
          first_line(root / "run/lobby-player-board/content")};
}

bool is_player_on_probation(const std::filesystem::path& root) { return verdict_of(root).starts_with("on probation"); }

}  // namespace lobby::host
