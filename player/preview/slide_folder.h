#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "config/config.h"
#include "picture/decoder.h"
#include "preview/contact_sheet.h"
#include "show/compose.h"

namespace lobby::preview {

/// A slide that lies in a folder as a picture.
struct WrittenSlide {
  std::string file;  ///< «03-photo.png»
  std::chrono::milliseconds dwell{};
  show::Composition composition;
};

/// A folder of slides as pictures in the order in which they were written, drawn with the painter of the show.
class SlideFolder {
 public:
  SlideFolder(std::filesystem::path folder, std::shared_ptr<const theme::Dress> dress, Size screen)
      : folder_(std::move(folder)), dress_(std::move(dress)), screen_(screen) {}

  /// Makes the folder, and takes away the slides of an earlier time, which would pass for part of this show. Errs
  /// (unavailable) where it cannot be made.
  Result<void> prepare() const;
  /// Writes a slide; its file is named by its number and `name`. A picture that cannot be decoded is left out with a
  /// warning, and with it a slide that is nothing else. Errs where the file cannot be written.
  Result<void> write(playlist::Slide slide, std::string_view name, const scene::Surroundings& surroundings,
                     const config::Dwell& dwell);
  /// All slides at a glance, as contact-sheet.png.
  Result<void> write_contact_sheet() const;

  const std::vector<WrittenSlide>& slides() const { return slides_; }
  const std::filesystem::path& folder() const { return folder_; }
  Size screen() const { return screen_; }
  /// Small copies of the first slides.
  const ContactSheet& sheet() const { return sheet_; }

 private:
  std::filesystem::path folder_;
  std::shared_ptr<const theme::Dress> dress_;
  Size screen_;
  std::vector<WrittenSlide> slides_;
  ContactSheet sheet_;
  picture::Decoder decoder_;
};

}  // namespace lobby::preview
