#include "net/body.h"

#include <gtest/gtest.h>

#include "gzip.h"

namespace lobby::net {
namespace {

TEST(Body, KeepsPlainBytesAsTheyCome) {
  Body body(Coding::identity, 100);
  EXPECT_TRUE(body.append("Công "));
  EXPECT_TRUE(body.append("an"));
  EXPECT_TRUE(body.complete());
  EXPECT_EQ(body.taken(), "Công an");
}

TEST(Body, TakesExactlyTheCapAndNotAByteMore) {
  Body body(Coding::identity, 4);
  EXPECT_TRUE(body.append("abcd"));
  EXPECT_TRUE(body.complete());
  EXPECT_FALSE(body.append("e"));
  EXPECT_EQ(body.state(), BodyState::too_large);
}

TEST(Body, UnpacksGzipThatArrivesByteByByte) {
  Body body(Coding::gzip, 100);
  for (const char byte : gzipped("Ninh Bình")) EXPECT_TRUE(body.append({&byte, 1}));
  EXPECT_TRUE(body.complete());
  EXPECT_EQ(body.taken(), "Ninh Bình");
}

TEST(Body, UnpacksSeveralMembersAndIgnoresPaddingAfterThem) {
  Body body(Coding::gzip, 100);
  EXPECT_TRUE(body.append(gzipped("một, ") + gzipped("hai") + std::string(10, '\0')));
  EXPECT_TRUE(body.append("padding"));
  EXPECT_TRUE(body.complete());
  EXPECT_EQ(body.taken(), "một, hai");
}

TEST(Body, StopsABombAtTheCap) {
  const std::string bomb = gzipped(std::string(50 * 1024 * 1024, 'a'));
  ASSERT_LT(bomb.size(), 60U * 1024);
  Body body(Coding::gzip, 1024 * 1024);
  EXPECT_FALSE(body.append(bomb));
  EXPECT_EQ(body.state(), BodyState::too_large);
  EXPECT_LE(body.taken().size(), 1024U * 1024);
}

TEST(Body, IsIncompleteWhenGzipIsCutAtAnyPlace) {
  const std::string packed = gzipped("Tin tức trong ngày");
  for (std::size_t length = 1; length < packed.size(); ++length) {
    Body body(Coding::gzip, 100);
    body.append(std::string_view(packed).substr(0, length));
    EXPECT_FALSE(body.complete()) << length;
  }
}

TEST(Body, IsBrokenWhenTheChecksumIsWrong) {
  std::string packed = gzipped("Tin tức trong ngày");
  packed[packed.size() - 8] ^= 1;
  Body body(Coding::gzip, 100);
  EXPECT_FALSE(body.append(packed));
  EXPECT_EQ(body.state(), BodyState::broken);
}

TEST(Body, IsBrokenWhenItIsNoGzipAtAll) {
  Body body(Coding::gzip, 100);
  EXPECT_FALSE(body.append("<rss/>"));
  EXPECT_EQ(body.state(), BodyState::broken);
}

}  // namespace
}  // namespace lobby::net
