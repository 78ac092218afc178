#include "store/store.h"

#include <gtest/gtest.h>

#include "../world/temporary_folder.h"

namespace lobby::store {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

const StoredDocument known{.bytes = "<rss>Tin tức</rss>",
                           .content_type = "application/rss+xml",
                           .url = "https://portal.example/rss.xml",
                           .etag = "\"v1\"",
                           .last_modified = "Wed, 24 Jul 2024 01:00:00 GMT",
                           .fetched_at = WallTime(1721786400s)};
const MediaFacts known_facts{.content_type = "image/jpeg", .size = {1920, 1080}, .etag = "\"p1\""};

class StoreTest : public testing::Test {
 protected:
  void restart() {
    store.reset();
    store = Store::open(folder.path());
  }
  std::size_t media_files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder.path() / "media"), fs::directory_iterator()));
  }

  TemporaryFolder folder;
  std::unique_ptr<Store> store = Store::open(folder.path());
};

TEST_F(StoreTest, IsHealthyAndEmptyInANewFolder) {
  EXPECT_EQ(store->health(), Health{});
  EXPECT_EQ(store->document("feed"), std::nullopt);
  EXPECT_EQ(store->media("https://portal.example/a.jpg"), std::nullopt);
  EXPECT_EQ(store->state("version"), std::nullopt);
}

TEST_F(StoreTest, CreatesItsFolder) {
  const auto deep = Store::open(folder.path() / "a" / "b");
  EXPECT_EQ(deep->health(), Health{});
}

TEST_F(StoreTest, KeepsEverythingOverARestart) {
  ASSERT_TRUE(store->put_document("feed", known));
  ASSERT_TRUE(store->put_media("https://portal.example/a.jpg", "JPEG", known_facts));
  ASSERT_TRUE(store->set_state("version", "7"));
  restart();
  EXPECT_EQ(store->document("feed"), known);
  const auto media = store->media("https://portal.example/a.jpg");
  ASSERT_TRUE(media);
  EXPECT_EQ(media->facts, known_facts);
  EXPECT_EQ(media->length, 4U);
  EXPECT_EQ(bytes_in(media->file), "JPEG");
  EXPECT_EQ(store->state("version"), "7");
}

TEST_F(StoreTest, KeepsAnyBytes) {
  const std::string bytes("a\0b\xff\n", 5);
  ASSERT_TRUE(store->put_document(bytes, {.bytes = bytes}));
  ASSERT_TRUE(store->put_document("empty", {.bytes = ""}));
  ASSERT_TRUE(store->set_state("state", bytes));
  restart();
  EXPECT_EQ(store->document(bytes), (StoredDocument{.bytes = bytes}));
  EXPECT_EQ(store->document("empty"), (StoredDocument{.bytes = ""}));
  EXPECT_EQ(store->state("state"), bytes);
}

TEST_F(StoreTest, ReplacesADocumentByTheNextOne) {
  ASSERT_TRUE(store->put_document("feed", known));
  StoredDocument next = known;
  next.bytes = "<rss>Tin mới</rss>";
  next.etag = "\"v2\"";
  ASSERT_TRUE(store->put_document("feed", next));
  EXPECT_EQ(store->document("feed"), next);
  restart();
  EXPECT_EQ(store->document("feed"), next);
}

TEST_F(StoreTest, RemembersNewValidatorsOfTheSameBytes) {
  ASSERT_TRUE(store->put_document("feed", known));
  StoredDocument next = known;
  next.etag = "\"v2\"";
  ASSERT_TRUE(store->put_document("feed", next));
  restart();
  EXPECT_EQ(store->document("feed"), next);
}

TEST_F(StoreTest, RemembersTheTimeOfATouchAndKeepsItOverAnOrderlyRestart) {
  ASSERT_TRUE(store->put_document("feed", known));
  store->touch_document("feed", known.fetched_at + 600s);
  EXPECT_EQ(store->document("feed")->fetched_at, known.fetched_at + 600s);
  restart();
  EXPECT_EQ(store->document("feed")->fetched_at, known.fetched_at + 600s);
}

TEST_F(StoreTest, ForgetsTheOldestDocumentsThatAreNotInUseOnceTheyAreTooMany) {
  const std::string body(1000, 'x');
  for (const int hour : {3, 1, 2, 4}) {
    StoredDocument document = known;
    document.bytes = body;
    document.fetched_at += std::chrono::hours(hour);
    ASSERT_TRUE(store->put_document(std::to_string(hour), document));
  }
  store->evict_documents({}, Bound{4000});
  for (const char* const key : {"1", "2", "3", "4"}) EXPECT_TRUE(store->document(key)) << key << ": there is room";
  store->evict_documents({"1"}, Bound{3900});
  EXPECT_TRUE(store->document("1")) << "in use";
  EXPECT_FALSE(store->document("2"));
  EXPECT_FALSE(store->document("3")) << "a quarter is free now";
  EXPECT_TRUE(store->document("4"));
  restart();
  EXPECT_FALSE(store->document("2"));
  EXPECT_TRUE(store->document("4"));
}

