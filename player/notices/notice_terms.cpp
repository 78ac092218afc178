#include "notices/notice_terms.h"

#include <algorithm>
#include <sstream>

#include "base/format.h"
#include "base/log.h"

namespace lobby::notices {

namespace {

using std::chrono::seconds;

constexpr const char* state_key = "notices:terms";
constexpr seconds never_ends(NoticeTerms::longest);

/// Seconds rounded up: a term is never longer for a restart.
seconds whole(SteadyTime::duration time) { return std::chrono::ceil<seconds>(time); }

/// How far the store runs ahead. A card is written to less often for what stands long.
seconds ahead(seconds counted) {
  return counted < std::chrono::hours(1) ? std::chrono::minutes(1) : std::chrono::minutes(10);
}

}  // namespace

seconds NoticeTerms::Term::counted(SteadyTime now) const {
  return before + (began ? whole(std::max(now - *began, SteadyTime::duration())) : seconds());
}

/// A line for each: id, bound, counted, and the end in seconds since 1970, or 0.
NoticeTerms::NoticeTerms(store::Store& store) : store_(store) {
  std::istringstream lines(store_.state(state_key).value_or(""));
  std::string id;
  std::int64_t bound = 0;
  std::int64_t counted = 0;
  std::int64_t until = 0;
  while (lines >> id >> bound >> counted >> until) {
    Term term{seconds(bound), seconds(counted), seconds(counted)};
    if (until != 0) term.until = WallTime(seconds(until));
    term.restored = true;
    terms_[id] = term;
  }
}

void NoticeTerms::close(SteadyTime now) {
  for (auto& [id, term] : terms_) term.kept = std::min(term.bound, term.counted(now));
  write();
}

/// Once the clock is believed the end is a moment of wall time, too.
void NoticeTerms::settle(Term& term, const WantedTerm& wanted, const playlist::Moment& now) {
  if (term.until || !now.date_known) return;
  const seconds counted = term.counted(now.steady);
  if (wanted.until) {
    term.until = std::min(*wanted.until, now.time + never_ends);
    term.bound = counted + std::max(seconds(), *term.until - now.time);
  } else {
    term.until = now.time + std::max(seconds(), term.bound - counted);
  }
  changed_ = true;
}

SteadyTime NoticeTerms::end_of(const std::string& id, const WantedTerm& wanted, const playlist::Moment& now) {
  const auto [found, is_new] = terms_.try_emplace(id, Term{std::min(wanted.bound, never_ends)});
  Term& term = found->second;
  if (!term.began) term.began = now.steady;
  changed_ = changed_ || is_new;
  settle(term, wanted, now);
  SteadyTime end = *term.began + (term.bound - term.before);
  if (now.date_known && term.until) end = std::min(end, now.steady + std::max(seconds(), *term.until - now.time));
  // An end that was reached by the wall clock stays reached, whatever that clock says later.
  if (end <= now.steady && term.before < term.bound) {
    term.before = term.bound;
    changed_ = true;
  }
  return end;
}

bool NoticeTerms::is_older_than_this_start(const std::string& id) const {
  const auto found = terms_.find(id);
  return found != terms_.end() && found->second.restored;
}

void NoticeTerms::retain(const std::set<std::string>& ids) {
  const auto gone = std::erase_if(terms_, [&ids](const auto& term) { return !ids.contains(term.first); });
  changed_ = changed_ || gone > 0;
}

SteadyTime NoticeTerms::keep(SteadyTime now) {
  SteadyTime next = now + std::chrono::hours(1);
  for (auto& [id, term] : terms_) {
    const seconds counted = std::min(term.counted(now), term.bound);
    if (term.began && term.kept <= counted && term.kept < term.bound) {
      term.kept = std::min(term.bound, counted + ahead(counted));
      changed_ = true;
    }
    if (term.began && term.kept < term.bound) next = std::min(next, now + (term.kept - counted));
  }
  if (changed_) write();
  return next;
}

void NoticeTerms::write() {
  changed_ = false;
  std::string lines;
  for (const auto& [id, term] : terms_) {
    lines += format("{} {} {} {}\n", id, term.bound.count(), term.kept.count(),
                    term.until ? term.until->time_since_epoch().count() : 0);
  }
  if (const auto set = store_.set_state(state_key, lines); !set) {
    log::warning("how long the notices have stood cannot be kept: {}", set.error().message);
  }
}

}  // namespace lobby::notices
