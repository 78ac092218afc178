#include "stage/painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "stage/art.h"
#include "stage/outline.h"
#include "stage/shapes.h"

namespace lobby::stage {

namespace {

using scene::FillOp;
using scene::GlowOp;
using scene::OrnamentOp;
using scene::PictureOp;
using scene::ScrimOp;
using scene::TextOp;

void paint_op(const FillOp& fill, Canvas& canvas) {
  if (fill.to) {
    draw_grade(canvas, fill.box, fill.colour, *fill.to, fill.angle);
  } else {
    draw_box(canvas, fill.box, fill.colour, fill.radius);
  }
}

void paint_op(const GlowOp& glow, Canvas& canvas) { draw_glow(canvas, {glow.x, glow.y}, glow.radius, glow.colour); }

Point on_circle(const OrnamentOp& ornament, double radius, double turn) {
  const double angle = 2 * std::numbers::pi * turn - std::numbers::pi / 2;
  return {ornament.x + radius * std::cos(angle), ornament.y + radius * std::sin(angle)};
}

void paint_op(const OrnamentOp& ornament, Canvas& canvas) {
  if (ornament.shape == scene::OrnamentShape::ring) {
    draw_ring(canvas, {ornament.x, ornament.y}, ornament.radius, ornament.line, ornament.colour);
    return;
  }
  // Each by itself: where two meet a colour that lets light through counts twice.
  const auto segment = [&](Point from, Point to) {
    draw_outline(canvas, std::array{from, to}, false, ornament.line, ornament.colour);
  };
  for (int index = 0; index < ornament.count; ++index) {
    const double turn = static_cast<double>(index) / ornament.count;
    const double half = 0.5 / ornament.count;
    const Point outer = on_circle(ornament, ornament.radius, turn);
    if (ornament.shape == scene::OrnamentShape::rays) {
      segment(on_circle(ornament, ornament.inner, turn), outer);
    } else if (ornament.shape == scene::OrnamentShape::dots) {
      draw_ring(canvas, outer, ornament.inner, ornament.line, ornament.colour);
    } else {
      const Point before = on_circle(ornament, ornament.inner, turn - half);
      const Point after = on_circle(ornament, ornament.inner, turn + half);
      segment(before, outer);
      segment(outer, after);
    }
  }
}

void paint_op(const scene::ShapeOp& shape, Canvas& canvas) {
  std::vector<Point> points;
  for (const auto& spot : shape.points) points.push_back({spot.x, spot.y});
  if (shape.line > 0) {
    draw_outline(canvas, points, shape.closed, shape.line, shape.colour);
  } else {
    fill_outline(canvas, points, shape.colour);
  }
}

/// A drawing that was no SVG is found by `check` and at the start; here its place stays free.
void paint_op(const scene::ArtOp& art, Canvas& canvas) {
  if (art.svg) static_cast<void>(draw_plain_art(canvas, art.box, *art.svg, art.colour));
}

void paint_op(const scene::QrOp& qr, Canvas& canvas) {
  draw_box(canvas, qr.box, qr.ground, 0);
  const int quiet = (qr.box.width - qr.module * qr.code.side) / 2;
  for (int y = 0; y < qr.code.side; ++y) {
    for (int x = 0; x < qr.code.side; ++x) {
      const Rect module{qr.box.x + quiet + x * qr.module, qr.box.y + quiet + y * qr.module, qr.module, qr.module};
      if (qr.code.is_dark(x, y)) draw_box(canvas, module, qr.colour, 0);
    }
  }
}

/// The grey that is as light as the pixel which only one in a hundred exceeds (or, for dark text, undercuts).
Colour extreme_under(const Canvas& canvas, const Rect& area, bool brightest) {
  constexpr int step = 3;
  std::array<int, 256> histogram{};
  int count = 0;
  for (int y = area.y; y < area.bottom(); y += step) {
    for (int x = area.x; x < area.right(); x += step) {
      const Colour colour = unpack(canvas.row(y)[x]);
      const auto grey = (colour.red * 54 + colour.green * 183 + colour.blue * 19) >> 8;
      ++histogram[static_cast<std::size_t>(grey)];
      ++count;
    }
  }
  int left = count / 100;
  for (int index = 0; index < 256; ++index) {
    const int grey = brightest ? 255 - index : index;
    left -= histogram[static_cast<std::size_t>(grey)];
    if (left < 0)
      return {static_cast<std::uint8_t>(grey), static_cast<std::uint8_t>(grey), static_cast<std::uint8_t>(grey)};
  }
  return {};
}

unsigned needed_coverage(Colour under, Colour scrim, Colour text) {
  constexpr double least_contrast = 7.0;
  constexpr unsigned step = 5;
  for (unsigned coverage = 0; coverage < 255; coverage += step) {
    if (contrast_ratio(unpack(blend(pack(under), scrim, coverage)), text) >= least_contrast) return coverage;
  }
  return 255;
}

unsigned coverage_of(const ScrimOp& scrim, const Canvas& canvas) {
  if (scrim.coverage) return *scrim.coverage;
  const Rect area = intersection(scrim.box, canvas.bounds());
  const Rect solid = intersection(area, {area.x, scrim.solid_from, area.width, area.bottom() - scrim.solid_from});
  const bool light_text = relative_luminance(scrim.text) > relative_luminance(scrim.colour);
  return needed_coverage(extreme_under(canvas, solid, light_text), scrim.colour, scrim.text);
}

void paint_op(const ScrimOp& scrim, Canvas& canvas) {
  const Rect area = intersection(scrim.box, canvas.bounds());
  if (area.empty()) return;
  const unsigned coverage = coverage_of(scrim, canvas);
  for (int y = area.y; y < area.bottom(); ++y) {
    const double rise = scrim.solid_from > area.y
                            ? std::clamp(static_cast<double>(y - area.y) / (scrim.solid_from - area.y), 0.0, 1.0)
                            : 1.0;
    const double eased = rise * rise * (3 - 2 * rise);
    const auto here = static_cast<unsigned>(std::lround(coverage * eased));
    std::uint32_t* row = canvas.row(y);
    for (int x = area.x; x < area.right(); ++x) row[x] = blend(row[x], scrim.colour, here);
  }
}

}  // namespace

void paint(const scene::Scene& scene, FontSet& fonts, std::span<const Canvas> pictures, Canvas& canvas) {
  paint_ground(scene, pictures, canvas);
  paint_texts(scene, fonts, canvas);
}

namespace {

/// `before` sees each operation, and the canvas as it is before it is painted.
template <typename Op, typename Before>
void paint_ops(std::span<Op> ops, std::span<const Canvas> pictures, Canvas& canvas, Before before) {
  for (auto& op : ops) {
    before(op, canvas);
    if (const auto* placed = std::get_if<PictureOp>(&op)) {
      if (pictures.empty()) continue;
      place_part(pictures.front(), canvas, placed->box);
      pictures = pictures.subspan(1);
      continue;
    }
    std::visit(
        [&](const auto& what) {
          if constexpr (requires { paint_op(what, canvas); }) paint_op(what, canvas);
        },
        op);
  }
}

}  // namespace

void paint_ground(const scene::Scene& scene, std::span<const Canvas> pictures, Canvas& canvas) {
  paint_ops(std::span(scene.ops), pictures, canvas, [](const auto&, const Canvas&) {});
}

scene::Scene with_scrims_for(scene::Scene scene, std::span<const Canvas> pictures) {
  Canvas canvas(scene.size);
  paint_ops(std::span(scene.ops), pictures, canvas, [](scene::Op& op, const Canvas& under) {
    auto* scrim = std::get_if<ScrimOp>(&op);
    if (scrim == nullptr) return;
    ScrimOp anew = *scrim;
    anew.coverage.reset();
    scrim->coverage = std::max(scrim->coverage.value_or(0), coverage_of(anew, under));
  });
  return scene;
}

Canvas painted_ground(const scene::Scene& scene, std::span<const Canvas> pictures) {
  Canvas canvas(scene.size);
  paint_ground(scene, pictures, canvas);
  return canvas;
}

void paint_texts(const scene::Scene& scene, FontSet& fonts, Canvas& canvas) {
  for (const auto& op : scene.ops) {
    const auto* text = std::get_if<TextOp>(&op);
    if (text == nullptr) continue;
    for (const auto& line : text->lines) {
      fonts.draw(canvas, text->setting, text->colour, line.text, line.x, line.baseline);
    }
  }
}

}  // namespace lobby::stage
