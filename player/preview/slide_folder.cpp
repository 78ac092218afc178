#include "preview/slide_folder.h"

#include <cctype>
#include <system_error>

#include "base/format.h"
#include "base/log.h"
#include "picture/png.h"
#include "playlist/turn.h"
#include "show/decode_thread.h"
#include "show/ticker_line.h"

namespace lobby::preview {

namespace {

namespace fs = std::filesystem;

bool is_slide(const std::string& name) {
  return name.size() > 7 && std::isdigit(static_cast<unsigned char>(name[0])) != 0 &&
         std::isdigit(static_cast<unsigned char>(name[1])) != 0 && name[2] == '-' && name.ends_with(".png");
}

}  // namespace

Result<void> SlideFolder::prepare() const {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) return fail(ErrorKind::unavailable, format("{} cannot be made: {}", folder_.string(), error.message()));
  std::vector<fs::path> earlier;
  for (fs::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
    if (is_slide(entry->path().filename().string())) earlier.push_back(entry->path());
  }
  for (const auto& slide : earlier) fs::remove(slide, error);
  return {};
}

Result<void> SlideFolder::write(playlist::Slide slide, std::string_view name, const scene::Surroundings& surroundings,
                                const config::Dwell& dwell) {
  auto composition = show::compose(slide, dress_, surroundings, screen_);
  const auto pictures = show::decode({0, composition.scene.pictures()}, decoder_);
  if (!pictures.pixels) {
    const std::string& bad = pictures.bad_file;
    log::warning("a picture is left out: {}: {}", bad, pictures.pixels.error().message);
    auto* headline = std::get_if<playlist::HeadlineSlide>(&slide.what);
    if (headline == nullptr) return {};
    std::erase_if(headline->headline.images, [&](const auto& image) { return image.file == bad; });
    return write(std::move(slide), name, surroundings, dwell);
  }
  const auto time = playlist::dwell_for(composition.scene.words(), dwell);
  slides_.push_back({format("{:02}-{}.png", slides_.size() + 1, name), time, composition});
  show::Frame frame = show::paint_frame(std::move(composition), *dress_, *pictures.pixels);
  const auto& ticker = frame.composition.ticker;
  if (ticker) show::paint_still(*ticker, *dress_->fonts, surroundings.ticker, frame.canvas);
  sheet_.add(frame.canvas);
  return picture::write_png(frame.canvas, (folder_ / slides_.back().file).string());
}

Result<void> SlideFolder::write_contact_sheet() const {
  return picture::write_png(sheet_.canvas(), (folder_ / "contact-sheet.png").string());
}

}  // namespace lobby::preview
