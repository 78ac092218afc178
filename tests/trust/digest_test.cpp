#include "trust/digest.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace lobby::trust {
namespace {

// FIPS 180-4, examples of NIST: SHA-256 of «abc» and of nothing.
TEST(Sha256, IsThatOfTheStandard) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, OfAFileIsThatOfItsBytes) {
  const auto digest = digest_of("/proc/self/cmdline");
  ASSERT_TRUE(digest);
  EXPECT_GT(digest->size, 0U);
  EXPECT_EQ(digest->sha256.size(), 64U);
  EXPECT_FALSE(digest_of("/proc/self/no-such-file"));
}

}  // namespace
}  // namespace lobby::trust
