#include "preview/schedule_json.h"

#include <nlohmann/json.hpp>

#include "preview/iso_time.h"

namespace lobby::preview {

namespace {

using Json = nlohmann::ordered_json;
using std::chrono::milliseconds;

Json seconds_json(milliseconds time) {
  if (time.count() % 1000 == 0) return time.count() / 1000;
  return static_cast<double>(time.count()) / 1000;
}

Json slide_json(const DayPart& part, const ScheduledSlide& scheduled, const TimeZone& zone) {
  const auto& slide = part.slide(scheduled);
  Json json;
  const auto begins = std::chrono::floor<std::chrono::seconds>(scheduled.begins);
  json["at"] = iso_time(part.from.time + begins, zone);
  json["kind"] = slide.kind();
  json["id"] = slide.id;
  json["title"] = slide.title();
  json["source"] = slide.source();
  json["seconds"] = seconds_json(scheduled.dwell);
  json["turns"] = scheduled.turns;
  return json;
}

Json part_json(const DayPart& part, const TimeZone& zone) {
  Json json;
  json["from"] = iso_time(part.from.time, zone);
  json["until"] = iso_time(part.until, zone);
  json["playlist"] = part.rulers.playlist != nullptr ? Json(part.rulers.playlist->name) : Json(nullptr);
  json["theme"] = part.theme.theme;
  json["theme_reason"] = part.theme.reason.empty() ? Json(nullptr) : Json(part.theme.reason);
  json["turns"] = part.show.order.size();
  json["round_seconds"] = seconds_json(part.round);
  json["slides"] = Json::array();
  for (const auto& slide : part.slides) json["slides"].push_back(slide_json(part, slide, zone));
  return json;
}

}  // namespace

std::string schedule_json(const std::vector<DayPart>& parts, const config::Screen& screen) {
  const TimeZone& zone = screen.timezone;
  Json json;
  json["screen_on"] = Json::array();
  if (!parts.empty()) {
    const Span whole{zone.local(parts.front().from.time), zone.local(parts.back().until)};
    for (const Span& span : lit_spans(screen, whole)) {
      Json lit;
      lit["from"] = iso_time(zone.wall(span.from), zone);
      lit["until"] = iso_time(zone.wall(span.until), zone);
      json["screen_on"].push_back(std::move(lit));
    }
  }
  json["parts"] = Json::array();
  for (const auto& part : parts) json["parts"].push_back(part_json(part, zone));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lobby::preview
