#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/canvas.h"
#include "base/colour.h"
#include "base/result.h"
#include "scene/measurer.h"
#include "stage/font_shelf.h"

namespace lobby::stage {

/// For each face the files that make it up, best first.
using Faces = std::map<std::string, std::vector<std::string>>;

/// Opened fonts: measures and draws lines of text, in whatever canonical spelling. One thread (the one that opened it).
/// Files stay in memory, so that drawing never waits for a disk.
class FontSet final : public scene::TextMeasurer {
 public:
  /// What went wrong with single fonts is in `complaints`; a face that loses a font goes on with its others. Errs
  /// (invalid) when a face has no font left that covers Vietnamese.
  static Result<std::unique_ptr<FontSet>> open(const Faces& faces, const std::vector<FontFile>& files,
                                               std::vector<std::string>& complaints);
  /// The same with what lies on a shelf, which several sets share.
  static Result<std::unique_ptr<FontSet>> open_from(std::shared_ptr<FontShelf> shelf, const Faces& faces,
                                                    std::vector<std::string>& complaints);
  ~FontSet() override;
  FontSet(const FontSet&) = delete;
  FontSet& operator=(const FontSet&) = delete;

  double width(const scene::TextSetting& setting, std::string_view line) override;
  scene::Ink ink(const scene::TextSetting& setting, std::string_view line) override;
  bool covers(const std::string& face, std::string_view letter) override;

  /// Draws a line with its first advance at `x` and its baseline at `baseline`.
  void draw(Canvas& canvas, const scene::TextSetting& setting, Colour colour, std::string_view line, int x,
            int baseline);

 private:
  struct State;
  explicit FontSet(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// The letters and signs of Vietnamese that `font` lacks, as one string: of its alphabet, the marks that combine with
/// others (shown on ◌) and the signs of titles; empty when it has all. Errs (invalid) when the file is no font.
Result<std::string> missing_vietnamese(const FontFile& font);

}  // namespace lobby::stage
