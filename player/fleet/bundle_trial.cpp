#include "fleet/bundle_trial.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/format.h"
#include "trust/digest.h"

namespace lobby::fleet {

namespace {

/// The number holds for every key that can have signed it, or may sign what comes next. Of many keys the ones with the
/// lowest numbers are forgotten, which are those of long ago.
void raise_floors(BundleState& state, const config::Manifest& manifest, const config::Remote& remote) {
  constexpr std::size_t most_keys = 64;
  state.version = manifest.version;
  for (const auto& keys : {state.proven_with, remote.public_keys, manifest.public_keys}) {
    for (const auto& key : keys) {
      auto& floor = state.floors[key];
      floor = std::max(floor, manifest.version);
    }
  }
  while (state.floors.size() > most_keys) {
    state.floors.erase(std::ranges::min_element(state.floors, {}, [](const auto& floor) { return floor.second; }));
  }
}

}  // namespace

Standing standing_of(const BundleState& state) {
  Standing standing{state.in_use(), state.trial.empty() ? (state.good.empty() ? "none" : "good") : "on trial"};
  for (const Refusal* refusal : {&state.refused, &state.objected}) {
    if (refusal->reason.empty()) continue;
    const std::string number = refusal->version > 0 ? format("{} ", refusal->version) : "";
    standing.verdict += format("; {}refused: {}", number, refusal->reason);
  }
  return standing;
}

Refusal refusal_of(const BundleFolder& folder, const std::string& name, std::string reason, bool may_pass) {
  const auto list = trust::digest_of(folder.place_of(name) / config::manifest_name);
  std::int64_t number = 0;
  std::from_chars(name.data(), name.data() + name.size(), number);
  return {list ? list->sha256 : "", number, std::move(reason), may_pass};
}

void refuse(BundleState& state, Refusal refusal) {
  constexpr std::size_t most_played_out = 32;
  for (auto* lists : {&state.played_out, &state.may_pass}) {
    std::erase(*lists, refusal.list);
    if (lists == &state.may_pass && !refusal.may_pass) continue;
    lists->push_back(refusal.list);
    if (lists->size() > most_played_out) lists->erase(lists->begin());
  }
  state.refused = std::move(refusal);
  state.objected = {};
}

bool forgive(BundleState& state) {
  if (state.may_pass.empty()) return false;
  for (const auto& list : std::exchange(state.may_pass, {})) std::erase(state.played_out, list);
  if (state.refused.may_pass) state.refused = {};
  return true;
}

void begin_trial(BundleState& state, const std::string& name, const show::Vitals& before) {
  state.trial = name;
  state.objected = {};
  state.had_content = state.had_content || before.content;
  state.had_sources = state.had_sources || before.sources;
}

void end_trial(BundleState& state, const config::Manifest& manifest, const config::Remote& remote,
               const show::Vitals& now) {
  // What other keys than those of now have proven is proven no longer, and what they handed over has ended.
  const bool same_keys = state.keys_of == word_for_keys(remote);
  state.before = std::exchange(state.good, std::exchange(state.trial, ""));
  state.newest = state.good;
  state.before_with = same_keys ? std::exchange(state.proven_with, {}) : std::vector<std::string>();
  if (!same_keys) state.public_keys.clear();
  state.refused = {};
  state.had_content = state.had_content || now.content;
  state.had_sources = state.had_sources || now.sources;
  state.proven_with = trusted_keys(state, remote);
  raise_floors(state, manifest, remote);
  if (!manifest.public_keys.empty()) state.public_keys = manifest.public_keys;
  state.keys_of = word_for_keys(remote);
}

void take_back(BundleState& state, const Refusal& refusal) {
  if (state.trial.empty()) {
    state.good = std::exchange(state.before, "");
    state.proven_with = std::exchange(state.before_with, {});
  }
  state.trial.clear();
  refuse(state, refusal);
}

}  // namespace lobby::fleet
