#include "content/dates.h"

#include <gtest/gtest.h>

#include "base/format.h"

namespace lobby::content {
namespace {

struct DateCase {
  const char* text;
  const char* utc;  ///< Empty: no date.
};

void PrintTo(const DateCase& c, std::ostream* out) { *out << c.text; }

class Dates : public testing::TestWithParam<DateCase> {};

TEST_P(Dates, AreReadAsUtc) {
  const auto time = parse_date(GetParam().text);
  EXPECT_EQ(time ? format("{:%Y-%m-%d %H:%M:%S}", *time) : std::string(), GetParam().utc);
}

INSTANTIATE_TEST_SUITE_P(Rfc822, Dates,
                         testing::Values(DateCase{"Wed, 24 Jul 2024 08:15:30 +0700", "2024-07-24 01:15:30"},
                                         DateCase{"Wed, 24 Jul 2024 08:15:30 GMT", "2024-07-24 08:15:30"},
                                         DateCase{"24 Jul 2024 08:15 UT", "2024-07-24 08:15:00"},
                                         DateCase{"Mon, 1 Jul 2024 8:05:00 Z", "2024-07-01 08:05:00"},
                                         DateCase{"wed, 24 july 2024 08:15:00 gmt", "2024-07-24 08:15:00"},
                                         DateCase{"Wed, 24 Jul 24 08:15:00 EST", "2024-07-24 13:15:00"},
                                         DateCase{"Wed, 24 Jul 2024 08:15:00 EDT", "2024-07-24 12:15:00"},
                                         DateCase{"Wed, 24 Jul 2024 08:15:00 CST", "2024-07-24 14:15:00"},
                                         DateCase{"Wed, 24 Jul 2024 08:15:00 MDT", "2024-07-24 14:15:00"},
                                         DateCase{"Wed, 24 Jul 2024 08:15:00 PST", "2024-07-24 16:15:00"},
                                         DateCase{"Wed, 24 Jul 2024 08:15:00 A", "2024-07-24 08:15:00"},
                                         DateCase{"Wed, 24 Jul 2024 08:15:00 ICT", "2024-07-24 01:15:00"},
                                         DateCase{"Wed, 24 Jul 2024 08:15:00 GMT+7", "2024-07-24 01:15:00"},
                                         DateCase{"Wed, 24 Jul 2024 08:15:00 GMT+0700", "2024-07-24 01:15:00"},
                                         DateCase{"Wed, 24 Jul 2024 08:15:00", "2024-07-24 01:15:00"},
                                         DateCase{"24-Jul-2024", "2024-07-23 17:00:00"},
                                         DateCase{"Wed, 24 Jul 2024 24:00:00 +0700", "2024-07-24 17:00:00"},
                                         DateCase{"Wed, 31 Dec 1997 23:59:60 GMT", "1997-12-31 23:59:59"}));

INSTANTIATE_TEST_SUITE_P(
    Iso8601, Dates,
    testing::Values(DateCase{"2024-07-24T08:15:30+07:00", "2024-07-24 01:15:30"},
                    DateCase{"2024-07-24T08:15:30.123Z", "2024-07-24 08:15:30"},
                    DateCase{"2024-07-24T08:15:30-0330", "2024-07-24 11:45:30"},
                    DateCase{"2024-07-24 08:15:30", "2024-07-24 01:15:30"},
                    DateCase{"2024-07-24", "2024-07-23 17:00:00"}, DateCase{"2024/07/24 08:15", "2024-07-24 01:15:00"},
                    DateCase{"20240724T081530Z", "2024-07-24 08:15:30"}, DateCase{"2024-W30-3", "2024-07-23 17:00:00"},
                    DateCase{"2024-W30-3T08:15:30+07:00", "2024-07-24 01:15:30"},
                    DateCase{"2020-W53", "2020-12-27 17:00:00"}, DateCase{"2024-206", "2024-07-23 17:00:00"},
                    DateCase{"2023-366", ""}, DateCase{"2024-07", "2024-06-30 17:00:00"},
                    DateCase{"20240724081530", "2024-07-24 01:15:30"}));

INSTANTIATE_TEST_SUITE_P(
    Programs, Dates,
    testing::Values(DateCase{"Wed Jul 24 08:15:00 ICT 2024", "2024-07-24 01:15:00"},
                    DateCase{"Wed Jul 24 08:15:00 2024", "2024-07-24 01:15:00"},
                    DateCase{"Wed Jul 24 2024 08:15:00 GMT+0700 (Indochina Time)", "2024-07-24 01:15:00"},
                    DateCase{"1721783700", "2024-07-24 01:15:00"}, DateCase{"1721783700000", "2024-07-24 01:15:00"},
                    DateCase{"/Date(1721783700000+0700)/", "2024-07-24 01:15:00"},
                    DateCase{"Jul 24, 2024 8:15 PM", "2024-07-24 13:15:00"},
                    DateCase{"7/24/2024 12:15:00 AM", "2024-07-23 17:15:00"}));

INSTANTIATE_TEST_SUITE_P(
    Vietnamese, Dates,
    testing::Values(
        DateCase{"24/07/2024", "2024-07-23 17:00:00"}, DateCase{"24/07/2024 08:15", "2024-07-24 01:15:00"},
        DateCase{"4/7/2024", "2024-07-03 17:00:00"}, DateCase{"Thứ Tư, 24/07/2024, 08:15", "2024-07-24 01:15:00"},
        DateCase{"Thứ Tư, 24/07/2024 | 08:15 GMT+7", "2024-07-24 01:15:00"},
        DateCase{"15:04 24/07/2024", "2024-07-24 08:04:00"}, DateCase{"15h04 | 24.07.2024", "2024-07-24 08:04:00"},
        DateCase{"15 giờ 04 phút, ngày 24-7-2024", "2024-07-24 08:04:00"},
        DateCase{"24/07/2024 3:04:05 CH", "2024-07-24 08:04:05"},
        DateCase{"24/07/2024 12:04 SA", "2024-07-23 17:04:00"},
        DateCase{"Ninh Bình, ngày 24 tháng 7 năm 2024", "2024-07-23 17:00:00"},
        DateCase{"24 Thg 7, 2024", "2024-07-23 17:00:00"}, DateCase{"24 Tháng Bảy, 2024", "2024-07-23 17:00:00"},
        DateCase{"Tháng Mười Một 24, 2024", "2024-11-23 17:00:00"},
        DateCase{"5 tháng năm năm 2024", "2024-05-04 17:00:00"}, DateCase{"24/07/24 08:15", "2024-07-24 01:15:00"},
        DateCase{"NGÀY 24 THÁNG 7 NĂM 2024", "2024-07-23 17:00:00"},
        DateCase{"Đăng ngày: 24/07/2024 08:15 - Lượt xem: 123", "2024-07-24 01:15:00"},
        DateCase{"(15/06/2022)", "2022-06-14 17:00:00"}, DateCase{"24/07/2024\u00A008:15", "2024-07-24 01:15:00"}));

INSTANTIATE_TEST_SUITE_P(None, Dates,
                         testing::Values(DateCase{"", ""}, DateCase{"hôm qua", ""}, DateCase{"31/02/2024", ""},
                                         DateCase{"24/13/2024 8", ""}, DateCase{"0001-01-01T00:00:00Z", ""},
                                         DateCase{"Wed, 99 Foo 2024", ""}, DateCase{"426/QĐ-UBND", ""},
                                         DateCase{"3188469", ""}, DateCase{"08:15", ""}, DateCase{"0912345678", ""},
                                         DateCase{"1/2/24", ""}, DateCase{"ngày 24 tháng 7, 08:15", ""},
                                         DateCase{"9999999999", ""}, DateCase{"99999999999999999999", ""},
                                         DateCase{"113/119", ""}));

TEST(ParseDate, KeepsTheDateWhereTheTimeIsImpossible) {
  EXPECT_EQ(parse_date("24/07/2024 28:15"), parse_date("24/07/2024"));
}

}  // namespace
}  // namespace lobby::content
