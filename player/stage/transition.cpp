#include "stage/transition.h"

#include <algorithm>
#include <cmath>

#include "stage/cross_fade.h"

namespace lobby::stage {

namespace {

constexpr View old_frame{Layer::from, 0, 0};
constexpr View new_frame{Layer::to, 0, 0};
constexpr View ground{Layer::ground, 0, 0};

/// The body seen as one line of positions that run forward.
class Track {
 public:
  explicit Track(const Route& route) : body_(route.body), forward_(route.forward) {}

  bool level() const { return forward_ == Direction::right || forward_ == Direction::left; }
  bool along() const { return forward_ == Direction::right || forward_ == Direction::down; }
  int length() const { return level() ? body_.width : body_.height; }

  Rect part(int begin, int end) const {
    const int first = along() ? begin : length() - end;
    return level() ? Rect{body_.x + first, body_.y, end - begin, body_.height}
                   : Rect{body_.x, body_.y + first, body_.width, end - begin};
  }
  View moved(Layer layer, int forward) const {
    const int by = along() ? forward : -forward;
    return level() ? View{layer, by, 0} : View{layer, 0, by};
  }

 private:
  Rect body_;
  Direction forward_;
};

void add(std::vector<Patch>& patches, const Patch& patch) {
  if (!patch.area.empty()) patches.push_back(patch);
}

void add_slide(std::vector<Patch>& patches, const Track& track, double progress) {
  const int length = track.length();
  const int gone = static_cast<int>(std::lround(progress * length));
  const View old = track.moved(Layer::from, -gone);
  const View arriving = track.moved(Layer::to, length - gone);
  add(patches, {track.part(0, length - gone), old, old, 0});
  add(patches, {track.part(length - gone, length), arriving, arriving, 0});
}

/// The edge is wide enough to look soft and narrower than a word, so that no two texts lie over one another in it.
void add_wipe(std::vector<Patch>& patches, const Track& track, double progress) {
  constexpr int steps = 8;
  const int length = track.length();
  const int step = std::max(1, length / 200);
  const int edge = steps * step;
  const int front = static_cast<int>(std::lround(progress * (length + edge)));
  const auto within = [length](int position) { return std::clamp(position, 0, length); };
  add(patches, {track.part(0, within(front - edge)), new_frame, new_frame, 0});
  for (int index = 0; index < steps; ++index) {
    const int end = front - index * step;
    add(patches, {track.part(within(end - step), within(end)), old_frame, new_frame, (index + 0.5) / steps});
  }
  add(patches, {track.part(within(front), length), old_frame, old_frame, 0});
}

void add_dip(std::vector<Patch>& patches, const Rect& body, double progress) {
  if (progress < 0.5) {
    add(patches, {body, old_frame, ground, 2 * progress});
  } else {
    add(patches, {body, ground, new_frame, 2 * progress - 1});
  }
}

}  // namespace

std::vector<Patch> patches_at(const Route& route, Size screen, double progress) {
  progress = std::clamp(progress, 0.0, 1.0);
  const Rect& body = route.body;
  std::vector<Patch> patches;
  for (const Rect& beside :
       {Rect{0, 0, screen.width, body.y}, Rect{0, body.bottom(), screen.width, screen.height - body.bottom()},
        Rect{0, body.y, body.x, body.height}, Rect{body.right(), body.y, screen.width - body.right(), body.height}}) {
    add(patches, {beside, old_frame, new_frame, progress});
  }
  switch (route.kind) {
    case TransitionKind::fade:
      add(patches, {body, old_frame, new_frame, progress});
      break;
    case TransitionKind::slide:
      add_slide(patches, Track(route), progress);
      break;
    case TransitionKind::wipe:
      add_wipe(patches, Track(route), progress);
      break;
    case TransitionKind::dip:
      add_dip(patches, body, progress);
      break;
  }
  return patches;
}

Rect body_beside(const Rect& bar, Size screen) {
  const Rect whole{0, 0, screen.width, screen.height};
  if (bar.empty()) return whole;
  if (bar.width >= screen.width) {
    const Rect above{0, 0, screen.width, bar.y};
    const Rect below{0, bar.bottom(), screen.width, screen.height - bar.bottom()};
    return above.height >= below.height ? above : below;
  }
  if (bar.height >= screen.height) {
    const Rect left{0, 0, bar.x, screen.height};
    const Rect right{bar.right(), 0, screen.width - bar.right(), screen.height};
    return left.width >= right.width ? left : right;
  }
  return whole;
}

Mixer::Mixer(const Canvas& from, const Canvas& to, Colour colour)
    : from_(from), to_(to), ground_(static_cast<std::size_t>(to.size().width), pack(colour)) {}

const std::uint32_t* Mixer::pixels(const View& view, int x, int y) const {
  if (view.layer == Layer::ground) return ground_.data() + x;
  return (view.layer == Layer::from ? from_ : to_).row(y - view.down) + (x - view.right);
}

void Mixer::draw_row(std::span<const Patch> patches, int y, std::uint32_t* target) const {
  for (const Patch& patch : patches) {
    if (y >= patch.area.y && y < patch.area.bottom()) draw_part(patch, y, target);
  }
}

void Mixer::draw_part(const Patch& patch, int y, std::uint32_t* target) const {
  const int x = patch.area.x;
  const auto width = static_cast<std::size_t>(patch.area.width);
  const std::uint32_t* under = pixels(patch.under, x, y);
  if (patch.weight <= 0) {
    std::copy_n(under, width, target + x);
  } else {
    cross_fade(under, pixels(patch.over, x, y), target + x, width, patch.weight);
  }
}

}  // namespace lobby::stage
