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

TEST(Dates, InWordsArePaddedWhereAFigureCouldBePutBefore) {
  EXPECT_EQ(in_words(2024y / 7 / 24), "ngày 24 tháng 7 năm 2024");
  EXPECT_EQ(in_words(2024y / 2 / 5), "ngày 05 tháng 02 năm 2024");
  EXPECT_EQ(in_words(2024y / 1 / 10), "ngày 10 tháng 01 năm 2024");
  EXPECT_EQ(in_words(2024y / 3 / 9), "ngày 09 tháng 3 năm 2024");
  EXPECT_EQ(in_words(2024y / 12 / 31), "ngày 31 tháng 12 năm 2024");
  EXPECT_EQ(in_words(1967y / 6 / 16), "ngày 16 tháng 6 năm 1967");
  EXPECT_EQ(in_words(2024y / 11 / 7), "ngày 07 tháng 11 năm 2024");  // «tháng Một» is the lunar one
}

TEST(Dates, NextToTodayAreCalledAsPeopleCallThem) {
  EXPECT_EQ(relative(2024y / 7 / 24, 2024y / 7 / 24), "Hôm nay");
  EXPECT_EQ(relative(2024y / 7 / 23, 2024y / 7 / 24), "Hôm qua");
  EXPECT_EQ(relative(2024y / 7 / 25, 2024y / 7 / 24), "Ngày mai");
  EXPECT_EQ(relative(2024y / 7 / 22, 2024y / 7 / 24), "22/07/2024");
  EXPECT_EQ(relative(2024y / 7 / 26, 2024y / 7 / 24), "26/07/2024");
  EXPECT_EQ(relative(2023y / 7 / 24, 2024y / 7 / 24), "24/07/2023");
}

TEST(Dates, NextToTodayAreSoAcrossMonthsAndYears) {
  EXPECT_EQ(relative(2023y / 12 / 31, 2024y / 1 / 1), "Hôm qua");
  EXPECT_EQ(relative(2024y / 2 / 29, 2024y / 3 / 1), "Hôm qua");
  EXPECT_EQ(relative(2024y / 3 / 1, 2024y / 2 / 29), "Ngày mai");
}

TEST(Dates, OfARangeStandUnpaddedAroundADash) {
  EXPECT_EQ(range(1967y / 6 / 16, 2022y / 6 / 16), "16/6/1967 – 16/6/2022");
}

struct RangeCase {
  Date first;
  Date last;
  const char* words;
};

TEST(Dates, OfARangeInWordsNameOnceWhatTheyShare) {
  const RangeCase cases[] = {
      {2025y / 4 / 28, 2025y / 5 / 3, "từ ngày 28 tháng 4 đến ngày 03 tháng 5 năm 2025"},
      {2025y / 8 / 30, 2025y / 9 / 2, "từ ngày 30 tháng 8 đến ngày 02 tháng 9 năm 2025"},
      {2025y / 4 / 8, 2025y / 4 / 12, "từ ngày 08 đến ngày 12 tháng 4 năm 2025"},
      {2024y / 12 / 28, 2025y / 1 / 3, "từ ngày 28 tháng 12 năm 2024 đến ngày 03 tháng 01 năm 2025"},
      {2024y / 2 / 8, 2025y / 2 / 8, "từ ngày 08 tháng 02 năm 2024 đến ngày 08 tháng 02 năm 2025"},
      {2024y / 7 / 24, 2024y / 7 / 24, "ngày 24 tháng 7 năm 2024"},
  };
  for (const RangeCase& c : cases) EXPECT_EQ(range_in_words(c.first, c.last), c.words);
}

TEST(TimesOfDay, AreToldInFiguresAndInWords) {
  EXPECT_EQ(time_in_figures(8h, 30min), "08:30");
  EXPECT_EQ(time_in_figures(0h, 0min), "00:00");
  EXPECT_EQ(time_in_words(8h, 30min), "8 giờ 30");
  EXPECT_EQ(time_in_words(16h, 5min), "16 giờ 05");
  EXPECT_EQ(time_in_words(7h, 0min), "7 giờ");
  EXPECT_EQ(time_in_words(0h, 15min), "0 giờ 15");
}

}  // namespace
}  // namespace lobby::calendar
