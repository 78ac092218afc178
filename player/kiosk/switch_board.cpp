#include "kiosk/switch_board.h"

#include <algorithm>
#include <utility>

#include "base/format.h"

namespace lobby::kiosk {

namespace {

constexpr std::chrono::seconds first_retry(15);
constexpr std::chrono::seconds between_assertions = std::chrono::minutes(10);
/// Televisions are known to say for five seconds that they are on when they were told to go to standby.
constexpr std::chrono::seconds until_settled(8);

std::string contradiction(std::optional<Power> says) {
  return format("it says that it is {}", says == Power::on ? "on" : "off");
}

}  // namespace

void SwitchBoard::wish(const Wish& wish, SteadyTime now) {
  if (wish == wish_) return;
  wish_ = wish;
  retry_ = first_retry;
  settling_ = false;
  // What disobeyed another wish has its seconds again for this one.
  for (SwitchState& one : states_) one.disobeys = false;
  due_ = now;
}

void SwitchBoard::greet(SteadyTime now) {
  if (wish_.power != Power::on) return;
  settling_ = false;
  due_ = now;
}

SwitchState SwitchBoard::before(const std::string& name) const {
  const auto known = std::ranges::find(states_, name, &SwitchState::name);
  return known != states_.end() ? *known : SwitchState{name};
}

bool SwitchBoard::says_the_contrary(const SwitchState& state) const {
  return wish_.power && state.says && *state.says != *wish_.power;
}

bool SwitchBoard::is_wrong_guess(const ScreenSwitch& one) const {
  return wish_.by_guess && one.needs_a_listener() && !answered_.contains(one.name());
}

SwitchState SwitchBoard::applied(ScreenSwitch& one) {
  SwitchState state{one.name()};
  Result<void> done;
  if (wish_.power) done = one.apply(*wish_.power);
  if (done && wish_.brightness && wish_.power != Power::off) done = one.dim(*wish_.brightness);
  state.says = one.read_back();
  if ((wish_.power && done) || state.says) answered_.insert(state.name);
  if (!done && is_wrong_guess(one)) {
    state.silence = done.error().message;
  } else if (!done) {
    state.trouble = done.error().message;
  } else if (says_the_contrary(state) && before(state.name).disobeys) {
    state.disobeys = true;  // Until it is known to be otherwise.
    state.trouble = contradiction(state.says);
  }
  return state;
}

/// How one is that was told some seconds ago.
SwitchState SwitchBoard::settled(ScreenSwitch& one) const {
  SwitchState state = before(one.name());
  if (!state.silence.empty() || (!state.trouble.empty() && !state.disobeys)) return state;
  state.says = one.read_back();
  state.disobeys = says_the_contrary(state);
  state.trouble = state.disobeys ? contradiction(state.says) : "";
  return state;
}

bool SwitchBoard::look(SteadyTime now) {
  if (now < due_) return false;
  std::vector<SwitchState> states;
  const bool anything = wish_.power || wish_.brightness;
  if (anything) {
    for (const auto& one : find_()) states.push_back(settling_ ? settled(*one) : applied(*one));
  }
  settling_ = !settling_ && std::ranges::any_of(states, [this](const auto& one) { return says_the_contrary(one); });
  is_news_ = is_news_ || states != states_;
  states_ = std::move(states);
  if (settling_) {
    due_ = now + until_settled;
    return false;
  }
  const bool failed = std::ranges::any_of(states_, [](const SwitchState& one) { return !one.trouble.empty(); });
  due_ = anything ? now + (failed ? retry_ : between_assertions) : SteadyTime::max();
  retry_ = failed ? std::min(retry_ * 2, between_assertions) : first_retry;
  return std::exchange(is_news_, false);
}

}  // namespace lobby::kiosk
