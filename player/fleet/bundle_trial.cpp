#include "fleet/bundle_trial.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "trust/digest.h"

namespace lobby::fleet {

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
  state.starts = 0;
  state.had_content = before.content;
  state.had_sources = before.sources;
}

void end_trial(BundleState& state, const config::Manifest& manifest, const config::Remote& remote) {
  state.good = std::exchange(state.trial, "");
  state.starts = 0;
  state.version = std::max(state.version, manifest.version);
  state.refused = {};
  state.proven_with = trusted_keys(state, remote);
  if (!manifest.public_keys.empty()) state.public_keys = manifest.public_keys;
  state.keys_of = word_for_keys(remote);
}

void take_back(BundleState& state, const Refusal& refusal) {
  state.trial.clear();
  state.starts = 0;
  refuse(state, refusal);
}

void count_start(const BundleFolder& folder) {
  BundleState state = folder.state();
  if (state.trial.empty()) return;
  ++state.starts;
  if (state.starts > most_starts) {
    const auto refusal =
        refusal_of(folder, state.trial, format("the player ended {} times while it was on trial", most_starts), false);
    log::error("bundle {} is taken back: {}", state.trial, refusal.reason);
    take_back(state, refusal);
  }
  if (const auto saved = folder.save(state); !saved) {
    log::error("the trial of bundle {} cannot be counted: {}", state.trial, saved.error().message);
  }
}

void discount_start(const BundleFolder& folder) {
  BundleState state = folder.state();
  if (state.trial.empty() || state.starts == 0) return;
  --state.starts;
  static_cast<void>(folder.save(state));
}

}  // namespace lobby::fleet
