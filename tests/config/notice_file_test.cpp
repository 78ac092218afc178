#include "config/notice_file.h"

#include <gmock/gmock.h>

#include "faults.h"

namespace lobby::config {
namespace {

using namespace std::chrono;

const TimeZone zone;

std::string file_findings(std::string_view yaml) { return lines(parse_notice_file(yaml, "k.yaml", zone)); }
std::string text_findings(std::string_view text) { return lines(parse_notice_text(text, "k.txt")); }
std::string document_findings(std::string_view yaml) { return lines(parse_notice_document(yaml, "d", zone)); }

TEST(NoticeFile, HasTheKeysOfANotice) {
  const auto checked = parse_notice_file(
      "text: Sơ tán khỏi toà nhà\ndetail: Theo cầu thang bộ.\nurgent: true\nuntil: 2026-12-01T17:00\n", "k.yaml", zone);
  ASSERT_TRUE(checked.value);
  EXPECT_EQ(*checked.value, (Notice{"Sơ tán khỏi toà nhà", "Theo cầu thang bộ.", std::nullopt,
                                    sys_days(2026y / December / 1) + 10h, true}));
}

TEST(NoticeFile, SaysWhatIsWrongWithItsPlace) {
  EXPECT_EQ(file_findings(""), "k.yaml:1:1: error: the file is empty");
  EXPECT_EQ(file_findings("text: Sơ tán\nurgnt: true\n"),
            "k.yaml:2:1: error: unknown key 'urgnt'; did you mean 'urgent'?");
  EXPECT_EQ(file_findings("text: '  '\n"), "k.yaml:1:7: error: 'text' must be text of 1 to 300 characters, not '  '");
  EXPECT_NE(file_findings("text: [\n"), "");
  EXPECT_NE(file_findings("detail: x\n"), "");
  EXPECT_NE(file_findings("text: \"S\xC3\"\n"), "");
  EXPECT_EQ(file_findings("text: " + std::string(20000, 'a')),
            "k.yaml:1:1: error: the file is larger than 16384 bytes");
}

TEST(NoticeText, IsTheFirstLineAndTheDetailWhatFollows) {
  const auto checked =
      parse_notice_text("\xEF\xBB\xBFMất nước\r\nTừ 8 giờ đến 11 giờ.\r\nXin lỗi quý khách.\r\n", "k.txt");
  ASSERT_TRUE(checked.value);
  EXPECT_EQ(checked.value->text, "Mất nước");
  EXPECT_EQ(checked.value->detail, "Từ 8 giờ đến 11 giờ. Xin lỗi quý khách.");
  EXPECT_FALSE(checked.value->urgent);
}

TEST(NoticeText, SaysWhatIsWrongWithItsPlace) {
  for (const std::string_view text : {"", "  \n \n", "\n\nSơ tán", "S\xC3", "a\x01"}) {
    EXPECT_THAT(text_findings(text), testing::StartsWith("k.txt:1:")) << text;
  }
  EXPECT_THAT(text_findings("Sơ tán\n" + std::string(1001, 'a')), testing::StartsWith("k.txt:2:1: error: "));
  EXPECT_EQ(text_findings(std::string(20000, 'a')), "k.txt:1:1: error: the file is larger than 16384 bytes");
}

TEST(NoticeDocument, IsReadFromYamlAndJson) {
  const NoticeDocument expected{2026112601,
                                sys_days(2026y / November / 26) + 1h,
                                sys_days(2026y / November / 26) + 3h,
                                {{"Sơ tán", {}, std::nullopt, std::nullopt, true}}};
  EXPECT_EQ(parse_notice_document("serial: 2026112601\nissued: 2026-11-26T08:00\nexpires: 2026-11-26T10:00\nnotices:\n"
                                  "  - {text: Sơ tán, urgent: true}\n",
                                  "d", zone)
                .value,
            expected);
  EXPECT_EQ(parse_notice_document(R"({"serial": 2026112601, "issued": "2026-11-26T08:00+07:00",
      "expires": "2026-11-26T03:00Z", "notices": [{"text": "Sơ tán", "urgent": true}]})",
                                  "d", zone)
                .value,
            expected);
}

