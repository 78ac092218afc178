#include "scene/scene.h"

#include <algorithm>
#include <cstdint>

#include "text/clean.h"

namespace lobby::scene {

int Scene::words() const {
  int count = 0;
  for (const auto& op : ops) {
    const auto* text = std::get_if<TextOp>(&op);
    if (text == nullptr) continue;
    for (const auto& line : text->lines) count += text::count_words(line.text);
  }
  return count;
}

std::vector<PictureOp> Scene::pictures() const {
  std::vector<PictureOp> pictures;
  for (const auto& op : ops) {
    if (const auto* picture = std::get_if<PictureOp>(&op)) pictures.push_back(*picture);
  }
  return pictures;
}

PictureFit fit_for(Size picture, Size box) {
  if (picture.width <= 0 || picture.height <= 0 || box.width <= 0 || box.height <= 0) return PictureFit::cover;
  const double picture_aspect = static_cast<double>(picture.width) / picture.height;
  const double box_aspect = static_cast<double>(box.width) / box.height;
  const double kept = std::min(picture_aspect, box_aspect) / std::max(picture_aspect, box_aspect);
  return kept >= 2.0 / 3.0 ? PictureFit::cover : PictureFit::whole;
}

}  // namespace lobby::scene
