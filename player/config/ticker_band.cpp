#include "config/ticker_band.h"

#include "config/contrast.h"
#include "config/layout_reader.h"

namespace lobby::config {

namespace {

/// What moves is copied and never mixed with what lies under it.
void check_ground(const MapReader& map, const LayoutReader& reader, const TickerBand& band) {
  const Colour ground = reader.colour(band.ground);
  if (ground.alpha < 255) {
    map.report().error(map.place("ground"), "'ground' must be a colour that nothing shines through");
    return;
  }
  const double ratio = contrast_ratio(reader.colour(band.colour), ground);
  if (ratio >= least_contrast) return;
  map.report().warning(
      map.place("colour"),
      format("text stands at a contrast of {:.2f}:1 to its ground; it needs {:g}:1", ratio, least_contrast));
}

}  // namespace

TickerBand read_ticker_band(const Node& node, const LayoutReader& reader) {
  const MapReader map(node, "'ticker'",
                      {"height", "face", "size", "colour", "ground", "separator", "separator_colour", "gap"},
                      reader.report());
  TickerBand band;
  if (!map.readable()) return band;
  map.read("height", number(1, 20), band.height);
  reader.require_face(map, band.face);
  map.read("size", number(0.5, 15), band.size);
  reader.read_colour(map, "colour", band.colour);
  const bool has_ground = map.require("ground") != nullptr;
  reader.read_colour(map, "ground", band.ground);
  map.read("separator", screen_text(0, 10), band.separator);
  reader.read_colour(map, "separator_colour", band.separator_colour);
  map.read("gap", number(0, 50), band.gap);
  if (has_ground && reader.is_colour(band.colour) && reader.is_colour(band.ground)) check_ground(map, reader, band);
  return band;
}

}  // namespace lobby::config
