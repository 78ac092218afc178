#pragma once

#include <vector>

#include "base/canvas.h"

namespace lobby::preview {

/// All slides at a glance: small copies in rows, in the order in which they were added.
class ContactSheet {
 public:
  /// Rows of at most so many; 0: as many as fit.
  explicit ContactSheet(int most_in_row = 0) : most_in_row_(most_in_row) {}

  void add(const Canvas& slide);
  /// At most 2000 pixels wide.
  Canvas canvas() const;
  /// The small copies; of more than 84 slides those of the first 84.
  const std::vector<Canvas>& copies() const { return thumbnails_; }

 private:
  int most_in_row_;
  std::vector<Canvas> thumbnails_;
};

}  // namespace lobby::preview
