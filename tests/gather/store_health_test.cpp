#include "gather/store_health.h"

#include <gtest/gtest.h>

#include <fstream>

#include "../world/temporary_folder.h"

namespace lobby::gather {
namespace {

using namespace std::chrono_literals;

/// A store with one long document, in whose bytes the card has gone bad.
void leave_damaged_store(const std::filesystem::path& folder) {
  ASSERT_TRUE(store::Store::open(folder)->put_document("feed", {.bytes = std::string(200'000, 'x')}));
  std::fstream file(folder / "store.sqlite", std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(100'000);
  file << std::string(5000, '\xff');
}

TEST(StoreWatch, FindsDamageOnceThereIsNothingElseToDo) {
  const TemporaryFolder folder;
  leave_damaged_store(folder.path());
  const auto store = store::Store::open(folder.path());
  const SteadyTime start;
  StoreWatch watch(*store, start);
  watch.rest(start + 1s, start + 1h);
  EXPECT_EQ(store->health().note, "") << "the start is over first";
  watch.rest(start + 2min, start + 2min + 1s);
  EXPECT_EQ(store->health().note, "") << "something comes in a second";
  watch.rest(start + 3min, start + 1h);
  EXPECT_NE(store->health().note.find("the database is damaged"), std::string::npos);
  EXPECT_EQ(store->health().keeping, store::Keeping::on_disk);
}

TEST(StoreWatch, LooksAgainEachDay) {
  const TemporaryFolder folder;
  const auto store = store::Store::open(folder.path());
  const SteadyTime start;
  StoreWatch watch(*store, start);
  watch.rest(start + 2min, start + 24h);
  ASSERT_TRUE(store->put_document("feed", {.bytes = "<rss/>"}));
  std::ofstream(folder.path() / "store.sqlite", std::ios::binary | std::ios::in) << std::string(100, 'x');
  watch.rest(start + 3min, start + 24h);
  EXPECT_EQ(store->health().note, "");
  watch.rest(start + 25h, start + 26h);
  EXPECT_NE(store->health().note, "");
}

}  // namespace
}  // namespace lobby::gather
