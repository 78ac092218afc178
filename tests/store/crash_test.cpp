#include <dlfcn.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <fstream>

#include "../world/temporary_folder.h"
#include "store/store.h"

namespace {

/// How many more changes of files this process may make; none when negative.
int changes_left = -1;
int syncs = 0;

void change() {
  if (changes_left == 0) kill(getpid(), SIGKILL);
  if (changes_left > 0) --changes_left;
}

template <typename Function>
Function* real(Function*, const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace

/// These stand before the C library's functions, for the store and SQLite alike, and count.
extern "C" {
ssize_t write(int file, const void* bytes, size_t size) {
  change();
  return real(&write, "write")(file, bytes, size);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
  change();
  return real(&pwrite64, "pwrite64")(file, bytes, size, offset);
}
int ftruncate64(int file, off64_t size) noexcept {
  change();
  return real(&ftruncate64, "ftruncate64")(file, size);
}
int fsync(int file) {
  change();
  ++syncs;
  return real(&fsync, "fsync")(file);
}
int fdatasync(int file) {
  change();
  ++syncs;
  return real(&fdatasync, "fdatasync")(file);
}
int rename(const char* from, const char* to) noexcept {
  change();
  return real(static_cast<int (*)(const char*, const char*)>(&rename), "rename")(from, to);
}
}

namespace lobby::store {
namespace {

using namespace std::chrono_literals;

/// Recognisable content of version `n`, of changing length, whole or not whole at a glance.
std::string pattern(int n) {
  const std::string word = std::to_string(n) + ",";
  std::string bytes;
  while (bytes.size() < static_cast<std::size_t>(10000 + n % 7 * 8000)) bytes += word;
  return bytes;
}

StoredDocument version(int n) {
  // A day apart, so that the write budget never holds one back.
  return {.bytes = pattern(n), .etag = std::to_string(n), .fetched_at = WallTime(n * 24h)};
}

std::string media_url(int n) { return "https://portal.example/" + std::to_string(n % 5) + ".jpg"; }

bool put_version(Store& store, int n) {
  return store.put_media(media_url(n), pattern(n), {.content_type = "image/jpeg"}) &&
         store.put_document("feed", version(n)) && store.set_state("n", std::to_string(n));
}

int status_of(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

/// Puts version 2 over version 1 in a process that dies before change `moment` of a file. False when it got through.
bool dies_before_change(const std::filesystem::path& folder, int moment) {
  const pid_t child = fork();
  if (child == 0) {
    const auto store = Store::open(folder);
    changes_left = moment;
    const bool good = put_version(*store, 2);
    changes_left = -1;
    _exit(good ? 0 : 1);
  }
  const int status = status_of(child);
  EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
  return WIFSIGNALED(status);
}

TEST(StoreCrash, ADeathBeforeAnyChangeOfAFileLeavesTheVersionBeforeOrTheNextAndNeverAHalf) {
  int moment = 0;
  for (bool died = true; died; ++moment) {
    const TemporaryFolder folder;
    ASSERT_TRUE(put_version(*Store::open(folder.path()), 1));
    died = dies_before_change(folder.path(), moment);
    const auto store = Store::open(folder.path());
    EXPECT_EQ(store->health(), Health{}) << moment;
    const auto state = store->state("n");
    const auto document = store->document("feed");
    EXPECT_EQ(bytes_in(store->media(media_url(1)).value().file), pattern(1)) << moment;
    EXPECT_TRUE(document == version(1) || document == version(2)) << moment;
    EXPECT_TRUE(state == "1" || (state == "2" && document == version(2))) << moment;
    const auto media = store->media(media_url(2));
    if (document == version(2)) {
      EXPECT_TRUE(media) << moment;
    }
    if (media) {
      EXPECT_EQ(bytes_in(media->file), pattern(2)) << moment;
    }
    ASSERT_TRUE(put_version(*store, 3)) << moment;
    EXPECT_EQ(store->document("feed"), version(3)) << moment;
  }
  EXPECT_GT(moment, 25);
}

/// Puts one version after the other, and reports each when its put has returned, until killed.
[[noreturn]] void put_for_ever(const std::filesystem::path& folder, int start, int report) {
  const auto store = Store::open(folder);
  for (int n = start;; ++n) {
    if (!put_version(*store, n) || ::write(report, &n, sizeof n) != sizeof n) _exit(1);
  }
}

/// Starts such a process, lets it report `count` puts, kills it a little later, and returns the last it reported.
int last_before_kill(const std::filesystem::path& folder, int start, int count, int later) {
  int report[2];
  if (pipe(report) != 0) std::abort();
  const pid_t child = fork();
  if (child == 0) {
    close(report[0]);
    put_for_ever(folder, start, report[1]);
  }
  close(report[1]);
  int last = start - 1;
  while (count-- > 0 && read(report[0], &last, sizeof last) == sizeof last) {
  }
  while (later-- > 0) static_cast<void>(lseek(report[0], 0, SEEK_CUR));
  kill(child, SIGKILL);
  while (read(report[0], &last, sizeof last) == sizeof last) {
  }
  close(report[0]);
  EXPECT_TRUE(WIFSIGNALED(status_of(child)));
  return last;
}

TEST(StoreCrash, AKillFromOutsideLosesNothingThatWasPut) {
  const TemporaryFolder folder;
  int last = 0;
  for (int kills = 0; kills < 20; ++kills) {
    last = last_before_kill(folder.path(), last + 1, kills % 4 + 1, kills * 1500);
    const auto store = Store::open(folder.path());
    EXPECT_EQ(store->health(), Health{});
    const auto document = store->document("feed");
    ASSERT_TRUE(document);
    const int n = std::stoi(document->etag);
    EXPECT_TRUE(n == last || n == last + 1) << n;
    EXPECT_EQ(*document, version(n));
    const auto state = store->state("n");
    EXPECT_TRUE(state == std::to_string(last) || state == std::to_string(last + 1)) << state.value_or("none");
    const auto media = store->media(media_url(last));
    ASSERT_TRUE(media);
    EXPECT_EQ(bytes_in(media->file), pattern(last));
    last = n;
  }
}

/// A folder with a document, a picture and a state, whose database is damaged behind them.
void prepare_damage(const std::filesystem::path& folder) {
  ASSERT_TRUE(put_version(*Store::open(folder), 1));
  ASSERT_TRUE(Store::open(folder)->put_document("damaged", {.bytes = std::string(100000, 'x')}));
  const std::filesystem::path file = folder / "store.sqlite";
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(static_cast<std::streamoff>(std::filesystem::file_size(file)) - 60000);
  stream << std::string(5000, '\xff');
}

TEST(StoreCrash, ADeathAtAnyMomentOfARecoveryLosesNeitherDocumentsNorPictures) {
  int moment = 0;
  int replacements_found = 0;
  for (bool died = true; died; ++moment) {
    const TemporaryFolder folder;
    prepare_damage(folder.path());
    const pid_t child = fork();
    if (child == 0) {
      changes_left = moment;
      const auto store = Store::open(folder.path());
      static_cast<void>(store->check());
      changes_left = -1;
      _exit(0);
    }
    died = WIFSIGNALED(status_of(child));
    replacements_found += std::filesystem::exists(folder.path() / "store.sqlite") ? 0 : 1;
    const auto store = Store::open(folder.path());
    EXPECT_TRUE(store->check()) << moment;
    EXPECT_EQ(store->health().keeping, Keeping::on_disk) << moment;
    EXPECT_EQ(store->document("feed"), version(1)) << moment;
    EXPECT_EQ(store->state("n"), "1") << moment;
    ASSERT_TRUE(store->media(media_url(1))) << moment;
    EXPECT_EQ(bytes_in(store->media(media_url(1))->file), pattern(1)) << moment;
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "store.sqlite.bad")) << moment;
  }
  EXPECT_GT(moment, 25);
  EXPECT_GT(replacements_found, 0);
}

TEST(StoreCrash, AKillLosesNoneOfTheFirstDocumentsOfManySources) {
  const TemporaryFolder folder;
  const pid_t child = fork();
  if (child == 0) {
    const auto store = Store::open(folder.path());
    for (int n = 0; n < 780; ++n) {
      const StoredDocument article{.bytes = std::string(45000, static_cast<char>('a' + n % 26))};
      if (!store->put_document(std::to_string(n), article)) _exit(1);
    }
    kill(getpid(), SIGKILL);
  }
  EXPECT_TRUE(WIFSIGNALED(status_of(child)));
  const auto store = Store::open(folder.path());
  int found = 0;
  for (int n = 0; n < 780; ++n) found += store->document(std::to_string(n)) ? 1 : 0;
  EXPECT_EQ(found, 780);
}

TEST(StoreCrash, AStopWritesAllThatWasHeldBackWithFewSyncs) {
  const TemporaryFolder folder;
  StoredDocument feed{.bytes = std::string(200000, 'a')};
  auto store = Store::open(folder.path());
  for (int poll = 0; poll < 3; ++poll) {
    for (int source = 0; source < 50; ++source) {
      feed.bytes.replace(0, 5, std::to_string(10000 + 100 * poll + source));
      ASSERT_TRUE(store->put_document(std::to_string(source), feed));
    }
  }
  const int before = syncs;
  store.reset();
  EXPECT_GT(syncs, before) << "something was held back";
  EXPECT_LT(syncs, before + 50) << "fewer than one a document, where a transaction each takes three";
  EXPECT_EQ(Store::open(folder.path())->document("49"), feed);
}

}  // namespace
}  // namespace lobby::store
