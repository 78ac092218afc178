#pragma once

#include <algorithm>

#include "scene/measurer.h"

namespace lobby::scene {

/// Every letter is half an em wide; ink rises 0.8 em, and 1.2 em where the line has a capital with two marks.
class PlainMeasurer final : public TextMeasurer {
 public:
  double width(const TextSetting& setting, std::string_view line) override {
    const auto letters = std::ranges::count_if(line, [](char byte) { return (byte & 0xC0) != 0x80; });
    return 0.5 * setting.size * static_cast<double>(letters);
  }
  Ink ink(const TextSetting& setting, std::string_view line) override {
    const double above = line.contains("Ẵ") ? 1.2 : 0.8;
    return {static_cast<int>(above * setting.size), static_cast<int>(0.25 * setting.size)};
  }
  bool covers(const std::string& /*face*/, std::string_view letter) override {
    return letter != "東" && letter != "京";
  }
};

}  // namespace lobby::scene
