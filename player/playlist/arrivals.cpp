#include "playlist/arrivals.h"

#include <algorithm>
#include <set>

namespace lobby::playlist {

namespace {

constexpr std::size_t most_waiting = 5;

/// Long enough to see that the slide before was no flicker.
constexpr std::chrono::seconds least_turn(2);

std::optional<std::size_t> position_of(const Show& show, const std::string& id) {
  const auto found = std::ranges::find_if(show.order, [&](std::size_t slide) { return show.slides[slide].id == id; });
  if (found == show.order.end()) return std::nullopt;
  return static_cast<std::size_t>(found - show.order.begin());
}

/// The addresses of the photos of a slide; none of any other kind.
std::vector<std::string> photos_of(const Slide& slide) {
  if (const auto* photo = std::get_if<PhotoSlide>(&slide.what)) return {photo->photo.image.url};
  if (const auto* pair = std::get_if<PhotoPairSlide>(&slide.what)) {
    return {pair->first.image.url, pair->second.image.url};
  }
  return {};
}

bool put_there_by_hand(const Slide& slide, const config::Config& config) {
  if (photos_of(slide).empty()) return false;
  const auto source = std::ranges::find(config.sources, slide.source(), &config::Source::name);
  return source != config.sources.end() && (std::holds_alternative<config::PhotoFolder>(source->what) ||
                                            std::holds_alternative<config::UsbStick>(source->what));
}

}  // namespace

void Arrivals::note(const Show& before, const Show& after, const config::Config& config) {
  const auto waits = [&](const Slide& slide) { return std::ranges::find(queue_, slide.id) != queue_.end(); };
  std::set<std::string> known;
  for (const auto& slide : before.slides) {
    // A photo that waited alone may now wait as half of a pair.
    if (waits(slide)) continue;
    for (auto& photo : photos_of(slide)) known.insert(std::move(photo));
  }
  std::erase_if(queue_, [&](const std::string& id) { return !position_of(after, id); });
  const auto is_new = [&](const std::string& photo) { return !known.contains(photo); };
  for (const auto& slide : after.slides) {
    if (queue_.size() >= most_waiting) return;
    if (waits(slide) || !put_there_by_hand(slide, config)) continue;
    if (std::ranges::any_of(photos_of(slide), is_new)) queue_.push_back(slide.id);
  }
}

std::size_t Arrivals::next(const Show& show, std::size_t position) const {
  if (!queue_.empty()) {
    if (const auto arrival = position_of(show, queue_.front())) return *arrival;
  }
  const auto left = left_at_ ? position_of(show, *left_at_) : std::nullopt;
  return next_position(show, left.value_or(position));
}

void Arrivals::shown(const Show& show, std::size_t before, std::size_t position) {
  const std::string& id = show.slides[show.order[position]].id;
  const auto arrival = std::ranges::find(queue_, id);
  if (arrival == queue_.end()) {
    on_screen_.reset();
    left_at_.reset();
    return;
  }
  queue_.erase(arrival);
  on_screen_ = id;
  if (!left_at_ && before < show.order.size()) left_at_ = show.slides[show.order[before]].id;
}

SteadyTime Arrivals::ends_at(const Show& show, const Turn& turn) const {
  const SteadyTime end = playlist::ends_at(turn);
  if (queue_.empty() || on_screen_ == current_slide(show, turn).id) return end;
  return std::min(end, turn.began + least_turn);
}

}  // namespace lobby::playlist