TEST(NoticeDocument, MaySayWhomItIsFor) {
  const std::string rest = "serial: 1\nissued: 2026-11-25\nexpires: 2026-11-26\nnotices: []\n";
  EXPECT_EQ(parse_notice_document(rest + "device: sanh-1\n", "d", zone).value->device, "sanh-1");
  EXPECT_EQ(parse_notice_document(rest + "group: bac\n", "d", zone).value->group, "bac");
  EXPECT_EQ(document_findings(rest + "device: sanh-1\ngroup: bac\n"),
            "d:6:8: error: a document is for a device or for a group, not for both; sign one for each");
  EXPECT_EQ(document_findings(rest + "device: Sảnh\n"),
            "d:5:9: error: 'device' must be a name of lower-case letters, digits and hyphens, not 'Sảnh'");
}

TEST(NoticeDocument, NeedsASerialATimeAndAnEnd) {
  EXPECT_NE(document_findings("serial: 1\nissued: 2026-11-26\nnotices: []\n"), "");
  EXPECT_NE(document_findings("serial: 1\nexpires: 2026-11-26\nnotices: []\n"), "");
  EXPECT_NE(document_findings("issued: 2026-11-25\nexpires: 2026-11-26\nnotices: []\n"), "");
  EXPECT_NE(document_findings("serial: 0\nissued: 2026-11-25\nexpires: 2026-11-26\nnotices: []\n"), "");
  EXPECT_EQ(document_findings("serial: 1\nissued: 2026-11-25\nexpires: 2027-11-26\nnotices: []\n"),
            "d:3:10: error: 'expires' must be after 'issued', by 31 days at most");
  EXPECT_EQ(document_findings("serial: 1\nissued: 2026-11-25\nexpires: 2026-11-26\nnotices: []\n"), "");
}

TEST(ParseConfig, ReadsMourning) {
  const auto mourning = [](std::string_view yaml) { return parse_config(yaml, "c.yaml").value->mourning; };
  EXPECT_EQ(mourning("mourning: true\n"), Mourning());
  EXPECT_EQ(mourning("mourning: false\n"), std::nullopt);
  EXPECT_EQ(mourning("mourning: {from: 2026-12-01, until: 2026-12-02, text: Quốc tang}\n"),
            (Mourning{"Quốc tang", {}, sys_days(2026y / November / 30) + 17h, sys_days(2026y / December / 2) + 17h}));
  EXPECT_EQ(config_findings("mourning: {from: 2026-12-02, until: 2026-12-01}\n"),
            "c.yaml:1:37: error: 'until' must be after 'from'");
  EXPECT_NE(config_findings("mourning: soon\n"), "");
  EXPECT_NE(config_findings("mourning: {detail: a}\n"), "");
}

TEST(ParseConfig, ReadsWhereNoticesComeFrom) {
  const auto config = parse_config(
      "duty_folder: truc-ban\nnotice_feed: {url: 'https://portal.example/khan.yaml', public_key: RWQx, every: 30s}\n",
      "c.yaml");
  EXPECT_EQ(config.value->duty_folder, "truc-ban");
  EXPECT_EQ(config.value->notice_feed, (NoticeFeed{"https://portal.example/khan.yaml", "RWQx", 30s}));
  EXPECT_EQ(config.value->notice_feed->key_at, (Where{"c.yaml", 2, 68}));
  EXPECT_NE(config_findings("notice_feed: {url: khan.yaml, public_key: RWQx}\n"), "");
  EXPECT_NE(config_findings("notice_feed: {url: 'https://portal.example/khan.yaml'}\n"), "");
}

}  // namespace
}  // namespace lobby::config
