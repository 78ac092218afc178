#include "scene/ticker.h"

#include <gtest/gtest.h>

#include "plain_measurer.h"

namespace lobby::scene {
namespace {

config::Theme theme_with(config::TickerBand band, const config::Conditions& when = {}) {
  config::Theme theme;
  theme.palette = {{"text", {250, 250, 250}}, {"ink", {10, 20, 30}}, {"gold", {200, 160, 60}}};
  band.face = "body";
  band.ground = "ink";
  theme.layouts["strip"].elements = {{when, band}};
  return theme;
}

TEST(Ticker, IsABandAtTheLowerEdgeAndTheRestIsForSlides) {
  PlainMeasurer measurer;
  const auto ticker = ticker_on(theme_with({.height = 5, .size = 2}), {1600, 900}, measurer);
  ASSERT_TRUE(ticker);
  EXPECT_EQ(ticker->box, (Rect{0, 855, 1600, 45}));
  EXPECT_EQ(ticker->setting.size, 18);
  EXPECT_EQ(ticker->gap, 27);
  EXPECT_EQ(beside(ticker, {1600, 900}), (Size{1600, 855}));
  EXPECT_EQ(beside(std::nullopt, {1600, 900}), (Size{1600, 900}));
}

TEST(Ticker, CapitalsStandInTheMiddle) {
  PlainMeasurer measurer;
  const auto ticker = ticker_on(theme_with({.height = 5, .size = 2}), {1600, 900}, measurer);
  EXPECT_EQ(ticker->baseline, (45 + 14) / 2);
}

TEST(Ticker, ATextThatIsTooLargeForItsMarksBecomesSmaller) {
  /// As `PlainMeasurer`, with marks in two storeys as high as those of a real face.
  class Tall final : public TextMeasurer {
   public:
    double width(const TextSetting&, std::string_view) override { return 1; }
    Ink ink(const TextSetting& setting, std::string_view line) override {
      return {line == "H" ? setting.size * 7 / 10 : setting.size * 12 / 10, setting.size * 3 / 10};
    }
    bool covers(const std::string&, std::string_view) override { return true; }
  } measurer;
  const auto ticker = ticker_on(theme_with({.height = 5, .size = 10}), {1600, 900}, measurer);
  EXPECT_EQ(ticker->setting.size, 30);
  EXPECT_EQ(ticker->baseline, 36);
}

TEST(Ticker, IsThatOfTheScreensShape) {
  PlainMeasurer measurer;
  auto theme = theme_with({.height = 5}, {{config::Fact::portrait, true}});
  theme.layouts["strip"].elements.push_back(theme_with({.height = 10}).layouts["strip"].elements.front());
  EXPECT_EQ(ticker_on(theme, {900, 1600}, measurer)->box.height, 80);
  EXPECT_EQ(ticker_on(theme, {1600, 900}, measurer)->box.height, 90);
}

TEST(Ticker, IsNoneInACalmThemeAndWhereTheThemeHasNone) {
  PlainMeasurer measurer;
  auto theme = theme_with({});
  theme.calm = true;
  EXPECT_EQ(ticker_on(theme, {1600, 900}, measurer), std::nullopt);
  EXPECT_EQ(ticker_on(config::Theme(), {1600, 900}, measurer), std::nullopt);
}

TEST(Ticker, ASeparatorThatNoFontHasIsLeftOut) {
  PlainMeasurer measurer;
  EXPECT_EQ(ticker_on(theme_with({.separator = "東"}), {1600, 900}, measurer)->separator, "");
  EXPECT_EQ(ticker_on(theme_with({.separator_colour = "gold"}), {1600, 900}, measurer)->separator, "•");
}

}  // namespace
}  // namespace lobby::scene
