#include "astronomy.h"

#include <cmath>
#include <numbers>

namespace lobby::calendar::astronomy {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr double julian_day_of_2000 = 2451545.0;       // 1 January 2000, noon
constexpr double julian_day_of_sys_epoch = 2440587.5;  // 1 January 1970, midnight
constexpr double days_of_a_century = 36525.0;
constexpr double seconds_of_a_day = 86400.0;

double sine(double degrees) { return std::sin(degrees * std::numbers::pi / 180.0); }
double cosine(double degrees) { return std::cos(degrees * std::numbers::pi / 180.0); }

double year_of(double julian_day) { return 2000.0 + (julian_day - julian_day_of_2000) / 365.25; }

/// A periodic term: amplitude × Eⁿ × sin(multiples of the four arguments), n = |multiple of the sun's anomaly|.
struct MoonTerm {
  double amplitude;
  int sun;
  int moon;
  int latitude;
  int node;
};

constexpr MoonTerm moon_terms[] = {
    {-0.40720, 0, 1, 0, 0}, {0.17241, 1, 0, 0, 0},   {0.01608, 0, 2, 0, 0},    {0.01039, 0, 0, 2, 0},
    {0.00739, -1, 1, 0, 0}, {-0.00514, 1, 1, 0, 0},  {0.00208, 2, 0, 0, 0},    {-0.00111, 0, 1, -2, 0},
    {-0.00057, 0, 1, 2, 0}, {0.00056, 1, 2, 0, 0},   {-0.00042, 0, 3, 0, 0},   {0.00042, 1, 0, 2, 0},
    {0.00038, 1, 0, -2, 0}, {-0.00024, -1, 2, 0, 0}, {-0.00017, 0, 0, 0, 1},   {-0.00007, 2, 1, 0, 0},
    {0.00004, 0, 2, -2, 0}, {0.00004, 3, 0, 0, 0},   {0.00003, 1, 1, -2, 0},   {0.00003, 0, 2, 2, 0},
    {-0.00003, 1, 1, 2, 0}, {0.00003, -1, 1, 2, 0},  {-0.00002, -1, 1, -2, 0}, {-0.00002, 1, 3, 0, 0},
    {0.00002, 0, 4, 0, 0},
};

/// The pull of the planets: amplitude × sin(phase + rate × lunation), degrees.
struct PlanetTerm {
  double amplitude;
  double phase;
  double rate;
};

constexpr PlanetTerm planet_terms[] = {
    {0.000325, 299.77, 0.107408},  {0.000165, 251.88, 0.016321}, {0.000164, 251.83, 26.651886},
    {0.000126, 349.42, 36.412478}, {0.000110, 84.66, 18.206239}, {0.000062, 141.74, 53.303771},
    {0.000060, 207.14, 2.453732},  {0.000056, 154.84, 7.306860}, {0.000047, 34.52, 27.261239},
    {0.000042, 207.19, 0.121824},  {0.000040, 291.34, 1.844379}, {0.000037, 161.72, 24.198154},
    {0.000035, 239.56, 25.513099}, {0.000023, 331.55, 3.592518},
};

/// amplitude (10⁻⁷ radian) × sin(phase + rate × centuries), degrees.
struct SunTerm {
  double amplitude;
  double phase;
  double rate;
};

constexpr SunTerm sun_terms[] = {
    {403406, 270.54861, 0.9287892},
    {195207, 340.19128, 35999.1376958},
    {119433, 63.91854, 35999.4089666},
    {112392, 331.26220, 35998.7287385},
    {3891, 317.843, 71998.20261},
    {2819, 86.631, 71998.4403},
    {1721, 240.052, 36000.35726},
    {660, 310.26, 71997.4812},
    {350, 247.23, 32964.4678},
    {334, 260.87, -19.4410},
    {314, 297.82, 445267.1117},
    {268, 343.14, 45036.8840},
    {242, 166.79, 3.1008},
    {234, 81.53, 22518.4434},
    {158, 3.50, -19.9739},
    {132, 132.75, 65928.9345},
    {129, 182.95, 9038.0293},
    {114, 162.03, 3034.7684},
    {99, 29.8, 33718.148},
    {93, 266.4, 3034.448},
    {86, 249.2, -2280.773},
    {78, 157.6, 29929.992},
    {72, 257.8, 31556.493},
    {68, 185.1, 149.588},
    {64, 69.9, 9037.750},
    {46, 8.0, 107997.405},
    {38, 197.1, -4444.176},
    {37, 250.4, 151.771},
    {32, 65.3, 67555.316},
    {29, 162.7, 31556.080},
    {28, 341.5, -4561.540},
    {27, 291.6, 107996.706},
    {27, 98.5, 1221.655},
    {25, 146.7, 62894.167},
    {24, 110.0, 31437.369},
    {21, 5.2, 14578.298},
    {21, 342.6, -31931.757},
    {20, 230.9, 34777.243},
    {18, 256.1, 1221.999},
    {17, 45.3, 62894.511},
    {14, 242.9, -4442.039},
    {13, 115.2, 107997.909},
    {13, 151.8, 119.066},
    {13, 285.3, 16859.071},
    {12, 53.3, -4.578},
    {10, 126.6, 26895.292},
    {10, 205.7, -39.127},
    {10, 85.9, 12297.536},
    {10, 146.1, 90073.778},
};

/// Degrees; the four largest terms of chapter 22.
double nutation(double centuries) {
  const double node = 125.04452 - 1934.136261 * centuries;
  const double sun = 280.4665 + 36000.7698 * centuries;
  const double moon = 218.3165 + 481267.8813 * centuries;
  return (-17.20 * sine(node) - 1.32 * sine(2 * sun) - 0.23 * sine(2 * moon) + 0.21 * sine(2 * node)) / 3600.0;
}

/// Degrees; the distance enters through the eccentricity alone.
double aberration(double centuries) {
  const double anomaly = 357.52911 + 35999.05029 * centuries;
  return -20.4898 / 3600.0 * (1.0 + 0.016708 * cosine(anomaly));
}

/// What the civil day is ahead of the day at Greenwich, in days.
double zone_on(sys_days day) {
  using std::chrono::January;
  if (day >= sys_days(std::chrono::year(1968) / January / 1)) return 7.0 / 24.0;
  if (day >= sys_days(std::chrono::year(1929) / January / 1)) return 8.0 / 24.0;
  return (116.0 + 25.0 / 60.0) / 360.0;
}

/// Civil days from the sys_days epoch, with their fraction.
double local_instant(int lunation) {
  const double terrestrial = new_moon(lunation);
  const double universal = terrestrial - delta_t(year_of(terrestrial)) / seconds_of_a_day - julian_day_of_sys_epoch;
  return universal + zone_on(sys_days(days(static_cast<int>(std::floor(universal)))));
}

/// Which twelfth of its path, from the March equinox on, the sun is in when a civil day begins: 0 to 11.
int sun_sign(sys_days day) { return static_cast<int>(sun_longitude_at_midnight(day) / 30.0); }

/// The lunation that holds the winter solstice of a solar year.
int eleventh_month(int year) {
  // From a month that begins in January or early February back to the first that begins before the solstice.
  int lunation = static_cast<int>(std::floor((year + 1 - 2000) * 12.3685)) + 1;
  while (sun_sign(day_of_new_moon(lunation)) >= 9) --lunation;
  return lunation;
}

/// The months from the 11th of the year before to the 10th of `year`, leap months at their places.
std::vector<LunarMonth> months_between_solstices(int year) {
  const int first = eleventh_month(year - 1);
  const int end = eleventh_month(year);
  bool leap_is_due = end - first == 13;
  std::vector<LunarMonth> result;
  int number = 10;
  for (int lunation = first; lunation < end; ++lunation) {
    const sys_days day = day_of_new_moon(lunation);
    const bool leap = leap_is_due && sun_sign(day) == sun_sign(day_of_new_moon(lunation + 1));
    if (leap) leap_is_due = false;
    if (!leap) number = number % 12 + 1;
    result.push_back({day, lunation, number, leap});
  }
  return result;
}

}  // namespace

