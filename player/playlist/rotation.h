#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

// In which order slides take turns. Pure; any thread.
namespace lobby::playlist {

/// What a rotation must know of a slide.
struct Card {
  int share = 1;                      ///< So many turns where a card with 1 has one; at least 1.
  std::chrono::milliseconds dwell{};  ///< At least so long it stays.
  std::chrono::seconds least_gap{};   ///< From the end of its turn to the next one.
  bool operator==(const Card&) const = default;
};

/// Cards by index, in the order in which they are first dealt. No card twice.
using Deck = std::vector<std::size_t>;

/// Deals the next `count` cards of a deck (0: all there are), in the first of `every` rounds.
struct Step {
  std::size_t deck = 0;
  int count = 0;
  int every = 1;
};

/// One time round a deck: each card as often as its share says in proportion to the others, its turns spread evenly.
Deck cycle_of(const Deck& deck, const std::vector<Card>& cards);

/// The order of a show. The steps are dealt round by round until each deck was dealt its cycle. A card whose gap has
/// not passed lets the next one of its deck go first, and where none may, the step is passed over; this holds across
/// the end of the order, too. With too little to show the gaps give way: every card of a deck that a step names has at
/// least one turn. No card has two turns in a row unless it is alone. Of the order of the cards times the length of the
/// order.
std::vector<std::size_t> rotation(const std::vector<Card>& cards, const std::vector<Deck>& decks,
                                  const std::vector<Step>& steps);

/// Where a slide stands in the order of a seed: a number of its own, whatever other slides there are.
std::uint64_t place_in_order(std::int32_t seed, std::string_view id);

}  // namespace lobby::playlist
