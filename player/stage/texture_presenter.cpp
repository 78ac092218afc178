#include <cmath>

#include "base/format.h"
#include "stage/desktop.h"
#include "stage/display_switch.h"
#include "stage/frame_texture.h"
#include "stage/window.h"

namespace lobby::stage {

namespace {

struct RendererDeleter {
  void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
};
using Renderer = std::unique_ptr<SDL_Renderer, RendererDeleter>;

/// A tile of an overlay as it was uploaded last.
struct TileTexture {
  Texture texture;
  Size size;
  std::uint64_t edition = 0;
};

/// Frames are textures; a patch of a transition is one or two textured rectangles. KMSDRM and Wayland have no window
/// surface of their own.
class TexturePresenter final : public Presenter {
 public:
  TexturePresenter(std::unique_ptr<Video> video, Window window, Renderer renderer)
      : video_(std::move(video)), window_(std::move(window)), renderer_(std::move(renderer)) {}

  Size size() const override {
    Size size;
    SDL_GetRendererOutputSize(renderer_.get(), &size.width, &size.height);
    return size;
  }
  double refresh_rate() const override { return refresh_rate_of(window_.get()); }
  bool owns_display() const override { return SDL_GetCurrentVideoDriver() == kmsdrm; }
  bool paced() const override { return true; }
  bool reached() const override { return reached_; }
  int connection() const override { return connection_; }
  std::string description() const override {
    SDL_RendererInfo info;
    SDL_GetRendererInfo(renderer_.get(), &info);
    return format("{}, {} renderer", SDL_GetCurrentVideoDriver(), info.name);
  }

  void show(const Canvas& frame, std::optional<Rect> changed) override {
    if (!intersection(drift_area_, changed.value_or(frame.bounds())).empty()) forget_drift();
    fit(frame.size());
    const Rect part = intersection(changed.value_or(frame.bounds()), frame.bounds());
    if (changed && part.width == frame.size().width) {
      send(shown_, frame, part.y, part.height);
    } else if (changed) {
      if (!part.empty()) sent_ += shown_.bring(frame, part);
    } else {
      look_at(frame, 0, frame.size().height);
      // At the end of a transition the frame is the one that came.
      if (next_.rows_of(prints_) > shown_.rows_of(prints_)) std::swap(shown_, next_);
      sent_ += shown_.bring(frame, 0, prints_);
    }
    draw_shown();
  }

  void bring(const Canvas& next, int first, int count) override {
    if (next.size() == texture_size_) send(next_, next, first, count);
  }

  void forget() override {
    shown_.forget();
    next_.forget();
  }

  std::size_t sent() const override { return sent_; }

  /// The picture, its veil and what else is on the frame are textures that stay as they are.
  void show_drift(Canvas& frame, const Drift& drift, double share) override {
    if (drift_ != &drift && (cannot_drift_ || !upload(drift))) {
      cannot_drift_ = true;
      forget_drift();
      return Presenter::show_drift(frame, drift, share);
    }
    drift_ = &drift;
    drift_area_ = drift.area;
    drift_share_ = share;
    draw_shown();
  }

  void prepare_transition(const Canvas& from, const Canvas& to, Colour ground) override {
    forget_drift();
    fit(from.size());
    send(shown_, from, 0, from.size().height);
    send(next_, to, 0, to.size().height);
    ground_ = ground;
  }

  void show_moment(std::span<const Patch> patches) override {
    draw_in_place([this, patches](Offset offset) {
      for (const Patch& patch : patches) {
        draw(patch.under, patch.area, offset, 255);
        const auto opacity = static_cast<Uint8>(std::lround(patch.weight * 255));
        if (opacity > 0) draw(patch.over, patch.area, offset, opacity);
      }
    });
    present();
  }

  void lay(const Overlay* overlay) override {
    if (overlay == nullptr) tiles_.clear();  // The editions of the next overlay begin anew.
    overlay_ = overlay;
    is_new_ = overlay != nullptr;
    if (overlay_ != nullptr) upload(*overlay_);
  }

  /// What a display showed before the last frame is lost, so the frame is drawn again; that is what a GPU is for.
  void show_overlay() override {
    if (is_new_ && shown_.get() != nullptr) draw_shown();
  }

  void set_offset(Offset offset) override { offset_ = offset; }