double delta_t(double year) {
  double t = year - 1900;
  if (year < 1920) return -2.79 + t * (1.494119 + t * (-0.0598939 + t * (0.0061966 - t * 0.000197)));
  t = year - 1920;
  if (year < 1941) return 21.20 + t * (0.84493 + t * (-0.076100 + t * 0.0020936));
  t = year - 1950;
  if (year < 1961) return 29.07 + t * (0.407 + t * (-1.0 / 233 + t / 2547));
  t = year - 1975;
  if (year < 1986) return 45.45 + t * (1.067 + t * (-1.0 / 260 - t / 718));
  t = year - 2000;
  if (year < 2005) {
    return 63.86 + t * (0.3345 + t * (-0.060374 + t * (0.0017275 + t * (0.000651814 + t * 0.00002373599))));
  }
  if (year < 2050) return 62.92 + t * (0.32217 + t * 0.005589);
  const double u = (year - 1820) / 100;
  return -20 + 32 * u * u - (year < 2150 ? 0.5628 * (2150 - year) : 0.0);
}

double new_moon(int lunation) {
  const double k = lunation;
  const double t = k / 1236.85;
  const double eccentricity = 1 + t * (-0.002516 - t * 0.0000074);
  const double sun = 2.5534 + 29.10535670 * k + t * t * (-0.0000014 - t * 0.00000011);
  const double moon = 201.5643 + 385.81693528 * k + t * t * (0.0107582 + t * (0.00001238 - t * 0.000000058));
  const double latitude = 160.7108 + 390.67050284 * k + t * t * (-0.0016118 + t * (-0.00000227 + t * 0.000000011));
  const double node = 124.7746 - 1.56375588 * k + t * t * (0.0020672 + t * 0.00000215);

  double result = 2451550.09766 + 29.530588861 * k + t * t * (0.00015437 + t * (-0.000000150 + t * 0.00000000073));
  for (const MoonTerm& term : moon_terms) {
    const double angle = term.sun * sun + term.moon * moon + term.latitude * latitude + term.node * node;
    // Chapter 49 leaves the factor out of the one term in thrice the sun's anomaly.
    const int power = std::abs(term.sun) == 3 ? 0 : std::abs(term.sun);
    result += term.amplitude * std::pow(eccentricity, power) * sine(angle);
  }
  for (const PlanetTerm& term : planet_terms) {
    const bool first = &term == planet_terms;
    result += term.amplitude * sine(term.phase + term.rate * k - (first ? 0.009173 * t * t : 0.0));
  }
  return result;
}

