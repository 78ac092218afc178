#include "app/bad_pictures.h"

namespace lobby::app {

bool BadPictures::rests(const std::string& file, SteadyTime now) const {
  const auto bad = until_.find(file);
  return bad != until_.end() && now < bad->second;
}

void BadPictures::note(const std::string& file, SteadyTime now) {
  std::erase_if(until_, [now](const auto& bad) { return bad.second <= now; });
  until_[file] = now + std::chrono::minutes(10);
}

std::optional<playlist::Slide> BadPictures::usable(playlist::Slide slide, SteadyTime now) const {
  if (auto* headline = std::get_if<playlist::HeadlineSlide>(&slide.what)) {
    std::erase_if(headline->headline.images, [&](const auto& image) { return rests(image.file, now); });
  }
  if (const auto* photo = std::get_if<playlist::PhotoSlide>(&slide.what)) {
    if (rests(photo->photo.image.file, now)) return std::nullopt;
  }
  if (const auto* pair = std::get_if<playlist::PhotoPairSlide>(&slide.what)) {
    const bool first = rests(pair->first.image.file, now);
    const bool second = rests(pair->second.image.file, now);
    if (first && second) return std::nullopt;
    if (first || second) slide.what = playlist::PhotoSlide{first ? pair->second : pair->first};
  }
  return slide;
}

}  // namespace lobby::app
