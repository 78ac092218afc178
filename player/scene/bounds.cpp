#include "scene/build_scene.h"

namespace lobby::scene {

Rect bounds(const Scene& scene) {
  Rect all;
  for (const auto& op : scene.ops) {
    const Rect box = std::visit(
        [&](const auto& what) {
          if constexpr (requires { what.box; }) {
            return what.box;
          } else {
            return Rect{0, 0, scene.size.width, scene.size.height};
          }
        },
        op);
    all = united(all, box);
  }
  return all;
}

}  // namespace lobby::scene
