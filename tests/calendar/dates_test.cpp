#include "calendar/dates.h"

#include <gtest/gtest.h>

namespace lobby::calendar {
namespace {

using namespace std::chrono;

TEST(Dates, NameEveryWeekday) {
  EXPECT_EQ(weekday_name(2024y / 7 / 22), "Thứ Hai");
  EXPECT_EQ(weekday_name(2024y / 7 / 23), "Thứ Ba");
  EXPECT_EQ(weekday_name(2024y / 7 / 24), "Thứ Tư");
  EXPECT_EQ(weekday_name(2024y / 7 / 25), "Thứ Năm");
  EXPECT_EQ(weekday_name(2024y / 7 / 26), "Thứ Sáu");
  EXPECT_EQ(weekday_name(2024y / 7 / 27), "Thứ Bảy");
  EXPECT_EQ(weekday_name(2024y / 7 / 28), "Chủ Nhật");
}

TEST(Dates, ArePaddedOnPagesAndBareOnBanners) {
  EXPECT_EQ(in_figures(2024y / 7 / 4), "04/07/2024");
  EXPECT_EQ(unpadded(1946y / 7 / 4), "4/7/1946");
  EXPECT_EQ(unpadded(1944y / 12 / 22), "22/12/1944");
}

TEST(Dates, StandInTheStripWithTheirWeekday) {
  EXPECT_EQ(with_weekday(2024y / 7 / 24), "Thứ Tư, 24/07/2024");
  EXPECT_EQ(with_weekday(2022y / 6 / 15), "Thứ Tư, 15/06/2022");
  EXPECT_EQ(with_weekday(1970y / 1 / 1), "Thứ Năm, 01/01/1970");
}

}  // namespace
}  // namespace lobby::calendar