  void show_black() override {
    forget_drift();
    SDL_SetRenderDrawColor(renderer_.get(), 0, 0, 0, 255);
    SDL_RenderClear(renderer_.get());
    SDL_RenderPresent(renderer_.get());
  }

  Result<void> light(Light light) override { return switch_display(window_.get(), light); }
  Result<void> check_picture() override { return check_display(window_.get(), before_); }
  void ask_displays() override { probe_displays(window_.get()); }

 private:
  /// What stands beside its place is drawn at its place first, so that its own edge fills what it leaves free.
  template <typename Draw>
  void draw_in_place(Draw draw_at) {
    reached_ = true;
    draw_at(Offset{});
    if (offset_ != Offset{}) draw_at(offset_);
  }

  void draw(const View& view, const Rect& area, Offset offset, Uint8 opacity) {
    const SDL_Rect target{area.x + offset.right, area.y + offset.down, area.width, area.height};
    if (view.layer == Layer::ground) {
      SDL_SetRenderDrawBlendMode(renderer_.get(), SDL_BLENDMODE_BLEND);
      SDL_SetRenderDrawColor(renderer_.get(), ground_.red, ground_.green, ground_.blue, opacity);
      SDL_RenderFillRect(renderer_.get(), &target);
      return;
    }
    SDL_Texture* texture = (view.layer == Layer::from ? shown_ : next_).get();
    const SDL_Rect source{area.x - view.right, area.y - view.down, area.width, area.height};
    SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    SDL_SetTextureAlphaMod(texture, opacity);
    if (SDL_RenderCopy(renderer_.get(), texture, &source, &target) != 0) reached_ = false;
  }

  void fit(Size size) {
    if (shown_.get() != nullptr && texture_size_ == size) return;
    shown_.create(renderer_.get(), size);
    next_.create(renderer_.get(), size);
    texture_size_ = size;
  }

  void look_at(const Canvas& frame, int first, int count) {
    prints_.clear();
    for (int row = first; row < first + count; ++row) prints_.push_back(print_of(frame.row(row), frame.size().width));
  }

  void send(FrameTexture& texture, const Canvas& frame, int first, int count) {
    look_at(frame, first, count);
    sent_ += texture.bring(frame, first, prints_);
  }

  void draw_shown() {
    SDL_SetTextureAlphaMod(shown_.get(), 255);
    draw_in_place([this](Offset offset) {
      const SDL_Rect target{offset.right, offset.down, texture_size_.width, texture_size_.height};
      if (SDL_RenderCopy(renderer_.get(), shown_.get(), nullptr, &target) != 0) reached_ = false;
      if (drift_ != nullptr) draw(*drift_, offset);
    });
    present();
  }

  void draw(const Drift& drift, Offset offset) {
    const auto placed = [offset](const Rect& area) {
      return SDL_Rect{area.x + offset.right, area.y + offset.down, area.width, area.height};
    };
    const SDL_Rect seen = placed(drift.area);
    const auto [x, y] = place_at(drift, drift_share_);
    const Size size = drift.picture.size();
    const SDL_FRect target{static_cast<float>(seen.x - x), static_cast<float>(seen.y - y),
                           static_cast<float>(size.width), static_cast<float>(size.height)};
    SDL_RenderSetClipRect(renderer_.get(), &seen);
    SDL_RenderCopyF(renderer_.get(), drifting_.get(), nullptr, &target);
    SDL_RenderSetClipRect(renderer_.get(), nullptr);
    const SDL_Rect veil = placed(drift.veil.area);
    if (veil_) SDL_RenderCopy(renderer_.get(), veil_.get(), nullptr, &veil);
  }

  void forget_drift() {
    drift_ = nullptr;
    drift_area_ = {};
    drifting_.reset();
    veil_.reset();
  }

