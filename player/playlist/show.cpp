#include "playlist/show.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/format.h"

namespace lobby::playlist {

namespace {

using config::PlaylistKind;

/// Slides of one kind, taken in turn.
struct Deck {
  std::vector<std::size_t> slides;
  std::size_t next = 0;
};

bool active(const config::Notice& notice, const Moment& moment) {
  if (!notice.from && !notice.until) return true;
  if (!moment.date_known) return false;
  return (!notice.from || *notice.from <= moment.time) && (!notice.until || moment.time < *notice.until);
}

std::vector<Slide> notice_slides(const content::Snapshot& snapshot, const Moment& moment) {
  std::vector<Slide> slides;
  for (const auto& notice : snapshot.config->notices) {
    if (active(notice, moment)) slides.push_back({"notice:" + notice.text, NoticeSlide{notice}});
  }
  return slides;
}

std::vector<Slide> anniversary_slides(const content::Snapshot& snapshot, const Moment& moment) {
  std::vector<Slide> slides;
  if (!moment.date_known) return slides;
  const Date today = snapshot.config->screen.timezone.local(moment.time).date;
  for (const auto& banner : calendar::banners_on(today, snapshot.config->anniversaries)) {
    slides.push_back({"anniversary:" + banner.sentence(), AnniversarySlide{banner}});
  }
  for (const auto& countdown : calendar::countdowns_on(today, snapshot.config->anniversaries)) {
    slides.push_back({"countdown:" + countdown.occurrence.anniversary.name, CountdownSlide{countdown}});
  }
  return slides;
}

/// By a clock that is not known nothing expires.
bool expired(const std::optional<WallTime>& expires, const Moment& moment) {
  return moment.date_known && expires && *expires <= moment.time;
}

std::vector<Slide> headline_slides(const content::Snapshot& snapshot, const Moment& moment) {
  std::vector<Slide> slides;
  std::set<std::string> ids;
  for (const auto& headline : snapshot.headlines) {
    if (expired(headline.expires, moment)) continue;
    std::string id = "headline:" + headline.source + ":" + headline.id;
    if (!ids.insert(id).second) id += ":" + headline.link;  // Some feeds have one id for all.
    slides.push_back({std::move(id), HeadlineSlide{headline}});
  }
  return slides;
}

std::vector<Slide> photo_slides(const content::Snapshot& snapshot, const Moment& moment) {
  std::vector<Slide> slides;
  for (const auto& photo : snapshot.photos) {
    if (photo.image.usable() && !expired(photo.expires, moment))
      slides.push_back({"photo:" + photo.image.url, PhotoSlide{photo}});
  }
  return slides;
}

/// As many as any layout shows; the layout takes what it has room for.
constexpr std::size_t most_listed = 8;

std::vector<Slide> list_slides(const content::Snapshot& snapshot, const Moment& moment) {
  HeadlineListSlide list;
  for (const auto& headline : snapshot.headlines) {
    if (list.headlines.size() == most_listed) break;
    if (!expired(headline.expires, moment)) list.headlines.push_back(headline);
  }
  if (list.headlines.size() < 2) return {};
  return {{"headline-list", std::move(list)}};
}

std::vector<Slide> slides_of(PlaylistKind kind, const content::Snapshot& snapshot, const Moment& moment) {
  switch (kind) {
    case PlaylistKind::anniversaries:
      return anniversary_slides(snapshot, moment);
    case PlaylistKind::headlines:
      return headline_slides(snapshot, moment);
    case PlaylistKind::photos:
      return photo_slides(snapshot, moment);
    case PlaylistKind::headline_list:
      return list_slides(snapshot, moment);
    case PlaylistKind::notices:
      return notice_slides(snapshot, moment);
  }
  return {};
}

/// How many rounds of the playlist it takes until each deck was dealt once.
std::size_t rounds(const std::map<PlaylistKind, Deck>& decks, const std::vector<config::PlaylistEntry>& playlist) {
  std::map<PlaylistKind, std::size_t> dealt_a_round;
  for (const auto& [kind, count] : playlist) {
    const auto size = decks.at(kind).slides.size();
    dealt_a_round[kind] += count == 0 ? size : std::min(size, static_cast<std::size_t>(count));
  }
  std::size_t most = 1;
  for (const auto& [kind, deck] : decks) {
    const auto dealt = dealt_a_round[kind];
    if (dealt > 0) most = std::max(most, (deck.slides.size() + dealt - 1) / dealt);
  }
  return most;
}

void deal(Deck& deck, int count, std::vector<std::size_t>& order) {
  const auto size = deck.slides.size();
  const auto turns = count == 0 ? size : std::min(size, static_cast<std::size_t>(count));
  for (std::size_t turn = 0; turn < turns; ++turn) {
    const auto slide = deck.slides[deck.next++ % size];
    if (order.empty() || order.back() != slide) order.push_back(slide);
  }
}

Show standing_alone(std::vector<Slide> slides) {
  Show show{std::move(slides), {}};
  for (std::size_t index = 0; index < show.slides.size(); ++index) show.order.push_back(index);
  return show;
}

std::vector<Slide> urgent_slides(const content::Snapshot& snapshot, const Moment& moment) {
  auto slides = notice_slides(snapshot, moment);
  std::erase_if(slides, [](const Slide& slide) { return !std::get<NoticeSlide>(slide.what).notice.urgent; });
  return slides;
}

}  // namespace

Show build_show(const content::Snapshot& snapshot, const Moment& moment) {
  if (auto urgent = urgent_slides(snapshot, moment); !urgent.empty()) return standing_alone(std::move(urgent));
  Show show;
  std::map<PlaylistKind, Deck> decks;
  for (const auto& entry : snapshot.config->playlist) {
    const auto [deck, added] = decks.try_emplace(entry.kind);
    if (!added) continue;
    for (auto& slide : slides_of(entry.kind, snapshot, moment)) {
      deck->second.slides.push_back(show.slides.size());
      show.slides.push_back(std::move(slide));
    }
  }
  if (show.slides.empty()) return standing_alone({{"standby", StandbySlide{}}});
  for (auto left = rounds(decks, snapshot.config->playlist); left > 0; --left) {
    for (const auto& [kind, count] : snapshot.config->playlist) deal(decks.at(kind), count, show.order);
  }
  if (show.order.size() > 1 && show.order.front() == show.order.back()) show.order.pop_back();
  return show;
}

std::optional<WallTime> changes_at(const content::Snapshot& snapshot, const Moment& moment) {
  if (!moment.date_known) return std::nullopt;
  const auto& zone = snapshot.config->screen.timezone;
  const auto today = std::chrono::sys_days(zone.local(moment.time).date);
  WallTime next = zone.wall({Date(today + std::chrono::days(1))});
  for (const auto& notice : snapshot.config->notices) {
    for (const auto& edge : {notice.from, notice.until}) {
      if (edge && *edge > moment.time) next = std::min(next, *edge);
    }
  }
  const auto expiry = [&](const auto& item) {
    if (item.expires && *item.expires > moment.time) next = std::min(next, *item.expires);
  };
  std::ranges::for_each(snapshot.headlines, expiry);
  std::ranges::for_each(snapshot.photos, expiry);
  return next;
}

}  // namespace lobby::playlist
