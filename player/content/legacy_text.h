#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Vietnamese of legacy fonts and of text that was encoded twice, inside the markup of documents. Pure; any thread.
namespace lobby::content {

/// How many stories (or pages) were repaired, by what they had been written in: {"TCVN3": 3}.
using Repairs = std::map<std::string, int>;

/// Judges the markup of one article, given in parts, as a whole, and repairs the parts that need it: the runs of text
/// between its tags. Runs that hold a Unicode letter, and those that gain no syllable, are left alone, so that a page
/// of Unicode around an old article stays what it is. Clean markup is not changed by a byte.
void repair_legacy(const std::vector<std::string*>& parts, Repairs& repairs);

}  // namespace lobby::content
