#pragma once

#include "playlist/slide.h"
#include "scene/fields.h"

// What slides of photos say beside what every photo says.
namespace lobby::scene {

/// Adds the place of a photo in its series. The title is that of the series; a photo without a caption of its own does
/// not say it twice.
void add_series(Fields& fields, const playlist::PhotoSlide& slide);

/// Adds what the second photo of a pair says.
void add_second(Fields& fields, const content::Photo& photo);

bool in_series(const playlist::Slide& slide);

/// Whether two photos say the same.
bool shares_caption(const playlist::Slide& slide);

}  // namespace lobby::scene
