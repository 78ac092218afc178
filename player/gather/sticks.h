#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "gather/local_items.h"
#include "gather/local_media.h"
#include "picture/decoder.h"
#include "store/store.h"

namespace lobby::gather {

/// A folder on a file system that is mounted where sticks are: below /media, /run/media or /mnt.
struct StickFolder {
  std::filesystem::path folder;
  std::string mount;       ///< Of the mount. The kernel gives it to another stick once it is free.
  std::string state = {};  ///< Of the folder itself: which one it is, and when something was put into it.
  bool operator==(const StickFolder&) const = default;
};

/// The places where a stick may have such a folder, from the text of /proc/self/mountinfo. Pure.
std::vector<StickFolder> stick_folders(std::string_view mountinfo, const std::string& name);

/// Those that are there now. Touches the disk.
std::vector<StickFolder> present_stick_folders(const std::string& name);

/// Whether a picture was copied from a stick: then its URL is «usb://» and a digest of its bytes.
bool is_from_stick(std::string_view url);

/// The key under which the list of what was copied lies in the store.
std::string stick_key(const config::Source& source);

/// Copies the `lobby/` folder of USB sticks into the store, so that the stick may be pulled. Fetch thread.
class Sticks {
 public:
  Sticks(store::Store& store, const Clock& clock);
  ~Sticks();
  Sticks(const Sticks&) = delete;
  Sticks& operator=(const Sticks&) = delete;

  /// Reports an exceptional condition (EPOLLPRI) when something is mounted or pulled; -1 where there is no such file.
  int descriptor() const { return descriptor_; }

  /// Looks at what is mounted, and forgets sticks that were pulled. True when the mounts have changed since the last
  /// look.
  bool look();

  /// Whether a stick was put in that `copied` has not seen yet.
  bool news_for(const config::Source& source, const std::string& folder) const;

  /// What is on the sticks now, once all of it lies in the store; else what was stored before, since a stick that is
  /// pulled half-way, or has nothing on it, takes nothing away. Errs (unavailable) where nothing was ever stored and
  /// there is no stick; (invalid) for a stick with nothing usable; (unavailable) when it cannot be read to its end.
  Result<LocalItems> copied(const config::Source& source, const std::string& folder);

  /// What is stored, and since when. Nothing before the first stick.
  struct Stored {
    LocalItems items;
    WallTime since;
  };
  std::optional<Stored> stored(const config::Source& source);

 private:
  Result<LocalItems> copy(const std::vector<StickFolder>& folders, const config::Source& source);
  Result<void> copy_photos(const std::filesystem::path& folder, const config::Source& source, LocalItems& items);
  Result<void> copy_news(const std::filesystem::path& folder, LocalItems& items);
  Result<bool> copy_picture(const std::filesystem::path& file, content::Image& image);
  Result<void> copy_pictures_of(content::Headline& headline, const std::filesystem::path& folder);

  store::Store& store_;
  const Clock& clock_;
  int descriptor_ = -1;
  PhotoFolderReader reader_;
  picture::Decoder decoder_;
  std::string mounts_;                                    ///< At the last look.
  std::map<std::string, std::vector<StickFolder>> seen_;  ///< By the name of the source.
  std::size_t bytes_ = 0;                                 ///< Copied in this round.
};

}  // namespace lobby::gather
