#include "text/direction.h"

#include <gtest/gtest.h>

namespace lobby::text {
namespace {

TEST(VisualOrder, LeavesLinesOfOneDirectionAsTheyAre) {
  for (const char* const line : {"", "Tổ quốc ghi công – Đ", "  hai  khoảng trống ", "Москва 東京 ﬁ ａ"}) {
    EXPECT_EQ(visual_order(line), line);
  }
}

TEST(VisualOrder, ReversesTheWordsOfAScriptThatRunsToTheLeft) {
  EXPECT_EQ(visual_order("Đài سلام عليكم đưa tin"), "Đài عليكم سلام đưa tin");
  EXPECT_EQ(visual_order("שלום עולם"), "עולם שלום");
}

TEST(VisualOrder, TakesWhatStandsBetweenSuchWordsWithThem) {
  EXPECT_EQ(visual_order("xem سلام 2026 عليكم 5 km"), "xem عليكم 2026 سلام 5 km");
  EXPECT_EQ(visual_order("سلام và عليكم"), "سلام và عليكم");
}

}  // namespace
}  // namespace lobby::text
