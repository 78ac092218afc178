#pragma once

#include <vector>

#include "stage/canvas.h"

namespace lobby::app {

/// All slides at a glance: small copies in rows, in the order in which they were added.
class ContactSheet {
 public:
  void add(const stage::Canvas& slide);
  /// At most 2000 pixels wide.
  stage::Canvas canvas() const;

 private:
  std::vector<stage::Canvas> thumbnails_;
};

}  // namespace lobby::app
