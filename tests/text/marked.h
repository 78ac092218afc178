#pragma once

#include <string>
#include <string_view>

#include "text/words.h"

// Lines with their places to break marked, for tables of tests.
namespace lobby::text {

/// The line with its cuts marked: «·» never, «_» tears a word or a name, «~» bad, « » ordinary or good, «|» ordinary or
/// good where no space is.
inline std::string marked(std::string_view line) {
  std::string result;
  for (const Piece& piece : pieces(line)) {
    result += piece.text;
    if (piece.after >= never) {
      result += piece.spaced ? "·" : "×";
    } else if (piece.after >= tear) {
      result += piece.spaced ? "_" : "=";
    } else if (piece.after >= 100) {
      result += "~";
    } else {
      result += piece.spaced ? " " : "|";
    }
  }
  result.pop_back();
  return result;
}

struct Row {
  std::string_view line, glued;
};

}  // namespace lobby::text
