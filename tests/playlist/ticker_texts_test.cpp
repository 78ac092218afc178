#include "playlist/ticker_texts.h"

#include <gtest/gtest.h>

namespace lobby::playlist {
namespace {

using namespace std::chrono;
using Texts = std::vector<std::string>;

const WallTime noon = sys_days(2027y / July / 24) + 5h;

content::Headline headline(const std::string& title, const std::string& source,
                           std::optional<WallTime> expires = std::nullopt) {
  return {title, title, {}, {}, {}, noon - 5h, {}, source, {}, expires};
}

class TickerTexts : public testing::Test {
 protected:
  Texts texts(const Moment& moment = {noon}) const { return ticker_texts(snapshot(), moment); }
  content::Snapshot snapshot() const {
    return {std::make_shared<config::Config>(config),
            {headline("Một", "A"), headline("Hai", "B"), headline("Một", "B"), headline("Ba", "A", noon + 1h),
             headline("Bốn", "A")},
            {},
            std::nullopt,
            {}};
  }
  config::Config config;
};

TEST_F(TickerTexts, AreNoneWithoutATicker) { EXPECT_EQ(texts(), Texts()); }

TEST_F(TickerTexts, AreThoseOfTheConfigThenTheNewestHeadlinesEachOnce) {
  config.ticker = config::Ticker{{"Xin chào", "Hai"}, 2, {}, 120};
  EXPECT_EQ(texts(), (Texts{"Xin chào", "Hai", "Một", "Ba"}));
}

TEST_F(TickerTexts, MayComeFromCertainSources) {
  config.ticker = config::Ticker{{}, 8, {"B"}, 120};
  EXPECT_EQ(texts(), (Texts{"Hai", "Một"}));
}

TEST_F(TickerTexts, LeaveOutWhatHasExpired) {
  config.ticker = config::Ticker{{}, 8, {}, 120};
  EXPECT_EQ(texts({noon + 2h}), (Texts{"Một", "Hai", "Bốn"}));
}

TEST_F(TickerTexts, AreNoneInMourningWhileAnUrgentNoticeStandsAndWhereNothingMoves) {
  config.ticker.emplace();
  EXPECT_FALSE(texts().empty());
  config.movement.calm = true;
  EXPECT_EQ(texts(), Texts());
  config.movement.calm = false;
  config.notices = {{"Sơ tán", {}, std::nullopt, noon + 1h, true}};
  EXPECT_EQ(texts(), Texts());
  EXPECT_FALSE(texts({noon + 1h}).empty());
  config.notices.clear();
  config.mourning = config::Mourning{{}, {}, noon, std::nullopt};
  EXPECT_EQ(texts(), Texts());
  EXPECT_FALSE(texts({noon - 1h}).empty());
  EXPECT_EQ(texts({noon - 1h, false}), Texts()) << "the mourning may have begun";
}

TEST_F(TickerTexts, EndALongHeadlineAfterAWholeWordAndStillSayIt) {
  std::string title;
  for (int i = 0; i < 60; ++i) title += "giữ vững ";
  const std::string long_title = title + "an ninh";
  config.ticker = config::Ticker{{}, 8, {}, 120};
  auto long_news = snapshot();
  long_news.headlines = {headline(long_title, "A")};
  const auto said = ticker_texts(long_news, {noon});
  ASSERT_EQ(said.size(), 1U);
  const std::string beginning = said[0].substr(0, said[0].size() - std::string("…").size());
  EXPECT_EQ(beginning + "…", said[0]);
  EXPECT_TRUE(long_title.starts_with(beginning + " ")) << said[0];
  const auto letters = std::ranges::count_if(said[0], [](char c) { return (c & 0xC0) != 0x80; });
  EXPECT_LE(letters, 300);
  EXPECT_GT(letters, 280);
  EXPECT_TRUE(is_still_said(said[0], long_news));
}

TEST_F(TickerTexts, AreStillSaidWhileTheirSourceSaysThem) {
  config.ticker = config::Ticker{{"Xin chào"}, 1, {}, 120};
  EXPECT_TRUE(is_still_said("Xin chào", snapshot()));
  EXPECT_TRUE(is_still_said("Bốn", snapshot())) << "only older than those that run";
  EXPECT_FALSE(is_still_said("Năm", snapshot()));
}

}  // namespace
}  // namespace lobby::playlist
