#include "app/screen_keeper.h"

#include <algorithm>

#include "base/log.h"
#include "notices/notice_board.h"
#include "playlist/show.h"

namespace lobby::app {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr seconds between_tries(2);
constexpr seconds between_assertions = minutes(10);
constexpr seconds first_patience(15);
constexpr unsigned most_questions = 9;  ///< Over 17 minutes, for each takes a tenth of a second.

/// One that says what it is and can do, unless nobody could ask it.
bool has_a_word_to_say(const kiosk::Connector& one) {
  return one.name.starts_with("HDMI-") || one.name.starts_with("DP-");
}

bool same_display(const kiosk::Connector& one, const kiosk::Connector& other) {
  return one.card == other.card && one.name == other.name && one.modes == other.modes;
}

}  // namespace

Result<void> ScreenKeeper::open(const config::Config& config) {
  sockets_ = std::make_shared<const std::vector<kiosk::Connector>>(kiosk::connectors());
  return try_to_open(config, kiosk::connector_in_use(*sockets_));
}

Result<void> ScreenKeeper::try_to_open(const config::Config& config, const kiosk::Connector* connector) {
  switch_trouble_.clear();
  stage::WindowOptions options{window_, "Lobby Player"};
  mode_ = options.mode = config.screen.mode;
  if (connector != nullptr) {
    options.card = connector->card;
    // What it is switched to may be left over from another display, or be what the console's memory has room for.
    if (!connector->modes.empty()) options.native = kiosk::size_of_mode(connector->modes.front());
  }
  const auto opened = display_.open(options);
  if (!opened) {
    if (opened.error().message != trouble_) log::warning("{}", trouble_ = opened.error().message);
    return opened;
  }
  trouble_.clear();
  opened_on_ = connector != nullptr && display_.owns_display() ? *connector : kiosk::Connector();
  assert_at_ = {};
  look_at_ = {};
  frames_ = display_.frames();
  note_display();
  return {};
}

void ScreenKeeper::note_display() {
  changed_ = true;
  size_ = display_.size();
  log::info("playing on {}, {} × {} at {:.0f} Hz{}", display_.description(), size_.width, size_.height,
            display_.refresh_rate(), opened_on_.name.empty() ? "" : format(", {}", opened_on_.name));
}

void ScreenKeeper::reopen(const config::Config& config, const kiosk::Connector* connector, std::string_view why) {
  log::info("{}; the display is opened anew", why);
  if (const auto opened = try_to_open(config, connector); !opened) try_at_ = steady_ + between_tries;
}

bool ScreenKeeper::is_gone() const {
  return display_.owns_display() && !opened_on_.name.empty() && kiosk::connector_in_use(*sockets_) == nullptr;
}

bool ScreenKeeper::may_try(const kiosk::Connector* connector, SteadyTime now) const {
  // Where the kernel knows of sockets and nothing is in any, SDL would find nothing either.
  return !window_ && now >= try_at_ && (connector != nullptr || sockets_->empty());
}

void ScreenKeeper::follow_sockets(const config::Config& config, SteadyTime now) {
  if (caretaker_ != nullptr) {
    if (const unsigned hotplugs = caretaker_->hotplugs(); hotplugs != std::exchange(hotplugs_, hotplugs)) {
      display_.ask_displays();
      caretaker_->look_again();
      asked_ = 0;
      ask_at_ = {};
    }
    if (auto newest = caretaker_->connectors()) sockets_ = std::move(newest);
  }
  const kiosk::Connector* connector = kiosk::connector_in_use(*sockets_);
  if (!display_.is_open()) {
    if (!may_try(connector, now)) return;
    try_at_ = now + between_tries;
    static_cast<void>(try_to_open(config, connector));
    return;
  }
  if (window_) return;
  const bool outgrown = std::exchange(desktop_may_differ_, false) && display_.is_outgrown();
  if (outgrown) return reopen(config, connector, "the desktop has another size");
  if (display_.size() != size_) note_display();  // A desktop that makes its windows fit by itself.
  if (!display_.owns_display() || opened_on_.name.empty()) return;
  // What was opened before anybody had asked it for its modes has them now.
  if (connector != nullptr && opened_on_.modes.empty()) opened_on_.modes = connector->modes;
  ask_what_it_is(connector);
  if (connector == nullptr) {
    if (!lit_) return;  // Keys are heard through it, and a television in standby may well look like none.
    log::warning("the display at {} is gone", opened_on_.name);
    display_.close();
  } else if (!same_display(opened_on_, *connector)) {
    reopen(config, connector, "there is another display");
  } else if (mode_ != config.screen.mode) {
    reopen(config, connector, "another mode is asked for");
  }
}

/// A television that wakes up may be there before it can be asked, and has nothing but small modes until then.
void ScreenKeeper::ask_what_it_is(const kiosk::Connector* connector) {
  if (connector == nullptr || connector->has_edid || !has_a_word_to_say(*connector)) {
    asked_ = 0;
    ask_at_ = {};
  } else if (caretaker_ != nullptr && steady_ >= ask_at_ && asked_ < most_questions) {
    if (asked_ > 0) {  // At the first time the kernel has just asked it.
      display_.ask_displays();
      caretaker_->look_again();
    }
    ask_at_ = steady_ + between_tries * (1 << asked_++);
  }
}

