#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calendar/dates.h"
#include "calendar/holidays.h"

namespace lobby::calendar {
namespace {

using namespace std::chrono;
using testing::ElementsAre;
using testing::IsEmpty;

struct ObservanceCase {
  Date date;
  const char* name;
};

TEST(Observances, AreNamedOnTheirDay) {
  const ObservanceCase cases[] = {
      {2024y / 1 / 1, "Tết Dương lịch"},
      {2024y / 2 / 2, "Ngày Ông Công, Ông Táo"},
      {2024y / 2 / 3, "Ngày thành lập Đảng Cộng sản Việt Nam"},
      {2024y / 2 / 9, "Giao thừa"},
      {2024y / 2 / 10, "Tết Nguyên đán"},
      {2024y / 2 / 11, "Tết Nguyên đán"},
      {2024y / 2 / 12, "Tết Nguyên đán"},
      {2024y / 2 / 24, "Tết Nguyên tiêu"},
      {2024y / 4 / 4, "Tết Thanh minh"},
      {2024y / 4 / 11, "Tết Hàn thực"},
      {2024y / 4 / 18, "Ngày Giỗ Tổ Hùng Vương"},
      {2024y / 4 / 30, "Ngày Giải phóng miền Nam, thống nhất đất nước"},
      {2024y / 5 / 1, "Ngày Quốc tế lao động"},
      {2024y / 5 / 7, "Ngày Chiến thắng Điện Biên Phủ"},
      {2024y / 5 / 19, "Ngày sinh Chủ tịch Hồ Chí Minh"},
      {2024y / 5 / 22, "Lễ Phật đản"},
      {2024y / 6 / 10, "Tết Đoan ngọ"},
      {2024y / 8 / 18, "Lễ Vu lan"},
      {2024y / 8 / 19, "Ngày Cách mạng Tháng Tám"},
      {2024y / 9 / 2, "Quốc khánh"},
      {2024y / 9 / 17, "Tết Trung thu"},
      {2024y / 10 / 11, "Tết Trùng cửu"},
      {2024y / 11 / 15, "Tết Hạ nguyên"},
      {2026y / 11 / 24, "Ngày Văn hóa Việt Nam"},
  };
  for (const ObservanceCase& c : cases) EXPECT_THAT(observances(c.date), ElementsAre(c.name));
}

TEST(Observances, AreNoneOnAnOrdinaryDay) {
  EXPECT_THAT(observances(2024y / 7 / 24), IsEmpty());
  EXPECT_THAT(observances(2024y / 2 / 13), IsEmpty());
}

TEST(Observances, AreTheFirstAndTheFifteenthOfALunarMonthWithoutAFeast) {
  EXPECT_THAT(observances(2024y / 3 / 10), ElementsAre("Mùng 1 tháng Hai"));
  EXPECT_THAT(observances(2024y / 3 / 24), ElementsAre("Rằm tháng Hai"));
  EXPECT_THAT(observances(2024y / 7 / 20), ElementsAre("Rằm tháng Sáu"));
  EXPECT_THAT(observances(2024y / 12 / 31), ElementsAre("Mùng 1 tháng Chạp"));
  EXPECT_THAT(observances(2025y / 8 / 8), ElementsAre("Rằm tháng Sáu nhuận"));
  EXPECT_THAT(observances(2024y / 9 / 3), ElementsAre("Mùng 1 tháng Tám"));
}

TEST(Observances, MayMeetOnOneDay) {
  EXPECT_THAT(observances(2011y / 2 / 3), ElementsAre("Ngày thành lập Đảng Cộng sản Việt Nam", "Tết Nguyên đán"));
  EXPECT_THAT(observances(2030y / 2 / 3), ElementsAre("Ngày thành lập Đảng Cộng sản Việt Nam", "Tết Nguyên đán"));
  EXPECT_THAT(observances(2020y / 9 / 2), ElementsAre("Quốc khánh", "Lễ Vu lan"));
  EXPECT_THAT(observances(2023y / 1 / 22), ElementsAre("Tết Nguyên đán"));
  EXPECT_THAT(observances(2022y / 4 / 5), ElementsAre("Tết Thanh minh"));
}

TEST(Observances, PutTheEveOfTetOnThe29thWhereTheMonthIsShort) {
  EXPECT_THAT(observances(2025y / 1 / 28), ElementsAre("Giao thừa"));
  EXPECT_THAT(observances(2026y / 2 / 16), ElementsAre("Giao thừa"));
  EXPECT_THAT(observances(1968y / 1 / 28), ElementsAre("Giao thừa"));
  EXPECT_THAT(observances(2200y / 2 / 14), ElementsAre("Giao thừa"));  // the last day of the tables
}

TEST(Observances, AreNotRepeatedInALeapMonth) {
  EXPECT_THAT(observances(2028y / 5 / 28), ElementsAre("Tết Đoan ngọ"));
  EXPECT_THAT(observances(2028y / 6 / 27), IsEmpty());
}

TEST(Observances, AreNotNamedBeforeTheyBegan) {
  EXPECT_THAT(observances(1974y / 4 / 30), IsEmpty());
  EXPECT_THAT(observances(1975y / 4 / 30), ElementsAre("Ngày Giải phóng miền Nam, thống nhất đất nước"));
  EXPECT_THAT(observances(2025y / 11 / 24), IsEmpty());
  EXPECT_THAT(observances(1885y / 5 / 1), IsEmpty());
  EXPECT_THAT(observances(1886y / 5 / 1), ElementsAre("Ngày Quốc tế lao động"));
  EXPECT_THAT(observances(1917y / 5 / 1), ElementsAre("Ngày Quốc tế lao động"));  // 11/3, the day after
  EXPECT_THAT(observances(1917y / 4 / 30), IsEmpty());                            // 10/3
  EXPECT_THAT(observances(1918y / 4 / 20), ElementsAre("Ngày Giỗ Tổ Hùng Vương"));
}

TEST(Observances, KnowTheGreatDays) {
  for (const Date day :
       {Date(2027y / 2 / 6), Date(2027y / 2 / 8), Date(2027y / 2 / 3), Date(2027y / 4 / 16), Date(2027y / 4 / 30),
        Date(2027y / 5 / 7), Date(2027y / 5 / 19), Date(2027y / 8 / 19), Date(2027y / 9 / 2)}) {
    EXPECT_TRUE(is_great_day(day)) << iso8601(day);
  }
  for (const Date day : {Date(2027y / 1 / 1), Date(2027y / 2 / 5), Date(2027y / 2 / 9), Date(2027y / 5 / 1),
                         Date(2027y / 7 / 27), Date(2027y / 9 / 15)}) {
    EXPECT_FALSE(is_great_day(day)) << iso8601(day);
  }
}

TEST(Observances, LeaveOutWhatIsDecidedYearByYear) {
  EXPECT_THAT(observances(2024y / 2 / 8), IsEmpty());   // 29/12, the fifth day of Tết in 2024
  EXPECT_THAT(observances(2024y / 2 / 13), IsEmpty());  // 4/1, a day off in exchange in 2024
  EXPECT_THAT(observances(2025y / 9 / 1), IsEmpty());   // the second day of Quốc khánh in 2025
}

TEST(Observances, AreStillNamedInSolarYearsWithoutLunarDates) {
  EXPECT_THAT(observances(2300y / 9 / 2), ElementsAre("Quốc khánh"));
}

}  // namespace
}  // namespace lobby::calendar
