#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/geometry.h"

namespace lobby::content {

/// A picture as a document names it, and, once it is stored, the file that holds it.
struct Image {
  std::string url;          ///< Absolute where a base is known; a path for local sources.
  std::string caption;      ///< Clean, NFC; may be empty.
  std::string file = {};    ///< The stored or local file; empty until it was proven to decode.
  Size size = {};           ///< Upright pixels, set together with `file`.
  std::string credit = {};  ///< Who made it; clean, may be empty.
  bool usable() const { return !file.empty(); }
  bool operator==(const Image&) const = default;
};

/// One story. Texts are plain, clean and NFC.
struct Headline {
  std::string id;  ///< What the source calls it (guid, atom:id), else its link, else a digest of its title.
  std::string title;
  std::string link;
  std::string summary;
  std::string author;
  std::optional<WallTime> published;
  std::vector<Image> images;                       ///< The lead picture first.
  std::string source;                              ///< The name of the source it came from.
  std::string section = {};                        ///< As the portal names it; several are joined by «, ».
  std::optional<WallTime> expires = std::nullopt;  ///< Not shown from then on; nothing: never. Set by `merge`.
  bool operator==(const Headline&) const = default;
};

/// One picture worth a screen of its own.
struct Photo {
  Image image;
  std::string title;  ///< Of the article it comes from; empty for a folder.
  std::optional<WallTime> published;
  std::string source;
  std::optional<WallTime> expires = std::nullopt;  ///< As of a headline.
  std::string name = {};                           ///< Of its file, without the folder, where it is named by one.
  /// The picture's caption, or the title where there is none.
  const std::string& caption() const { return image.caption.empty() ? title : image.caption; }
  bool operator==(const Photo&) const = default;
};

}  // namespace lobby::content
