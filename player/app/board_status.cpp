#include "app/board_status.h"

#include <nlohmann/json.hpp>

#include "base/format.h"
#include "host/version.h"
#include "preview/iso_time.h"

namespace lobby::app {

namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

/// Nothing where nobody tells the board.
std::optional<bool> under_voltage_since_boot(const kiosk::Health& health) {
  if (health.under_voltage || health.under_voltage_seen) return health.under_voltage_seen;
  return std::nullopt;
}

Json switches_of(const BoardStatus& status) {
  Json all = Json::array();
  for (const auto& one : status.switches) {
    const Json says = one.says ? Json(*one.says == kiosk::Power::on ? "on" : "off") : Json();
    all.push_back({{"name", one.name}, {"says", says}, {"trouble", one.trouble}});
  }
  return all;
}

Json sources_of(const BoardStatus& status) {
  Json all = Json::array();
  for (const auto& source : status.sources) {
    const Json age = source.updated ? Json((status.at - *source.updated).count()) : Json();
    all.push_back(
        {{"name", source.name}, {"age_s", age}, {"failures", source.failures}, {"last_error", source.last_error}});
  }
  return all;
}

Json health_of(const kiosk::Health& health) {
  Json cards = Json::array();
  for (const auto& card : health.cards) {
    cards.push_back({{"name", card.name}, {"used_percent", or_null(card.used)}, {"spare", card.spare}});
  }
  return {{"temperature_c", or_null(health.temperature)},
          {"throttled", or_null(health.throttled)},
          {"under_voltage", or_null(health.under_voltage)},
          {"under_voltage_since_boot", or_null(under_voltage_since_boot(health))},
          {"cards", cards},
          {"disk_read_only", or_null(health.read_only)},
          {"disk_free_bytes", health.disk_free},
          {"disk_bytes", health.disk_size},
          {"complaints", kiosk::complaints(health)}};
}

}  // namespace

std::string status_json(const BoardStatus& status) {
  const ScreenStatus& screen = status.screen;
  const auto age = status.last_present_age;
  const Json json{{"version", host::version},
                  {"at", preview::iso_time(status.at, TimeZone())},
                  {"uptime_s", status.uptime.count()},
                  {"boot_id", status.health.boot_id.empty() ? Json() : Json(status.health.boot_id)},
                  {"booted_s", status.health.booted.count()},
                  {"frames", status.frames},
                  {"last_present_age_s", age ? Json(static_cast<double>(age->count()) / 1000) : Json()},
                  {"on_screen", screen.title},
                  {"display",
                   {{"driver", screen.display},
                    {"connector", screen.connector},
                    {"size", {screen.size.width, screen.size.height}},
                    {"rate", screen.rate},
                    {"power", screen.power},
                    {"switches", switches_of(status)}}},
                  {"clock_believed", status.clock_believed},
                  {"sources", sources_of(status)},
                  {"cache_bytes", or_null(status.cache_bytes)},
                  {"written_bytes", or_null(status.written_bytes)},
                  {"bundle", {{"in_use", status.bundle}, {"verdict", status.bundle_verdict}}},
                  {"enrolment", status.news.enrolment},
                  {"update", status.news.update},
                  {"content", status.news.content},
                  {"health", health_of(status.health)}};
  // A title or a file system may hold anything.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string status_metrics(const BoardStatus& status) {
  std::string text;
  const auto add = [&](std::string_view name, auto value) { text += format("lobby_player_{} {}\n", name, value); };
  add("uptime_seconds", status.uptime.count());
  add("frames_total", status.frames);
  if (status.last_present_age)
    add("last_present_age_seconds", static_cast<double>(status.last_present_age->count()) / 1000);
  add("screen_on", status.screen.power == "on" ? 1 : 0);
  add("screen_off_on_purpose", status.screen.power == "off on purpose" ? 1 : 0);
  add("clock_believed", status.clock_believed ? 1 : 0);
  int failing = 0;
  for (const auto& source : status.sources) failing += source.failures > 0 ? 1 : 0;
  add("sources", status.sources.size());
  add("sources_failing", failing);
  if (status.cache_bytes) add("cache_bytes", *status.cache_bytes);
  if (status.written_bytes) add("written_bytes_total", *status.written_bytes);
  const auto& health = status.health;
  if (health.temperature) add("temperature_celsius", *health.temperature);
  if (health.throttled) add("throttled", *health.throttled ? 1 : 0);
  if (const auto seen = under_voltage_since_boot(health)) add("under_voltage_since_boot", *seen ? 1 : 0);
  if (health.read_only) add("disk_read_only", *health.read_only ? 1 : 0);
  add("disk_free_bytes", health.disk_free);
  add("enrolment_refused", status.news.enrolment.starts_with("refused") ? 1 : 0);
  add("update_taken_back", status.news.update.starts_with("taken back") ? 1 : 0);
  add("content_in_memory", status.news.content.starts_with("in memory") ? 1 : 0);
  return text;
}

}  // namespace lobby::app
