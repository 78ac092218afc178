#pragma once

#include <string>
#include <string_view>

#include "text/lines.h"

// A face with plain arithmetic for the tests of line breaking.
namespace lobby::text {

/// Ten pixels a letter, whatever its bytes; counts how often it is asked.
struct TenPixels {
  int asked = 0;
  double operator()(std::string_view text) {
    ++asked;
    double width = 0;
    for (const char c : text) width += (static_cast<unsigned char>(c) & 0xC0) == 0x80 ? 0 : 10;
    return width;
  }
  Measure measure() {
    return [this](std::string_view text) { return (*this)(text); };
  }
};

/// Ten pixels a letter, but pairs of letters stand closer or wider, as kerning and rounding do in a shaper.
inline double kerned(std::string_view text) {
  double width = 0;
  char before = 0;
  for (const char c : text) {
    width += (static_cast<unsigned char>(c) & 0xC0) == 0x80 ? 0 : 10;
    if (before == ' ' && (c & 1) != 0) width += 1.7;
    if (c == ' ' && (before & 1) != 0) width -= 0.9;
    before = c;
  }
  return width;
}

}  // namespace lobby::text
