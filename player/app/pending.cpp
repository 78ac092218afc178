#include "app/pending.h"

#include <utility>

#include "playlist/turn.h"
#include "stage/painter.h"

namespace lobby::app {

bool Pending::lacks_order() const {
  return ticket == 0 && (painter == GroundPainter::decode_thread || !composition.scene.pictures().empty());
}

void Pending::order(DecodeThread& decoder, std::uint64_t& tickets) {
  if (!lacks_order()) return;
  DecodeOrder what{tickets + 1, composition.scene.pictures()};
  if (painter == GroundPainter::decode_thread) what.scene = composition.scene;
  if (decoder.order(std::move(what))) ticket = ++tickets;
}

void Pending::finish(const config::Config& config) {
  if (shown) return;
  if (painter == GroundPainter::render_thread) {
    if (pictures.empty() && !composition.scene.pictures().empty()) return;
    ground = stage::painted_ground(composition.scene, pictures);
    pictures.clear();
  }
  if (ground.empty()) return;
  const auto dwell = playlist::dwell_for(composition.scene.words(), config.dwell);
  shown = hung(frame_on(std::move(ground), composition, *composition.dress), config.screen.rotate, dwell);
}

}  // namespace lobby::app
