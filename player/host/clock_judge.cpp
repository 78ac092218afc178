#include "host/clock_judge.h"

#include <algorithm>
#include <charconv>

#include "base/format.h"
#include "base/log.h"
#include "host/version.h"

namespace lobby::host {

namespace {

constexpr const char* seen_key = "clock:seen";
constexpr std::size_t most_witnesses = 16;
constexpr std::size_t most_words = 3;

/// Of two words the newer one.
ToldTime middle_one(std::vector<ToldTime> words) {
  if (words.size() < most_words) return words.back();
  std::ranges::sort(words, {}, [](const ToldTime& word) {
    return word.time - std::chrono::floor<std::chrono::seconds>(word.at.time_since_epoch());
  });
  return words[words.size() / 2];
}

}  // namespace

ClockJudge::ClockJudge(std::optional<WallTime> seen, bool (*synchronised)())
    : evidence_{.released = earliest_true_time,
                .seen = seen,
                .runs_while_off = clock_runs_while_off(earliest_true_time)},
      synchronised_(synchronised) {}

void ClockJudge::hear(const net::Response& answer, SteadyTime at) {
  if (!answer.date || !answer.final_url.starts_with("https://")) return;
  const std::scoped_lock lock(mutex_);
  auto& words = witness(net::host_of(answer.final_url)).words;
  words.push_back({*answer.date, at});
  if (words.size() > most_words) words.erase(words.begin());
}

ClockJudge::Witness& ClockJudge::witness(const std::string& host) {
  const auto known = std::ranges::find(witnesses_, host, &Witness::host);
  if (known != witnesses_.end()) {
    std::rotate(known, known + 1, witnesses_.end());
    return witnesses_.back();
  }
  if (witnesses_.size() == most_witnesses) witnesses_.erase(witnesses_.begin());
  return witnesses_.emplace_back(Witness{host, {}});
}

void ClockJudge::saw(WallTime time) {
  const std::scoped_lock lock(mutex_);
  evidence_.seen = time;
}

ClockEvidence ClockJudge::evidence() const {
  const bool synchronised = synchronised_();
  const std::scoped_lock lock(mutex_);
  ClockEvidence evidence = evidence_;
  evidence.synchronised = synchronised;
  for (const Witness& witness : witnesses_) evidence.told.push_back(middle_one(witness.words));
  return evidence;
}

std::string ClockJudge::doubt(WallTime wall, SteadyTime steady) const { return doubt_about(wall, steady, evidence()); }

bool ClockJudge::confirmed(WallTime wall, SteadyTime steady) const {
  const auto known = evidence();
  return (known.synchronised || !known.told.empty()) && doubt_about(wall, steady, known).empty();
}

std::optional<WallTime> remembered_time(store::Store& store) {
  const auto text = store.state(seen_key);
  std::int64_t seconds = 0;
  if (!text || std::from_chars(text->data(), text->data() + text->size(), seconds).ec != std::errc())
    return std::nullopt;
  return WallTime(std::chrono::seconds(seconds));
}

void remember_time(store::Store& store, WallTime time) {
  const auto set = store.set_state(seen_key, format("{}", time.time_since_epoch().count()));
  if (!set) log::warning("the time cannot be remembered: {}", set.error().message);
}

}  // namespace lobby::host
