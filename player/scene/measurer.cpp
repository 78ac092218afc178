#include "scene/measurer.h"

#include "text/legible.h"

namespace lobby::scene {

std::string legible(std::string_view text, const std::string& face, TextMeasurer& measurer) {
  return text::legible(text, [&](std::string_view letter) { return measurer.covers(face, letter); });
}

}  // namespace lobby::scene
