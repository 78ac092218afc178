#include "preview/contact_sheet.h"

#include <algorithm>

#include "picture/resample.h"
#include "stage/shapes.h"

namespace lobby::preview {

namespace {

constexpr int longer_side = 480;
constexpr int gap = 12;
constexpr int widest = 2000;
constexpr Colour ground{128, 128, 128};

Size thumbnail_size(Size slide) {
  const int longer = std::max(slide.width, slide.height);
  return {std::max(1, slide.width * longer_side / longer), std::max(1, slide.height * longer_side / longer)};
}

}  // namespace

void ContactSheet::add(const Canvas& slide) {
  // A sheet is for looking over, and a canvas has a limit.
  constexpr std::size_t most = 84;
  if (thumbnails_.size() == most) return;
  thumbnails_.push_back(picture::resampled(slide, slide.bounds(), thumbnail_size(slide.size())));
}

Canvas ContactSheet::canvas() const {
  if (thumbnails_.empty()) return Canvas({1, 1});
  const Size cell = thumbnails_.front().size();
  const int count = static_cast<int>(thumbnails_.size());
  const int fitting = (widest - gap) / (cell.width + gap);
  const int columns = std::min(count, most_in_row_ > 0 ? std::min(most_in_row_, fitting) : fitting);
  const int rows = (count + columns - 1) / columns;
  Canvas sheet({gap + columns * (cell.width + gap), gap + rows * (cell.height + gap)});
  stage::draw_box(sheet, sheet.bounds(), ground, 0);
  for (int index = 0; index < count; ++index) {
    const int x = gap + index % columns * (cell.width + gap);
    const int y = gap + index / columns * (cell.height + gap);
    place_part(thumbnails_[static_cast<std::size_t>(index)], sheet, {x, y, cell.width, cell.height});
  }
  return sheet;
}

}  // namespace lobby::preview
