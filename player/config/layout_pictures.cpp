#include "config/layout_reader.h"

namespace lobby::config {

namespace {

/// Reads «[x, y]», whole percents of the picture, where `focus` is set.
void read_focus(const MapReader& map, Picture& picture) {
  const Node* node = map.find("focus");
  if (!node) return;
  if (node->kind != Node::Kind::list || node->items.size() != 2) {
    report_mismatch(*node, "'focus'", "a list of two whole numbers [x, y], percents of the picture", {}, map.report());
    return;
  }
  static const auto percent = whole_number(0, 100);
  const auto x = read_scalar(node->items[0], "the first number of 'focus'", percent, map.report());
  const auto y = read_scalar(node->items[1], "the second number of 'focus'", percent, map.report());
  picture.focus_x = x.value_or(picture.focus_x);
  picture.focus_y = y.value_or(picture.focus_y);
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

}  // namespace lobby::config
