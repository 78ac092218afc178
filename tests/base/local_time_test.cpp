#include "base/local_time.h"

#include <gtest/gtest.h>

namespace lobby {
namespace {

using namespace std::chrono;

TEST(TimeZone, IsVietnamByDefault) {
  const LocalTime local = TimeZone().local(sys_days(2024y / 7 / 23) + 18h + 30min);
  EXPECT_EQ(local, (LocalTime{2024y / 7 / 24, 1h, 30min, 0s}));
}

TEST(TimeZone, LocalAndWallAreInverse) {
  const auto zone = TimeZone::named("UTC-03:30").value();
  const WallTime time = sys_days(1970y / 1 / 1) + 59s;
  EXPECT_EQ(zone.wall(zone.local(time)), time);
}

TEST(TimeZone, AcceptsFixedOffsetsInEverySpelling) {
  EXPECT_EQ(TimeZone::named("UTC+7")->offset(), 7h);
  EXPECT_EQ(TimeZone::named("UTC+07")->offset(), 7h);
  EXPECT_EQ(TimeZone::named("UTC+07:00")->offset(), 7h);
  EXPECT_EQ(TimeZone::named("UTC-9:30")->offset(), -(9h + 30min));
  EXPECT_EQ(TimeZone::named("UTC")->offset(), 0h);
}

TEST(TimeZone, RefusesAnUnknownNameAndSaysWhatToWrite) {
  const auto zone = TimeZone::named("Europe/Paris");
  ASSERT_FALSE(zone);
  EXPECT_EQ(zone.error().message,
            "unknown time zone 'Europe/Paris'; use Asia/Ho_Chi_Minh or a fixed offset such as UTC+7");
}

struct IsoCase {
  const char* text;
  sys_seconds expected;
};

TEST(Iso8601, ReadsEveryFormAnOperatorWrites) {
  const IsoCase cases[] = {
      {"2024-07-24", sys_days(2024y / 7 / 23) + 17h},
      {"2024-07-24T08:00", sys_days(2024y / 7 / 24) + 1h},
      {"2024-07-24 08:00:30", sys_days(2024y / 7 / 24) + 1h + 30s},
      {"2024-07-24T08:00:30.250", sys_days(2024y / 7 / 24) + 1h + 30s},
      {"2024-07-24T08:00Z", sys_days(2024y / 7 / 24) + 8h},
      {"2024-07-24T08:00:00-05:00", sys_days(2024y / 7 / 24) + 13h},
      {"2024-02-29", sys_days(2024y / 2 / 28) + 17h},
  };
  for (const auto& [text, expected] : cases) {
    const auto time = parse_iso8601(text, TimeZone());
    ASSERT_TRUE(time) << text;
    EXPECT_EQ(*time, expected) << text;
  }
}

TEST(Iso8601, RefusesWhatIsNotADate) {
  for (const char* text : {"", "24/07/2024", "2023-02-29", "2024-13-01", "2024-07-24T25:00", "2024-07-24T08",
                           "2024-07-24 08:00 sáng", "2024-07-24T08:00+99:00", "-024-07-24"}) {
    EXPECT_FALSE(parse_iso8601(text, TimeZone())) << text;
  }
}

struct ImpossibleCase {
  const char* text;
  const char* message;
};

TEST(Iso8601, SaysWhyThereIsNoSuchDate) {
  const ImpossibleCase cases[] = {
      {"2024-02-30", "30 February 2024 does not exist: February 2024 has 29 days"},
      {"2023-02-29T08:00", "29 February 2023 does not exist: February 2023 has 28 days"},
      {"2024-04-31 08:00:30+07:00", "31 April 2024 does not exist: April 2024 has 30 days"},
      {"2024-07-00", "0 July 2024 does not exist: July 2024 has 31 days"},
      {"2024-13-01", "2024 has no month 13"},
      {"2024-02-30T25:00", "'2024-02-30T25:00' is not a date and time; write 2024-07-24 or 2024-07-24T08:00"},
  };
  for (const auto& [text, message] : cases) {
    const auto time = parse_iso8601(text, TimeZone());
    ASSERT_FALSE(time) << text;
    EXPECT_EQ(time.error().message, message);
  }
}

TEST(Iso8601, OfADateHasFourTwoAndTwoFigures) {
  EXPECT_EQ(iso8601(std::chrono::year(2024) / 7 / 4), "2024-07-04");
  EXPECT_EQ(iso8601(std::chrono::year(33) / 12 / 24), "0033-12-24");
}

}  // namespace
}  // namespace lobby
