#include "gather/gatherer.h"

#include <gmock/gmock.h>

#include <fstream>

#include "../world/portal.h"
#include "../world/temporary_folder.h"
#include "feed_source.h"
#include "gather/remote.h"

namespace lobby::gather {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::SizeIs;

/// A feed of the portal, a store, and the gatherer between them, whose time the test moves.
class GathererTest : public testing::Test {
 protected:
  GathererTest() {
    portal_.serve("/rss", rss(story("1")), feed_type);
    config::Config config;
    config.sources = {feed_source(", articles: false")};
    std::get<config::FeedSource>(config.sources.front().what).location = portal_.url("/rss");
    config_ = std::make_shared<const config::Config>(std::move(config));
    http_ = std::make_unique<net::HttpClient>(http_options(*config_));
  }

  static std::string story(const std::string& number) {
    return "<item><guid>" + number + "</guid><title>Tin thứ " + number + " trong ngày</title></item>";
  }

  std::unique_ptr<Gatherer> gatherer() {
    return std::make_unique<Gatherer>(config_, *store_, *http_, clock_, judge_, [this](const auto& snapshot) {
      titles_.clear();
      for (const auto& headline : snapshot->headlines) titles_.push_back(headline.title);
    });
  }

  void poll(Gatherer& gatherer) {
    clock_.advance(1h);
    gatherer.poll_to_the_end();
  }

  std::vector<int> statuses() {
    std::vector<int> all;
    for (const Visit& visit : portal_.visits()) all.push_back(visit.status);
    return all;
  }

  Portal portal_;
  TemporaryFolder folder_;
  /// Ahead of the machine's own, by which the client waits for answers.
  ManualClock clock_{std::chrono::sys_days(std::chrono::year(2026) / 11 / 28) + 8h, SystemClock().steady()};
  std::unique_ptr<store::Store> store_ = store::Store::open(folder_.path());
  host::ClockJudge judge_{std::nullopt, [] { return true; }};
  std::shared_ptr<const config::Config> config_;
  std::unique_ptr<net::HttpClient> http_;
  std::vector<std::string> titles_;
};

TEST_F(GathererTest, AsksWhetherAFeedHasChangedOnceItKnowsIt) {
  const auto all = gatherer();
  for (int times = 0; times < 3; ++times) poll(*all);
  EXPECT_THAT(statuses(), ElementsAre(200, 304, 304));
  EXPECT_THAT(titles_, ElementsAre("Tin thứ 1 trong ngày"));
  portal_.serve("/rss", rss(story("2")), feed_type);
  poll(*all);
  EXPECT_THAT(titles_, ElementsAre("Tin thứ 2 trong ngày"));
}

TEST_F(GathererTest, AsksAlsoWhereNothingOfTheFeedIsShown) {
  portal_.serve("/rss", rss("<item><title>Tin cũ</title><pubDate>Mon, 01 Jan 2024 08:00:00 +0700</pubDate></item>"),
                feed_type);
  config::Config config = *config_;
  config.sources.front().max_age = 24h;
  config_ = std::make_shared<const config::Config>(std::move(config));
  const auto all = gatherer();
  for (int times = 0; times < 2; ++times) poll(*all);
  EXPECT_THAT(statuses(), ElementsAre(200, 304));
  EXPECT_THAT(titles_, SizeIs(0));
}

/// What a bad spot of the card takes away while the player runs must be there after the next power cut.
TEST_F(GathererTest, FetchesAnewWhatTheStoreHasLost) {
  // More than the database keeps in memory, so that it reads what is damaged.
  portal_.serve("/rss", rss(std::string(2'000'000, ' ') + story("1")), feed_type);
  const auto all = gatherer();
  poll(*all);
  {
    std::fstream file(folder_.path() / "store.sqlite", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(-1'000'000, std::ios::end);
    file << std::string(4000, '\xff');
  }
  ASSERT_TRUE(store_->check());
  ASSERT_FALSE(store_->document(portal_.url("/rss")));
  for (int times = 0; times < 2; ++times) poll(*all);
  EXPECT_THAT(statuses(), ElementsAre(200, 304, 200));
  EXPECT_TRUE(store_->document(portal_.url("/rss")));
  EXPECT_THAT(titles_, ElementsAre("Tin thứ 1 trong ngày"));
}

}  // namespace
}  // namespace lobby::gather
