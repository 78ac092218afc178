#pragma once

#include <string>
#include <string_view>

namespace lobby::scene {

enum class DigitWidth { natural, equal };

/// How a run of text is set: everything that decides its width.
struct TextSetting {
  std::string face;  ///< A name of the theme's faces.
  int size = 0;      ///< Pixels per em.
  int tracking = 0;  ///< Extra pixels after each letter.
  DigitWidth digits = DigitWidth::natural;
  bool operator==(const TextSetting&) const = default;
};

/// How far ink reaches from the baseline, in pixels; both are positive for ordinary letters.
struct Ink {
  int above = 0;
  int below = 0;
};

/// What the scene asks of whoever draws text. One line at a time, NFC, without line breaks.
class TextMeasurer {
 public:
  virtual ~TextMeasurer() = default;
  /// The advance width in pixels.
  virtual double width(const TextSetting& setting, std::string_view line) = 0;
  virtual Ink ink(const TextSetting& setting, std::string_view line) = 0;
  /// Whether the face can draw a letter (grapheme cluster).
  virtual bool covers(const std::string& face, std::string_view letter) = 0;
};

/// What is left of a text where its face cannot draw all of it, by `text::legible`.
std::string legible(std::string_view text, const std::string& face, TextMeasurer& measurer);

}  // namespace lobby::scene
