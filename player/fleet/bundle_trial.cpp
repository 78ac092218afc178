#include "fleet/bundle_trial.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/format.h"
#include "trust/digest.h"

namespace lobby::fleet {

Standing standing_of(const BundleState& state) {
  Standing standing{state.in_use(), state.trial.empty() ? (state.good.empty() ? "none" : "good") : "on trial"};
  const auto& [list, version, reason, played, may_pass] = state.refused;
  if (reason.empty()) return standing;
  standing.verdict += version > 0 ? format("; {} refused: {}", version, reason) : format("; refused: {}", reason);
  return standing;
}

Refusal refusal_of(const BundleFolder& folder, const std::string& name, std::string reason, bool may_pass) {
  const auto list = trust::digest_of(folder.place_of(name) / config::manifest_name);
  std::int64_t number = 0;
  std::from_chars(name.data(), name.data() + name.size(), number);
  return {list ? list->sha256 : "", number, std::move(reason), true, may_pass};
}

void refuse(BundleState& state, Refusal refusal) {
  constexpr std::size_t most_played_out = 32;
  if (refusal.played) {
    std::erase(state.played_out, refusal.list);
    state.played_out.push_back(refusal.list);
    if (state.played_out.size() > most_played_out) state.played_out.erase(state.played_out.begin());
  }
  state.refused = std::move(refusal);
}

void begin_trial(BundleState& state, const std::string& name, const show::Vitals& before) {
  state.trial = name;
  state.had_content = before.content;
  state.had_sources = before.sources;
}

void end_trial(BundleState& state, const config::Manifest& manifest, const config::Remote& remote) {
  // What other keys than those of now have proven is proven no longer.
  const bool same_keys = state.keys_of == word_for_keys(remote);
  state.before = std::exchange(state.good, std::exchange(state.trial, ""));
  state.before_with = same_keys ? std::exchange(state.proven_with, {}) : std::vector<std::string>();
  state.version = std::max(state.version, manifest.version);
  state.refused = {};
  state.proven_with = trusted_keys(state, remote);
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
