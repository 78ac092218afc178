#include "scene/build_scene.h"

#include <algorithm>
#include <cmath>

#include "scene/facts.h"
#include "scene/placed_qr.h"
#include "scene/placed_shape.h"
#include "scene/region.h"
#include "scene/rows.h"
#include "scene/table.h"
#include "scene/tiles.h"
#include "scene/typeset.h"
#include "scene/weather_fields.h"

namespace lobby::scene {

namespace {

OrnamentShape shape_of(config::OrnamentShape shape) {
  switch (shape) {
    case config::OrnamentShape::ring:
      return OrnamentShape::ring;
    case config::OrnamentShape::rays:
      return OrnamentShape::rays;
    case config::OrnamentShape::dots:
      return OrnamentShape::dots;
    case config::OrnamentShape::star:
      return OrnamentShape::star;
  }
  return OrnamentShape::ring;
}

/// Everything an element needs to become operations.
class Builder {
 public:
  Builder(const playlist::Slide& slide, const config::Theme& theme, const Surroundings& surroundings, Size screen,
          TextMeasurer& measurer)
      : slide_(slide),
        theme_(theme),
        surroundings_(surroundings),
        screen_(screen),
        frame_{0, 0, screen.width, screen.height},
        unit_(unit_of(screen)),
        measurer_(measurer),
        fields_(fields_of(slide, surroundings)) {
    scene_.size = screen;
    add_weather_words(fields_, theme);
  }

  Scene build(std::initializer_list<std::string_view> layout_names) {
    for (const auto name : layout_names) {
      const auto layout = theme_.layouts.find(std::string(name));
      if (layout != theme_.layouts.end()) add(layout->second.elements);
    }
    settle_scrims();
    return std::move(scene_);
  }

 private:
  Rect rect(const config::Box& box) const {
    const auto x = std::lround(across(box.x));
    const auto y = std::lround(down(box.y));
    const auto right = std::lround(across(box.x + box.width));
    const auto bottom = std::lround(down(box.y + box.height));
    return {static_cast<int>(x), static_cast<int>(y), static_cast<int>(right - x), static_cast<int>(bottom - y)};
  }
  double across(double percent) const { return frame_.x + percent * frame_.width / 100.0; }
  double down(double percent) const { return frame_.y + percent * frame_.height / 100.0; }
  double length(double percent) const { return percent * unit_ / 100.0; }
  Colour colour(const std::string& name) const { return config::resolve(theme_, name); }

  void add(const config::Fill& fill) {
    FillOp op{rect(fill.box), colour(fill.colour), std::nullopt, fill.angle, static_cast<int>(length(fill.radius))};
    if (!fill.to.empty()) op.to = colour(fill.to);
    scene_.ops.push_back(op);
  }

  void add(const config::Glow& glow) {
    scene_.ops.push_back(GlowOp{across(glow.x), down(glow.y), length(glow.radius), colour(glow.colour)});
  }

  void add(const config::Picture& picture) {
    const auto* image = picture_of(slide_, static_cast<std::size_t>(picture.index));
    if (image == nullptr || pictures_ == most_pictures) return;
    PictureOp op{rect(picture.box), image->file, PictureFit::cover, {picture.focus_x, picture.focus_y}};
    if (picture.fit == config::PictureFit::automatic) op.fit = fit_for(image->size, {op.box.width, op.box.height});
    if (picture.fit == config::PictureFit::blurred) op.fit = PictureFit::whole;
    if (picture.fit == config::PictureFit::contain) op.box = contained(image->size, op.box);
    if (theme_.pictures == config::PictureTone::grey) op.tone = PictureTone::grey;
    if (op.box.empty()) return;
    ++pictures_;
    scene_.ops.push_back(std::move(op));
  }

  void add(const config::Art& art) {
    const auto file = theme_.art.find(filled_part(art.file, fields_));
    if (file == theme_.art.end()) return;
    ArtOp op{rect(art.box), file->second, std::nullopt};
    if (!art.colour.empty()) op.colour = colour(art.colour);
    scene_.ops.push_back(std::move(op));
  }

  /// It moves, so it is no part of a scene.
  void add(const config::TickerBand& /*band*/) {}

  void add(const config::Qr& qr) {
    auto op = placed_qr(filled_part(qr.text, fields_), rect(qr.box), unit_);
    if (!op) return;
    op->colour = colour(qr.colour);
    op->ground = colour(qr.ground);
    scene_.ops.push_back(*std::move(op));
  }

  void add(const config::Scrim& scrim) {
    const Rect box = rect(scrim.box);
    scene_.ops.push_back(ScrimOp{box, box.y, colour(scrim.colour), colour(scrim.text)});
  }

  void add(const config::Ornament& ornament) {
    constexpr double thinnest = 1.0;
    scene_.ops.push_back(OrnamentOp{
        shape_of(ornament.shape), across(ornament.x), down(ornament.y), length(ornament.radius), length(ornament.inner),
        std::max(thinnest, length(ornament.line)), ornament.count, colour(ornament.colour)});
  }

