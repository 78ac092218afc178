#pragma once

#include <string>
#include <vector>

#include "preview/drawn_show.h"

// What `diff` tells: how one drawn show differs from another.
namespace lobby::preview {

/// A slide in one of two shows or in both. An index is that in its folder; -1: the slide is not in that show.
struct SlideChange {
  int before = -1;
  int after = -1;
  bool looks_different = false;  ///< Any pixel.
  bool strip_alone = false;      ///< And none outside of strip and ticker.
  std::string kind;
  std::string title;
  std::string seconds;  ///< «12.7 s», «12.7 s, then 14.1 s»
  bool comes() const { return before < 0; }
  bool goes() const { return after < 0; }
};

struct ShowChanges {
  std::vector<SlideChange> slides;  ///< Those that differ: changed, new, gone, each in the order of its show.
  std::size_t alike = 0;            ///< So many do not.
  std::vector<std::string> notes;   ///< What no slide shows: another theme, another order of turns.
  bool none() const { return slides.empty() && notes.empty(); }
};

/// Two slides with one id are the same one. A slide that looks the same and only stays for another time has changed,
/// too. Errs where a picture that was written cannot be read.
Result<ShowChanges> changes_between(const DrawnShow& before, const DrawnShow& after);

/// For a terminal: a line for each, «~ headline: … (12.7 s): looks different».
std::string text_of(const ShowChanges& changes);

}  // namespace lobby::preview
