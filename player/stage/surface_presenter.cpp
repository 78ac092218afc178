#include <algorithm>
#include <array>

#include "base/format.h"
#include "stage/desktop.h"
#include "stage/window.h"

namespace lobby::stage {

namespace {

/// Frames are copied or blended straight into the window's surface: without a GPU that is many times cheaper than
/// SDL's renderers.
class SurfacePresenter final : public Presenter {
 public:
  SurfacePresenter(std::unique_ptr<Video> video, Window window, bool fills)
      : video_(std::move(video)),
        window_(std::move(window)),
        filled_(fills ? desktop_size(window_.get()) : std::nullopt) {}

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
    update(surface, area);
  }

  void prepare_transition(const Canvas& from, const Canvas& to, Colour ground) override {
    mixer_.emplace(from, to, ground);
  }

  void show_moment(std::span<const Patch> patches) override {
    if (!mixer_) return;
    const Mixer& mixer = *mixer_;
    SDL_Surface* surface = writable(mixer.size());
    if (surface == nullptr) return;
    mixed_.resize(static_cast<std::size_t>(surface->w));
    for (int y = 0; y < surface->h; ++y) {
      const bool in_place = offset_ == Offset{};
      mixer.draw_row(patches, row_at(y, offset_, surface->h), in_place ? row(surface, y) : mixed_.data());
      if (!in_place) place_row(mixed_.data(), surface->w, offset_, row(surface, y));
    }
    update(surface, {0, 0, surface->w, surface->h});
  }

  void lay(const Overlay* overlay) override {
    overlay_ = overlay;
    is_new_ = overlay != nullptr;
  }

  void show_overlay() override {
    SDL_Surface* surface = is_new_ ? writable(shown_) : nullptr;
    if (surface != nullptr) update(surface, Rect());
  }

  void set_offset(Offset offset) override { offset_ = offset; }
  bool reached() const override { return reached_; }
  int connection() const override { return connection_; }

  void show_black() override {
    SDL_Surface* surface = SDL_GetWindowSurface(window_.get());
    if (surface == nullptr) return;
    SDL_FillRect(surface, nullptr, SDL_MapRGB(surface->format, 0, 0, 0));
    SDL_UpdateWindowSurface(window_.get());
  }

  bool is_outgrown() override {
    // Of two monitors the window fills one, so its own size says nothing.
    return filled_ && desktop_size(window_.get()).value_or(*filled_) != *filled_;
  }

 private:
  /// Brings a part of the surface to the screen, with the overlay over it.
  void update(SDL_Surface* surface, const Rect& changed) {
    shown_ = {surface->w, surface->h};
    std::array<SDL_Rect, 2> rects;
    int count = 0;
    const auto add = [&](const Rect& area) {
      if (!area.empty()) rects[static_cast<std::size_t>(count++)] = {area.x, area.y, area.width, area.height};
    };
    add(changed);
    if (overlay_ != nullptr) {
      draw_overlay(*overlay_, offset_, {row(surface, 0), surface->pitch / 4, shown_});
      add(area_of(*overlay_, offset_, shown_));
    }
    is_new_ = false;
    if (count > 0) reached_ = SDL_UpdateWindowSurfaceRects(window_.get(), rects.data(), count) == 0;
  }

  /// The window's surface where it can take frames of that size as they are; a window that is being resized cannot.
  SDL_Surface* writable(Size size) {
    SDL_Surface* surface = SDL_GetWindowSurface(window_.get());
    reached_ = surface != nullptr && surface->w == size.width && surface->h == size.height &&
               surface->format->BytesPerPixel == 4;
    return reached_ ? surface : nullptr;
  }

  static std::uint32_t* row(SDL_Surface* surface, int y) {
    return reinterpret_cast<std::uint32_t*>(static_cast<unsigned char*>(surface->pixels) +
                                            static_cast<std::ptrdiff_t>(y) * surface->pitch);
  }

  std::unique_ptr<Video> video_;
  Window window_;
  int connection_ = desktop_connection(window_.get());
  std::optional<Mixer> mixer_;
  std::vector<std::uint32_t> mixed_;  ///< One row on its way to its place.
  Offset offset_;
  const Overlay* overlay_ = nullptr;
  std::optional<Size> filled_;  ///< The desktop that it was opened on, where it is to be as large.
  bool reached_ = false;
  bool is_new_ = false;  ///< Nothing has shown the overlay since it was laid.
  Size shown_;
};

}  // namespace

Result<std::unique_ptr<Presenter>> surface_presenter(std::unique_ptr<Video> video, Window window, bool fills) {
  if (SDL_GetWindowSurface(window.get()) == nullptr) {
    return fail(ErrorKind::unavailable,
                format("SDL has no surface for a window of {}: {}", SDL_GetCurrentVideoDriver(), SDL_GetError()));
  }
  return std::make_unique<SurfacePresenter>(std::move(video), std::move(window), fills);
}

}  // namespace lobby::stage
