#include "scene/fields.h"

#include <algorithm>

#include "base/format.h"
#include "calendar/dates.h"
#include "calendar/lunar.h"
#include "calendar/solar_term.h"
#include "scene/facts.h"
#include "scene/photo_fields.h"
#include "scene/placard_fields.h"
#include "scene/weather_fields.h"
#include "text/clean.h"

namespace lobby::scene {

namespace {

std::string time_of_day(const LocalTime& time) { return calendar::time_in_figures(time.hour, time.minute); }

void add_published(Fields& fields, const std::optional<WallTime>& published, const Surroundings& surroundings) {
  if (!published) return;
  const Date date = surroundings.zone.local(*published).date;
  fields["published"] = fields["date"] = calendar::in_figures(date);
  // A portal whose clock is ahead does not make news of tomorrow.
  const bool past = surroundings.now && date <= surroundings.now->date;
  fields["published_relative"] = past ? calendar::relative(date, surroundings.now->date) : fields["published"];
}

void add_headline(Fields& fields, const content::Headline& headline, const Surroundings& surroundings) {
  fields["title"] = headline.title;
  fields["summary"] = headline.summary;
  fields["source"] = headline.source;
  if (on_the_web(headline.link)) fields["link"] = headline.link;
  add_published(fields, headline.published, surroundings);
}

void add_photo(Fields& fields, const content::Photo& photo, const Surroundings& surroundings) {
  fields["caption"] = photo.caption();
  fields["credit"] = photo.image.credit;
  fields["title"] = photo.title;
  fields["source"] = photo.source;
  add_published(fields, photo.published, surroundings);
}

/// «Thứ Năm, 18/4/2024»
std::string day_of(const calendar::Occurrence& occurrence) {
  return format("{}, {}", calendar::weekday_name(occurrence.date), calendar::unpadded(occurrence.date));
}

/// «tháng 3 âm lịch»; the first and the last month have names that no other calendar knows.
std::string lunar_month(int month) {
  if (month == 1) return "tháng Giêng";
  return month == 12 ? "tháng Chạp" : format("tháng {} âm lịch", month);
}

/// The day of an anniversary whose years are not counted, as «20» and «tháng 11».
void add_day(Fields& fields, const calendar::Occurrence& occurrence) {
  const auto* yearly = std::get_if<calendar::YearlyDay>(&occurrence.anniversary.day);
  if (const auto* lunar = yearly == nullptr ? nullptr : std::get_if<calendar::LunarDay>(&yearly->day)) {
    fields["figure"] = format("{}", lunar->day);
    fields["unit"] = lunar_month(lunar->month);
    fields["mark"] = format("{}/{} ÂL", lunar->day, lunar->month);
    return;
  }
  const auto day = static_cast<unsigned>(occurrence.date.day());
  const auto month = static_cast<unsigned>(occurrence.date.month());
  fields["figure"] = format("{}", day);
  fields["unit"] = format("tháng {}", month);
  fields["mark"] = format("{}/{}", day, month);
}

void add_occurrence(Fields& fields, const calendar::Occurrence& occurrence) {
  fields["title"] = occurrence.anniversary.name;
  fields["range"] = occurrence.years ? occurrence.range("–") : day_of(occurrence);
  fields["motto"] = occurrence.anniversary.motto.empty() ? occurrence.anniversary.name : occurrence.anniversary.motto;
  if (!occurrence.years) return add_day(fields, occurrence);
  fields["years"] = fields["figure"] = format("{}", *occurrence.years);
  fields["unit"] = "năm";
  fields["count"] = fields["mark"] = format("{} năm", *occurrence.years);
}

void add_countdown(Fields& fields, const calendar::Countdown& countdown) {
  add_occurrence(fields, countdown.occurrence);
  fields["greeting"] = countdown.greeting();
  fields["range"] = day_of(countdown.occurrence);
  fields["figure"] = format("{}", countdown.days_left);
  fields["unit"] = "ngày";
}

void add_surroundings(Fields& fields, const Surroundings& surroundings) {
  fields["organisation"] = surroundings.organisation;
  if (surroundings.updated) {
    fields["updated"] =
        format("{}, {}", time_of_day(*surroundings.updated), calendar::in_figures(surroundings.updated->date));
  }
  if (!surroundings.now) return;
  const Date today = surroundings.now->date;
  fields["weekday_date"] = calendar::with_weekday(today);
  fields["date_in_words"] = calendar::in_words(today);
  fields["time"] = time_of_day(*surroundings.now);
  fields["can_chi_day"] = calendar::day_name(today);
  if (const auto lunar = calendar::lunar_date(today)) fields["lunar_date"] = calendar::in_words(*lunar);
  if (const auto term = calendar::solar_term(today)) fields["solar_term"] = term->name();
}

}  // namespace

Fields fields_of(const playlist::Slide& slide, const Surroundings& surroundings) {
  Fields fields;
  add_surroundings(fields, surroundings);
  if (const auto* headline = std::get_if<playlist::HeadlineSlide>(&slide.what)) {
    add_headline(fields, headline->headline, surroundings);
  } else if (const auto* photo = std::get_if<playlist::PhotoSlide>(&slide.what)) {
    add_photo(fields, photo->photo, surroundings);
    if (photo->count > 1) add_series(fields, *photo);
  } else if (const auto* pair = std::get_if<playlist::PhotoPairSlide>(&slide.what)) {
    add_photo(fields, pair->first, surroundings);
    add_second(fields, pair->second);
  } else if (const auto* notice = std::get_if<playlist::NoticeSlide>(&slide.what)) {
    fields["title"] = notice->notice.text;
    fields["summary"] = notice->notice.detail;
  } else if (const auto* mourning = std::get_if<playlist::MourningSlide>(&slide.what)) {
    fields["title"] = mourning->text;
    fields["summary"] = mourning->detail;
  } else if (const auto* banner = banner_of(slide)) {
    add_occurrence(fields, banner->occurrences.front());
    fields["greeting"] = banner->warm_greeting();
  } else if (const auto* countdown = countdown_of(slide)) {
    add_countdown(fields, *countdown);
  } else if (const auto* placard = std::get_if<playlist::PlacardSlide>(&slide.what)) {
    add_placard(fields, placard->placard);
  } else if (const auto* weather = std::get_if<playlist::WeatherSlide>(&slide.what)) {
    add_weather(fields, *weather, surroundings);
  }
  return fields;
}

std::vector<Fields> row_fields_of(const playlist::Slide& slide, const Surroundings& surroundings) {
  std::vector<Fields> rows;
  if (const auto* list = std::get_if<playlist::HeadlineListSlide>(&slide.what)) {
    for (const auto& headline : list->headlines) add_headline(rows.emplace_back(), headline, surroundings);
  } else if (const auto* banner = banner_of(slide)) {
    for (const auto& occurrence : banner->occurrences) add_occurrence(rows.emplace_back(), occurrence);
  } else if (const auto* placard = std::get_if<playlist::PlacardSlide>(&slide.what)) {
    rows = rows_of(placard->placard);
  } else if (const auto* weather = std::get_if<playlist::WeatherSlide>(&slide.what)) {
    rows = rows_of(*weather);
  }
  return rows;
}

const content::Image* picture_of(const playlist::Slide& slide, std::size_t index) {
  const auto* pair = std::get_if<playlist::PhotoPairSlide>(&slide.what);
  if (pair != nullptr && index == 1) return &pair->second.image;
  const auto* headline = std::get_if<playlist::HeadlineSlide>(&slide.what);
  if (headline == nullptr) return index == 0 ? slide.picture() : nullptr;
  for (const auto& image : headline->headline.images) {
    if (image.usable() && index-- == 0) return &image;
  }
  return nullptr;
}

std::string filled_part(std::string_view part, const Fields& fields) {
  std::string text;
  bool names_fields = false;
  bool has_value = false;
  while (!part.empty()) {
    const auto open = part.find('{');
    text += part.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = part.find('}', open);
    if (close == std::string_view::npos) break;
    names_fields = true;
    if (const auto field = fields.find(part.substr(open + 1, close - open - 1)); field != fields.end()) {
      has_value = has_value || !field->second.empty();
      text += field->second;
    }
    part.remove_prefix(close + 1);
  }
  return names_fields && !has_value ? std::string() : text;
}

std::string filled(const config::Text& text, const Fields& fields) {
  std::string joined;
  for (const auto& part : text.parts) {
    const auto value = filled_part(part, fields);
    if (value.empty()) continue;
    if (!joined.empty()) joined += text.separator;
    joined += value;
  }
  return text.capitals == config::Capitals::all ? text::upper(joined) : joined;
}

}  // namespace lobby::scene
