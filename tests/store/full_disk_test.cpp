#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "../world/small_disk.h"
#include "../world/temporary_folder.h"
#include "store/store.h"

namespace lobby::store {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

const StoredDocument small{.bytes = "<rss>Tin tức</rss>", .etag = "\"v1\""};
const MediaFacts photo{.content_type = "image/jpeg"};

TEST(StoreFullDisk, IsReportedSurvivedAndForgottenWhenThereIsRoomAgain) {
  const SmallDisk disk;
  if (!disk.mounted()) GTEST_SKIP() << "this process may not mount";
  auto store = Store::open(disk.path() / "store");
  ASSERT_TRUE(store->put_document("feed", small));
  disk.fill();
  const StoredDocument large{.bytes = std::string(300000, 'a')};
  ASSERT_TRUE(store->put_document("large", large));
  EXPECT_EQ(store->health(), (Health{Keeping::in_memory, "the disk is full", ""}));
  EXPECT_EQ(store->document("large"), large);
  EXPECT_EQ(store->document("feed"), small);
  const auto media = store->put_media("1", std::string(300000, 'b'), photo);
  ASSERT_TRUE(media) << media.error().message;
  EXPECT_EQ(bytes_in(media->file), std::string(300000, 'b'));
  disk.make_room();
  ASSERT_TRUE(store->put_document("large", large));
  ASSERT_TRUE(store->put_media("1", std::string(300000, 'b'), photo));
  EXPECT_EQ(store->health(), Health{});
  store.reset();
  store = Store::open(disk.path() / "store");
  EXPECT_EQ(store->document("large"), large);
  EXPECT_TRUE(store->media("1"));
}

TEST(StoreFullDisk, WhatCameMeanwhileIsWrittenLaterThoughTheServerSaysOnlyNotModified) {
  const SmallDisk disk;
  if (!disk.mounted()) GTEST_SKIP() << "this process may not mount";
  const auto store = Store::open(disk.path() / "store");
  ASSERT_TRUE(store->put_document("feed", small));
  disk.fill();
  const StoredDocument large{.bytes = std::string(300000, 'a')};
  ASSERT_TRUE(store->put_document("large", large));
  ASSERT_TRUE(store->put_media("1", std::string(300000, 'b'), photo));
  ASSERT_TRUE(store->set_state("version", std::string(5000, '7')));
  disk.make_room();
  store->touch_document("feed", small.fetched_at + 600s);
  EXPECT_EQ(store->health(), Health{});
  const auto other = Store::open(disk.path() / "store");
  EXPECT_EQ(other->document("large"), large);
  ASSERT_TRUE(other->media("1"));
  EXPECT_EQ(bytes_in(other->media("1")->file), std::string(300000, 'b'));
  EXPECT_EQ(other->state("version"), std::string(5000, '7'));
}

TEST(StoreFullDisk, IsNotTriedWithEveryPollWhileItIsFull) {
  const SmallDisk disk;
  if (!disk.mounted()) GTEST_SKIP() << "this process may not mount";
  const auto store = Store::open(disk.path() / "store");
  ASSERT_TRUE(store->put_document("feed", small));
  disk.fill();
  ASSERT_TRUE(store->put_document("large", {.bytes = std::string(300000, 'a')}));
  store->touch_document("feed", small.fetched_at + 1s);
  disk.make_room();
  store->touch_document("feed", small.fetched_at + 2s);
  EXPECT_EQ(store->health().keeping, Keeping::in_memory);
  store->touch_document("feed", small.fetched_at + 63s);
  EXPECT_EQ(store->health().keeping, Keeping::on_disk);
}

TEST(StoreFullDisk, FromTheStartIsSurvivedToo) {
  const SmallDisk disk;
  if (!disk.mounted()) GTEST_SKIP() << "this process may not mount";
  disk.fill();
  const auto store = Store::open(disk.path() / "store");
  EXPECT_EQ(store->health().keeping, Keeping::in_memory);
  ASSERT_TRUE(store->put_document("feed", small));
  EXPECT_EQ(store->document("feed"), small);
  disk.make_room();
  ASSERT_TRUE(store->put_document("feed", small));
  EXPECT_EQ(store->health(), Health{});
}

TEST(StoreFullDisk, AWriteThatFailsInTheMiddleLeavesTheDocumentBefore) {
  const TemporaryFolder folder;
  std::unique_ptr<Store> store = Store::open(folder.path());
  ASSERT_TRUE(store->put_document("feed", small));
  const auto previous = std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  getrlimit(RLIMIT_FSIZE, &limit);
  const rlimit low{200000, limit.rlim_max};
  setrlimit(RLIMIT_FSIZE, &low);
  const StoredDocument large{.bytes = std::string(300000, 'a')};
  const Result<void> put = store->put_document("feed", large);
  const Result<StoredMedia> media = store->put_media("1", std::string(300000, 'b'), photo);
  const Health health = store->health();
  const auto held = store->document("feed");
  store.reset();
  setrlimit(RLIMIT_FSIZE, &limit);
  std::signal(SIGXFSZ, previous);
  EXPECT_TRUE(put);
  EXPECT_FALSE(media);
  EXPECT_EQ(health.keeping, Keeping::in_memory);
  EXPECT_EQ(held, large);
  EXPECT_EQ(Store::open(folder.path())->document("feed"), small);
  EXPECT_EQ(fs::exists(folder.path() / "store.sqlite.bad"), false);
}

}  // namespace
}  // namespace lobby::store
