#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/canvas.h"
#include "base/display_mode.h"
#include "base/geometry.h"
#include "base/result.h"
#include "stage/drift.h"
#include "stage/offset.h"
#include "stage/overlay.h"
#include "stage/transition.h"

namespace lobby::stage {

enum class Light { off, on };

/// How frames reach the screen. Main thread only.
class Presenter {
 public:
  virtual ~Presenter() = default;
  /// Of the screen or window, in device pixels; frames must have it.
  virtual Size size() const = 0;
  /// Frames a second of the display; 60 where it does not say.
  virtual double refresh_rate() const = 0;
  /// Shows a frame at once; with `changed`, only that part differs from what is shown.
  virtual void show(const Canvas& frame, std::optional<Rect> changed = std::nullopt) = 0;
  /// Makes a transition ready. Both frames must stay as they are until the next `show`; `ground` is its plain colour.
  virtual void prepare_transition(const Canvas& from, const Canvas& to, Colour ground) = 0;
  /// Brings rows of the frame that comes next to where it will be drawn from, so that a transition to it begins with
  /// what has changed since. A slice at a time makes no beat late.
  virtual void bring(const Canvas& /*next*/, int /*first*/, int /*count*/) {}
  /// What was brought to the display may be lost.
  virtual void forget() {}
  /// Bytes of frames that were brought to a display with memory of its own.
  virtual std::size_t sent() const { return 0; }
  /// Shows a moment of the transition that was made ready.
  virtual void show_moment(std::span<const Patch> patches) = 0;
  /// Shows a moment of a drift in the frame that is on screen. The frame may, but need not, take on its pixels; the
  /// drift stays as it is until another one is shown, and on screen until a part of its area is.
  virtual void show_drift(Canvas& frame, const Drift& drift, double share);
  /// What lies over every frame from now on, as it is now; null: nothing. It stays alive until another one is laid, and
  /// may be changed and laid again. It comes to the screen with the next frame.
  virtual void lay(const Overlay* overlay) = 0;
  /// Shows what was laid over the frame that is on screen, unless a frame has shown it since. Only its part of the
  /// screen is drawn where that is cheaper.
  virtual void show_overlay() = 0;
  /// From the next frame on everything stands so many pixels beside its place; its edges are drawn out.
  virtual void set_offset(Offset offset) = 0;
  /// Whether what was shown last came to the screen; a window that is being resized takes nothing.
  virtual bool reached() const { return true; }
  /// All black, without an overlay, until the next frame.
  virtual void show_black() {}
  /// Switches the display itself off or on (DPMS), after `show_black` where it goes off; nothing may be shown while it
  /// is off. Errs (unavailable) where that cannot be done from here.
  virtual Result<void> light(Light light);
  /// Whether what was shown goes to the display itself, as far as the kernel can say. Errs (unavailable) with what is
  /// missing, such as a mode that it did not take.
  virtual Result<void> check_picture() { return {}; }
  /// Asks what is at the sockets, after the kernel said that this has changed: its list of modes is renewed only then.
  /// May take a tenth of a second.
  virtual void ask_displays() {}
  /// The desktop has become larger or smaller than the full-screen window, and nobody makes that fit.
  virtual bool is_outgrown() { return false; }
  /// Where the desktop speaks, for `EventGate`: a file descriptor; -1 where there is no desktop.
  virtual int connection() const { return -1; }
  /// True where there is no desktop: the display is this one's alone, to switch and to change.
  virtual bool owns_display() const { return false; }
  /// True when each frame waits for the display's own clock.
  virtual bool paced() const = 0;
  /// What draws, for logs and `doctor`: «x11, window surface», «KMSDRM, opengles2».
  virtual std::string description() const = 0;
};

struct WindowOptions {
  std::optional<Size> window;  ///< Nothing: full-screen at the screen's own mode.
  std::string title;
  ModeWish mode = {};                         ///< Of a display without a desktop.
  std::optional<int> card = std::nullopt;     ///< As in /dev/dri/card1; nothing: SDL's choice, where it needs one.
  std::optional<Size> native = std::nullopt;  ///< What the display asks for; nothing: what it is switched to now.
};

/// Opens SDL's video and a window. Errs (unavailable) when there is no display, and where nothing can be drawn or what
/// is drawn does not read back as it was drawn. Where windows have surfaces, as under X11, frames go straight into
/// these; under KMSDRM and Wayland, where they have none, frames are textures of an OpenGL ES renderer.
Result<std::unique_ptr<Presenter>> open_presenter(const WindowOptions& options);

}  // namespace lobby::stage
