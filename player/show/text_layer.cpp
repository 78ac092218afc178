#include "show/text_layer.h"

#include "stage/cross_fade.h"

namespace lobby::show {

TextLayer::TextLayer(Canvas& canvas, const std::vector<Part>& under) : canvas_(canvas), under_(under) {
  for (const Part& part : under_) painted_.push_back(part_of(canvas_, part.area));
}

void TextLayer::show(double share) {
  for (std::size_t index = 0; index < under_.size(); ++index) {
    const auto& [area, bare] = under_[index];
    const auto width = static_cast<std::size_t>(area.width);
    for (int y = 0; y < area.height; ++y) {
      stage::cross_fade(bare.row(y), painted_[index].row(y), canvas_.row(area.y + y) + area.x, width, share);
    }
  }
}

Rect TextLayer::area() const {
  Rect all;
  for (const auto& part : under_) all = united(all, part.area);
  return all;
}

}  // namespace lobby::show
