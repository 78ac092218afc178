#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "../world/temporary_folder.h"
#include "store/database.h"
#include "store/files.h"
#include "store/store.h"

namespace lobby::store {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

const StoredDocument feed{.bytes = "<rss>Tin tức</rss>", .etag = "\"v1\"", .fetched_at = WallTime(1721786400s)};
const StoredDocument news{.bytes = "<rss>Tin mới</rss>", .etag = "\"v2\"", .fetched_at = WallTime(1721787000s)};
const MediaFacts jpeg{.content_type = "image/jpeg"};

/// Takes away the right to write below a folder, from root too, as long as it lives.
class WriteProtection {
 public:
  explicit WriteProtection(fs::path folder) : folder_(std::move(folder)) {
    protect(fs::perms::owner_write, fs::perm_options::remove);
    fs::permissions(folder_, static_cast<fs::perms>(0555));
    if (geteuid() == 0 && seteuid(nobody) != 0) std::abort();
  }
  ~WriteProtection() {
    if (getuid() == 0 && seteuid(0) != 0) std::abort();
    protect(fs::perms::owner_write, fs::perm_options::add);
  }

  WriteProtection(const WriteProtection&) = delete;
  WriteProtection& operator=(const WriteProtection&) = delete;

 private:
  static constexpr uid_t nobody = 65534;

  void protect(fs::perms what, fs::perm_options how) {
    fs::permissions(folder_, what, how);
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) fs::permissions(entry, what, how);
  }

  fs::path folder_;
};

/// Runs `work` in a process of its own that ends without any orderly end.
template <typename Work>
void run_and_die(const Work& work) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    kill(getpid(), SIGKILL);
  }
  waitpid(child, nullptr, 0);
}

TEST(StoreAdversity, WithoutAPossibleFolderItKeepsEverythingInMemoryAndSaysWhy) {
  const auto store = Store::open("/proc/version/store");
  EXPECT_EQ(store->health().keeping, Keeping::in_memory);
  EXPECT_EQ(store->health().trouble, "/proc/version/store: Not a directory");
  ASSERT_TRUE(store->put_document("feed", feed));
  EXPECT_EQ(store->document("feed"), feed);
  store->touch_document("feed", news.fetched_at);
  EXPECT_EQ(store->document("feed")->fetched_at, news.fetched_at);
  ASSERT_TRUE(store->set_state("version", "7"));
  EXPECT_EQ(store->state("version"), "7");
  const auto media = store->put_media("1", "JPEG", jpeg);
  ASSERT_TRUE(media) << media.error().message;
  EXPECT_EQ(store->media("1"), *media);
  EXPECT_EQ(bytes_in(media->file), "JPEG");
  store->evict_documents({}, Bound{0});
  EXPECT_EQ(store->document("feed"), std::nullopt);
  EXPECT_EQ(store->evict({}, Bound{1000}), 4U);
  EXPECT_EQ(store->media("1"), std::nullopt);
}

TEST(StoreAdversity, MemoryHasALimitAndTheDocumentBeforeStays) {
  const auto store = Store::open("/proc/version/store");
  ASSERT_TRUE(store->put_document("feed", feed));
  const auto put = store->put_document("feed", {.bytes = std::string(33 * 1024 * 1024, 'a')});
  ASSERT_FALSE(put);
  EXPECT_EQ(put.error(), (Error{ErrorKind::unavailable, "the memory set aside for documents is full"}));
  EXPECT_EQ(store->document("feed"), feed);
  ASSERT_TRUE(store->put_media("1", std::string(60 * 1024 * 1024, 'a'), jpeg));
  EXPECT_EQ(store->put_media("2", std::string(5 * 1024 * 1024, 'b'), jpeg).error(),
            (Error{ErrorKind::unavailable, "the memory set aside for media is full"}));
}

