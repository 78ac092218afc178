#include "config/suggestion.h"

#include <gtest/gtest.h>

#include <vector>

namespace lobby::config {
namespace {

TEST(EditDistance, CountsSingleSlips) {
  EXPECT_EQ(edit_distance("theme", "theme"), 0);
  EXPECT_EQ(edit_distance("thme", "theme"), 1);
  EXPECT_EQ(edit_distance("themes", "theme"), 1);
  EXPECT_EQ(edit_distance("tjeme", "theme"), 1);
  EXPECT_EQ(edit_distance("hteme", "theme"), 1);
  EXPECT_EQ(edit_distance("", "theme"), 5);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3);
}

TEST(Suggestion, IsTheNearestWordIfThatIsNear) {
  const std::vector<std::string_view> keys{"organisation", "theme", "sources", "screen", "on"};
  EXPECT_EQ(suggestion("organization", keys), "; did you mean 'organisation'?");
  EXPECT_EQ(suggestion("soruces", keys), "; did you mean 'sources'?");
  EXPECT_EQ(suggestion("them", keys), "; did you mean 'theme'?");
  EXPECT_EQ(suggestion("playlist", keys), "");
  EXPECT_EQ(suggestion("no", keys), "");
  EXPECT_EQ(suggestion("", keys), "");
}

}  // namespace
}  // namespace lobby::config