  /// False where this renderer cannot draw it.
  bool upload(const Drift& drift) {
    drifting_ = texture_of(drift.picture);
    if (!drifting_ || SDL_SetTextureScaleMode(drifting_.get(), SDL_ScaleModeLinear) != 0) return false;
    veil_.reset();
    if (drift.veil.area.empty()) return true;
    veil_ = texture_of(covering_of(drift.veil));
    const auto weighed =
        SDL_ComposeCustomBlendMode(SDL_BLENDFACTOR_ONE, SDL_BLENDFACTOR_ONE_MINUS_SRC_ALPHA, SDL_BLENDOPERATION_ADD,
                                   SDL_BLENDFACTOR_ONE, SDL_BLENDFACTOR_ONE_MINUS_SRC_ALPHA, SDL_BLENDOPERATION_ADD);
    return veil_ && SDL_SetTextureBlendMode(veil_.get(), weighed) == 0;
  }

  Texture texture_of(const Canvas& canvas) {
    Texture texture(create(canvas.size()));
    if (texture) SDL_UpdateTexture(texture.get(), nullptr, canvas.row(0), canvas.size().width * 4);
    return texture;
  }

  void present() {
    if (overlay_ != nullptr) draw(*overlay_);
    is_new_ = false;
    SDL_RenderPresent(renderer_.get());
  }

  void draw(const Overlay& overlay) {
    for (const OverlayPiece& piece : overlay.pieces) {
      const Rect& area = piece.area;
      const SDL_Rect target{area.x + offset_.right, area.y + offset_.down, area.width, area.height};
      if (piece.tile) {
        const SDL_Rect source{area.x - piece.origin_x, area.y - piece.origin_y, area.width, area.height};
        SDL_RenderCopy(renderer_.get(), tiles_[*piece.tile].texture.get(), &source, &target);
        continue;
      }
      const Colour& ground = overlay.ground;
      SDL_SetRenderDrawBlendMode(renderer_.get(), SDL_BLENDMODE_NONE);
      SDL_SetRenderDrawColor(renderer_.get(), ground.red, ground.green, ground.blue, 255);
      SDL_RenderFillRect(renderer_.get(), &target);
    }
  }

  /// A tile is uploaded once for each edition, and drawn where it is from then on.
  void upload(const Overlay& overlay) {
    tiles_.resize(overlay.tiles.size());
    for (std::size_t index = 0; index < tiles_.size(); ++index) {
      const Tile& tile = overlay.tiles[index];
      auto& [texture, size, edition] = tiles_[index];
      if ((texture && size == tile.pixels.size() && edition == tile.edition) || tile.pixels.empty()) continue;
      if (!texture || size != tile.pixels.size()) texture.reset(create(tile.pixels.size()));
      size = tile.pixels.size();
      edition = tile.edition;
      SDL_UpdateTexture(texture.get(), nullptr, tile.pixels.row(0), size.width * 4);
    }
  }

  SDL_Texture* create(Size size) {
    return SDL_CreateTexture(renderer_.get(), SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STREAMING, size.width,
                             size.height);
  }

  std::unique_ptr<Video> video_;
  Window window_;
  int connection_ = desktop_connection(window_.get());
  std::vector<std::uint32_t> before_ = memory_on_displays(window_.get());  ///< Before the first frame.
  Renderer renderer_;
  FrameTexture shown_;
  FrameTexture next_;
  std::vector<std::uint64_t> prints_;  ///< Of the rows in hand.
  std::size_t sent_ = 0;
  Colour ground_;
  Offset offset_;
  Size texture_size_;
  const Overlay* overlay_ = nullptr;
  bool reached_ = false;  ///< The textures of the last frame were there, and could be drawn.
  bool is_new_ = false;   ///< Nothing has shown the overlay since it was laid.
  std::vector<TileTexture> tiles_;
  const Drift* drift_ = nullptr;  ///< On screen over the frame; it may be gone when a frame takes its place.
  Rect drift_area_;
  bool cannot_drift_ = false;
  double drift_share_ = 0;
  Texture drifting_;
  Texture veil_;
};

}  // namespace

Result<std::unique_ptr<Presenter>> texture_presenter(std::unique_ptr<Video> video, Window window) {
  Renderer renderer(SDL_CreateRenderer(window.get(), -1, SDL_RENDERER_PRESENTVSYNC));
  if (!renderer) return fail(ErrorKind::unavailable, format("SDL cannot open a renderer: {}", SDL_GetError()));
  if (const auto draws = check_renderer(renderer.get(), "opengles2"); !draws) return std::unexpected(draws.error());
  return std::make_unique<TexturePresenter>(std::move(video), std::move(window), std::move(renderer));
}

}  // namespace lobby::stage
