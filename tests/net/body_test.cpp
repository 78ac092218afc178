#include "net/body.h"

#include <gtest/gtest.h>

#include "packed.h"

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

/// The codings that are asked for, each with something packed in it.
struct Packed {
  Coding coding;
  std::string (*pack)(const std::string& text);
};
class PackedBody : public testing::TestWithParam<Packed> {};
INSTANTIATE_TEST_SUITE_P(Codings, PackedBody,
                         testing::Values(Packed{Coding::gzip, gzipped}, Packed{Coding::brotli, brotli_packed},
                                         Packed{Coding::zstd, zstd_packed}),
                         [](const auto& each) { return std::string(to_string(each.param.coding)); });

TEST_P(PackedBody, IsUnpackedByteByByte) {
  Body body(GetParam().coding, 100);
  for (const char byte : GetParam().pack("Ninh Bình")) EXPECT_TRUE(body.append({&byte, 1}));
  EXPECT_TRUE(body.complete());
  EXPECT_EQ(body.taken(), "Ninh Bình");
}

TEST_P(PackedBody, IsUnpackedWhereMuchComesOutOfLittle) {
  const std::string text(300'000, 'a');
  Body body(GetParam().coding, 1'000'000);
  EXPECT_TRUE(body.append(GetParam().pack(text)));
  EXPECT_TRUE(body.complete());
  EXPECT_EQ(body.taken(), text);
}

TEST_P(PackedBody, StopsABombAtTheCap) {
  Body body(GetParam().coding, std::size_t{1} << 20U);
  EXPECT_FALSE(body.append(GetParam().pack(std::string(std::size_t{50} << 20U, 'a'))));
  EXPECT_EQ(body.state(), BodyState::too_large);
  EXPECT_LE(body.taken().size(), std::size_t{1} << 20U);
}

TEST_P(PackedBody, IsIncompleteWhenItIsCutAtAnyPlace) {
  const std::string packed = GetParam().pack("Tin tức trong ngày");
  for (std::size_t length = 1; length < packed.size(); ++length) {
    Body body(GetParam().coding, 100);
    body.append(std::string_view(packed).substr(0, length));
    EXPECT_FALSE(body.complete()) << length;
  }
}

TEST_P(PackedBody, IgnoresPaddingAfterItsEnd) {
  Body body(GetParam().coding, 100);
  EXPECT_TRUE(body.append(GetParam().pack("hai") + std::string(10, '\0')));
  EXPECT_TRUE(body.append("padding"));
  EXPECT_TRUE(body.complete());
  EXPECT_EQ(body.taken(), "hai");
}

TEST_P(PackedBody, IsBrokenWhenItIsNotPackedAtAll) {
  Body body(GetParam().coding, 100);
  body.append("<rss><channel><title>Tin tức</title></channel></rss>");
  EXPECT_FALSE(body.complete());
}

TEST(Body, UnpacksSeveralMembersAndIgnoresPaddingAfterThem) {
  Body body(Coding::gzip, 100);
  EXPECT_TRUE(body.append(gzipped("một, ") + gzipped("hai") + std::string(10, '\0')));
  EXPECT_TRUE(body.append("padding"));
  EXPECT_TRUE(body.complete());
  EXPECT_EQ(body.taken(), "một, hai");
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
