#pragma once

#include <string>
#include <string_view>

// Vietnamese that was typed for a legacy font, or encoded twice, inside a document of Unicode. Pure; any thread.
namespace lobby::text {

/// What characters of windows-1252 stand for where they are not themselves.
enum class Legacy {
  none,         ///< Themselves: the text is right as it is.
  double_utf8,  ///< The bytes of UTF-8, read as windows-1252 once or twice: «ká»· niá»‡m».
  tcvn3,        ///< .VnTime and its family (ABC): «kû niÖm».
  vni,          ///< VNI-Windows: «kyû nieäm».
  cp1258,       ///< The bytes of windows-1258: «kyÒ niêòm».
};

/// «double UTF-8», «TCVN3», «VNI», «windows-1258»; empty for none.
std::string_view name_of(Legacy legacy);

/// What a text, best a whole article, was written in. Only where another reading has clearly more Vietnamese syllables
/// is the text none of itself: by a quarter of its words and by two words at least. A character outside windows-1252
/// (ế, ư, Ạ) shows that the text is Unicode already. Linear time.
Legacy legacy_of(std::string_view utf8);

/// The Unicode text that `utf8` stands for; not normalised further. Characters without a meaning in `legacy` stay.
std::string repaired(std::string_view utf8, Legacy legacy);

/// True where every character is in windows-1252 and one at least is not ASCII.
bool is_suspect(std::string_view utf8);

/// How far a text can be Vietnamese.
struct Plausibility {
  int words = 0;      ///< Runs between blanks without digits.
  int syllables = 0;  ///< Those that can be Vietnamese.
  int marked = 0;     ///< Of these, the ones with marks.
  bool operator==(const Plausibility&) const = default;
};
Plausibility plausibility(std::string_view utf8);

}  // namespace lobby::text