TEST_F(StoreTest, KeepsEqualMediaOnceUnderSeveralUrls) {
  const auto first = store->put_media("https://a.example/1.jpg", "JPEG", known_facts);
  const auto second = store->put_media("https://b.example/2.jpg", "JPEG", known_facts);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->file, second->file);
  EXPECT_EQ(first->file.extension(), ".jpg");
  EXPECT_EQ(media_files(), 1U);
}

TEST_F(StoreTest, KeepsTheOldFileOfChangedMediaUntilEviction) {
  const auto old = store->put_media("https://a.example/1.jpg", "old", known_facts);
  const auto next = store->put_media("https://a.example/1.jpg", "next", known_facts);
  ASSERT_TRUE(old && next);
  EXPECT_EQ(store->media("https://a.example/1.jpg"), *next);
  EXPECT_EQ(bytes_in(old->file), "old");
  EXPECT_EQ(store->evict({"https://a.example/1.jpg"}, Bound{1000}), 3U);
  EXPECT_FALSE(fs::exists(old->file));
  EXPECT_EQ(bytes_in(next->file), "next");
}

TEST_F(StoreTest, EvictsTheOldestThatIsNotInUseUntilAQuarterIsFree) {
  for (const char* const url : {"1", "2", "3", "4"}) {
    ASSERT_TRUE(store->put_media(url, std::string(100, url[0]), known_facts));
  }
  EXPECT_EQ(store->evict({"1"}, Bound{400}), 0U) << "there is room";
  EXPECT_EQ(store->evict({"1"}, Bound{280}), 200U);
  EXPECT_TRUE(store->media("1"));
  EXPECT_FALSE(store->media("2"));
  EXPECT_FALSE(store->media("3"));
  EXPECT_TRUE(store->media("4"));
  EXPECT_EQ(store->evict({"1"}, Bound{200}), 0U);
}

TEST_F(StoreTest, ADocumentThatWasConfirmedIsNotOldForEviction) {
  StoredDocument document = known;
  document.bytes = std::string(1000, 'x');
  for (const char* const key : {"confirmed daily", "left behind"}) {
    ASSERT_TRUE(store->put_document(key, document));
    document.fetched_at += 1h;
  }
  store->touch_document("confirmed daily", document.fetched_at + 24h);
  store->evict_documents({}, Bound{1900});
  EXPECT_TRUE(store->document("confirmed daily"));
  EXPECT_FALSE(store->document("left behind"));
}

TEST_F(StoreTest, GivesTheRoomOfForgottenDocumentsBackToTheDiskBitByBit) {
  for (int n = 0; n < 20; ++n) {
    ASSERT_TRUE(store->put_document(std::to_string(n), {.bytes = std::string(1'000'000, 'x')}));
  }
  const auto size = [&] { return fs::file_size(folder.path() / "store.sqlite"); };
  const auto full = size();
  store->evict_documents({}, Bound{4'000'000});
  EXPECT_GT(size() + 1'100'000, full) << "a mebibyte a call";
  for (int call = 0; call < 20; ++call) store->evict_documents({}, Bound{4'000'000});
  EXPECT_LT(size(), 8'500'000U);
  restart();
  EXPECT_EQ(store->health(), Health{});
  EXPECT_TRUE(store->document("9"));
}

TEST_F(StoreTest, EvictsTheOldestOfTooManyHoweverSmallTheyAre) {
  for (const char* const each : {"1", "2", "3", "4"}) {
    ASSERT_TRUE(store->put_media(each, each, known_facts));
    StoredDocument document = known;
    document.fetched_at += std::chrono::hours(each[0] - '0');
    ASSERT_TRUE(store->put_document(each, document));
  }
  EXPECT_EQ(store->evict({"1"}, Bound{.bytes = 1000, .count = 2}), 2U);
  store->evict_documents({"1"}, Bound{.bytes = 1'000'000, .count = 3});
  for (const char* const gone : {"2", "3"}) EXPECT_FALSE(store->media(gone)) << gone;
  for (const char* const kept : {"1", "4"}) EXPECT_TRUE(store->media(kept)) << kept;
  EXPECT_FALSE(store->document("2"));
  for (const char* const kept : {"1", "4"}) EXPECT_TRUE(store->document(kept)) << kept;
}

TEST_F(StoreTest, NeverEvictsWhatIsInUseEvenBeyondTheLimit) {
  ASSERT_TRUE(store->put_media("1", "JPEG", known_facts));
  EXPECT_EQ(store->evict({"1"}, Bound{0}), 0U);
  EXPECT_TRUE(store->media("1"));
}

