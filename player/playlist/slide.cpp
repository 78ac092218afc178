#include "playlist/slide.h"

#include <tuple>

namespace lobby::playlist {

namespace {

/// Calls whichever function takes the alternative at hand.
template <typename... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};

const content::Image* first_usable(const std::vector<content::Image>& images) {
  for (const auto& image : images) {
    if (image.usable()) return &image;
  }
  return nullptr;
}

}  // namespace

std::string_view Slide::kind() const {
  return std::visit<std::string_view>(
      Overloaded{
          [](const HeadlineSlide&) { return "headline"; }, [](const PhotoSlide&) { return "photo"; },
          [](const PhotoPairSlide&) { return "photo-pair"; }, [](const AnniversarySlide&) { return "anniversary"; },
          [](const CountdownSlide&) { return "anniversary"; }, [](const HeadlineListSlide&) { return "headline-list"; },
          [](const NoticeSlide&) { return "notice"; }, [](const PlacardSlide& slide) { return kind_of(slide.placard); },
          [](const WeatherSlide&) { return "weather"; }, [](const MourningSlide&) { return "mourning"; },
          [](const StandbySlide&) { return "standby"; }},
      what);
}

const content::Image* Slide::picture() const {
  if (const auto* headline = std::get_if<HeadlineSlide>(&what)) return first_usable(headline->headline.images);
  if (const auto* photo = std::get_if<PhotoSlide>(&what)) return &photo->photo.image;
  if (const auto* pair = std::get_if<PhotoPairSlide>(&what)) return &pair->first.image;
  return nullptr;
}

std::string Slide::title() const {
  return std::visit(Overloaded{[](const HeadlineSlide& slide) { return slide.headline.title; },
                               [](const PhotoSlide& slide) { return slide.photo.caption(); },
                               [](const PhotoPairSlide& slide) {
                                 const auto& first = slide.first.caption();
                                 const auto& second = slide.second.caption();
                                 return first == second || second.empty() ? first : first + " · " + second;
                               },
                               [](const AnniversarySlide& slide) { return slide.banner.sentence(); },
                               [](const CountdownSlide& slide) { return slide.countdown.sentence(); },
                               [](const HeadlineListSlide& slide) { return slide.headlines.front().title; },
                               [](const NoticeSlide& slide) { return slide.notice.text; },
                               [](const PlacardSlide& slide) { return title_of(slide.placard); },
                               [](const WeatherSlide& slide) {
                                 const auto& [place, source] = std::tie(slide.forecast.place, slide.forecast.source);
                                 return place.empty() ? source : place;
                               },
                               [](const MourningSlide& slide) { return slide.text; },
                               [](const StandbySlide&) { return std::string(); }},
                    what);
}

std::string Slide::source() const {
  if (const auto* headline = std::get_if<HeadlineSlide>(&what)) return headline->headline.source;
  if (const auto* photo = std::get_if<PhotoSlide>(&what)) return photo->photo.source;
  if (const auto* pair = std::get_if<PhotoPairSlide>(&what)) return pair->first.source;
  if (const auto* list = std::get_if<HeadlineListSlide>(&what)) return list->headlines.front().source;
  if (const auto* weather = std::get_if<WeatherSlide>(&what)) return weather->forecast.source;
  return {};
}

}  // namespace lobby::playlist
