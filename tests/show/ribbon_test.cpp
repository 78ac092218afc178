#include "show/ribbon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace lobby::show {
namespace {

using Texts = std::vector<std::string>;

constexpr int window = 100;
constexpr int gap = 10;

/// A letter is ten pixels wide.
int ten_a_letter(const std::string& text) { return 10 * static_cast<int>(text.size()); }

bool all(const std::string&) { return true; }

std::function<bool(const std::string&)> all_but(const std::string& gone) {
  return [gone](const std::string& text) { return text != gone; };
}

Ribbon saying(Texts round) {
  Ribbon ribbon(window, gap, ten_a_letter);
  ribbon.say(std::move(round), all);
  ribbon.reach(ribbon.left() + window);
  return ribbon;
}

void move(Ribbon& ribbon, int pixels) {
  ribbon.move_by(pixels);
  ribbon.reach(ribbon.left() + window);
}

/// What is seen: «text@x», with a separator before it as «•text@x», withdrawn ones in brackets.
std::string seen(const Ribbon& ribbon) {
  std::string line;
  for (const Passing& one : ribbon.texts()) {
    const std::int64_t x = one.begin - ribbon.left();
    if (x >= window || x + one.width <= 0) continue;
    line += (line.empty() ? "" : " ") + std::string(one.follows ? "•" : "");
    line += (one.withdrawn ? "[" + one.text + "]" : one.text) + "@" + std::to_string(x);
  }
  return line;
}

TEST(Ribbon, AtFirstTheWindowIsEmptyAndTheFirstTextComesInAtItsEdge) {
  Ribbon ribbon = saying({"abcdef", "ghi"});
  EXPECT_EQ(seen(ribbon), "");
  move(ribbon, 1);
  EXPECT_EQ(seen(ribbon), "abcdef@99");
}

TEST(Ribbon, TextsFollowOneAnotherAndTheRoundBeginsAgain) {
  struct Row {
    int moved;
    const char* line;
  };
  const Row rows[] = {{40, "abcdef@60"},
                      {100, "abcdef@0 •ghi@70"},
                      {159, "abcdef@-59 •ghi@11 •abcdef@51"},
                      {160, "•ghi@10 •abcdef@50"},
                      {201, "•abcdef@9 •ghi@79"}};
  for (const auto& [moved, line] : rows) {
    Ribbon ribbon = saying({"abcdef", "ghi"});
    move(ribbon, moved);
    EXPECT_EQ(seen(ribbon), line) << moved;
  }
}

TEST(Ribbon, ATextComesInAgainOnlyAsItLeaves) {
  Ribbon ribbon = saying({"ab"});
  move(ribbon, 100);
  EXPECT_EQ(seen(ribbon), "ab@0");
  move(ribbon, 1);
  EXPECT_EQ(seen(ribbon), "ab@-1 ab@99");
}

TEST(Ribbon, OneLongTextFollowsItselfWithASeparator) {
  Ribbon ribbon = saying({std::string(12, 'x')});
  move(ribbon, 200);
  EXPECT_EQ(seen(ribbon), "xxxxxxxxxxxx@-100 •xxxxxxxxxxxx@30");
}

TEST(Ribbon, EveryStepIsAsLongAsTheOthersWithoutGapOrOverlap) {
  Ribbon ribbon = saying({"abcdef", "ghi", std::string(30, 'x'), "jk"});
  std::map<std::int64_t, std::int64_t> place;  // on the ribbon, by the beginning of a text
  for (int step = 0; step < 5000; ++step) {
    const std::int64_t before = ribbon.left();
    move(ribbon, 3);
    ASSERT_EQ(ribbon.left() - before, 3);
    std::int64_t end = ribbon.texts().front().begin - gap;
    for (const Passing& one : ribbon.texts()) {
      ASSERT_EQ(one.begin, end + gap);
      ASSERT_EQ(one.width, ten_a_letter(one.text));
      ASSERT_EQ(place.try_emplace(one.begin, one.width).first->second, one.width);
      end = one.end();
    }
    ASSERT_GE(end, ribbon.left() + window);
  }
}

TEST(Ribbon, ANewTextJoinsAtTheEndOfThePresentRound) {
  Ribbon ribbon = saying({"abcdef", "ghijkl"});
  move(ribbon, 100);
  const std::string before = seen(ribbon);
  EXPECT_FALSE(ribbon.say({"abcdef", "new", "ghijkl"}, all));
  EXPECT_EQ(seen(ribbon), before);
  move(ribbon, 140);
  EXPECT_EQ(seen(ribbon), "•abcdef@0 •new@70");
}

TEST(Ribbon, WhatIsWithdrawnInTheWindowLeavesAHoleAndNothingElseMoves) {
  Ribbon ribbon = saying({"abcdef", "ghijkl"});
  move(ribbon, 120);
  EXPECT_EQ(seen(ribbon), "abcdef@-20 •ghijkl@50");
  EXPECT_TRUE(ribbon.say({"ghijkl"}, all_but("abcdef")));
  EXPECT_EQ(seen(ribbon), "[abcdef]@-20 •ghijkl@50");
  move(ribbon, 60);
  EXPECT_EQ(seen(ribbon), "•ghijkl@-10 •ghijkl@60");
}

TEST(Ribbon, WhatIsWithdrawnBeforeItIsSeenNeverComes) {
  Ribbon ribbon(window, gap, ten_a_letter);
  ribbon.say({"abcdef", "gone", "ghijkl"}, all);
  ribbon.reach(300);
  move(ribbon, 60);
  EXPECT_EQ(seen(ribbon), "abcdef@40");
  EXPECT_TRUE(ribbon.say({"abcdef", "ghijkl"}, all_but("gone")));
  EXPECT_EQ(seen(ribbon), "abcdef@40");
  for (int step = 0; step < 600; ++step) {
    move(ribbon, 1);
    ASSERT_FALSE(seen(ribbon).contains("gone")) << seen(ribbon);
  }
}

TEST(Ribbon, WhatComesLaterInThePresentRoundAndIsWithdrawnNeverComes) {
  Ribbon ribbon = saying({"abcdef", "ghijkl", "gone", "mno"});
  move(ribbon, 1);
  ribbon.say({"abcdef", "ghijkl", "mno"}, all_but("gone"));
  std::string all_seen;
  for (int step = 0; step < 250; ++step) {
    move(ribbon, 1);
    all_seen += seen(ribbon);
  }
  EXPECT_TRUE(all_seen.contains("mno"));
  EXPECT_FALSE(all_seen.contains("gone"));
}

TEST(Ribbon, WithNothingMoreToSayItRunsEmptyAndBeginsAgainAtTheEdge) {
  Ribbon ribbon = saying({"abcdef"});
  move(ribbon, 50);
  ribbon.say({}, all_but("abcdef"));
  move(ribbon, 500);
  EXPECT_EQ(seen(ribbon), "");
  ribbon.say({"ghi"}, all);
  move(ribbon, 2);
  EXPECT_EQ(seen(ribbon), "ghi@98");
}

TEST(Ribbon, NothingToSayCostsNothing) {
  Ribbon ribbon = saying({});
  move(ribbon, 1'000'000);
  EXPECT_TRUE(ribbon.texts().empty());
}

}  // namespace
}  // namespace lobby::show
