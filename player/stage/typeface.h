#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scene/measurer.h"
#include "stage/coverage.h"

// One font file: which letters it has, how it sets a word, what its glyphs cover. The only home of HarfBuzz and
// FreeType. Everything is in font units until it is drawn, so that a word is shaped once for all sizes.
namespace lobby::stage {

/// The bytes of a font file and its name for messages.
struct FontFile {
  std::string name;
  std::string bytes;
};

/// What changes the glyphs of a word beyond its letters.
struct Shaping {
  scene::DigitWidth digits = scene::DigitWidth::natural;
  bool ligatures = true;  ///< Letters that stand apart must not be joined.
  auto operator<=>(const Shaping&) const = default;
};

/// A glyph at its distance from where the word begins.
struct Glyph {
  std::uint32_t index = 0;
  int x = 0;
  int y = 0;       ///< Upwards from the baseline.
  int letter = 0;  ///< Which letter of the word it belongs to, counted from 0: where tracking goes.
};

/// The edges of ink; y grows upwards from the baseline. Empty where left equals right.
struct InkBox {
  int left = 0, bottom = 0, right = 0, top = 0;
};

/// A word as one font sets it.
struct ShapedWord {
  std::vector<Glyph> glyphs;
  int advance = 0;
  int letters = 0;
  InkBox ink;
};

/// A length of font units as 1/64 of a pixel at `size` pixels per em.
int to_sixty_fourths(int units, int size, int units_per_em);

/// One thread.
class Typeface {
 public:
  /// Errs (invalid) when the file is no scalable font, or not a whole one.
  static Result<std::unique_ptr<Typeface>> open(FontFile file);
  ~Typeface();
  Typeface(const Typeface&) = delete;
  Typeface& operator=(const Typeface&) = delete;

  int units_per_em() const;
  /// Whether it draws the code point; of spaces and of what is never drawn it needs no glyph.
  bool covers(char32_t code) const;
  bool covers(std::string_view utf8) const;
  /// Whether its glyph of the code point has an outline with ink in it: a font may name letters that it cannot draw.
  bool draws(char32_t code) const;

  /// Sets a word (NFC, without plain spaces) by the rules of Vietnamese.
  ShapedWord shaped(std::string_view word, const Shaping& shaping) const;
  int space_advance() const;

  /// Adds what a glyph covers at `size` pixels per em with its origin at `x` on the baseline of `coverage`, both in
  /// 1/64 of a pixel.
  void add(Coverage& coverage, const Glyph& glyph, int size, int x, int y) const;

 private:
  struct Parts;
  explicit Typeface(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace lobby::stage
