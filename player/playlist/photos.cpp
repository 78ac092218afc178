#include "playlist/photos.h"

#include <algorithm>

#include "base/format.h"

namespace lobby::playlist {

namespace {

/// The photo of a slide that leaves half of such a screen free; null where it does not.
const content::Photo* half_of(const Slide& slide, Orientation screen) {
  const auto* what = std::get_if<PhotoSlide>(&slide.what);
  if (what == nullptr) return nullptr;
  const Size size = what->photo.image.size;
  const bool against = screen == Orientation::landscape ? size.height > size.width : size.width > size.height;
  return against ? &what->photo : nullptr;
}

bool make_a_pair(const Slide& one, const Slide& other, Orientation screen) {
  const auto* first = half_of(one, screen);
  const auto* second = half_of(other, screen);
  return first != nullptr && second != nullptr && first->source == second->source;
}

}  // namespace

bool expired(const std::optional<WallTime>& expires, const Moment& moment) {
  return moment.date_known && expires && *expires <= moment.time;
}

std::vector<Slide> photo_slides(const content::Snapshot& snapshot, const Moment& moment) {
  std::vector<Slide> slides;
  for (const auto& photo : snapshot.photos) {
    if (photo.image.usable() && !expired(photo.expires, moment))
      slides.push_back({"photo:" + photo.image.url, PhotoSlide{photo}});
  }
  return slides;
}

std::vector<Slide> paired(std::vector<Slide> photos, Orientation screen) {
  std::vector<Slide> slides;
  while (!photos.empty()) {
    Slide last = std::move(photos.back());
    photos.pop_back();
    if (!photos.empty() && make_a_pair(photos.back(), last, screen)) {
      const auto& first = std::get<PhotoSlide>(photos.back().what).photo;
      const auto& second = std::get<PhotoSlide>(last.what).photo;
      last = {format("photo-pair:{}:{}", first.image.url, second.image.url), PhotoPairSlide{first, second}};
      photos.pop_back();
    }
    slides.push_back(std::move(last));
  }
  std::ranges::reverse(slides);
  return slides;
}

std::vector<std::vector<Slide>> series_of(const content::Snapshot& snapshot, const Moment& moment) {
  std::vector<std::vector<Slide>> all;
  for (const auto& headline : snapshot.headlines) {
    if (expired(headline.expires, moment)) continue;
    std::vector<Slide> series;
    for (const auto& image : headline.images) {
      if (!image.usable()) continue;
      content::Photo photo{image, headline.title, headline.published, headline.source, headline.expires};
      series.push_back(
          {format("series:{}:{}:{}", headline.source, headline.id, image.url), PhotoSlide{std::move(photo)}});
    }
    if (series.size() < 2) continue;
    for (std::size_t place = 0; place < series.size(); ++place) {
      auto& photo = std::get<PhotoSlide>(series[place].what);
      photo.place = static_cast<int>(place) + 1;
      photo.count = static_cast<int>(series.size());
    }
    all.push_back(std::move(series));
  }
  return all;
}

}  // namespace lobby::playlist