TEST(StoreAdversity, AReadOnlyFolderIsReadAndWhatIsNewStaysInMemoryUntilItCanBeWritten) {
  const TemporaryFolder folder;
  {
    const auto store = Store::open(folder.path());
    ASSERT_TRUE(store->put_document("feed", feed));
    ASSERT_TRUE(store->put_document("old", feed));
    ASSERT_TRUE(store->put_media("1", "JPEG", jpeg));
  }
  std::unique_ptr<Store> store;
  {
    const WriteProtection protection(folder.path());
    store = Store::open(folder.path());
    EXPECT_EQ(store->health().keeping, Keeping::in_memory);
    EXPECT_EQ(store->health().trouble, folder.path().string() + " may not be written to: check its owner");
    EXPECT_EQ(store->document("feed"), feed);
    EXPECT_EQ(bytes_in(store->media("1")->file), "JPEG");
    ASSERT_TRUE(store->put_document("feed", news));
    EXPECT_EQ(store->document("feed"), news);
    EXPECT_EQ(store->document("old"), feed);
    EXPECT_EQ(store->evict({}, Bound{0}), 0U);
    EXPECT_TRUE(store->media("1"));
  }
  ASSERT_TRUE(store->put_document("feed", news));
  EXPECT_EQ(store->health(), Health{});
  store.reset();
  EXPECT_EQ(Store::open(folder.path())->document("feed"), news);
}

TEST(StoreAdversity, AReadOnlyFolderWithAHalfDoneTransactionShowsTheStateBeforeIt) {
  const TemporaryFolder folder;
  ASSERT_TRUE(Store::open(folder.path())->put_document("feed", feed));
  run_and_die([&] {
    Result<Database> database = Database::open(folder.path() / "store.sqlite", Access::read_write);
    // More than the page cache holds, so that part of it is in the file before the commit that never comes.
    static_cast<void>(database->execute(
        "BEGIN; UPDATE documents SET etag = 'half'; INSERT INTO bodies(bytes) VALUES(randomblob(4000000));"));
    kill(getpid(), SIGKILL);
  });
  ASSERT_GT(fs::file_size(folder.path() / "store.sqlite-journal"), 0U);
  const WriteProtection protection(folder.path());
  const auto store = Store::open(folder.path());
  EXPECT_EQ(store->health().keeping, Keeping::in_memory);
  EXPECT_EQ(store->document("feed"), feed);
}

TEST(StoreAdversity, AReadOnlyFolderWithARecoveryThatWasCutOffShowsWhatItHadSaved) {
  const TemporaryFolder folder;
  ASSERT_TRUE(Store::open(folder.path())->put_document("feed", feed));
  fs::rename(folder.path() / "store.sqlite", folder.path() / "store.sqlite.new");
  const WriteProtection protection(folder.path());
  EXPECT_EQ(Store::open(folder.path())->document("feed"), feed);
}

TEST(StoreAdversity, ASecondProcessReadsButDoesNotWrite) {
  const TemporaryFolder folder;
  const auto first = Store::open(folder.path());
  ASSERT_TRUE(first->put_document("feed", feed));
  ASSERT_TRUE(first->put_media("1", "JPEG", jpeg));
  {
    const auto second = Store::open(folder.path());
    EXPECT_EQ(second->health().trouble, "another lobby-player is writing to " + folder.path().string());
    EXPECT_EQ(second->document("feed"), feed);
    ASSERT_TRUE(second->put_document("feed", news));
    EXPECT_EQ(second->document("feed"), news);
    EXPECT_EQ(second->evict({}, Bound{0}), 0U);
  }
  EXPECT_EQ(first->document("feed"), feed);
  EXPECT_TRUE(first->media("1"));
}

TEST(StoreAdversity, AFileThatIsNoDatabaseIsMovedAside) {
  const TemporaryFolder folder;
  const std::string rubbish(20000, 'x');
  std::ofstream(folder.path() / "store.sqlite") << rubbish;
  const auto store = Store::open(folder.path());
  const std::string bad = folder.path() / "store.sqlite.bad";
  EXPECT_EQ(store->health(), (Health{Keeping::on_disk, "",
                                     "the database is damaged (file is not a database); it is kept as " + bad +
                                         ", and a new one was begun with 0 of its documents"}));
  EXPECT_EQ(bytes_in(bad), rubbish);
  ASSERT_TRUE(store->put_document("feed", feed));
  EXPECT_EQ(store->document("feed"), feed);
}

TEST(StoreAdversity, ADamagedDatabaseThatCannotBeMovedAsideIsNotOverwritten) {
  const TemporaryFolder folder;
  const std::string rubbish(20000, 'x');
  std::ofstream(folder.path() / "store.sqlite") << rubbish;
  fs::create_directories(folder.path() / "store.sqlite.bad" / "in the way");
  const auto store = Store::open(folder.path());
  EXPECT_EQ(store->health().trouble, (folder.path() / "store.sqlite.bad").string() + ": Is a directory");
  EXPECT_EQ(bytes_in(folder.path() / "store.sqlite"), rubbish);
  ASSERT_TRUE(store->put_document("feed", feed));
  EXPECT_EQ(store->document("feed"), feed);
}

