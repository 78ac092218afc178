#include "config/layout_reader.h"

namespace lobby::config {

namespace {

/// Reads «[x, y]», whole percents of the picture, where `focus` is set.
void read_focus(const MapReader& map, Picture& picture) {
  const Node* node = map.find("focus");
  if (!node) return;
  const auto numbers = list_of(*node, 2);
  if (!numbers) {
    report_mismatch(*node, "'focus'", "a list of two whole numbers [x, y], percents of the picture", {}, map.report());
    return;
  }
  static const auto percent = whole_number(0, 100);
  const auto x = read_scalar((*numbers)[0], "the first number of 'focus'", percent, map.report());
  const auto y = read_scalar((*numbers)[1], "the second number of 'focus'", percent, map.report());
  picture.focus_x = x.value_or(picture.focus_x);
  picture.focus_y = y.value_or(picture.focus_y);
}

/// A telephone looks for dark modules on a light ground, and needs them well apart.
void check_contrast(const MapReader& map, const LayoutReader& reader, const Qr& qr) {
  const Colour dark = reader.colour(qr.colour);
  const Colour light = reader.colour(qr.ground);
  if (relative_luminance(dark) > relative_luminance(light)) {
    map.report().error(map.place("colour"), "a QR code must be darker than its ground");
  } else if (contrast_ratio(dark, light) < 4) {
    map.report().error(map.place("colour"), "a QR code needs a contrast of 4:1 to its ground");
  }
}

}  // namespace

Picture read_picture(const Node& node, const LayoutReader& reader) {
  static const auto fit = choice<PictureFit>({{"auto", PictureFit::automatic},
                                              {"cover", PictureFit::cover},
                                              {"contain", PictureFit::contain},
                                              {"blurred", PictureFit::blurred}});
  const MapReader map(node, "'picture'", {"box", "fit", "focus", "index"}, reader.report());
  Picture picture;
  reader.read_box(map, picture.box);
  map.read("fit", fit, picture.fit);
  read_focus(map, picture);
  map.read("index", whole_number(0, 3), picture.index);
  return picture;
}

Art read_art(const Node& node, const LayoutReader& reader) {
  const MapReader map(node, "'art'", {"box", "file", "colour"}, reader.report());
  Art art;
  reader.read_box(map, art.box);
  reader.require_art(map, art.file);
  reader.read_colour(map, "colour", art.colour);
  return art;
}

Qr read_qr(const Node& node, const LayoutReader& reader) {
  const MapReader map(node, "'qr'", {"box", "text", "colour", "ground"}, reader.report());
  Qr qr;
  reader.read_box(map, qr.box);
  if (map.read("text", verbatim("text"), qr.text)) check_fields(*map.find("text"), map.report());
  reader.read_colour(map, "colour", qr.colour);
  reader.read_colour(map, "ground", qr.ground);
  check_contrast(map, reader, qr);
  return qr;
}

}  // namespace lobby::config
