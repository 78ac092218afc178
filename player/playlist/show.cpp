#include "playlist/show.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/format.h"
#include "playlist/mood.h"
#include "playlist/photos.h"
#include "playlist/placard_slides.h"
#include "playlist/rotation.h"
#include "playlist/theme_choice.h"
#include "playlist/turn.h"
#include "playlist/weather_slides.h"

namespace lobby::playlist {

namespace {

using config::PlaylistKind;

std::vector<Slide> notice_slides(const content::Snapshot& snapshot, const Moment& moment) {
  std::vector<Slide> slides = mourning_slides(*snapshot.config, moment);
  std::set<std::string> arrived;
  for (const auto& [notice, ends] : snapshot.arrived) {
    if (ends <= moment.steady || !arrived.insert(notice.text).second) continue;
    slides.push_back({"notice:" + notice.text, NoticeSlide{notice}});
  }
  for (const auto& notice : snapshot.config->notices) {
    if (moment.lies_between(notice.from, notice.until) && !arrived.contains(notice.text))
      slides.push_back({"notice:" + notice.text, NoticeSlide{notice}});
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

std::vector<Slide> headline_slides(const content::Snapshot& snapshot, const Moment& moment) {
  std::vector<Slide> slides;
  std::set<std::string> ids;
  for (const auto& headline : snapshot.headlines) {
    if (expired(headline.expires, moment)) continue;
    std::string id = "headline:" + headline.source + ":" + headline.id;
    if (!ids.insert(id).second) id += ":" + headline.link;  // Some feeds have one id for all.
    slides.push_back({std::move(id), HeadlineSlide{headline, snapshot.config->qr}});
  }
  return slides;
}

/// As many as any layout shows; the layout takes what it has room for.
constexpr std::size_t most_listed = 8;

bool is_from(const std::vector<std::string>& sources, const std::string& source) {
  return sources.empty() || std::ranges::find(sources, source) != sources.end();
}

std::vector<Slide> list_slides(const std::vector<std::string>& sources, const content::Snapshot& snapshot,
                               const Moment& moment) {
  HeadlineListSlide list;
  for (const auto& headline : snapshot.headlines) {
    if (list.headlines.size() == most_listed) break;
    if (is_from(sources, headline.source) && !expired(headline.expires, moment)) list.headlines.push_back(headline);
  }
  if (list.headlines.size() < 2) return {};
  std::string id = "headline-list";
  for (const auto& source : sources) id += ":" + source;
  return {{std::move(id), std::move(list)}};
}

std::optional<WallTime> published(const Slide& slide) {
  if (const auto* headline = std::get_if<HeadlineSlide>(&slide.what)) return headline->headline.published;
  if (const auto* photo = std::get_if<PhotoSlide>(&slide.what)) return photo->photo.published;
  if (const auto* pair = std::get_if<PhotoPairSlide>(&slide.what)) return pair->first.published;
  return std::nullopt;
}

/// A show under construction: its slides, and what the rotation must know of them.
class Cast {
 public:
  Cast(const content::Snapshot& snapshot, const Moment& moment, Orientation screen)
      : snapshot_(snapshot), moment_(moment), screen_(screen), restrained_(restrained_at(*snapshot.config, moment)) {
    for (const auto& source : snapshot.config->sources) weights_[source.name] = source.weight;
  }

  void add(const config::PlaylistEntry& entry) {
    const auto [deck, added] = deck_of_.try_emplace({entry.kind, entry.from}, decks_.size());
    if (added) decks_.push_back(new_deck(entry));
    if (!decks_[deck->second].empty()) steps_.push_back({deck->second, entry.count, entry.every});
  }

  Show show() && {
    if (slides_.empty()) return {};
    auto order = whole_series(rotation(cards_, decks_, steps_));
    return {std::move(slides_), std::move(order)};
  }

 private:
  Deck new_deck(const config::PlaylistEntry& entry) {
    const auto& seed = snapshot_.config->rotation.seed;
    const bool named = entry.kind == PlaylistKind::headlines || entry.kind == PlaylistKind::photos ||
                       entry.kind == PlaylistKind::series || entry.kind == PlaylistKind::weather;
    auto slides = slides_of(entry);
    if (named) std::erase_if(slides, [&](const Slide& slide) { return !is_from(entry.from, slide.source()); });
    if (seed && named) {
      std::ranges::stable_sort(slides, {}, [&](const Slide& slide) { return place_in_order(*seed, slide.id); });
    }
    if (entry.kind == PlaylistKind::photos) slides = paired(std::move(slides), screen_);
    Deck deck;
    for (auto& slide : slides) {
      const auto [index, is_new] = index_of_.try_emplace(slide.id, slides_.size());
      if (is_new) {
        cards_.push_back(card(slide, entry.kind));
        slides_.push_back(std::move(slide));
        const auto series = series_.find(index->first);
        if (series != series_.end()) add_rest_of_series(index->second, series->second);
      }
      if (is_new || std::ranges::find(deck, index->second) == deck.end()) deck.push_back(index->second);
    }
    return deck;
  }

  std::vector<Slide> slides_of(const config::PlaylistEntry& entry) {
    auto slides = all_slides_of(entry);
    return restrained_ ? restrained(std::move(slides)) : slides;
  }

  std::vector<Slide> all_slides_of(const config::PlaylistEntry& entry) {
    switch (entry.kind) {
      case PlaylistKind::anniversaries:
        return anniversary_slides(snapshot_, moment_);
      case PlaylistKind::headlines:
        return headline_slides(snapshot_, moment_);
      case PlaylistKind::photos:
        return photo_slides(snapshot_, moment_);
      case PlaylistKind::headline_list:
        return list_slides(entry.from, snapshot_, moment_);
      case PlaylistKind::notices:
        return notice_slides(snapshot_, moment_);
      case PlaylistKind::welcomes:
      case PlaylistKind::rosters:
      case PlaylistKind::figures:
      case PlaylistKind::quotations:
        return placard_slides(entry.kind, *snapshot_.config, moment_);
      case PlaylistKind::series:
        return firsts_of_series();
      case PlaylistKind::weather:
        return weather_slides(snapshot_, moment_);
    }
    return {};
  }

  /// The first slides of all series, which are kept for those that follow.
  std::vector<Slide> firsts_of_series() {
    std::vector<Slide> firsts;
    for (auto& series : series_of(snapshot_, moment_)) {
      firsts.push_back(series.front());
      series_.try_emplace(firsts.back().id, std::move(series));
    }
    return firsts;
  }

  /// A series is dealt as one card, its first slide; the others only follow it.
  void add_rest_of_series(std::size_t first, std::vector<Slide>& series) {
    cards_[first].dwell *= static_cast<int>(series.size());
    for (std::size_t place = 1; place < series.size(); ++place) {
      if (!index_of_.try_emplace(series[place].id, slides_.size()).second) continue;
      followers_[first].push_back(slides_.size());
      cards_.emplace_back();
      slides_.push_back(std::move(series[place]));
    }
  }

  std::vector<std::size_t> whole_series(const std::vector<std::size_t>& order) const {
    std::vector<std::size_t> whole;
    for (const std::size_t slide : order) {
      whole.push_back(slide);
      const auto rest = followers_.find(slide);
      if (rest != followers_.end()) whole.insert(whole.end(), rest->second.begin(), rest->second.end());
    }
    return whole;
  }

  Card card(const Slide& slide, PlaylistKind kind) const {
    const auto& rotation = snapshot_.config->rotation;
    Card card;
    if (const auto weight = weights_.find(slide.source()); weight != weights_.end()) card.share = weight->second;
    const auto since = published(slide);
    constexpr std::chrono::hours ahead(24);  // What a portal dates further ahead has a wrong date.
    const bool fresh =
        moment_.date_known && since && moment_.time - *since < rotation.fresh.within && *since - moment_.time <= ahead;
    if (fresh) card.share *= rotation.fresh.times;
    // The title alone, for a gap must not be shorter than it was asked for.
    card.dwell = dwell_for(static_cast<int>(std::ranges::count(slide.title(), ' ')) + 1, snapshot_.config->dwell);
    if (const auto gap = rotation.least_gap.find(kind); gap != rotation.least_gap.end()) card.least_gap = gap->second;
    return card;
  }

  const content::Snapshot& snapshot_;
  const Moment& moment_;
  Orientation screen_;
  bool restrained_;
  std::map<std::string, int> weights_;
  std::map<std::string, std::size_t> index_of_;  ///< Slides by id.
  std::map<std::pair<PlaylistKind, std::vector<std::string>>, std::size_t> deck_of_;
  std::vector<Slide> slides_;
  std::vector<Card> cards_;
  std::vector<Deck> decks_;
  std::vector<Step> steps_;
  std::map<std::string, std::vector<Slide>> series_;           ///< By the id of its first slide.
  std::map<std::size_t, std::vector<std::size_t>> followers_;  ///< By the first slide of a series.
};

Show standing_alone(std::vector<Slide> slides) {
  Show show{std::move(slides), {}};
  for (std::size_t index = 0; index < show.slides.size(); ++index) show.order.push_back(index);
  return show;
}

std::vector<Slide> urgent_slides(const content::Snapshot& snapshot, const Moment& moment) {
  auto slides = notice_slides(snapshot, moment);
  std::erase_if(slides, [](const Slide& slide) {
    const auto* notice = std::get_if<NoticeSlide>(&slide.what);
    return notice == nullptr || !notice->notice.urgent;
  });
  return slides;
}

}  // namespace

Show build_show(const content::Snapshot& snapshot, const Moment& moment, Orientation screen) {
  if (auto urgent = urgent_slides(snapshot, moment); !urgent.empty()) return standing_alone(std::move(urgent));
  Cast cast(snapshot, moment, screen);
  const auto now = moment.local(snapshot.config->screen.timezone);
  for (const auto& entry : config::playlist_at(*snapshot.config, now)) cast.add(entry);
  Show show = std::move(cast).show();
  return show.slides.empty() ? standing_alone({{"standby", StandbySlide{}}}) : show;
}

std::optional<WallTime> changes_at(const content::Snapshot& snapshot, const Moment& moment) {
  if (!moment.date_known) return std::nullopt;
  const auto& zone = snapshot.config->screen.timezone;
  const auto today = std::chrono::sys_days(zone.local(moment.time).date);
  WallTime next = zone.wall({Date(today + std::chrono::days(1))});
  const auto meet = [&](const std::optional<WallTime>& edge) {
    if (edge && *edge > moment.time) next = std::min(next, *edge);
  };
  for (const auto& notice : snapshot.config->notices) {
    meet(notice.from);
    meet(notice.until);
  }
  if (const auto& mourning = snapshot.config->mourning) {
    meet(mourning->from);
    meet(mourning->until);
  }
  const auto now = zone.local(moment.time);
  if (const auto edge = config::programmes_change_at(*snapshot.config, now, std::chrono::days(1))) {
    meet(zone.wall(*edge));
  }
  meet(placards_change_at(*snapshot.config, moment));
  meet(night_changes_at(*snapshot.config, moment));
  meet(weather_changes_at(snapshot, moment));
  const auto& fresh = snapshot.config->rotation.fresh;
  const auto expiry = [&](const auto& item) {
    meet(item.expires);
    if (fresh.times > 1 && item.published) meet(*item.published + fresh.within);
  };
  std::ranges::for_each(snapshot.headlines, expiry);
  std::ranges::for_each(snapshot.photos, expiry);
  return next;
}

std::optional<SteadyTime> arrived_end(const content::Snapshot& snapshot, const Moment& moment) {
  std::optional<SteadyTime> next;
  for (const auto& [notice, ends] : snapshot.arrived) {
    if (ends > moment.steady) next = std::min(next.value_or(ends), ends);
  }
  return next;
}

bool is_overridden(const content::Snapshot& snapshot, const Moment& moment) {
  return !urgent_slides(snapshot, moment).empty();
}

}  // namespace lobby::playlist