StoredDocument long_document(int n) { return {.bytes = std::string(50000, static_cast<char>('a' + n))}; }

/// A store with ten documents, of which a bad spot of the card has taken one or two.
void leave_damaged_documents(const fs::path& folder) {
  {
    const auto store = Store::open(folder);
    for (int n = 0; n < 10; ++n) ASSERT_TRUE(store->put_document(std::to_string(n), long_document(n)));
    ASSERT_TRUE(store->set_state("version", "7"));
  }
  std::fstream file(folder / "store.sqlite", std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(300000);
  file << std::string(16384, '\xff');
}

/// How many of the ten are still there, each as it was put.
int long_documents_in(Store& store) {
  int found = 0;
  for (int n = 0; n < 10; ++n) {
    const auto document = store.document(std::to_string(n));
    if (!document) continue;
    EXPECT_EQ(*document, long_document(n));
    ++found;
  }
  return found;
}

TEST(StoreAdversity, DamageToADocumentIsPutRightWhenItIsRead) {
  const TemporaryFolder folder;
  leave_damaged_documents(folder.path());
  const auto store = Store::open(folder.path());
  EXPECT_EQ(store->health(), Health{}) << "whoever opens it does not wait for all documents";
  const int found = long_documents_in(*store);
  EXPECT_GE(found, 8);
  EXPECT_LT(found, 10);
  EXPECT_NE(store->health().note.find("a new one was begun with"), std::string::npos) << store->health().note;
  EXPECT_EQ(store->health().keeping, Keeping::on_disk);
  for (int n = 0; n < 10; ++n) ASSERT_TRUE(store->put_document(std::to_string(n), long_document(n)));
  EXPECT_EQ(store->state("version"), "7");
}

TEST(StoreAdversity, DamageToADocumentIsPutRightWhenItIsReplaced) {
  const TemporaryFolder folder;
  leave_damaged_documents(folder.path());
  const auto store = Store::open(folder.path());
  for (int n = 0; n < 10; ++n) ASSERT_TRUE(store->put_document(std::to_string(n), long_document(n + 10)));
  for (int n = 0; n < 10; ++n) EXPECT_EQ(store->document(std::to_string(n)), long_document(n + 10));
  EXPECT_EQ(store->health().keeping, Keeping::on_disk);
  EXPECT_EQ(store->state("version"), "7");
}

TEST(StoreAdversity, NothingIsWrittenIntoADatabaseWhoseDamageCannotBePutRight) {
  const TemporaryFolder folder;
  leave_damaged_documents(folder.path());
  fs::create_directories(folder.path() / "store.sqlite.bad" / "in the way");
  const auto store = Store::open(folder.path());
  EXPECT_EQ(store->check().error().kind, ErrorKind::invalid);
  const std::string before = bytes_in(folder.path() / "store.sqlite");
  ASSERT_TRUE(store->put_document("new", feed));
  EXPECT_EQ(store->document("new"), feed);
  EXPECT_EQ(store->health().trouble, (folder.path() / "store.sqlite.bad").string() + ": Is a directory");
  EXPECT_EQ(bytes_in(folder.path() / "store.sqlite"), before);
  EXPECT_EQ(store->document("0"), long_document(0)) << "it is still read";
  EXPECT_FALSE(fs::exists(folder.path() / "store.sqlite.new"))
      << "no try is left behind, and none is made at each write";
  fs::remove_all(folder.path() / "store.sqlite.bad");
  EXPECT_TRUE(store->check());
  ASSERT_TRUE(store->put_document("newer", feed));
  EXPECT_EQ(store->health().keeping, Keeping::on_disk);
}

TEST(StoreAdversity, OfADamagedDatabaseThatCannotBeWrittenTheRestIsRead) {
  const TemporaryFolder folder;
  leave_damaged_documents(folder.path());
  const WriteProtection protection(folder.path());
  const auto store = Store::open(folder.path());
  EXPECT_EQ(store->check().error().kind, ErrorKind::invalid);
  EXPECT_GE(long_documents_in(*store), 8);
  EXPECT_EQ(store->state("version"), "7");
}

TEST(StoreAdversity, ARecoveryThatWasCutOffAtItsBeginningIsDoneAnew) {
  const TemporaryFolder folder;
  leave_damaged_documents(folder.path());
  std::ofstream(folder.path() / "store.sqlite.new") << "half of it";
  const auto store = Store::open(folder.path());
  EXPECT_NE(store->health().note.find("a new one was begun with"), std::string::npos) << store->health().note;
  EXPECT_FALSE(fs::exists(folder.path() / "store.sqlite.new"));
  EXPECT_EQ(store->state("version"), "7");
}

TEST(StoreAdversity, WhatIsLeftOfARecoveryBesideASoundDatabaseIsRemoved) {
  const TemporaryFolder folder;
  ASSERT_TRUE(Store::open(folder.path())->put_document("feed", feed));
  std::ofstream(folder.path() / "store.sqlite.new") << "half of it";
  EXPECT_EQ(Store::open(folder.path())->document("feed"), feed);
  EXPECT_FALSE(fs::exists(folder.path() / "store.sqlite.new"));
}

TEST(StoreAdversity, ARecoveryForWhichTheDiskHasNoRoomLosesNothing) {
  const TemporaryFolder folder;
  leave_damaged_documents(folder.path());
  rlimit unlimited{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &unlimited), 0);
  signal(SIGXFSZ, SIG_IGN);
  rlimit small = unlimited;
  small.rlim_cur = 200'000;
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  EXPECT_FALSE(Store::open(folder.path())->check());
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &unlimited), 0);
  const auto store = Store::open(folder.path());
  EXPECT_TRUE(store->check());
  EXPECT_EQ(store->state("version"), "7");
  EXPECT_GE(long_documents_in(*store), 8);
}

