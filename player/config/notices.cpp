#include "config/notices.h"

#include <string>

#include "config/reader.h"

namespace lobby::config {

namespace {

constexpr std::size_t most_notices = 1000;

}  // namespace

Scalar<WallTime> start_time(const TimeZone& zone) {
  return {"a date or a date and time such as 2024-07-24 or 2024-07-24T08:00",
          [=](std::string_view text) -> std::optional<WallTime> {
            const auto time = parse_iso8601(text, zone);
            return time ? std::optional(*time) : std::nullopt;
          },
          {},
          form_of_pattern(
              R"(^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:?[0-9]{2})?)?$)")};
}

/// Who writes «until: 2024-07-24» means to see the notice on that day.
Scalar<WallTime> end_time(const TimeZone& zone) {
  Scalar<WallTime> scalar = start_time(zone);
  scalar.parse = [parse = scalar.parse](std::string_view text) -> std::optional<WallTime> {
    const auto time = parse(text);
    const bool only_a_date = text.size() == std::string_view("2024-07-24").size();
    return time && only_a_date ? std::optional<WallTime>(*time + std::chrono::days(1)) : time;
  };
  return scalar;
}

void read_term(const MapReader& map, const TimeZone& zone, std::optional<WallTime>& from,
               std::optional<WallTime>& until) {
  map.read("from", start_time(zone), from);
  map.read("until", end_time(zone), until);
  if (from && until && *until <= *from) map.report().error(map.place("until"), "'until' must be after 'from'");
}

Notice read_notice(const Node& node, std::string_view what, const TimeZone& zone, Report& report) {
  const MapReader map(node, what, {"text", "detail", "from", "until", "urgent"}, report);
  Notice notice;
  map.require("text", screen_text(1, 300), notice.text);
  map.read("detail", screen_text(0, 1000), notice.detail);
  read_term(map, zone, notice.from, notice.until);
  map.read("urgent", truth(), notice.urgent);
  return notice;
}

std::vector<Notice> read_notices(const Node& node, const TimeZone& zone, Report& report) {
  std::vector<Notice> notices;
  for (const Node& entry : read_at_most(read_list(node, "'notices'", report), most_notices, "'notices'", report)) {
    notices.push_back(read_notice(entry, "an entry of 'notices'", zone, report));
  }
  return notices;
}

std::optional<NoticeFeed> read_notice_feed(const Node& node, Report& report) {
  if (is_nothing(node)) return std::nullopt;
  const MapReader map(node, "'notice_feed'", {"url", "public_key", "every"}, report);
  if (!map.readable()) return std::nullopt;
  NoticeFeed feed;
  map.require("url", web_address(), feed.url);
  map.require("public_key", verbatim("the line of a .pub file of minisign that begins with RW"), feed.public_key);
  map.read("every", duration("5s", "1d"), feed.every);
  feed.key_at = report.where(map.place("public_key"));
  return feed;
}

}  // namespace lobby::config
