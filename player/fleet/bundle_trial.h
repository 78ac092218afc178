#pragma once

#include "base/result.h"
#include "fleet/bundle_folder.h"
#include "fleet/probation.h"

// The steps in the life of a bundle, each of which is one change of the state on disk.
namespace lobby::fleet {

/// How it stands, for whoever looks after many players.
struct Standing {
  std::string in_use;   ///< The name of the bundle; empty: none.
  std::string verdict;  ///< «good», «on trial», «none», what was refused last, what is offered and not taken, and why.
  bool operator==(const Standing&) const = default;
};
Standing standing_of(const BundleState& state);

/// Of a bundle that was played, and lies in the folder under that name.
Refusal refusal_of(const BundleFolder& folder, const std::string& name, std::string reason, bool may_pass);

/// What is written of a bundle that was played, in a rehearsal or on the screen, and is not taken.
void refuse(BundleState& state, Refusal refusal);
/// What may pass is played again. False where there is none.
bool forgive(BundleState& state);

/// It is in use from now on, and has to prove itself against a show that was as `before`, and as any before that was
/// good: one that comes right after a bundle without content must not profit from that.
void begin_trial(BundleState& state, const std::string& name, const show::Vitals& before);
/// It has, with a show as `now`. The keys that it names count from now on.
void end_trial(BundleState& state, const config::Manifest& manifest, const config::Remote& remote,
               const show::Vitals& now);
/// The bundle in use is not well: in place of one on trial the good one is in use again, in place of that the one
/// before it.
void take_back(BundleState& state, const Refusal& refusal);

}  // namespace lobby::fleet