TEST_F(StoreTest, KeepsAFileAsLongAsOneUrlOfItIsInUse) {
  ASSERT_TRUE(store->put_media("1", "JPEG", known_facts));
  ASSERT_TRUE(store->put_media("2", "JPEG", known_facts));
  EXPECT_EQ(store->evict({"2"}, Bound{0}), 0U);
  EXPECT_FALSE(store->media("1"));
  EXPECT_EQ(bytes_in(store->media("2")->file), "JPEG");
}

TEST_F(StoreTest, TakesAMissingOrTruncatedFileForAbsentAndMendsItAtTheNextPut) {
  const auto media = store->put_media("1", "JPEG", known_facts);
  ASSERT_TRUE(media);
  fs::resize_file(media->file, 2);
  EXPECT_EQ(store->media("1"), std::nullopt);
  fs::remove(media->file);
  EXPECT_EQ(store->media("1"), std::nullopt);
  ASSERT_TRUE(store->put_media("1", "JPEG", known_facts));
  EXPECT_EQ(bytes_in(store->media("1")->file), "JPEG");
}

TEST_F(StoreTest, MendsAFileThatHasRottedAtTheNextPut) {
  const auto media = store->put_media("1", "JPEG", known_facts);
  ASSERT_TRUE(media);
  std::ofstream(media->file) << "GPEJ";
  ASSERT_TRUE(store->put_media("1", "JPEG", known_facts));
  EXPECT_EQ(bytes_in(media->file), "JPEG");
}

TEST_F(StoreTest, ForgetsAFileOfTheSameLengthThatHasRottedOnceItIsDoubted) {
  const auto media = store->put_media("1", "JPEG", known_facts);
  ASSERT_TRUE(media && store->put_media("2", "JPEG", known_facts) && store->put_media("3", "good", known_facts));
  EXPECT_FALSE(store->doubt_media("1"));
  std::ofstream(media->file) << "GPEJ";
  EXPECT_TRUE(store->media("1"));
  EXPECT_TRUE(store->doubt_media("1"));
  EXPECT_FALSE(store->media("1"));
  EXPECT_FALSE(store->media("2")) << "the same file";
  EXPECT_FALSE(store->doubt_media("3"));
  EXPECT_TRUE(store->media("3"));
  ASSERT_TRUE(store->put_media("1", "JPEG", known_facts));
  EXPECT_EQ(bytes_in(store->media("1")->file), "JPEG");
}

TEST_F(StoreTest, LooksIntoEachFileThatItHandsOutOnceAfterAStart) {
  const auto media = store->put_media("1", "JPEG", known_facts);
  ASSERT_TRUE(media && store->put_media("2", "good", known_facts));
  restart();
  std::ofstream(media->file) << "GPEJ";
  for (const char* const url : {"1", "2"}) EXPECT_TRUE(store->media(url)) << url;
  store->touch_document("feed", known.fetched_at);
  ASSERT_TRUE(store->put_document("feed", known));
  EXPECT_FALSE(store->media("1"));
  EXPECT_TRUE(store->media("2"));
}

TEST_F(StoreTest, RefusesMediaBeyondItsLimitWhateverIsInUse) {
  store.reset();
  store = Store::open(folder.path(), {.media = {.bytes = 250, .count = 10}});
  for (const char* const url : {"1", "2"}) ASSERT_TRUE(store->put_media(url, std::string(100, url[0]), known_facts));
  EXPECT_EQ(store->put_media("3", std::string(100, '3'), known_facts).error(),
            (Error{ErrorKind::refused,
                   "the pictures in use take 0 MiB in 2 files, the most that is kept: show fewer or smaller ones"}));
  EXPECT_TRUE(store->put_media("3", std::string(100, '1'), known_facts)) << "takes no room";
  EXPECT_EQ(store->evict({"2"}, Bound{100}), 100U);
  EXPECT_TRUE(store->put_media("3", std::string(100, '3'), known_facts));
}

TEST_F(StoreTest, RefusesDocumentsBeyondItsLimitAndKeepsTheOneBefore) {
  store.reset();
  store = Store::open(folder.path(), {.document_bytes = 1 << 20});
  ASSERT_TRUE(store->put_document("feed", known));
  const auto put = store->put_document("feed", {.bytes = std::string(1 << 20, 'x')});
  ASSERT_FALSE(put);
  EXPECT_EQ(put.error(), (Error{ErrorKind::refused,
                                "the documents of all sources take 1 MiB, the most that is kept: have fewer sources, "
                                "or fewer articles of each"}));
  EXPECT_EQ(store->document("feed"), known);
}

TEST_F(StoreTest, SweepsUpUnfinishedAndForgottenFilesWhenItOpens) {
  ASSERT_TRUE(store->put_media("1", "JPEG", known_facts));
  std::ofstream(folder.path() / "media" / "0123.jpg.part") << "half";
  std::ofstream(folder.path() / "media" / "0123.jpg") << "nobody's";
  restart();
  EXPECT_EQ(media_files(), 1U);
  EXPECT_TRUE(store->media("1"));
}

}  // namespace
}  // namespace lobby::store