double sun_longitude(double julian_day) {
  const double centuries = (julian_day - julian_day_of_2000) / days_of_a_century;
  double longitude = 282.7771834 + 36000.76953744 * centuries;
  for (const SunTerm& term : sun_terms) {
    longitude += term.amplitude * 1e-7 * 180.0 / std::numbers::pi * sine(term.phase + term.rate * centuries);
  }
  longitude = std::fmod(longitude + nutation(centuries) + aberration(centuries), 360.0);
  return longitude < 0 ? longitude + 360.0 : longitude;
}

double sun_longitude_at_midnight(sys_days day) {
  const double universal = static_cast<double>(day.time_since_epoch().count()) + julian_day_of_sys_epoch - zone_on(day);
  return sun_longitude(universal + delta_t(year_of(universal)) / seconds_of_a_day);
}

sys_days day_of_new_moon(int lunation) { return sys_days(days(static_cast<int>(std::floor(local_instant(lunation))))); }

std::chrono::duration<double> distance_from_midnight(int lunation) {
  const double instant = local_instant(lunation);
  return std::chrono::duration<double>(std::abs(instant - std::round(instant)) * seconds_of_a_day);
}

std::vector<LunarMonth> months(int lunar_year) {
  std::vector<LunarMonth> result;
  for (const LunarMonth& month : months_between_solstices(lunar_year)) {
    if (month.number <= 10) result.push_back(month);
  }
  for (const LunarMonth& month : months_between_solstices(lunar_year + 1)) {
    if (month.number > 10) result.push_back(month);
  }
  return result;
}

LunarYear computed_year(int lunar_year) {
  const std::vector<LunarMonth> all = months(lunar_year);
  const sys_days new_year(std::chrono::year(lunar_year) / std::chrono::January / 1);
  LunarYear result{.days_to_tet = static_cast<int>((all.front().first_day - new_year).count())};
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].leap) result.leap_month = all[i].number;
    const days length = day_of_new_moon(all[i].lunation + 1) - all[i].first_day;
    if (length == days(30)) result.long_months |= 1u << i;
  }
  return result;
}

}  // namespace lobby::calendar::astronomy
