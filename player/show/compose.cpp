#include "show/compose.h"

#include <algorithm>

#include "playlist/show.h"
#include "playlist/ticker_texts.h"
#include "scene/build_scene.h"
#include "scene/strip_side.h"
#include "stage/painter.h"

namespace lobby::show {

namespace {

/// Beside the band of a ticker, which is the outermost part of a strip.
void add_band(const scene::Ticker& ticker, Size screen, scene::Scene& strip) {
  if (ticker.box.y == 0) scene::move_down(strip, ticker.box.height);
  strip.size = screen;
  strip.ops.emplace_back(scene::FillOp{ticker.box, ticker.ground, std::nullopt, 0, 0});
}

/// Sets what was laid out beside a ticker, if there is one, on the whole screen. The ticker is on the side of the
/// strip, also of one that cannot follow: it must not change sides from slide to slide.
void make_room(Composition& composition, scene::StripSide side, Size screen) {
  if (!composition.ticker) return;
  scene::Ticker& ticker = *composition.ticker;
  if (side == scene::StripSide::above) {
    ticker.box.y = 0;
    scene::move_down(composition.scene, ticker.box.height);
  }
  composition.scene.size = screen;
  add_band(ticker, screen, composition.strip);
}

}  // namespace

Composition compose(const playlist::Slide& slide, std::shared_ptr<const theme::Dress> dress,
                    const scene::Surroundings& surroundings, Size screen) {
  const auto ticker = ticker_of(*dress, surroundings, screen);
  const Size room = scene::beside(ticker, screen);
  auto scene = scene::build_scene(slide, dress->theme, surroundings, room, *dress->fonts);
  auto strip = scene::build_strip(slide, dress->theme, surroundings, room, *dress->fonts);
  Composition composition{slide,
                          std::move(scene),
                          std::move(strip),
                          ticker,
                          surroundings.now ? std::optional(surroundings.now->date) : std::nullopt,
                          std::move(dress)};
  if (surroundings.strip == scene::StripSide::above) {
    const int height = scene::lift_strip(composition.strip);
    scene::move_down(composition.scene, height);
    composition.strip_is_above = height > 0;
  }
  make_room(composition, surroundings.strip, screen);
  return composition;
}

Composition compose(const playlist::Slide& slide, const theme::Dress& dress, const scene::Surroundings& surroundings,
                    Size screen) {
  return compose(slide, std::shared_ptr<const theme::Dress>(std::shared_ptr<void>(), &dress), surroundings, screen);
}

bool looks_otherwise(const Composition& standing, const std::shared_ptr<const theme::Dress>& dress,
                     const scene::Surroundings& surroundings, Size screen) {
  const auto now = compose(standing.slide, dress, surroundings, screen);
  // The strip that stands may be a minute old: what its dress would say now is what counts.
  return now.scene != standing.scene || now.ticker != standing.ticker ||
         now.strip != compose_strip(standing, surroundings) || dress->font_files != standing.dress->font_files;
}

scene::Scene compose_strip(const Composition& composition, const scene::Surroundings& surroundings) {
  const theme::Dress& dress = *composition.dress;
  const Size screen = composition.scene.size;
  const Size room = scene::beside(composition.ticker, screen);
  auto strip = scene::build_strip(composition.slide, dress.theme, surroundings, room, *dress.fonts);
  if (composition.strip_is_above) scene::lift_strip(strip);
  if (composition.ticker) add_band(*composition.ticker, screen, strip);
  return strip;
}

std::optional<scene::Ticker> ticker_of(const theme::Dress& dress, const scene::Surroundings& surroundings,
                                       Size screen) {
  if (surroundings.ticker.empty()) return std::nullopt;
  auto ticker = scene::ticker_on(dress.theme, screen, *dress.fonts);
  // As `TickerLine` leaves out what the face cannot draw: a band in which nothing runs is only a bar.
  const auto says = [&](const std::string& text) {
    return !scene::legible(text, ticker->setting.face, *dress.fonts).empty();
  };
  return ticker && std::ranges::any_of(surroundings.ticker, says) ? ticker : std::nullopt;
}

namespace {

std::vector<Part> kept_under_texts(const Frame& frame) {
  std::vector<Part> parts;
  for (const auto& op : frame.composition.scene.ops) {
    const auto* text = std::get_if<scene::TextOp>(&op);
    if (text == nullptr) continue;
    const Rect area = intersection(text->box, frame.canvas.bounds());
    if (area.empty() || !intersection(area, frame.strip_area).empty()) continue;
    parts.push_back({area, part_of(frame.canvas, area)});
  }
  return parts;
}

}  // namespace

Frame paint_frame(Composition composition, const theme::Dress& dress, std::span<const Canvas> pictures) {
  auto ground = stage::painted_ground(composition.scene, pictures);
  return frame_on(std::move(ground), std::move(composition), dress);
}

Frame frame_on(Canvas ground, Composition composition, const theme::Dress& dress) {
  Frame frame{std::move(composition), std::move(ground), {}, {}, {}, {}};
  frame.strip_area = intersection(scene::bounds(frame.composition.strip), frame.canvas.bounds());
  frame.under_texts = kept_under_texts(frame);
  stage::paint_texts(frame.composition.scene, *dress.fonts, frame.canvas);
  frame.under_strip = part_of(frame.canvas, frame.strip_area);
  stage::paint(frame.composition.strip, *dress.fonts, {}, frame.canvas);
  return frame;
}

Frame frame_on(DriftGround ground, Composition composition, const theme::Dress& dress) {
  Frame frame = frame_on(std::move(ground.start), std::move(composition), dress);
  frame.drifting =
      with_texts(std::move(ground), frame.composition.scene, frame.strip_area, frame.under_texts, *dress.fonts);
  return frame;
}

void replace_strip(Frame& frame, scene::Scene strip, const theme::Dress& dress) {
  place_part(frame.under_strip, frame.canvas, frame.strip_area);
  frame.composition.strip = std::move(strip);
  stage::paint(frame.composition.strip, *dress.fonts, {}, frame.canvas);
}

scene::Surroundings surroundings_of(const content::Snapshot& snapshot, const playlist::Moment& moment) {
  constexpr std::chrono::hours quiet(24);
  const auto& config = *snapshot.config;
  scene::Surroundings surroundings{config.organisation,
                                   config.screen.timezone,
                                   std::nullopt,
                                   std::nullopt,
                                   {},
                                   playlist::ticker_texts(snapshot, moment)};
  if (config.panel_care.strip == config::StripPlace::top) surroundings.strip = scene::StripSide::above;
  if (!moment.date_known) return surroundings;
  surroundings.now = config.screen.timezone.local(moment.time);
  if (!snapshot.updated) return surroundings;
  const WallTime updated = snapshot.updated->by(moment.time, moment.steady);
  if (moment.time - updated > quiet) surroundings.updated = config.screen.timezone.local(updated);
  return surroundings;
}

}  // namespace lobby::show
