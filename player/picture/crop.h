#pragma once

#include "base/canvas.h"
#include "base/geometry.h"
#include "base/picture_fit.h"

namespace lobby::picture {

/// The largest part of a picture with the aspect of `box`: the middle from side to side, and above the middle from top
/// to bottom, where heads and flags are, unless what is to be seen lies clearly elsewhere. What has the colour of skin
/// is kept, and the edges stay clear of it, so that no head is cut; from side to side detail counts, too. Looks at a
/// reduced copy. A focus other than the usual one was chosen by a person and is obeyed to the letter. Any thread.
Rect crop_for(const Canvas& picture, Size box, Focus focus = {});

/// Where a window that drifts over a picture begins and ends, one size, one axis apart.
struct Pan {
  Rect from;
  Rect to;
  bool operator==(const Pan&) const = default;
};

/// A drift over what the crop leaves out: it arrives at the crop, from at most `percent` of the window's side away, and
/// on all its way keeps of a head what the crop keeps. Where there is no such way, or nothing is left out, it stands.
Pan pan_for(const Canvas& picture, Size box, Focus focus, int percent);

}  // namespace lobby::picture
