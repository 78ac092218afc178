#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"
#include "config/config.h"
#include "content/item.h"
#include "content/photo_notes.h"

namespace lobby::gather {

/// «file:///srv/lobby/news.xml» for a path, and back; only what this machine's own config names ever becomes one.
std::string url_of(const std::filesystem::path& file);
std::optional<std::filesystem::path> local_path(std::string_view url);

/// What tells that a file is no longer the one it was.
struct FileTrace {
  std::uintmax_t bytes = 0;
  std::filesystem::file_time_type changed;
  bool operator==(const FileTrace&) const = default;
};

/// The pictures of this machine that lists and documents name one by one. What the header of a picture says is kept
/// until its size or time changes: the show is put together each minute, and must not read them all each time. Fetch
/// thread.
class LocalPictures {
 public:
  /// Sets `file` and `size` of an image. False when there is no picture.
  bool attach(content::Image& image);

 private:
  struct Known {
    FileTrace trace;
    Size size;
  };
  std::map<std::filesystem::path, Known> known_;  ///< Pictures only: a file that could not be read may be put right.
};

/// Reads folders of pictures. A picture is taken once it is whole, so one that is still being copied is not; what is
/// known of a file is kept until its size or time changes. The log says once of each picture that is left out why.
/// Fetch thread.
class PhotoFolderReader {
 public:
  /// The pictures of a folder, by name, each with the caption of its sidecar text file (the same name with .txt), else
  /// with the one inside the picture. Files that are no pictures are passed over. Of more than 500 the newest by the
  /// time of their last change. Errs (unavailable) when the folder cannot be listed to its end, as when a stick is
  /// pulled.
  Result<std::vector<content::Photo>> read(const std::filesystem::path& folder, const std::string& source);

 private:
  struct File {
    std::filesystem::path path;
    std::filesystem::file_time_type changed;
    auto operator<=>(const File&) const = default;
  };
  using Files = std::vector<File>;
  struct Known {
    FileTrace trace;
    std::optional<Size> size = std::nullopt;  ///< Nothing: no picture, or not whole.
    content::PhotoNotes notes = {};
    std::string left_out = {};  ///< Why, as it was said.
  };
  Result<Files> files_in(const std::filesystem::path& folder);
  const Known& known(const std::filesystem::path& file);
  static void leave_out(const std::filesystem::path& file, Known& known, const std::string& reason);

  std::map<std::filesystem::path, Known> known_;
  std::set<std::filesystem::path> crowded_;  ///< Where it was said that there are too many.
};

}  // namespace lobby::gather
