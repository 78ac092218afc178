#include "content/canary.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "base/format.h"
#include "content/links.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

constexpr std::size_t least_list = 8;
constexpr std::chrono::days trial_lasts(3);
constexpr int trial_times = 12;

std::string host_of(const std::string& link) {
  const auto start = link.find("://");
  if (start == link.npos) return {};
  const auto end = link.find_first_of("/?#", start + 3);
  std::string host = link.substr(start + 3, end == link.npos ? end : end - start - 3);
  return host.starts_with("www.") ? host.substr(4) : host;
}

std::string main_host(const std::vector<Headline>& items) {
  std::map<std::string, std::size_t> counts;
  for (const Headline& item : items) ++counts[host_of(item.link)];
  const auto most = std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
  return most != counts.end() && most->second * 5 >= items.size() * 4 ? most->first : std::string();
}

std::size_t different_titles(const std::vector<Headline>& items) {
  std::set<std::string> titles;
  for (const Headline& item : items) titles.insert(text::compare_key(item.title));
  return titles.size();
}

bool share_a_story(const Shape& a, const Shape& b) {
  return std::ranges::any_of(b.keys, [&a](const auto& key) { return std::ranges::binary_search(a.keys, key); });
}

std::string differs(const Shape& before, const Shape& now) {
  const bool elsewhere = !before.host.empty() && !now.host.empty() && before.host != now.host;
  const bool undated = before.items >= 3 && before.dated * 5 >= before.items * 4 && now.dated == 0;
  const bool shrunk = before.items >= least_list && now.items * 4 <= before.items;
  if (!elsewhere && !undated && !shrunk) return {};
  return format("expected {} as before; {} came, and none of the stories known", description(before), description(now));
}

}  // namespace

Shape shape_of(const std::vector<Headline>& items) {
  Shape shape{items.size(), 0, main_host(items), {}};
  for (const Headline& item : items) {
    if (item.published) ++shape.dated;
    if (!item.title.empty()) shape.keys.push_back("title:" + text::compare_key(item.title));
    if (std::string key = link_key(item.link); !key.empty()) shape.keys.push_back("link:" + std::move(key));
  }
  std::ranges::sort(shape.keys);
  return shape;
}

std::string description(const Shape& shape) {
  std::string text = format("{} headline{}", shape.items, shape.items == 1 ? "" : "s");
  if (shape.items > 0) text += shape.dated * 2 >= shape.items ? " with dates" : " without dates";
  if (!shape.host.empty()) text += format(", linked to {}", shape.host);
  return text;
}

std::optional<std::string> change_of(const Shape& before, const Reading& reading) {
  const auto& items = reading.items;
  const std::size_t titles = different_titles(items);
  if (items.size() >= 4 && titles * 3 <= items.size()) {
    return format("expected {}; {} items came that all say «{}»",
                  before.items > 0 ? description(before) : "a list of headlines", items.size(), items.front().title);
  }
  if (before.items == 0) return std::nullopt;
  const Shape now = shape_of(items);
  if (share_a_story(before, now)) return std::nullopt;
  if (before.items >= 3 && reading.page_kind == PageKind::article) {
    return format("expected {}; a single text came («{}»)", description(before),
                  items.empty() ? reading.title : items.front().title);
  }
  std::string difference = differs(before, now);
  if (difference.empty()) return std::nullopt;
  return difference;
}

bool may_be_genuine(const Shape& before, const Reading& reading) {
  const std::size_t titles = different_titles(reading.items);
  if (reading.page_kind != PageKind::list || titles < 3 || titles * 2 < reading.items.size()) return false;
  return !before.host.empty() && main_host(reading.items) == before.host;
}

Trial continued(const std::optional<Trial>& trial, WallTime now) {
  if (!trial || now < trial->since) return {now, 1};
  return {trial->since, std::min(trial->times + 1, trial_times)};
}

bool is_passed(const Trial& trial, WallTime now) {
  return trial.times >= trial_times && now - trial.since >= trial_lasts;
}

std::string outlook(const Trial& trial, const TimeZone& zone) {
  const auto day = [&zone](WallTime time) {
    const Date date = zone.local(time).date;
    return format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()));
  };
  return format(
      "it may be a new design: this page comes since {} and is accepted on {} if it goes on; to accept it now, append "
      "a "
      "'?' to its address in the config",
      day(trial.since), day(trial.since + trial_lasts));
}

std::string to_text(const Trial& trial) { return format("{} {}", trial.since.time_since_epoch().count(), trial.times); }

std::optional<Trial> trial_from(std::string_view text) {
  std::int64_t since = 0;
  int times = 0;
  const char* const end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, since);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != ' ') return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, times);
  if (second.ec != std::errc() || second.ptr != end || times < 1) return std::nullopt;
  return Trial{WallTime(std::chrono::seconds(since)), times};
}

}  // namespace lobby::content
