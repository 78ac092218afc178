#pragma once

#include <filesystem>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <utility>

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
/// What is in such a file, from its beginning to its end. Errs (invalid) where it was cut, or damaged on its way
/// through a card.
Result<KeptPicture> unpacked(std::istream& file);

/// The picture that the show began with, kept for the next start: decoding one photo is half of a start, and the first
/// slide is most often the same. Written only where it is another picture. Decode thread.
class FirstPicture {
 public:
  /// No path: nothing is kept.
  explicit FirstPicture(std::filesystem::path file) : file_(std::move(file)) {}

  /// Reads what was kept before anybody asks for it, beside the rest of the start; nothing where the photo or its
  /// decoder is another one by now. Whether there is something.
  bool foresee();
  /// The pixels of that picture as it is now, where it is the one that was kept.
  std::optional<Canvas> take(const scene::PictureOp& picture);
  /// What was decoded of the picture that was asked for, to be kept instead; nothing where its file was exchanged
  /// meanwhile.
  void note(const scene::PictureOp& picture, const Canvas& pixels);
  /// Forgets what was foreseen and not asked for.
  void rest() { foreseen_.reset(); }
  /// Writes what was noted. A disk that does not take it, or is nearly full, is nothing to speak of.
  void keep();

 private:
  void read(const std::function<bool(const std::string& mark)>& wanted);

  std::filesystem::path file_;
  std::optional<KeptPicture> foreseen_;
  std::string asked_;  ///< The mark of the picture before it was decoded.
  std::string noted_;  ///< As it is written.
};

}  // namespace lobby::show
