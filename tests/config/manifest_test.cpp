#include "config/manifest.h"

#include <gmock/gmock.h>

#include "base/format.h"
#include "faults.h"

namespace lobby::config {
namespace {

using namespace std::chrono;
using testing::HasSubstr;

const std::string digest(64, 'a');

std::string list(const std::string& files) {
  return "version: 12\nexpires: 2027-03-01\nfiles:\n  config.yaml: {size: 9, sha256: " + digest + "}\n" + files;
}

std::string findings(const std::string& yaml) { return lines(parse_manifest(yaml, "b")); }

TEST(Manifest, NamesTheFilesOfABundle) {
  const auto manifest =
      parse_manifest(list("  layouts/tinh/theme.yaml: {size: 70, sha256: " + digest + "}\n"), "b").value;
  ASSERT_TRUE(manifest);
  EXPECT_EQ(manifest->version, 12);
  EXPECT_EQ(manifest->expires, sys_days(2027y / 3 / 2) - 7h) << "the end of the day in Việt Nam";
  EXPECT_EQ(manifest->files,
            (std::vector<BundleFile>{{"config.yaml", 9, digest}, {"layouts/tinh/theme.yaml", 70, digest}}));
}

TEST(Manifest, ReadsTheSameFromWhatIsWritten) {
  const Manifest manifest{7, sys_days(2027y / 3 / 2) - 7h, {"RWQa", "RWQb"}, {{"config.yaml", 9, digest}}};
  EXPECT_EQ(parse_manifest(written(manifest), "b").value, manifest) << written(manifest);
}

TEST(Manifest, RefusesPathsThatLeadOutOrHide) {
  for (const char* path : {"../a", "a/../b", "/etc/passwd", "a//b", ".ssh/keys", "a/.b", "a b", "a\\b", "a/", "ảnh.jpg",
                           "1/2/3/4/5/6/7/8/9"}) {
    EXPECT_FALSE(is_bundle_path(path)) << path;
    EXPECT_THAT(findings(list(format("  '{}': {{size: 1, sha256: {}}}\n", path, digest))),
                HasSubstr("must be a path of a bundle"))
        << path;
  }
  EXPECT_FALSE(is_bundle_path(""));
  EXPECT_FALSE(is_bundle_path(std::string(201, 'a')));
  EXPECT_TRUE(is_bundle_path("layouts/tinh/art/bien-hieu_2.svg"));
}

TEST(Manifest, SaysWhatIsWrongWithItsPlace) {
  EXPECT_EQ(findings("version: 0\nexpires: soon\nfiles: {}\nkey: 1\n"),
            "b:1:10: error: 'version' must be a whole number from 1 to 999999999999999, not '0'\n"
            "b:2:10: error: 'expires' must be a date or a date and time such as 2024-07-24 or 2024-07-24T08:00, not "
            "'soon'\n"
            "b:3:8: error: 'files' must be a map with at least one entry, not an empty map\n"
            "b:3:8: error: 'files' has no 'config.yaml'\n"
            "b:4:1: error: unknown key 'key'");
  EXPECT_THAT(findings(list("  a: {size: 33554433, sha256: " + digest + "}\n")), HasSubstr("'size' must be a whole"));
  EXPECT_THAT(findings(list("  a: {size: -1, sha256: " + digest + "}\n")), HasSubstr("'size' must be a whole"));
  EXPECT_THAT(findings(list("  a: {size: 1, sha256: " + digest.substr(1) + "}\n")), HasSubstr("64 lower-case"));
  EXPECT_THAT(findings(list("  config.yaml: {size: 1, sha256: " + digest + "}\n")), HasSubstr("duplicate key"));
  EXPECT_EQ(findings("version: 1\nexpires: 2027-03-01\nfiles: [a]\n"),
            "b:3:8: error: 'files' must be a map of files, not a list");
}

TEST(Manifest, HasABoundForTheSumOfItsFiles) {
  std::string files;
  for (int index = 0; index < 9; ++index) files += format("  a{}: {{size: 33554432, sha256: {}}}\n", index, digest);
  EXPECT_THAT(findings(list(files)), HasSubstr("the files have more than 268435456 bytes"));
}

}  // namespace
}  // namespace lobby::config
