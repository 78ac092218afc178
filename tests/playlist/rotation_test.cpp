#include "playlist/rotation.h"

#include <gmock/gmock.h>

#include <map>
#include <set>

namespace lobby::playlist {
namespace {

using namespace std::chrono;
using testing::ElementsAre;

Deck cards_from(std::size_t first, std::size_t count) {
  Deck deck;
  for (std::size_t index = 0; index < count; ++index) deck.push_back(first + index);
  return deck;
}

/// The order as it is seen over `time`: which card begins when.
std::vector<std::pair<std::size_t, milliseconds>> shown(const std::vector<std::size_t>& order,
                                                        const std::vector<Card>& cards, milliseconds time) {
  std::vector<std::pair<std::size_t, milliseconds>> turns;
  milliseconds elapsed{};
  for (std::size_t turn = 0; elapsed < time; ++turn) {
    const std::size_t card = order[turn % order.size()];
    turns.emplace_back(card, elapsed);
    elapsed += cards[card].dwell;
  }
  return turns;
}

/// The shortest time between two turns of each card.
std::map<std::size_t, milliseconds> shortest_gaps(const std::vector<std::pair<std::size_t, milliseconds>>& turns,
                                                  const std::vector<Card>& cards) {
  std::map<std::size_t, milliseconds> left_at;
  std::map<std::size_t, milliseconds> gaps;
  for (const auto& [card, began] : turns) {
    if (left_at.contains(card)) {
      const auto gap = gaps.try_emplace(card, began - left_at[card]).first;
      gap->second = std::min(gap->second, began - left_at[card]);
    }
    left_at[card] = began + cards[card].dwell;
  }
  return gaps;
}

TEST(Rotation, ACardOfTwoSharesHasTwiceTheTurnsFarApart) {
  const std::vector<Card> cards{{2, 10s}, {1, 10s}, {1, 10s}, {1, 10s}};
  EXPECT_THAT(cycle_of({0, 1, 2, 3}, cards), ElementsAre(0, 1, 0, 2, 3));
}

TEST(Rotation, EqualSharesAreTheDeckItself) {
  const std::vector<Card> cards{{3, 10s}, {3, 10s}};
  EXPECT_THAT(cycle_of({1, 0}, cards), ElementsAre(1, 0));
}

TEST(Rotation, AStepThatComesEveryOtherRoundIsPassedOverInBetween) {
  const std::vector<Card> cards(3, {1, 10s});
  EXPECT_THAT(rotation(cards, {{0, 1}, {2}}, {{0, 1}, {1, 1, 2}}), ElementsAre(0, 2, 1));
}

TEST(Rotation, ACardWaitsUntilItsGapHasPassed) {
  // A list between stories that rests for 60 seconds.
  std::vector<Card> cards(21, {1, 10s});
  cards[20].least_gap = 60s;
  const auto order = rotation(cards, {cards_from(0, 20), {20}}, {{0, 2}, {1, 1}});
  EXPECT_THAT(order, ElementsAre(0, 1, 20, 2, 3, 4, 5, 6, 7, 20, 8, 9, 10, 11, 12, 13, 20, 14, 15, 16, 17, 18, 19));
}

TEST(Rotation, WithTooLittleToShowGoesOn) {
  const std::vector<Card> cards(2, {1, 10s, 1h});
  EXPECT_THAT(rotation(cards, {{0, 1}}, {{0, 0}}), ElementsAre(0, 1));
  EXPECT_THAT(rotation({{1, 10s, 1h}}, {{0}}, {{0, 0}}), ElementsAre(0));
}

TEST(Rotation, AGapHoldsAcrossTheEndOfTheOrder) {
  // Two stories alone are over sooner than the notice has rested.
  const std::vector<Card> cards{{1, 10s}, {1, 10s}, {1, 10s, 60s}};
  const auto order = rotation(cards, {{0, 1}, {2}}, {{1, 0}, {0, 2}});
  EXPECT_THAT(order, ElementsAre(2, 0, 1, 0, 1, 0, 1));
}

TEST(Rotation, KeepsProportionsAndGapsForAWeek) {
  // 60 stories, of which ten have double weight, 40 photos, a list and two notices.
  std::vector<Card> cards(103, {1, 9s});
  for (std::size_t story = 0; story < 10; ++story) cards[story].share = 2;
  for (std::size_t story = 0; story < 60; ++story) cards[story].least_gap = 3min;
  cards[100].least_gap = 5min;
  cards[101].least_gap = cards[102].least_gap = 10min;
  const std::vector<Deck> decks{cards_from(0, 60), cards_from(60, 40), {100}, {101, 102}};
  const auto order = rotation(cards, decks, {{3, 0}, {0, 5}, {1, 2}, {2, 0}});
  const auto turns = shown(order, cards, hours(24 * 7));
  for (const auto& [card, gap] : shortest_gaps(turns, cards)) EXPECT_GE(gap, cards[card].least_gap) << card;
  std::map<std::size_t, double> count;
  for (const auto& turn : turns) ++count[turn.first];
  double heavy = 0;
  double light = 0;
  double photos = 0;
  for (std::size_t card = 0; card < 100; ++card) (card < 10 ? heavy : card < 60 ? light : photos) += count[card];
  EXPECT_NEAR((heavy / 10) / (light / 50), 2, 0.2);
  EXPECT_NEAR((heavy + light) / photos, 2.5, 0.1);
  EXPECT_EQ(order, rotation(cards, decks, {{3, 0}, {0, 5}, {1, 2}, {2, 0}}));
}

TEST(Rotation, OfManyCardsStaysShort) {
  const std::vector<Card> cards(1000, {1, 6s, 10min});
  const auto order = rotation(cards, {cards_from(0, 500), cards_from(500, 500)}, {{0, 5}, {1, 2}});
  EXPECT_LT(order.size(), 2000U);
  EXPECT_EQ(std::set<std::size_t>(order.begin(), order.end()).size(), 1000U);
}

TEST(Rotation, APlaceInTheOrderOfASeedIsTheSameEverywhere) {
  EXPECT_EQ(place_in_order(1, "photo:a"), place_in_order(1, "photo:a"));
  EXPECT_NE(place_in_order(1, "photo:a"), place_in_order(2, "photo:a"));
  EXPECT_NE(place_in_order(1, "photo:a"), place_in_order(1, "photo:b"));
}

}  // namespace
}  // namespace lobby::playlist
