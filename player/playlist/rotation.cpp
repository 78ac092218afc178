#include "playlist/rotation.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace lobby::playlist {

namespace {

using std::chrono::milliseconds;

/// A day of slides of four seconds. Only gaps and weights that no one would write lead there.
constexpr std::size_t most_turns = 20'000;

/// A turn of a card as a fraction of the cycle.
struct Place {
  std::size_t card;
  std::int64_t numerator;
  std::int64_t denominator;
};

int common_share(const Deck& deck, const std::vector<Card>& cards) {
  int common = 0;
  for (const std::size_t card : deck) common = std::gcd(common, cards[card].share);
  return std::max(common, 1);
}

class Dealer {
 public:
  Dealer(const std::vector<Card>& cards, const std::vector<Deck>& decks) : cards_(cards), left_at_(cards.size()) {
    for (const Deck& deck : decks) hands_.push_back({cycle_of(deck, cards), deck.size()});
    for (const Hand& hand : hands_) {
      for (const std::size_t card : hand.cycle) {
        if (cards[card].least_gap.count() > 0) span_ = std::max(span_, cards[card].least_gap + cards[card].dwell);
      }
    }
  }

  std::vector<std::size_t> deal(const std::vector<Step>& steps) {
    for (int round = 0;; ++round) {
      const std::size_t before = order_.size();
      bool idle = true;
      for (const Step& step : steps) {
        if (round % step.every != 0) {
          idle = false;
          continue;
        }
        deal(hands_[step.deck], step.count);
      }
      idle = idle && order_.size() == before;
      const bool complete = dealt(steps) && elapsed_ >= span_;
      if (complete || idle || order_.size() > most_turns || round > static_cast<int>(most_turns)) break;
    }
    add_missing(steps);
    return std::move(order_);
  }

 private:
  struct Hand {
    Deck cycle;
    std::size_t distinct = 0;
    std::size_t next = 0;
    std::size_t passed = 0;  ///< Cards of the cycle that had their turn or were passed over.
  };

  bool dealt(const std::vector<Step>& steps) const {
    return std::ranges::all_of(steps, [&](const Step& step) {
      const Hand& hand = hands_[step.deck];
      return hand.passed >= hand.cycle.size();
    });
  }

  bool rested(std::size_t card) const {
    const auto& left_at = left_at_[card];
    return !left_at || elapsed_ >= *left_at + cards_[card].least_gap;
  }

  void deal(Hand& hand, int count) {
    const auto turns = count == 0 ? hand.cycle.size() : std::min(hand.distinct, static_cast<std::size_t>(count));
    for (std::size_t turn = 0; turn < turns; ++turn) {
      const auto card = take(hand);
      if (!card) return;
      if (order_.empty() || order_.back() != *card) push(*card);
    }
  }

  /// The next card that may be shown.
  std::optional<std::size_t> take(Hand& hand) {
    for (std::size_t ahead = 0; ahead < hand.cycle.size(); ++ahead) {
      const std::size_t card = hand.cycle[(hand.next + ahead) % hand.cycle.size()];
      if (!rested(card)) continue;
      hand.next += ahead + 1;
      hand.passed += ahead + 1;
      return card;
    }
    return std::nullopt;
  }

  void push(std::size_t card) {
    order_.push_back(card);
    elapsed_ += cards_[card].dwell;
    left_at_[card] = elapsed_;
  }

  void add_missing(const std::vector<Step>& steps) {
    for (const Step& step : steps) {
      for (const std::size_t card : hands_[step.deck].cycle) {
        if (!left_at_[card]) push(card);
      }
    }
  }

  const std::vector<Card>& cards_;
  std::vector<Hand> hands_;
  std::vector<std::size_t> order_;
  std::vector<std::optional<milliseconds>> left_at_;  ///< By card: the end of its latest turn.
  milliseconds elapsed_{};
  milliseconds span_{};  ///< The order should be so long that no gap is cut short where it begins anew.
};

/// Takes out turns that come too soon before the next one of their card, the last of the order before the first. True
/// where it took one: others may have come nearer to each other by that.
bool thin_out(std::vector<std::size_t>& order, const std::vector<Card>& cards) {
  std::vector<int> turns(cards.size());
  milliseconds length{};
  std::vector<milliseconds> next(cards.size());  // Turns of each card, from the beginning of this order.
  for (const std::size_t card : order) {
    if (turns[card]++ == 0) next[card] = length;
    length += cards[card].dwell;
  }
  std::vector<bool> kept(order.size(), true);
  for (milliseconds& turn : next) turn += length;  // The first one when the order begins anew.
  milliseconds end = length;
  std::size_t follower = order.front();
  for (std::size_t index = order.size(); index-- > 0;) {
    const std::size_t card = order[index];
    const bool hasty = card == follower || next[card] - end < cards[card].least_gap;
    if (hasty && turns[card] > 1) {
      kept[index] = false;
      --turns[card];
    } else {
      next[card] = end - cards[card].dwell;
      follower = card;
    }
    end -= cards[card].dwell;
  }
  std::size_t index = 0;
  return std::erase_if(order, [&](std::size_t) { return !kept[index++]; }) > 0;
}

}  // namespace

Deck cycle_of(const Deck& deck, const std::vector<Card>& cards) {
  const int common = common_share(deck, cards);
  std::vector<Place> places;
  const auto size = static_cast<std::int64_t>(deck.size());
  for (std::int64_t index = 0; index < size; ++index) {
    const std::size_t card = deck[static_cast<std::size_t>(index)];
    const std::int64_t share = cards[card].share / common;
    for (std::int64_t turn = 0; turn < share; ++turn) places.push_back({card, 2 * index + 1 + 2 * size * turn, share});
  }
  std::ranges::stable_sort(
      places, [](const Place& a, const Place& b) { return a.numerator * b.denominator < b.numerator * a.denominator; });
  Deck cycle;
  for (const Place& place : places) cycle.push_back(place.card);
  return cycle;
}

std::vector<std::size_t> rotation(const std::vector<Card>& cards, const std::vector<Deck>& decks,
                                  const std::vector<Step>& steps) {
  auto order = Dealer(cards, decks).deal(steps);
  constexpr int most_passes = 32;
  for (int pass = 0; pass < most_passes && order.size() > 1 && thin_out(order, cards); ++pass) continue;
  return order;
}

std::uint64_t place_in_order(std::int32_t seed, std::string_view id) {
  // FNV-1a over the text, then the finalizer of SplitMix64 (Steele, Lea and Flood 2014), so that near texts lie apart.
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char byte : id) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
  hash += 0x9E3779B97F4A7C15 * (static_cast<std::uint64_t>(seed) + 1);
  hash = (hash ^ hash >> 30) * 0xBF58476D1CE4E5B9;
  hash = (hash ^ hash >> 27) * 0x94D049BB133111EB;
  return hash ^ hash >> 31;
}

}  // namespace lobby::playlist
