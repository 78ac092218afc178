#include "stage/presenter.h"

#include <SDL.h>

#include <algorithm>
#include <cmath>

#include "base/format.h"
#include "stage/surface.h"

namespace lobby::stage {

namespace {

struct WindowDeleter {
  void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
};
struct RendererDeleter {
  void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
};
struct TextureDeleter {
  void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
};
using Window = std::unique_ptr<SDL_Window, WindowDeleter>;
using Renderer = std::unique_ptr<SDL_Renderer, RendererDeleter>;
using Texture = std::unique_ptr<SDL_Texture, TextureDeleter>;

/// SDL's video subsystem, open as long as the presenter lives.
class Video {
 public:
  Video() : ready_(SDL_InitSubSystem(SDL_INIT_VIDEO) == 0) {}
  ~Video() {
    if (ready_) SDL_QuitSubSystem(SDL_INIT_VIDEO);
  }
  Video(const Video&) = delete;
  Video& operator=(const Video&) = delete;
  bool ready() const { return ready_; }

 private:
  bool ready_;
};

double refresh_rate_of(SDL_Window* window) {
  SDL_DisplayMode mode;
  const int display = SDL_GetWindowDisplayIndex(window);
  if (display >= 0 && SDL_GetCurrentDisplayMode(display, &mode) == 0 && mode.refresh_rate > 0) {
    return mode.refresh_rate;
  }
  return 60;
}

/// Frames are copied or blended straight into the window's surface: without a GPU that is many times cheaper than
/// SDL's renderers.
class SurfacePresenter final : public Presenter {
 public:
  SurfacePresenter(std::unique_ptr<Video> video, Window window)
      : video_(std::move(video)), window_(std::move(window)) {}

  Size size() const override {
    Size size;
    SDL_GetWindowSize(window_.get(), &size.width, &size.height);
    return size;
  }
  double refresh_rate() const override { return refresh_rate_of(window_.get()); }
  bool paced() const override { return false; }
  std::string description() const override { return format("{}, window surface", SDL_GetCurrentVideoDriver()); }

  void show(const Canvas& frame, std::optional<Rect> changed) override {
    SDL_Surface* surface = writable(frame.size());
    if (surface == nullptr) return;
    const Rect part = intersection(changed.value_or(frame.bounds()), frame.bounds());
    const bool in_place = offset_ == Offset{};
    const Rect area = in_place ? part : rows_of(part, offset_, frame.size());
    for (int y = area.y; y < area.bottom(); ++y) {
      if (in_place) {
        std::copy_n(frame.row(y) + area.x, area.width, row(surface, y) + area.x);
      } else {
        place_row(frame.row(row_at(y, offset_, surface->h)), surface->w, offset_, row(surface, y));
      }
    }
    const SDL_Rect rect{area.x, area.y, area.width, area.height};
    SDL_UpdateWindowSurfaceRects(window_.get(), &rect, 1);
  }

  void prepare_transition(const Canvas& from, const Canvas& to, Colour ground) override {
    mixer_.emplace(from, to, ground);
  }

  void show_moment(std::span<const Patch> patches) override {
    SDL_Surface* surface = mixer_ ? writable(mixer_->size()) : nullptr;
    if (surface == nullptr) return;
    mixed_.resize(static_cast<std::size_t>(surface->w));
    for (int y = 0; y < surface->h; ++y) {
      const bool in_place = offset_ == Offset{};
      mixer_->draw_row(patches, row_at(y, offset_, surface->h), in_place ? row(surface, y) : mixed_.data());
      if (!in_place) place_row(mixed_.data(), surface->w, offset_, row(surface, y));
    }
    SDL_UpdateWindowSurface(window_.get());
  }

  void set_offset(Offset offset) override { offset_ = offset; }

 private:
  /// The window's surface where it can take frames of that size as they are; a window that is being resized cannot.
  SDL_Surface* writable(Size size) {
    SDL_Surface* surface = SDL_GetWindowSurface(window_.get());
    if (surface == nullptr || surface->w != size.width || surface->h != size.height) return nullptr;
    return surface->format->BytesPerPixel == 4 ? surface : nullptr;
  }

  static std::uint32_t* row(SDL_Surface* surface, int y) {
    return reinterpret_cast<std::uint32_t*>(static_cast<unsigned char*>(surface->pixels) +
                                            static_cast<std::ptrdiff_t>(y) * surface->pitch);
  }

