#pragma once

#include "base/result.h"
#include "fleet/bundle_folder.h"
#include "fleet/probation.h"

// The steps in the life of a bundle, each of which is one change of the state on disk.
namespace lobby::fleet {

/// A player that ends so often while a bundle is on trial had better not play it.
inline constexpr int most_starts = 3;

/// Of a bundle that was played, and lies in the folder under that name.
Refusal refusal_of(const BundleFolder& folder, const std::string& name, std::string reason, bool may_pass);

/// What is written of a bundle that is not taken.
void refuse(BundleState& state, Refusal refusal);

/// It is in use from now on, and has to prove itself against a show that was as `before`.
void begin_trial(BundleState& state, const std::string& name, const show::Vitals& before);
/// It has. The keys that it names count from now on.
void end_trial(BundleState& state, const config::Manifest& manifest, const config::Remote& remote);
/// It has not; the good one is in use again.
void take_back(BundleState& state, const Refusal& refusal);

/// Counts a start of the player before it looks at any bundle. A trial in which it has started too often is over.
void count_start(const BundleFolder& folder);
/// The player ends because it was asked to; that start is no sign of anything.
void discount_start(const BundleFolder& folder);

}  // namespace lobby::fleet
