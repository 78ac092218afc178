#include "kiosk/switch_board.h"

#include <algorithm>

namespace lobby::kiosk {

namespace {

constexpr std::chrono::seconds first_retry(15);
constexpr std::chrono::seconds between_assertions = std::chrono::minutes(10);

}  // namespace

void SwitchBoard::wish(const Wish& wish, SteadyTime now) {
  if (wish == wish_) return;
  wish_ = wish;
  retry_ = first_retry;
  due_ = now;
}

SwitchState SwitchBoard::applied(ScreenSwitch& one) const {
  SwitchState state{one.name()};
  Result<void> done;
  if (wish_.power) done = one.apply(*wish_.power);
  if (done && wish_.brightness && wish_.power != Power::off) done = one.dim(*wish_.brightness);
  state.says = one.read_back();
  if (!done) state.trouble = done.error().message;
  return state;
}

bool SwitchBoard::look(SteadyTime now) {
  if (now < due_) return false;
  std::vector<SwitchState> states;
  const bool anything = wish_.power || wish_.brightness;
  if (anything) {
    for (const auto& one : find_()) states.push_back(applied(*one));
  }
  const bool failed = std::ranges::any_of(states, [](const SwitchState& one) { return !one.trouble.empty(); });
  due_ = anything ? now + (failed ? retry_ : between_assertions) : SteadyTime::max();
  retry_ = failed ? std::min(retry_ * 2, between_assertions) : first_retry;
  const bool changed = states != states_;
  states_ = std::move(states);
  return changed;
}

}  // namespace lobby::kiosk
