#pragma once

#include <vector>

#include "base/canvas.h"

namespace lobby::app {

/// All slides at a glance: small copies in rows, in the order in which they were added.
class ContactSheet {
 public:
  void add(const Canvas& slide);
  /// At most 2000 pixels wide.
  Canvas canvas() const;

 private:
  std::vector<Canvas> thumbnails_;
};

}  // namespace lobby::app
