#include "config/ticker.h"

#include <gtest/gtest.h>

#include "faults.h"

namespace lobby::config {
namespace {

std::optional<Ticker> ticker_of(std::string_view yaml) {
  return parse_config(yaml, "c.yaml").value.value_or(Config()).ticker;
}

TEST(Ticker, IsThereOnlyWhereItIsAskedFor) {
  EXPECT_EQ(ticker_of("theme: hq"), std::nullopt);
  EXPECT_EQ(ticker_of("ticker: false"), std::nullopt);
  EXPECT_EQ(ticker_of("ticker: true"), Ticker());
  EXPECT_EQ(ticker_of("ticker: {}"), Ticker());
}

TEST(Ticker, ReadsEveryKey) {
  const Ticker expected{{"Xin chào", "Giờ mở cửa: 7:30"}, 3, {"Tin"}, 200};
  EXPECT_EQ(ticker_of("sources: [{name: Tin, feed: 'https://a.example/'}]\n"
                      "ticker: {texts: [Xin chào, 'Giờ mở cửa: 7:30'], headlines: 3, from: Tin, speed: 200}"),
            expected);
}

TEST(Ticker, SaysWhatAValueMustBe) {
  const Fault faults[] = {
      {"ticker: fast",
       "c.yaml:1:9: error: 'ticker' must be true, false, or a map such as {texts: [Xin chào], headlines: 8}, not "
       "'fast'"},
      {"ticker: {headlines: 0}", "c.yaml:1:9: error: a ticker without 'headlines' needs 'texts', or it says nothing"},
      {"ticker: {speed: 20}", "c.yaml:1:17: error: 'speed' must be a whole number from 40 to 400, not '20'"},
      {"ticker: {from: [Tin]}", "c.yaml:1:17: error: an entry of 'from' must be the name of a source, not 'Tin'"},
      {"ticker: {text: [Xin chào]}", "c.yaml:1:10: warning: unknown key 'text'; did you mean 'texts'?"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
}

std::string strip_findings(std::string_view yaml) {
  return lines(parse_layout(yaml, "layouts/mine/strip.yaml", small_theme()));
}

TEST(TickerBand, ReadsEveryKey) {
  const auto layout = parse_layout(
      "elements:\n"
      "  - ticker: {height: 6, face: body, size: 4, colour: text, ground: ink, separator: '–', separator_colour: text, "
      "gap: 2}\n",
      "layouts/mine/strip.yaml", small_theme());
  ASSERT_TRUE(layout.value);
  const TickerBand expected{6, "body", 4, "text", "ink", "–", "text", 2};
  EXPECT_EQ(std::get<TickerBand>(layout.value->elements.front().what), expected);
}

TEST(TickerBand, LiesInTheStripAlone) {
  constexpr std::string_view plain = "elements: [{ticker: {face: body, ground: ink}}]";
  EXPECT_EQ(strip_findings(plain), "");
  EXPECT_EQ(layout_findings(plain), "l.yaml:1:21: error: a ticker runs under all slides; it belongs into strip.yaml");
  EXPECT_EQ(strip_findings("elements: [{region: {cells: [{elements: [{ticker: {face: body, ground: ink}}]}]}}]"),
            "layouts/mine/strip.yaml:1:30: error: a ticker runs from edge to edge of the screen; it cannot lie in a "
            "region");
}

TEST(TickerBand, SaysWhatAValueMustBe) {
  const Fault faults[] = {
      {"elements: [{ticker: {face: body}}]", "layouts/mine/strip.yaml:1:21: error: the key 'ground' is missing"},
      {"elements: [{ticker: {face: body, ground: '#10202080'}}]",
       "layouts/mine/strip.yaml:1:42: error: 'ground' must be a colour that nothing shines through"},
      {"elements: [{ticker: {face: body, ground: '#808080'}}]",
       "layouts/mine/strip.yaml:1:21: warning: text stands at a contrast of 3.54:1 to its ground; it needs 7:1"},
      {"elements: [{ticker: {face: body, ground: ink}, when: [photo]}]",
       "layouts/mine/strip.yaml:1:54: error: 'when' of a ticker may ask for landscape, portrait, square and wide only"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(strip_findings(yaml), findings) << yaml;
}

}  // namespace
}  // namespace lobby::config
