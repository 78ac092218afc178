#include "config/ground.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "config/contrast.h"

namespace lobby::config {

namespace {

Colour mixed(Colour under, Colour over, double share) {
  const auto channel = [&](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
  };
  return {channel(under.red, over.red), channel(under.green, over.green), channel(under.blue, over.blue)};
}

Colour covered(Colour under, Colour over) { return mixed(under, over, over.alpha / 255.0); }

/// Gathers what lies at one point, element after element.
class Point {
 public:
  Point(double x, double y, const PlacedText& text, Size screen, const Theme& theme)
      : x_(x), y_(y), text_(text), screen_(screen), theme_(theme) {}

  Ground ground;

  void add(const Fill& fill, const Area& frame) {
    const Area area = frame.part(fill.box);
    if (!area.contains(x_, y_)) return;
    if (fill.to.empty()) {
      const Colour over = colour(fill.colour);
      if (over.alpha == 255) ground.is_picture = false;
      cover([&](Colour under) { return covered(under, over); });
    } else {
      const Colour here = mixed(colour(fill.colour), colour(fill.to), share_of(fill, area));
      ground.is_picture = false;
      cover([&](Colour) { return here; });
    }
  }

  void add(const Glow& glow, const Area& frame) {
    const double distance = distance_to(glow.x, glow.y, frame) / length(glow.radius);
    if (distance >= 1) return;
    const double light = (1 - distance * distance) * (1 - distance * distance);
    const Colour over = colour(glow.colour);
    cover([&](Colour under) { return mixed(under, over, light * over.alpha / 255.0); });
  }

  void add(const Picture& picture, const Area& frame) {
    if (frame.part(picture.box).contains(x_, y_)) ground.is_picture = true;
  }

  /// It is as strong as it must be.
  void add(const Scrim& scrim, const Area& frame) {
    if (!frame.part(scrim.box).meets(text_.area)) return;
    const Colour letters = colour(text_.text->colour);
    const Colour shade = colour(scrim.colour);
    if (ground.is_picture) ground.colours.assign(1, shade);
    ground.is_picture = false;
    cover([&](Colour under) { return contrast_ratio(letters, under) < least_contrast ? shade : under; });
  }

  void add(const Ornament& ornament, const Area& frame) {
    constexpr double stem = 1;
    if (ornament.line < stem) return;
    const double distance = distance_to(ornament.x, ornament.y, frame);
    const double outer = length(ornament.radius + ornament.line / 2);
    const double inner =
        length(ornament.shape == OrnamentShape::ring ? ornament.radius - ornament.line / 2 : ornament.inner);
    if (distance <= outer && distance >= inner) join(colour(ornament.colour));
  }

  void add(const Art& art, const Area& frame) {
    if (!art.colour.empty() && frame.part(art.box).contains(x_, y_)) join(colour(art.colour));
  }

  /// Round shapes and slanted ones do not fill their boxes; what lies beside them counts, too.
  void add(const Shape& shape, const Area& frame) {
    constexpr double stem = 1;
    if (shape.line > 0 && shape.line < stem) return;
    if (frame.part(shape.box).contains(x_, y_)) join(colour(shape.colour));
  }

  template <typename Other>
  void add(const Other&, const Area&) {}

  void add_mark() {
    if (!text_.mark.empty()) join(colour(std::string(text_.mark)));
  }

 private:
  Colour colour(const std::string& name) const { return resolve(theme_, name); }
  double length(double percent) const { return percent * unit_of(screen_) / 100; }
  double distance_to(double x, double y, const Area& frame) const {
    return std::hypot(x_ - frame.x - x * frame.width / 100, y_ - frame.y - y * frame.height / 100);
  }

  double share_of(const Fill& fill, const Area& area) const {
    const double angle = fill.angle * std::numbers::pi / 180;
    const double across = std::cos(angle);
    const double down = std::sin(angle);
    const double from_x = across >= 0 ? area.x : area.x + area.width;
    const double from_y = down >= 0 ? area.y : area.y + area.height;
    const double whole = std::abs(across) * area.width + std::abs(down) * area.height;
    return std::clamp(((x_ - from_x) * across + (y_ - from_y) * down) / whole, 0.0, 1.0);
  }

  template <typename Change>
  void cover(Change change) {
    for (Colour& under : ground.colours) under = change(under);
  }

  /// What is drawn in parts leaves the ground as it is beside them.
  void join(Colour over) {
    constexpr std::size_t most = 32;
    const std::size_t before = ground.colours.size();
    for (std::size_t index = 0; index < before && ground.colours.size() < most; ++index) {
      ground.colours.push_back(covered(ground.colours[index], over));
    }
  }

  double x_;
  double y_;
  const PlacedText& text_;
  Size screen_;
  const Theme& theme_;
};

}  // namespace

Ground ground_at(double x, double y, const PlacedText& text, const PlacedLayout& layout, Size screen,
                 const Theme& theme) {
  Point point(x, y, text, screen, theme);
  point.ground.colours.push_back(Colour{});
  for (const auto& [element, frame] : layout.grounds) {
    std::visit([&, area = frame](const auto& what) { point.add(what, area); }, element->what);
  }
  point.add_mark();
  return std::move(point.ground);
}

}  // namespace lobby::config
