#pragma once

namespace lobby {

/// Width and height in device pixels.
struct Size {
  int width = 0;
  int height = 0;
  bool operator==(const Size&) const = default;
};

/// A rectangle in device pixels; x grows to the right, y downwards; the right and bottom edges are outside.
struct Rect {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
  bool operator==(const Rect&) const = default;
  int right() const { return x + width; }
  int bottom() const { return y + height; }
  bool empty() const { return width <= 0 || height <= 0; }
};

/// The part that two rectangles share; empty where they do not meet.
Rect intersection(const Rect& a, const Rect& b);

/// The smallest rectangle around both; an empty one counts for nothing.
Rect united(const Rect& a, const Rect& b);

/// The largest part of `box` with the aspect of `size`, in the middle of it.
Rect contained(Size size, const Rect& box);

}  // namespace lobby
