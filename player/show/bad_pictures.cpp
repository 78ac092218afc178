#include "show/bad_pictures.h"

#include <algorithm>

namespace lobby::show {

bool BadPictures::rests(const std::string& file, SteadyTime now) const {
  const auto found = bad_.find(file);
  return found != bad_.end() && now < found->second.until;
}

bool BadPictures::note(const std::string& file, const Error& error, SteadyTime now) {
  constexpr std::chrono::minutes least(10);
  constexpr std::chrono::minutes most = std::chrono::hours(6);
  // What was not tried again for so long is not in the show any more.
  std::erase_if(bad_, [now](const auto& each) { return each.second.until + std::chrono::hours(24) <= now; });
  Bad& bad = bad_[file];
  const bool is_new = bad.reason != error.message;
  const bool again = !is_new && error.kind != ErrorKind::unavailable;
  bad.rest = again ? std::min(2 * bad.rest, most) : least;
  bad.until = now + bad.rest;
  bad.reason = error.message;
  return is_new;
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

}  // namespace lobby::show