TEST(StoreAdversity, WhatIsLeftOfADamagedDatabaseIsSaved) {
  const TemporaryFolder folder;
  leave_damaged_documents(folder.path());
  const auto store = Store::open(folder.path());
  EXPECT_TRUE(store->check());
  EXPECT_NE(store->health().note.find("a new one was begun with"), std::string::npos) << store->health().note;
  EXPECT_EQ(store->health().note.find('\n'), std::string::npos) << "one line for the log";
  const int saved = long_documents_in(*store);
  EXPECT_GE(saved, 8);
  EXPECT_LT(saved, 10);
  EXPECT_EQ(store->state("version"), "7");
}

TEST(StoreAdversity, ADocumentWhoseBytesHaveRottedIsAbsentAndCanBePutAgain) {
  const TemporaryFolder folder;
  const StoredDocument large{.bytes = std::string(50000, 'a')};
  {
    const auto store = Store::open(folder.path());
    ASSERT_TRUE(store->put_document("feed", large));
  }
  std::string bytes = bytes_in(folder.path() / "store.sqlite");
  bytes[bytes.find(std::string(1000, 'a')) + 500] = 'b';
  std::ofstream(folder.path() / "store.sqlite", std::ios::binary) << bytes;
  const auto store = Store::open(folder.path());
  EXPECT_EQ(store->document("feed"), std::nullopt);
  ASSERT_TRUE(store->put_document("feed", large));
  EXPECT_EQ(store->document("feed"), large);
}

TEST(StoreAdversity, DamageThatAppearsWhileItRunsIsPutRight) {
  const TemporaryFolder folder;
  const auto store = Store::open(folder.path());
  ASSERT_TRUE(store->put_document("feed", feed));
  std::ofstream(folder.path() / "store.sqlite", std::ios::binary | std::ios::in) << std::string(100, 'x');
  ASSERT_TRUE(store->put_document("feed", news));
  EXPECT_EQ(store->document("feed"), news);
  EXPECT_EQ(store->health().keeping, Keeping::on_disk);
  EXPECT_NE(store->health().note, "");
}

TEST(StoreAdversity, ADatabaseOfANewerVersionIsMovedAside) {
  const TemporaryFolder folder;
  ASSERT_TRUE(Database::open(folder.path() / "store.sqlite", Access::read_write)->execute("PRAGMA user_version = 99"));
  const auto store = Store::open(folder.path());
  EXPECT_EQ(store->health().keeping, Keeping::on_disk);
  EXPECT_TRUE(store->health().note.starts_with("the database is of version 99, made by a newer lobby-player"));
  EXPECT_TRUE(store->put_document("feed", feed));
}

}  // namespace
}  // namespace lobby::store
