#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "stage/fonts.h"
#include "text/joins.h"
#include "text/lines.h"
#include "text/token.h"
#include "text/vocabulary.h"

// line_ends FONT SIZE MOST_LINES WIDTH... < headlines: sets each line of the input at each width and prints the lines;
// the marks of tests/text/headlines.txt are read as spaces. At the end come counts of what a reader stumbles over. With
// `-q` after the widths only the counts are printed.
namespace {

using namespace lobby;

std::string file_bytes(const char* file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> headlines() {
  std::vector<std::string> result;
  for (std::string line; std::getline(std::cin, line);) {
    if (line.empty() || line.front() == '#') continue;
    for (char& c : line) c = c == '_' || c == '~' ? ' ' : c;
    result.push_back(line);
  }
  return result;
}

struct Counts {
  int texts = 0, lines = 0, shortened = 0;
  int leaning = 0;        ///< Lines that end in a word that leans on the next.
  int before_number = 0;  ///< Of these before a number or a name.
  int lone_first = 0;     ///< First lines of one syllable.
  int lone_last = 0;      ///< Last lines of one syllable.
};

/// Which token each line of `lines` but the last ends at.
std::vector<std::size_t> ends_of(const std::vector<text::Token>& tokens, const std::vector<std::string>& lines) {
  std::vector<std::size_t> result;
  std::size_t next = 0;
  for (const auto& line : lines) {
    for (std::size_t size = 0; next < tokens.size() && size < line.size(); ++next) {
      size += tokens[next].text.size() + (tokens[next].spaced ? 1 : 0);
    }
    result.push_back(next - 1);
  }
  if (!result.empty()) result.pop_back();
  return result;
}

void count_ends(const std::string& line, const std::vector<std::string>& lines, Counts& counts) {
  const auto tokens = text::tokens(line);
  const auto joins = text::joins(tokens);
  for (const std::size_t end : ends_of(tokens, lines)) {
    if (end + 1 >= tokens.size() || !tokens[end].trail.empty() || !text::is_leaning(tokens[end].core)) continue;
    if (end > 0 && text::is_same_word(joins[end - 1])) continue;
    ++counts.leaning;
    const auto next = tokens[end + 1].shape;
    if (next == text::Shape::number || next == text::Shape::capital) ++counts.before_number;
  }
}

void set(const std::string& line, const text::Measure& measure, double width, int most_lines, bool quiet,
         Counts& counts) {
  const auto pieces = text::pieces(line);
  auto lines = text::break_lines(pieces, measure, width, most_lines);
  ++counts.texts;
  if (lines) {
    count_ends(line, *lines, counts);
  } else {
    ++counts.shortened;
    lines = text::shorten_to_lines(pieces, measure, width, most_lines);
  }
  counts.lines += static_cast<int>(lines->size());
  if (lines->size() > 1) {
    if (lines->front().find(' ') == std::string::npos) ++counts.lone_first;
    if (lines->back().find(' ') == std::string::npos) ++counts.lone_last;
  }
  if (quiet) return;
  for (const auto& each : *lines) std::printf("  %s%s", each.c_str(), &each == &lines->back() ? "\n" : " |");
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 5) return 2;
  std::vector<std::string> complaints;
  auto fonts = stage::FontSet::open({{"face", {"font"}}}, {{"font", file_bytes(arguments[1])}}, complaints);
  if (!fonts) return 1;
  const scene::TextSetting setting{"face", std::atoi(arguments[2]), 0, scene::DigitWidth::natural};
  const text::Measure measure = [&](std::string_view line) { return (*fonts)->width(setting, line); };
  const bool quiet = std::string_view(arguments[count - 1]) == "-q";
  Counts counts;
  for (const auto& line : headlines()) {
    for (int i = 4; i < count - (quiet ? 1 : 0); ++i)
      set(line, measure, std::atof(arguments[i]), std::atoi(arguments[3]), quiet, counts);
  }
  std::printf(
      "%d texts, %d lines, %d shortened; %d leaning ends, %d of them before a number or a capital; first lines "
      "of one syllable %d, last %d\n",
      counts.texts, counts.lines, counts.shortened, counts.leaning, counts.before_number, counts.lone_first,
      counts.lone_last);
  return 0;
}