  std::unique_ptr<Video> video_;
  Window window_;
  std::optional<Mixer> mixer_;
  std::vector<std::uint32_t> mixed_;  ///< One row on its way to its place.
  Offset offset_;
};

/// Frames are textures; a patch of a transition is one or two textured rectangles. KMSDRM has no window surface of its
/// own.
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
  bool paced() const override { return true; }
  std::string description() const override {
    SDL_RendererInfo info;
    SDL_GetRendererInfo(renderer_.get(), &info);
    return format("{}, {} renderer", SDL_GetCurrentVideoDriver(), info.name);
  }

  void show(const Canvas& frame, std::optional<Rect> changed) override {
    upload(shown_, frame, changed);
    SDL_SetTextureAlphaMod(shown_.get(), 255);
    draw_in_place([this](Offset offset) {
      const SDL_Rect target{offset.right, offset.down, texture_size_.width, texture_size_.height};
      SDL_RenderCopy(renderer_.get(), shown_.get(), nullptr, &target);
    });
    SDL_RenderPresent(renderer_.get());
  }

  void prepare_transition(const Canvas& from, const Canvas& to, Colour ground) override {
    upload(shown_, from, std::nullopt);
    upload(next_, to, std::nullopt);
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
    SDL_RenderPresent(renderer_.get());
  }

  void set_offset(Offset offset) override { offset_ = offset; }

 private:
  /// What stands beside its place is drawn at its place first, so that its own edge fills what it leaves free.
  template <typename Draw>
  void draw_in_place(Draw draw_at) {
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
    SDL_RenderCopy(renderer_.get(), texture, &source, &target);
  }

  void upload(Texture& texture, const Canvas& frame, std::optional<Rect> changed) {
    if (!texture || texture_size_ != frame.size()) {
      shown_.reset(create(frame.size()));
      next_.reset(create(frame.size()));
      texture_size_ = frame.size();
      changed.reset();
    }
    const Rect area = intersection(changed.value_or(frame.bounds()), frame.bounds());
    const SDL_Rect rect{area.x, area.y, area.width, area.height};
    SDL_UpdateTexture(texture.get(), &rect, frame.row(area.y) + area.x, frame.size().width * 4);
  }

  SDL_Texture* create(Size size) {
    return SDL_CreateTexture(renderer_.get(), SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STREAMING, size.width,
                             size.height);
  }

  std::unique_ptr<Video> video_;
  Window window_;
  Renderer renderer_;
  Texture shown_;
  Texture next_;
  Colour ground_;
  Offset offset_;
  Size texture_size_;
};

std::unexpected<Error> no_display(std::string_view what) {
  return fail(ErrorKind::unavailable,
              format("{}: {}; is a display connected, and may this user open it?", what, SDL_GetError()));
}

Size screen_size() {
  SDL_DisplayMode mode;
  if (SDL_GetDesktopDisplayMode(0, &mode) != 0) return {1280, 720};
  return {mode.w, mode.h};
}

/// KMSDRM's own choice of renderer can present black frames without an error, so both hints name OpenGL ES.
void set_hints() {
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  SDL_SetHint(SDL_HINT_RENDER_DRIVER, "opengles2");
  SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "1");
}

}  // namespace

Result<std::unique_ptr<Presenter>> open_presenter(const WindowOptions& options) {
  set_hints();
  auto video = std::make_unique<Video>();
  if (!video->ready()) return no_display("SDL cannot open a display");
  const std::string driver = SDL_GetCurrentVideoDriver();
  const bool textures = driver == "KMSDRM";
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, textures ? "opengles2" : "0");
  // Without a window manager nobody would enlarge a full-screen window, so it is made as large as the screen.
  const Size size = options.window.value_or(screen_size());
  const Uint32 flags = options.window ? SDL_WINDOW_SHOWN : SDL_WINDOW_FULLSCREEN_DESKTOP;
  Window window(SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, size.width,
                                 size.height, flags));
  if (!window) return no_display("SDL cannot open a window");
  if (!options.window) SDL_ShowCursor(SDL_DISABLE);
  if (!textures) return std::make_unique<SurfacePresenter>(std::move(video), std::move(window));
  Renderer renderer(SDL_CreateRenderer(window.get(), -1, SDL_RENDERER_PRESENTVSYNC));
  if (!renderer) return no_display("SDL cannot open a renderer");
  return std::make_unique<TexturePresenter>(std::move(video), std::move(window), std::move(renderer));
}

}  // namespace lobby::stage
