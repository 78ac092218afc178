#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "text/words.h"

namespace lobby::text {
namespace {

std::vector<std::string> marked_headlines() {
  std::ifstream file(LOBBY_SOURCE_DIR "/tests/text/headlines.txt");
  std::vector<std::string> result;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != '#') result.push_back(line);
  }
  return result;
}

std::string unmarked(std::string line) {
  std::ranges::replace_if(line, [](char c) { return c == '_' || c == '~'; }, ' ');
  return line;
}

/// The headline with each space as the rules of breaking price it, in the marks of the file; what the file leaves open
/// stays open.
std::string marked_like(const std::string& marks, const std::vector<Piece>& pieces) {
  std::string result;
  for (const Piece& piece : pieces) {
    result += piece.text;
    if (!piece.spaced || result.size() >= marks.size()) continue;
    const char tied = piece.after >= tear ? '_' : ' ';
    result += marks[result.size()] == '~' ? '~' : tied;
  }
  return result;
}

TEST(Headlines, BreakOnlyWhereAReaderWouldBreakThem) {
  const auto headlines = marked_headlines();
  EXPECT_GE(headlines.size(), 480U);
  for (const std::string& marks : headlines) EXPECT_EQ(marked_like(marks, pieces(unmarked(marks))), marks);
}

TEST(Headlines, LoseNothing) {
  for (const std::string& marks : marked_headlines()) EXPECT_EQ(joined(pieces(unmarked(marks))), unmarked(marks));
}

}  // namespace
}  // namespace lobby::text
