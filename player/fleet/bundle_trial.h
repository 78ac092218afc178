#pragma once

#include "base/result.h"
#include "fleet/bundle_folder.h"
#include "fleet/probation.h"

// The steps in the life of a bundle, each of which is one change of the state on disk.
namespace lobby::fleet {

/// How it stands, for whoever looks after many players.
struct Standing {
  std::string in_use;   ///< The name of the bundle; empty: none.
  std::string verdict;  ///< «good», «on trial», «none», and what was refused last and why.
  bool operator==(const Standing&) const = default;
};
Standing standing_of(const BundleState& state);

/// Of a bundle that was played, and lies in the folder under that name.
Refusal refusal_of(const BundleFolder& folder, const std::string& name, std::string reason, bool may_pass);

/// What is written of a bundle that is not taken.
void refuse(BundleState& state, Refusal refusal);

/// It is in use from now on, and has to prove itself against a show that was as `before`.
void begin_trial(BundleState& state, const std::string& name, const show::Vitals& before);
/// It has. The keys that it names count from now on.
void end_trial(BundleState& state, const config::Manifest& manifest, const config::Remote& remote);
/// The bundle in use is not well: in place of one on trial the good one is in use again, in place of that the one
/// before it.
void take_back(BundleState& state, const Refusal& refusal);

}  // namespace lobby::fleet
