#pragma once

#include <cstdint>
#include <optional>

namespace lobby::calendar {

inline constexpr int first_lunar_year = 1899;
inline constexpr int last_lunar_year = 2199;

/// The months of one lunar year.
struct LunarYear {
  int days_to_tet = 0;            ///< From 1 January of the solar year, 0-based.
  int leap_month = 0;             ///< The number that is repeated; 0 in a year of twelve months.
  std::uint32_t long_months = 0;  ///< Bit i: the i-th month from Tết, 0-based, the leap month counted, has 30 days.
  int month_count() const { return leap_month == 0 ? 12 : 13; }
  int month_length(int index) const { return (long_months >> index & 1) != 0 ? 30 : 29; }
  bool operator==(const LunarYear&) const = default;
};

/// The word of the table for a year: bits 0–12 long months, 13–16 leap month, 17–22 days to Tết.
constexpr std::uint32_t packed(const LunarYear& year) {
  return year.long_months | static_cast<std::uint32_t>(year.leap_month) << 13 |
         static_cast<std::uint32_t>(year.days_to_tet) << 17;
}
constexpr LunarYear unpacked(std::uint32_t word) {
  return {.days_to_tet = static_cast<int>(word >> 17),
          .leap_month = static_cast<int>(word >> 13 & 0xF),
          .long_months = word & 0x1FFF};
}

/// The months of a lunar year of Việt Nam; nothing outside first_lunar_year … last_lunar_year.
/// New moons and solar terms in the civil days of the calendar then in force: at UTC+7 from 1968, as the North had it
/// (the South followed in 1975); before that as in the tables of China that were in use: at UTC+8 from 1929, on the
/// meridian of Beijing until 1928. Tết Mậu Thân, 29 January 1968, is the first month that begins another day for it.
/// tests/calendar/astronomy.h computes them, and a test compares.
std::optional<LunarYear> lunar_year(int year);

}  // namespace lobby::calendar
