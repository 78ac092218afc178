#pragma once

#include <chrono>
#include <vector>

#include "calendar/lunar_table.h"

/// The moon and the sun, to the accuracy that the lunar calendar of Việt Nam needs. The product carries only the
/// tables that come out of this.
///
/// A civil day is here a day of the calendar then in force. From 1968 it is that of UTC+7 (Quyết định 121-CP of
/// 8 August 1967, in force from 1 January 1968). Before, people used the tables of China: reckoned at UTC+8 from 1929,
/// and until 1928 for the meridian of Beijing, 116°25′ east, which is 14 min 20 s behind UTC+8.
namespace lobby::calendar::astronomy {

/// TT − UT in seconds for a year with its fraction, 1899 to 2200. Polynomials of F. Espenak and J. Meeus, Five
/// Millennium Canon of Solar Eclipses (NASA/TP-2006-214141).
double delta_t(double year);

/// The instant of new moon number `lunation` (0 is 6 January 2000) as a Julian day in TT. J. Meeus, Astronomical
/// Algorithms, 2nd edition, chapter 49; within 20 s of a full theory in these centuries.
double new_moon(int lunation);

/// The apparent longitude of the sun in degrees, 0 to 360, at a Julian day in TT. Series of P. Bretagnon and
/// J.-L. Simon, Planetary Programs and Tables (1986); aberration and nutation after Meeus, chapters 22 and 25.
/// Within 3″, which the sun covers in little over a minute.
double sun_longitude(double julian_day);

/// The same when a civil day begins.
double sun_longitude_at_midnight(std::chrono::sys_days day);

/// The civil day on which a new moon falls.
std::chrono::sys_days day_of_new_moon(int lunation);

/// How far from midnight a new moon falls: the doubt about its day.
std::chrono::duration<double> distance_from_midnight(int lunation);

/// One month of the lunar calendar.
struct LunarMonth {
  std::chrono::sys_days first_day;
  int lunation = 0;
  int number = 0;  ///< 1 to 12
  bool leap = false;
};

/// The months of a lunar year in order. The month with the winter solstice is the 11th; where thirteen months lie
/// between two of these, the first without a principal solar term is leap.
std::vector<LunarMonth> months(int lunar_year);

/// The same in the form of the table.
LunarYear computed_year(int lunar_year);

}  // namespace lobby::calendar::astronomy
