#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "calendar/banner.h"
#include "calendar/countdown.h"
#include "config/config.h"
#include "content/item.h"
#include "content/weather.h"
#include "playlist/placard.h"

namespace lobby::playlist {

struct HeadlineSlide {
  content::Headline headline;
  bool with_code = false;  ///< The config asks for a code that leads to the article.
  bool operator==(const HeadlineSlide&) const = default;
};
struct PhotoSlide {
  content::Photo photo;
  int place = 1;  ///< In its series, from 1 to `count`.
  int count = 1;  ///< 1: it is of no series.
  bool operator==(const PhotoSlide&) const = default;
};
/// Two photos side by side, because neither fills a screen of that shape.
struct PhotoPairSlide {
  content::Photo first;
  content::Photo second;
  bool operator==(const PhotoPairSlide&) const = default;
};
struct AnniversarySlide {
  calendar::Banner banner;
  bool operator==(const AnniversarySlide&) const = default;
};
/// How many days are left until an anniversary. It is laid out as an anniversary is.
struct CountdownSlide {
  calendar::Countdown countdown;
  bool operator==(const CountdownSlide&) const = default;
};
struct HeadlineListSlide {
  std::vector<content::Headline> headlines;  ///< Two or more, newest first.
  bool operator==(const HeadlineListSlide&) const = default;
};
struct NoticeSlide {
  config::Notice notice;
  bool operator==(const NoticeSlide&) const = default;
};
struct PlacardSlide {
  Placard placard;
  bool operator==(const PlacardSlide&) const = default;
};
/// What the weather is, and what is expected; today's or now's is there, or both.
struct WeatherSlide {
  content::Weather forecast;  ///< `now` only while it is news; `days` from tomorrow on.
  std::optional<content::WeatherDay> today;
  bool operator==(const WeatherSlide&) const = default;
};
/// Who or what is mourned.
struct MourningSlide {
  std::string text;
  std::string detail;  ///< A second, smaller paragraph; may be empty.
  bool operator==(const MourningSlide&) const = default;
};
/// What hangs while there is nothing to tell: the organisation's name.
struct StandbySlide {
  bool operator==(const StandbySlide&) const = default;
};

/// One screenful: a kind and its items. Frozen.
struct Slide {
  std::string id;  ///< The same for the same item, across rebuilds of the show.
  std::variant<HeadlineSlide, PhotoSlide, PhotoPairSlide, AnniversarySlide, CountdownSlide, HeadlineListSlide,
               NoticeSlide, PlacardSlide, WeatherSlide, MourningSlide, StandbySlide>
      what;
  bool operator==(const Slide&) const = default;

  /// «headline», «photo», «photo-pair», «anniversary», «headline-list», «notice», «mourning», «standby»,
  /// «weather», or the kind of a placard: also the name of its layout.
  std::string_view kind() const;
  /// The picture on it, or null.
  const content::Image* picture() const;
  /// One line that says what it is about; for logs and the snapshot's index.
  std::string title() const;
  /// The name of the source it came from; empty for what the config itself says.
  std::string source() const;
};

}  // namespace lobby::playlist
