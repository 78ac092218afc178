#include "show/ribbon.h"

#include <algorithm>
#include <utility>

namespace lobby::show {

Ribbon::Ribbon(int window, int gap, std::function<int(const std::string&)> width_of)
    : window_(window), gap_(gap), width_of_(std::move(width_of)), left_(-window) {}

bool Ribbon::say(std::vector<std::string> round, const std::function<bool(const std::string&)>& still_said) {
  coming_ = std::move(round);
  const auto gone = [&](const std::string& text) { return !still_said(text); };
  const auto rest = round_.begin() + static_cast<std::ptrdiff_t>(next_);
  round_.erase(std::remove_if(rest, round_.end(), gone), round_.end());
  const auto unseen = std::ranges::find_if(texts_, [this](const Passing& one) { return one.begin >= left_ + window_; });
  bool changed = false;
  for (auto one = texts_.begin(); one != unseen; ++one) {
    if (one->withdrawn || !gone(one->text)) continue;
    one->withdrawn = true;
    changed = true;
  }
  std::vector<Passing> waiting(unseen, texts_.end());
  if (std::ranges::none_of(waiting, gone, &Passing::text)) return changed;
  texts_.erase(unseen, texts_.end());
  // Nothing beyond the window was seen, so it is laid anew.
  known_ = std::min(known_, left_ + window_);
  end_ = texts_.empty() ? known_ - gap_ : texts_.back().end();
  for (Passing& one : waiting) {
    if (!gone(one.text)) lay(std::move(one.text), false);
  }
  return true;
}

void Ribbon::move_by(int pixels) {
  left_ += pixels;
  while (!texts_.empty() && texts_.front().end() < left_) texts_.pop_front();
}

void Ribbon::reach(std::int64_t end) {
  while (end_ < end) {
    const bool round_ends = next_ >= round_.size();
    if (round_ends) {
      round_ = coming_;
      next_ = 0;
      if (round_.empty()) break;
    }
    lay(round_[next_++], round_ends);
  }
  known_ = std::max(known_, end);
}

/// A round is at least as long as the window, so that a text comes in only as it leaves.
void Ribbon::lay(std::string text, bool first_of_round) {
  Passing& one = texts_.emplace_back();
  one.width = std::max(1, width_of_(text));
  one.text = std::move(text);
  one.begin = std::max(end_ + gap_, known_);
  one.follows = end_ >= known_;
  if (first_of_round) {
    const std::int64_t earliest = std::max(one.begin, round_began_ + window_);
    one.follows = one.follows && earliest == one.begin;
    one.begin = round_began_ = earliest;
  }
  end_ = one.end();
}

}  // namespace lobby::show
