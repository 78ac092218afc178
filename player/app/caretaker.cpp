#include "app/caretaker.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/log.h"
#include "host/files.h"
#include "notices/notice_board.h"

namespace lobby::app {

namespace {

namespace fs = std::filesystem;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr minutes between_statuses(1);

/// The kernel tells when a display comes; a look now and then finds what it did not tell.
seconds between_looks(const ScreenWish& wish) {
  if (wish.impatient) return seconds(2);
  return wish.without_desktop ? seconds(5) : seconds(between_statuses);
}

std::string described(const std::vector<kiosk::Connector>& all) {
  std::string text;
  for (const auto& one : all) {
    if (!one.connected) continue;
    const std::string mode = one.modes.empty() ? "without a mode" : one.modes.front();
    text += format("{}{} of card {} ({})", text.empty() ? "" : ", ", one.name, one.card, mode);
  }
  return text.empty() ? "none" : text;
}

/// What is lit at the moment is no other display.
bool same_displays(const std::vector<kiosk::Connector>& one, const std::vector<kiosk::Connector>& other) {
  return std::ranges::equal(one, other, [](const kiosk::Connector& left, const kiosk::Connector& right) {
    return std::tie(left.card, left.name, left.connected, left.modes) ==
           std::tie(right.card, right.name, right.connected, right.modes);
  });
}

/// One that leaves is asked for nothing: somebody switched it off.
bool comes_another(const std::vector<kiosk::Connector>& before, const std::vector<kiosk::Connector>& now) {
  return std::ranges::any_of(now, [&before](const kiosk::Connector& one) {
    return one.connected && std::ranges::none_of(before, [&one](const kiosk::Connector& known) {
             return std::tie(known.card, known.name, known.connected) == std::tie(one.card, one.name, one.connected);
           });
  });
}

kiosk::SwitchBoard::Wish board_wish(const ScreenWish& wish) {
  auto of_board = wish.wish;
  of_board.by_guess = !wish.power.named;
  return of_board;
}

std::string answer_of(const kiosk::SwitchState& state) {
  if (!state.silence.empty())
    return format("{}; that is no failure while 'screen.power' does not name it", state.silence);
  if (!state.says) return "asked";
  return *state.says == kiosk::Power::on ? "asked, it is on" : "asked, it is off";
}

/// Within the last minute.
bool is_recent(fs::file_time_type time) {
  const auto age = fs::file_time_type::clock::now() - time;
  return age.count() >= 0 && age < minutes(1);
}

}  // namespace

Caretaker::Caretaker(Places places, std::function<void()> wake, Facts add_facts)
    : places_(std::move(places)),
      wake_(std::move(wake)),
      add_facts_(std::move(add_facts)),
      news_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      ways_({.sys = places_.sys, .dev = places_.dev, .call = places_.call}),
      board_([this] { return switches(); }),
      thread_([this] { run(); }) {}

Caretaker::~Caretaker() {
  stop();
  thread_.join();
  close(news_);
}

void Caretaker::nudge() const {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(news_, &one, sizeof one);
}

void Caretaker::stop() {
  ended_ = true;
  nudge();
}

void Caretaker::look_again() {
  look_again_ = true;
  nudge();
}

void Caretaker::wish(const ScreenWish& wish) {
  {
    const std::scoped_lock lock(mutex_);
    if (wish == wish_) return;
    wish_ = wish;
  }
  nudge();
}

void Caretaker::tell(const ScreenStatus& screen) {
  {
    const std::scoped_lock lock(mutex_);
    if (screen == screen_) return;
    const bool is_urgent = screen.power != screen_.power || screen.size != screen_.size;
    screen_ = screen;
    if (!is_urgent) return;
  }
  is_news_ = true;
  nudge();
}

ScreenWish Caretaker::wished() const {
  const std::scoped_lock lock(mutex_);
  return wish_;
}

kiosk::ScreenSwitches Caretaker::switches() {
  const ScreenWish wish = wished();
  return ways_.switches(wish.power, wish.wish.brightness.has_value());
}

/// True where there is news.
bool Caretaker::sleep_until(SteadyTime time, int ear) {
  using std::chrono::milliseconds;
  const auto left = std::chrono::ceil<milliseconds>(time - std::chrono::steady_clock::now());
  std::array<pollfd, 3> watched{{{news_, POLLIN, 0}, {ear, POLLIN, 0}, {supply_.descriptor(), POLLPRI, 0}}};
  poll(watched.data(), watched.size(),
       static_cast<int>(std::clamp(left, milliseconds(0), milliseconds(60'000)).count()));
  std::uint64_t count = 0;
  [[maybe_unused]] const auto taken = ::read(news_, &count, sizeof count);
  if ((watched[2].revents & POLLPRI) != 0 && supply_.heard()) is_news_ = dipped_ = true;
  return (watched[1].revents & POLLIN) != 0;
}

void Caretaker::run() {
  kiosk::HotplugEar ear;
  SteadyTime looked;
  SteadyTime status_at;
  while (!ended_) {
    const SteadyTime now = std::chrono::steady_clock::now();
    const ScreenWish wish = wished();
    if (look_again_.exchange(false) || now >= looked + between_looks(wish)) {
      look_at_connectors();
      looked = now;
    }
    look_for_call(wish);
    board_.wish(board_wish(wish), now);
    const bool switched = board_.look(now);
    if (switched) say_how_switches_are();
    if (is_news_.exchange(false) || switched || now >= status_at) {
      look_at_health();
      write_status();
      status_at = now + between_statuses;
    }
    const auto next = std::min({looked + between_looks(wish), board_.due(), status_at});
    if (sleep_until(next, ear.descriptor()) && ear.heard()) {
      look_again_ = true;
      ++hotplugs_;
      wake_();
    }
  }
}

void Caretaker::look_at_connectors() {
  auto all = std::make_shared<const std::vector<kiosk::Connector>>(kiosk::connectors(places_.sys));
  const auto before = connectors_.get();
  const bool others = before && !same_displays(*before, *all);
  if (before && *before == *all) return;
  connectors_.put(all);
  if (!others) return;
  log::info("displays at the sockets: {}", described(*all));
  if (comes_another(*before, *all)) board_.greet(std::chrono::steady_clock::now());
  wake_();
}

/// A file that is put there, or touched, is a call; at the first look only where that was within the last minute.
void Caretaker::look_for_call(const ScreenWish& wish) {
  std::error_code missing;
  const auto time = fs::last_write_time(wish.wake_file, missing);
  const auto called = missing ? std::nullopt : std::optional(time);
  // Whoever calls next may not be allowed to touch what somebody else left. On a share others may wait for it, too.
  const bool is_own = wish.wake_file.parent_path() == notices::own_folder();
  const bool taken = called && is_own && fs::remove(wish.wake_file, missing);
  const bool fresh = called && (looked_for_call_ ? taken || called != called_ : is_recent(*called));
  looked_for_call_ = looked_for_call_ || !wish.wake_file.empty();
  called_ = taken ? std::nullopt : called;
  if (!fresh) return;
  log::info("{} asks for the screen", wish.wake_file.string());
  ++calls_;
  wake_();
}

void Caretaker::look_at_health() {
  supply_.look(places_.sys);
  health_ =
      kiosk::health({.sys = places_.sys, .state = places_.state, .run = places_.run}, std::exchange(dipped_, false));
  auto complaints = kiosk::complaints(health_);
  for (const auto& complaint : complaints) {
    if (std::ranges::find(told_, complaint) == told_.end()) log::warning("{}", complaint);
  }
  if (!told_.empty() && complaints.empty()) log::info("the board is well again");
  told_ = std::move(complaints);
}

void Caretaker::say_how_switches_are() const {
  for (const auto& one : board_.states()) {
    if (one.trouble.empty()) {
      log::info("{}: {}", one.name, answer_of(one));
    } else {
      log::warning("{}: {}", one.name, one.trouble);
    }
  }
}

void Caretaker::write_status() {
  BoardStatus status;
  status.health = health_;
  status.news = host::board_news();
  status.switches = board_.states();
  {
    const std::scoped_lock lock(mutex_);
    status.screen = screen_;
  }
  for (const auto& one : status.switches) {
    if (!one.trouble.empty() && !status.screen.power.starts_with("failed")) {
      status.screen.power =
          one.disobeys ? format("failed: {}: {}", one.name, one.trouble) : format("failed: {}", one.trouble);
    }
  }
  add_facts_(status);
  if (places_.run.empty()) return;
  const auto written = host::write_file(places_.run / "status.json", status_json(status));
  const auto counted = host::write_file(places_.run / "lobby-player.prom", status_metrics(status));
  if (!written || !counted) log::debug("{}", (written ? counted : written).error().message);
}

}  // namespace lobby::app
