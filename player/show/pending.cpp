#include "show/pending.h"

#include <algorithm>
#include <utility>

#include "playlist/turn.h"
#include "show/photo_drift.h"
#include "stage/painter.h"

namespace lobby::show {

Pending pending_for(Composition composition, const config::Config& config, const PixelPool& pool, bool ticker_runs) {
  Pending pending;
  composition.drift = drift_of(composition, config, pool);
  // What is urgent has neither and waits for no other thread.
  const bool much = composition.drift > 0 || (ticker_runs && composition.ticker);
  if (much) pending.painter = GroundPainter::decode_thread;
  pending.composition = std::move(composition);
  return pending;
}

void Pending::order(DecodeThread& decoder, std::uint64_t& tickets) {
  if (painter == GroundPainter::render_thread && composition.scene.pictures().empty()) return;
  DecodeOrder what{tickets + 1, composition.scene.pictures()};
  if (painter == GroundPainter::decode_thread) what.scene = composition.scene;
  what.drift = composition.drift;
  if (decoder.order(std::move(what))) ticket = ++tickets;
}

void Pending::take(DecodedPictures decoded) {
  pictures = std::move(*decoded.pixels);
  ground = std::move(decoded.ground);
  drift = std::move(decoded.drift);
}

void Pending::finish(const config::Config& config) {
  if (shown) return;
  if (painter == GroundPainter::render_thread) {
    if (pictures.empty() && !composition.scene.pictures().empty()) return;
    ground = stage::painted_ground(composition.scene, pictures);
    pictures.clear();
  }
  if (ground.empty() && !drift) return;
  const auto dwell = playlist::dwell_for(composition.scene.words(), config.dwell);
  const theme::Dress& dress = *composition.dress;
  auto frame =
      drift ? frame_on(std::move(*drift), composition, dress) : frame_on(std::move(ground), composition, dress);
  drift.reset();
  shown = hung(std::move(frame), config.screen.rotate, dwell);
}

void Pending::bring(stage::Presenter& presenter, bool something_moves) {
  if (!shown) return;
  constexpr int slices = 16;
  const int height = shown->canvas().size().height;
  const int slice = something_moves ? height / slices + 1 : height;
  const int count = std::min(slice, height - brought);
  if (count > 0) presenter.bring(shown->canvas(), brought, count);
  brought += count;
}

}  // namespace lobby::show
