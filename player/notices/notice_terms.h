#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/clock.h"
#include "playlist/show.h"
#include "store/store.h"

namespace lobby::notices {

/// What a notice asks for: an end of its own, or so long from its arrival.
struct WantedTerm {
  std::chrono::seconds bound{};
  std::optional<WallTime> until = std::nullopt;
};

/// How long notices that came by themselves may still stand. Each has two ends, and the earlier one counts: a moment of
/// wall time, where the clock is believed, and a length of time that is counted by steady time and kept across
/// restarts. What is kept runs ahead of what was counted, so that no kill and no power cut ever makes a term longer.
/// Fetch thread.
class NoticeTerms {
 public:
  static constexpr std::chrono::days longest{31};

  explicit NoticeTerms(store::Store& store);

  /// When the term of `id` ends by steady time; at its first call the term begins.
  SteadyTime end_of(const std::string& id, const WantedTerm& wanted, const playlist::Moment& now);
  /// Whether the term began before this start of the player. Then nobody knows how long the machine was off.
  bool is_older_than_this_start(const std::string& id) const;
  /// Forgets the others.
  void retain(const std::set<std::string>& ids);
  /// Keeps what was counted in the store; when that is due again.
  SteadyTime keep(SteadyTime now);
  /// Keeps what was counted and no more: the orderly end of the player.
  void close(SteadyTime now);

 private:
  struct Term {
    std::chrono::seconds bound{};
    std::chrono::seconds before{};  ///< Counted before `began`.
    std::chrono::seconds kept{};    ///< What the store says was counted; ahead of the truth.
    std::optional<WallTime> until = std::nullopt;
    std::optional<SteadyTime> began = std::nullopt;
    bool restored = false;
    std::chrono::seconds counted(SteadyTime now) const;
  };
  void settle(Term& term, const WantedTerm& wanted, const playlist::Moment& now);
  void write();

  store::Store& store_;
  std::map<std::string, Term> terms_;
  bool changed_ = false;
};

}  // namespace lobby::notices
