#include "gather/errands.h"

#include <utility>

namespace lobby::gather {

namespace {

constexpr std::size_t most_under_way = 4;

}  // namespace

void Errands::add(Errand errand) {
  if (known_.insert(errand.url).second) waiting_.push_back(std::move(errand));
}

std::optional<Errand> Errands::take() {
  if (waiting_.empty() || under_way_.size() >= most_under_way) return std::nullopt;
  Errand errand = std::move(waiting_.front());
  waiting_.pop_front();
  return errand;
}

std::size_t Errands::begin(Errand errand) {
  under_way_.emplace(next_ticket_, std::move(errand));
  return next_ticket_++;
}

std::optional<Errand> Errands::end(std::size_t ticket) {
  auto found = under_way_.extract(ticket);
  if (!found) return std::nullopt;
  known_.erase(found.mapped().url);
  return std::move(found.mapped());
}

}  // namespace lobby::gather
