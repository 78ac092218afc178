#include "preview/schedule.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/log.h"
#include "playlist/turn.h"
#include "show/compose.h"

namespace lobby::preview {

namespace {

constexpr Size usual_screen{1920, 1080};

/// How long slides stay, which their layout decides with them; themes are opened once.
class Dwells {
 public:
  Dwells(std::filesystem::path data, const content::Snapshot& content) : data_(std::move(data)), content_(content) {}

  Result<std::chrono::milliseconds> of(const playlist::Slide& slide, const playlist::Moment& moment,
                                       const std::string& theme) {
    auto dress = dresses_.find(theme);
    if (dress == dresses_.end()) {
      auto loaded = theme::load_dress_or_default(theme::theme_path_of(*content_.config, data_), theme, shelf_,
                                                 playlist::stand_in_for(*content_.config, theme));
      if (!loaded) return std::unexpected(loaded.error());
      for (const auto& complaint : loaded->complaints) log::warning("{}", complaint);
      dress = dresses_.emplace(theme, *std::move(loaded)).first;
    }
    const auto composition = show::compose(slide, dress->second, show::surroundings_of(content_, moment), usual_screen);
    return playlist::dwell_for(composition.scene.words(), content_.config->dwell);
  }

 private:
  std::filesystem::path data_;
  const content::Snapshot& content_;
  theme::Shelf shelf_ = std::make_shared<stage::FontShelf>();
  std::map<std::string, theme::Dress> dresses_;
};

/// How such a screen stands where it is hung as the config says.
playlist::Orientation screen_of(const config::Config& config) {
  return playlist::orientation_of(turned(usual_screen, config.screen.rotate));
}

/// Edges at which nothing changes are none for a reader; midnight is one.
std::vector<DayPart> parts_of(const content::Snapshot& content, playlist::Moment moment, WallTime end) {
  const auto& config = *content.config;
  const auto& zone = config.screen.timezone;
  std::vector<DayPart> parts;
  while (moment.time < end) {
    const auto now = moment.local(zone);
    const WallTime until = std::min(playlist::changes_at(content, moment).value_or(end), end);
    DayPart part{moment, until, config::rulers_at(config, now), playlist::theme_at(config, moment),
                 playlist::build_show(content, moment, screen_of(config))};
    moment.time = until;
    const bool goes_on = !parts.empty() && parts.back().rulers == part.rulers && parts.back().theme == part.theme &&
                         parts.back().show == part.show &&
                         zone.local(parts.back().from.time).date == zone.local(part.from.time).date;
    if (goes_on) {
      parts.back().until = until;
    } else {
      parts.push_back(std::move(part));
    }
  }
  return parts;
}

/// The slides in the order of their first turns.
Result<void> add_slides(DayPart& part, Dwells& dwells) {
  std::vector<std::optional<std::size_t>> places(part.show.slides.size());
  for (const std::size_t index : part.show.order) {
    auto& place = places[index];
    if (!place) {
      const auto dwell = dwells.of(part.show.slides[index], part.from, part.theme.theme);
      if (!dwell) return std::unexpected(dwell.error());
      place = part.slides.size();
      part.slides.push_back({index, 0, *dwell, part.round});
    }
    auto& slide = part.slides[*place];
    ++slide.turns;
    part.round += slide.dwell;
  }
  return {};
}

}  // namespace

Result<std::vector<DayPart>> schedule_of(const content::Snapshot& content, const playlist::Moment& from, WallTime end,
                                         const std::filesystem::path& data) {
  Dwells dwells(data, content);
  auto parts = parts_of(content, from, end);
  const DayPart* before = nullptr;
  for (DayPart& part : parts) {
    if (before != nullptr && before->show == part.show && before->theme.theme == part.theme.theme) {
      part.slides = before->slides;
      part.round = before->round;
    } else if (const auto added = add_slides(part, dwells); !added) {
      return std::unexpected(added.error());
    }
    before = &part;
  }
  return parts;
}

std::vector<Span> lit_spans(const config::Screen& screen, const Span& within) {
  std::vector<Span> lit;
  for (LocalTime at = within.from; at < within.until;) {
    const LocalTime next = std::min(config::switched_at(screen, at).value_or(within.until), within.until);
    if (config::is_on_at(screen, at)) lit.push_back({at, next});
    at = next;
  }
  return lit;
}

}  // namespace lobby::preview
