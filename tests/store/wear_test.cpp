#include <gtest/gtest.h>

#include "../world/temporary_folder.h"
#include "store/store.h"
#include "store/write_budget.h"

namespace lobby::store {
namespace {

using namespace std::chrono_literals;

constexpr WallTime noon{1721800800s};

/// What this process has made the kernel write to disks so far; see proc(5).
std::int64_t bytes_written() {
  std::ifstream io("/proc/self/io");
  std::string field;
  std::int64_t value = 0;
  while (io >> field >> value) {
    if (field == "write_bytes:") return value;
  }
  return 0;
}

TEST(StoreWear, APollThatBringsNothingNewWritesNothing) {
  const TemporaryFolder folder(On::disk);
  const auto store = Store::open(folder.path());
  const StoredDocument feed{.bytes = std::string(100000, 'a'), .etag = "\"v1\"", .fetched_at = noon};
  const MediaFacts jpeg{.content_type = "image/jpeg", .size = {1920, 1080}};
  ASSERT_TRUE(store->put_document("feed", feed));
  ASSERT_TRUE(store->put_media("1", "JPEG", jpeg));
  ASSERT_TRUE(store->set_state("version", "7"));
  const auto before = traces(folder.path());
  const std::int64_t written = bytes_written();
  for (int poll = 1; poll <= 100; ++poll) {
    StoredDocument again = feed;
    again.fetched_at = noon + poll * 600s;
    ASSERT_TRUE(store->put_document("feed", again));
    store->touch_document("feed", again.fetched_at);
    ASSERT_TRUE(store->put_media("1", "JPEG", jpeg));
    ASSERT_TRUE(store->set_state("version", "7"));
    EXPECT_EQ(store->document("feed"), again);
  }
  EXPECT_EQ(traces(folder.path()), before);
  EXPECT_EQ(bytes_written(), written);
}

TEST(StoreWear, AStartWritesNothing) {
  const TemporaryFolder folder(On::disk);
  ASSERT_TRUE(Store::open(folder.path())->set_state("version", "7"));
  const auto before = traces(folder.path());
  EXPECT_EQ(Store::open(folder.path())->state("version"), "7");
  EXPECT_EQ(traces(folder.path()), before);
}

TEST(StoreWear, NewValidatorsAloneAreWrittenAtTheEndAndNotBefore) {
  const TemporaryFolder folder(On::disk);
  const auto store = Store::open(folder.path());
  StoredDocument feed{.bytes = std::string(1000000, 'a'), .fetched_at = noon};
  ASSERT_TRUE(store->put_document("feed", feed));
  const std::int64_t written = bytes_written();
  feed.etag = "\"v2\"";
  ASSERT_TRUE(store->put_document("feed", feed));
  EXPECT_EQ(store->document("feed"), feed);
  EXPECT_EQ(bytes_written(), written);
}

TEST(StoreWear, AFeedThatChangesWritesLittleMoreThanTwiceItsBytes) {
  const TemporaryFolder folder(On::disk);
  const auto store = Store::open(folder.path());
  StoredDocument feed{.bytes = std::string(34000, 'a'), .fetched_at = noon};
  for (int source = 0; source < 60; ++source) {
    ASSERT_TRUE(store->put_document("source " + std::to_string(source), feed));
  }
  const std::int64_t written = bytes_written();
  for (int poll = 0; poll < 20; ++poll) {
    feed.bytes.replace(0, 3, std::to_string(100 + poll));
    ASSERT_TRUE(store->put_document("source " + std::to_string(poll % 10), feed));
  }
  EXPECT_LT((bytes_written() - written) / 20, 90000);
}

TEST(StoreWear, WhatTheBudgetHeldBackIsWrittenWhenItOpensThoughItChangesNoMore) {
  const TemporaryFolder folder;
  const auto store = Store::open(folder.path());
  StoredDocument feed{.bytes = std::string(1000000, 'a'), .fetched_at = noon};
  for (int poll = 0; poll < 20; ++poll) {
    feed.bytes.replace(0, 3, std::to_string(100 + poll));
    ASSERT_TRUE(store->put_document("feed", feed));
  }
  EXPECT_NE(Store::open(folder.path())->document("feed"), feed);
  feed.fetched_at = noon + 24h;
  store->touch_document("feed", feed.fetched_at);
  EXPECT_EQ(Store::open(folder.path())->document("feed"), feed);
}

TEST(StoreWear, ADocumentHeldBackAndNotInUseGoesWithItsOlderVersion) {
  const TemporaryFolder folder;
  const auto store = Store::open(folder.path());
  StoredDocument feed{.bytes = std::string(1000000, 'a'), .fetched_at = noon};
  for (int poll = 0; poll < 20; ++poll) {
    feed.bytes.replace(0, 3, std::to_string(100 + poll));
    ASSERT_TRUE(store->put_document("feed", feed));
  }
  store->evict_documents({"feed"}, Bound{1 << 30});
  EXPECT_EQ(store->document("feed"), feed);
  store->evict_documents({}, Bound{1 << 30});
  EXPECT_EQ(store->document("feed"), std::nullopt);
}

TEST(StoreWear, ADocumentThatChangesAtEveryPollStaysWithinTheBudgetAndIsNewestAllTheSame) {
  const TemporaryFolder folder(On::disk);
  StoredDocument feed{.bytes = std::string(500000, 'a')};
  const std::int64_t written = bytes_written();
  {
    const auto store = Store::open(folder.path());
    for (int poll = 0; poll < 144; ++poll) {
      feed.bytes.replace(0, 3, std::to_string(100 + poll));
      feed.fetched_at = noon + poll * 600s;
      ASSERT_TRUE(store->put_document("feed", feed));
      ASSERT_EQ(store->document("feed"), feed);
    }
    EXPECT_LT(bytes_written() - written, WriteBudget::burst + WriteBudget::per_day + 2 * 1000000);
    EXPECT_EQ(store->health(), Health{});
  }
  EXPECT_EQ(Store::open(folder.path())->document("feed"), feed);
}

}  // namespace
}  // namespace lobby::store
