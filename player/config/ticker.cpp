#include "config/ticker.h"

#include "config/reader.h"
#include "config/source_list.h"

namespace lobby::config {

namespace {

constexpr std::size_t most_texts = 50;

std::vector<std::string> read_texts(const MapReader& map) {
  static const auto text = screen_text(1, 300);
  std::vector<std::string> texts;
  for (const Node& entry : read_at_most(map.list("texts"), most_texts, "'texts'", map.report())) {
    if (auto value = read_scalar(entry, "an entry of 'texts'", text, map.report())) texts.push_back(*std::move(value));
  }
  return texts;
}

}  // namespace

std::optional<Ticker> read_ticker(const Node& node, std::span<const Source> sources, Report& report) {
  if (const auto on = read_switch(node, "'ticker'", "{texts: [Xin chào], headlines: 8}", report)) {
    return *on ? std::optional(Ticker()) : std::nullopt;
  }
  const MapReader map(node, "'ticker'", {"texts", "headlines", "from", "speed"}, report);
  if (!map.readable()) return std::nullopt;
  Ticker ticker;
  ticker.texts = read_texts(map);
  map.read("headlines", whole_number(0, 30), ticker.headlines);
  if (const Node* from = map.find("from")) ticker.from = read_source_names(*from, "'from'", sources, report);
  map.read("speed", whole_number(40, 400), ticker.speed);
  if (ticker.headlines == 0 && ticker.texts.empty()) {
    report.error(map.at(), "a ticker without 'headlines' needs 'texts', or it says nothing");
  }
  return ticker;
}

}  // namespace lobby::config
