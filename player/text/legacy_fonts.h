#pragma once

#include <string>
#include <string_view>

// The letters of fonts that put Vietnamese into the places of windows-1252. Pure; any thread. Linear time.
namespace lobby::text {

/// TCVN3 (ABC). Its capitals have no tones: the fonts named …H draw every letter as a capital, so a word whose ASCII
/// letters are all capitals is written in capitals.
std::string from_tcvn3(std::string_view utf8);

/// VNI-Windows: a plain letter and the mark after it.
std::string from_vni(std::string_view utf8);

}  // namespace lobby::text
