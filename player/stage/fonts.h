#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.h"
#include "base/result.h"
#include "scene/measurer.h"
#include "stage/canvas.h"

namespace lobby::stage {

/// The bytes of a font file and its name for messages.
struct FontFile {
  std::string name;
  std::string bytes;
};

/// For each face the files that make it up, best first.
using Faces = std::map<std::string, std::vector<std::string>>;

/// Opened fonts: measures and draws lines of text. One thread (the one that opened it). Files stay in memory, so that
/// drawing never waits for a disk.
class FontSet final : public scene::TextMeasurer {
 public:
  /// What went wrong with single fonts is in `complaints`; a face that loses a font goes on with its others. Errs
  /// (invalid) when a face has no font left that covers Vietnamese.
  static Result<std::unique_ptr<FontSet>> open(const Faces& faces, const std::vector<FontFile>& files,
                                               std::vector<std::string>& complaints);
  ~FontSet() override;
  FontSet(const FontSet&) = delete;
  FontSet& operator=(const FontSet&) = delete;

  double width(const scene::TextSetting& setting, std::string_view line) override;
  scene::Ink ink(const scene::TextSetting& setting, std::string_view line) override;

  /// Draws a line with its first advance at `x` and its baseline at `baseline`.
  void draw(Canvas& canvas, const scene::TextSetting& setting, Colour colour, std::string_view line, int x,
            int baseline);

 private:
  struct State;
  explicit FontSet(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// The letters and signs of Vietnamese that `font` lacks, as one string; empty when it covers all 134 letters and
/// the signs of titles. Errs (invalid) when the file is no font.
Result<std::string> missing_vietnamese(const FontFile& font);

}  // namespace lobby::stage