/// Asks the kernel: not for each frame.
std::optional<LocalTime> ScreenKeeper::believed_time(const config::Screen& screen) const {
  if (!judge_.doubt(wall_, steady_).empty()) return std::nullopt;
  return screen.timezone.local(wall_);
}

bool ScreenKeeper::is_wanted(const config::Config& config, const content::Snapshot* snapshot) const {
  if (config.screen.on.empty()) return true;
  const auto now = believed_time(config.screen);
  if (config::is_on_at(config.screen, now)) return true;
  if (woken_until_ && steady_ < *woken_until_) return true;
  return snapshot != nullptr && playlist::is_overridden(*snapshot, {wall_, now.has_value(), steady_});
}

/// Also where it was done: somebody may have pressed a button, and a display that comes back is lit.
void ScreenKeeper::assert_light(const config::Screen& screen) {
  if (lit_) return;
  if (is_gone()) return switch_trouble_.clear();
  if (steady_ < assert_at_) return;
  display_.show_black();
  switch_trouble_.clear();
  if (display_.owns_display() && screen.power.contains(config::Switch::dpms)) {
    const auto switched = display_.light(stage::Light::off);
    if (!switched) log::warning("{}", switch_trouble_ = switched.error().message);
  }
  assert_at_ = steady_ + (switch_trouble_.empty() ? between_assertions : first_patience);
}

/// A mode or a switch that the kernel refused leaves the screen black, though frames are drawn and taken.
void ScreenKeeper::look_at_picture(const config::Config& config) {
  if (!lit_ || !display_.owns_display() || steady_ < look_at_ || display_.frames() == frames_) return;
  auto shown = display_.check_picture();
  if (shown) {
    if (!std::exchange(switch_trouble_, "").empty()) log::info("the display has its picture again");
    patience_ = first_patience;
    look_at_ = steady_ + between_assertions;
    return;
  }
  if (shown.error().message != switch_trouble_) log::warning("{}", shown.error().message);
  if (!display_.light(stage::Light::on) || !display_.check_picture()) {
    reopen(config, kiosk::connector_in_use(*sockets_), "it has no picture");
  }
  switch_trouble_ = shown.error().message;
  changed_ = true;
  look_at_ = steady_ + patience_;
  patience_ = std::min(patience_ * 2, between_assertions);
}

void ScreenKeeper::switch_to(bool on, const config::Screen& screen) {
  if (on != lit_) {
    lit_ = on;
    has_been_dark_ = has_been_dark_ || !on;
    assert_at_ = {};
    log::info("the screen is switched {}", on ? "on" : "off");
    // Where this fails, `look_at_picture` sees it.
    if (on && is_gone()) display_.close();
    if (on && display_.owns_display()) static_cast<void>(display_.light(stage::Light::on));
    switch_trouble_.clear();
    look_at_ = {};
    frames_ = display_.frames();
    changed_ = changed_ || on;
  }
  if (display_.is_open()) assert_light(screen);
}

ScreenKeeper::State ScreenKeeper::turn(const Clock& clock, const config::Config& config,
                                       const content::Snapshot* snapshot) {
  wall_ = clock.wall();
  steady_ = clock.steady();
  const unsigned calls = caretaker_ != nullptr ? caretaker_->calls() : 0;
  if (std::exchange(key_, false) || calls != calls_) woken_until_ = steady_ + config.screen.wake;
  calls_ = calls;
  follow_sockets(config, steady_);
  switch_to(is_wanted(config, snapshot), config.screen);
  look_at_picture(config);
  tell_caretaker(config);
  if (!lit_) return State::dark;
  return display_.is_open() ? State::shows : State::waits;
}

void ScreenKeeper::tell_caretaker(const config::Config& config) {
  const std::pair state(lit_, display_.is_open());
  if (caretaker_ == nullptr || (state == told_ && steady_ < tell_at_)) return;
  told_ = state;
  tell_at_ = steady_ + seconds(1);
  ScreenWish wish;
  // Where nobody ever said when it is on, a television is left alone.
  const bool has_hours = !config.screen.on.empty() || has_been_dark_;
  if (has_hours) wish.wish.power = lit_ ? kiosk::Power::on : kiosk::Power::off;
  wish.wish.brightness = config::brightness_at(config.screen, believed_time(config.screen));
  wish.power = config.screen.power;
  wish.wake_file = notices::duty_folder(config) / "wake";
  wish.without_desktop = !window_ && (display_.owns_display() || !display_.is_open());
  wish.impatient = !lit_ || !display_.is_open();
  caretaker_->wish(wish);
}

bool ScreenKeeper::take_change() { return std::exchange(changed_, false); }

SteadyTime ScreenKeeper::next_call(SteadyTime now) const {
  // Without a desktop keys are only heard when somebody listens.
  return now + (display_.is_open() ? seconds(1) : between_tries);
}

void ScreenKeeper::hear(const stage::Events& events) {
  key_ = key_ || events.key || events.leave;
  desktop_may_differ_ = desktop_may_differ_ || events.desktop || events.resized;
}

std::string ScreenKeeper::power() const {
  if (!display_.is_open() && lit_) return "waiting";
  if (!switch_trouble_.empty()) return format("failed: {}", switch_trouble_);
  return lit_ ? "on" : "off on purpose";
}

std::string ScreenKeeper::says() const {
  if (!display_.is_open() && lit_) {
    return trouble_.empty() ? "waiting for a display" : format("waiting for a display: {}", trouble_);
  }
  return format("the screen is {}", power());
}

}  // namespace lobby::app
