#include "host/board_news.h"

#include <string_view>
#include <system_error>

#include "host/files.h"

namespace lobby::host {

namespace {

std::string first_line(const std::filesystem::path& file) {
  constexpr std::size_t most_bytes = 4096;
  const std::string text = read_file(file, most_bytes).value_or("");
  return text.substr(0, text.find('\n'));
}

constexpr std::string_view updates = "var/lib/lobby-player-update";

}  // namespace

BoardNews board_news(const std::filesystem::path& root) {
  return {first_line(root / "run/lobby-player-board/enrolment"), first_line(root / updates / "verdict"),
          first_line(root / "run/lobby-player-board/content")};
}

bool is_player_on_probation(const std::filesystem::path& root) {
  std::error_code unknown;
  return std::filesystem::exists(root / updates / "trial", unknown);
}

}  // namespace lobby::host