  void add(const config::Shape& shape) {
    constexpr double thinnest = 1.0;
    const double line = shape.line > 0 ? std::max(thinnest, length(shape.line)) : 0;
    scene_.ops.push_back(placed_shape(shape, rect(shape.box), line, colour(shape.colour)));
  }

  void add(const std::vector<config::Element>& elements) {
    for (const auto& element : elements) {
      if (!hold(element.when, slide_, screen_)) continue;
      std::visit([this](const auto& what) { add(what); }, element.what);
    }
  }

  void add(const config::Region& region) {
    std::vector<double> weights;
    std::vector<const config::Cell*> cells;
    for (const auto& cell : region.cells) {
      if (!hold(cell.when, slide_, screen_)) continue;
      weights.push_back(cell.weight);
      cells.push_back(&cell);
    }
    const auto gap = static_cast<int>(std::lround(length(region.gap)));
    const auto parts = parts_of(rect(region.box), region.direction, gap, weights);
    const Rect around = frame_;
    for (std::size_t index = 0; index < cells.size(); ++index) {
      frame_ = parts[index];
      if (!frame_.empty()) add(cells[index]->elements);
    }
    frame_ = around;
  }

  void add(const config::Stack& stack) {
    const Rect box = rect(stack.box);
    const auto copies = copies_of(stack.texts, fields_, slide_, {screen_, box.width}, measurer_);
    const auto blocks = set_stack(copies, {box.width, box.height}, unit_, measurer_);
    place(blocks, box, top_of(box, stack.align, height_of(blocks)), theme_, measurer_, scene_.ops);
  }

  void add(const config::Rows& rows) {
    append(set_rows(rows, rect(rows.box), frame_.width, row_fields(), slide_, theme_, screen_, measurer_));
  }

  void add(const config::Table& table) {
    append(set_table(table, rect(table.box), slide_, theme_, screen_, measurer_));
  }

  void add(const config::Tiles& tiles) {
    append(set_tiles(tiles, rect(tiles.box), row_fields(), slide_, theme_, screen_, measurer_));
  }

  std::vector<Fields> row_fields() const {
    auto rows = row_fields_of(slide_, surroundings_);
    for (auto& fields : rows) add_weather_words(fields, theme_);
    return rows;
  }

  void append(std::vector<Op> ops) {
    for (auto& op : ops) scene_.ops.push_back(std::move(op));
  }

  /// A scrim is solid where text lies on it and is made for the least legible colour among those texts; a scrim
  /// without text is not drawn.
  void settle_scrims() {
    for (auto& op : scene_.ops) {
      if (auto* scrim = std::get_if<ScrimOp>(&op)) settle(*scrim);
    }
    std::erase_if(scene_.ops, [](const Op& op) {
      const auto* scrim = std::get_if<ScrimOp>(&op);
      return scrim != nullptr && scrim->box.empty();
    });
  }

  void settle(ScrimOp& scrim) {
    constexpr double headroom = 1.5;
    constexpr double fade = 14;
    std::optional<int> top;
    for (const auto& op : scene_.ops) {
      const auto* text = std::get_if<TextOp>(&op);
      if (text == nullptr || intersection(text->box, scrim.box).empty()) continue;
      top = std::min(top.value_or(text->box.y), text->box.y);
      if (contrast_ratio(text->colour, scrim.colour) < contrast_ratio(scrim.text, scrim.colour)) {
        scrim.text = text->colour;
      }
    }
    if (!top) {
      scrim.box = {};
      return;
    }
    scrim.solid_from = *top - static_cast<int>(length(headroom));
    const int upper = std::max(0, scrim.solid_from - static_cast<int>(length(fade)));
    scrim.box = {scrim.box.x, upper, scrim.box.width, scrim.box.bottom() - upper};
  }

  const playlist::Slide& slide_;
  const config::Theme& theme_;
  const Surroundings& surroundings_;
  Size screen_;
  Rect frame_;  ///< What boxes count in: the screen, or a cell of a region.
  std::size_t pictures_ = 0;
  int unit_;
  TextMeasurer& measurer_;
  Fields fields_;
  Scene scene_;
};

}  // namespace

std::string_view stand_in_layout(std::string_view kind) {
  if (kind == "photo-pair") return "photo";
  constexpr std::string_view speaking[] = {"mourning", "welcome", "roster", "figures", "quotation", "weather"};
  return std::ranges::find(speaking, kind) != std::end(speaking) ? "notice" : std::string_view();
}

Scene build_scene(const playlist::Slide& slide, const config::Theme& theme, const Surroundings& surroundings,
                  Size screen, TextMeasurer& measurer) {
  const bool has_own = theme.layouts.contains(std::string(slide.kind()));
  const auto layout = has_own ? slide.kind() : stand_in_layout(slide.kind());
  return Builder(slide, theme, surroundings, screen, measurer).build({layout, "trim"});
}

Scene build_strip(const playlist::Slide& slide, const config::Theme& theme, const Surroundings& surroundings,
                  Size screen, TextMeasurer& measurer) {
  return Builder(slide, theme, surroundings, screen, measurer).build({"strip"});
}

}  // namespace lobby::scene
