#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/canvas.h"
#include "base/result.h"
#include "scene/scene.h"

namespace lobby::show {

/// A picture that was decoded into its box, and which one it was.
struct KeptPicture {
  std::string mark;
  Canvas pixels;
  bool operator==(const KeptPicture&) const = default;
};

/// Its file. Only for the kind of machine that wrote it: the order of bytes is the processor's.
std::string packed(const std::string& mark, const Canvas& pixels);
/// What is in such a file. Errs (invalid) where it was cut, or damaged on its way through a card.
Result<KeptPicture> unpacked(std::string_view bytes);

/// The picture that the show began with, kept for the next start: decoding one photo is half of a start, and the first
/// slide is most often the same. Reads at once and writes only when it is another picture. Decode thread.
class FirstPicture {
 public:
  /// No path: nothing is kept.
  explicit FirstPicture(std::filesystem::path file);

  /// The pixels of that picture as it is now, where it is the one that was kept. Once.
  std::optional<Canvas> take(const scene::PictureOp& picture);
  /// What was decoded, to be kept instead.
  void note(const scene::PictureOp& picture, const Canvas& pixels);
  /// Writes what was noted. A disk that does not take it is nothing to speak of.
  void keep();

 private:
  std::filesystem::path file_;
  std::optional<KeptPicture> kept_;
  std::string noted_;  ///< As it is written.
};

}  // namespace lobby::show
