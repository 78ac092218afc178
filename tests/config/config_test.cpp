#include "config/config.h"

#include <gmock/gmock.h>

#include "base/format.h"
#include "faults.h"

namespace lobby::config {
namespace {

using namespace std::chrono;
using calendar::Anniversary;
using calendar::Tone;
using calendar::Window;
using enum PlaylistKind;

TEST(ParseConfig, ReadsTheDocumentedShape) {
  constexpr std::string_view yaml = R"yaml(
organisation: Công an tỉnh Ninh Bình
screen: {rotate: 0, on: "06:30-18:00", timezone: Asia/Ho_Chi_Minh}
theme: hq                            # a folder of layouts/
sources:
  - {name: Tin tức, feed: "https://portal.example/rss.xml", every: 10m, keep: 12, max_age: 30d}
  - name: Trang chủ
    page: https://portal.example/
    recipe: {item: "//div[@class='item-news']", title: ".//h2", link: ".//h2/a/@href", date: ".//span", image: ".//img/@src"}
  - {name: Ảnh hoạt động, photos: /srv/lobby/photos}
anniversaries:
  - {name: Ngày truyền thống lực lượng An ninh nhân dân, since: 12/7/1946}
notices:
  - {text: "…", from: 2024-07-24T08:00, until: 2024-07-24T18:00, urgent: true}
playlist: [anniversaries, {headlines: 5}, {photos: 2}, headline-list]
remote: {url: "https://config.example/lobby.yaml", public_key: RWQ…, every: 5m}
)yaml";
  const auto checked = parse_config(yaml, "/etc/lobby-player/config.yaml");
  EXPECT_EQ(lines(checked), "");
  ASSERT_TRUE(checked.value);
  Config expected;
  expected.organisation = "Công an tỉnh Ninh Bình";
  expected.screen.on = {{.hours = {{6h + 30min, 18h}}}};
  expected.sources = {
      {"Tin tức", FeedSource{"https://portal.example/rss.xml"}, 10min, 12, 30 * 24h},
      {"Trang chủ", PageSource{"https://portal.example/", Recipe{"//div[@class='item-news']", ".//h2", ".//h2/a/@href",
                                                                 ".//span", "", ".//img/@src"}}},
      {"Ảnh hoạt động", PhotoFolder{"/srv/lobby/photos"}, std::chrono::minutes(10), 500},
  };
  expected.anniversaries = {{"Ngày truyền thống lực lượng An ninh nhân dân", 1946y / 7 / 12}};
  expected.notices = {{"…", "", sys_days(2024y / 7 / 24) + 1h, sys_days(2024y / 7 / 24) + 11h, true}};
  expected.playlist = {{notices}, {anniversaries}, {headlines, 5}, {photos, 2}, {headline_list}};
  expected.remote = Remote{"https://config.example/lobby.yaml", {"RWQ…"}, 5min};
  expected.folder = "/etc/lobby-player";
  EXPECT_EQ(*checked.value, expected);
}

TEST(ParseConfig, ReadsEveryKey) {
  constexpr std::string_view yaml = R"yaml(
organisation: "  Sở   Tài chính "
screen:
  rotate: 270
  timezone: UTC+8
theme: dong-ho-2
sources:
  - name: Tin
    feed: feeds/tin.xml
    every: 1.5h
    keep: 500
    max_age: 12h
    articles: no
anniversaries:
  - name: Ngày Thương binh - Liệt sĩ
    since: 1947-07-27
    tone: memorial
    window: {before: 0, after: 60}
    motto: Uống nước nhớ nguồn
notices:
  - text: Nghỉ lễ
    detail: |
      Cơ quan nghỉ
      hai ngày.
    from: 2024-09-02
    until: 2024-09-03
playlist: [photos, notices, {headline-list: 1}]
dwell: {base: 2s, per_word: 250ms, least: 5s, most: 20s, fixed: 7.5s}
device: {name: sanh-1, group: bac}
remote: {url: "https://config.example/{group}/{device}.yaml", public_key: [RWQ, RWS], every: 30s, probation: 1h}
)yaml";
  const auto checked = parse_config(yaml, "lobby.yaml");
  EXPECT_EQ(lines(checked), "");
  ASSERT_TRUE(checked.value);
  Config expected;
  expected.organisation = "Sở Tài chính";
  expected.screen = {270, TimeZone::named("UTC+8").value()};
  expected.theme = "dong-ho-2";
  expected.sources = {{"Tin", FeedSource{"feeds/tin.xml"}, 90min, 500, 12h, false}};
  expected.anniversaries = {
      {"Ngày Thương binh - Liệt sĩ", 1947y / 7 / 27, Tone::memorial, Window{0, 60}, "Uống nước nhớ nguồn"}};
  expected.notices = {
      {"Nghỉ lễ", "Cơ quan nghỉ hai ngày.", sys_days(2024y / 9 / 2) - 8h, sys_days(2024y / 9 / 4) - 8h, false}};
  expected.playlist = {{photos}, {notices}, {headline_list, 1}};
  expected.dwell = {2s, 250ms, 5s, 20s, 7500ms};
  expected.device = {"sanh-1", "bac"};
  expected.remote = Remote{"https://config.example/{group}/{device}.yaml", {"RWQ", "RWS"}, 30s, 1h};
  EXPECT_EQ(*checked.value, expected);
}

TEST(ParseConfig, LeavesEveryAbsentOrEmptyKeyAtItsDefault) {
  Config expected;
  expected.playlist = {{notices}, {anniversaries}, {headlines, 5}, {photos, 2}, {headline_list}};
  for (const char* yaml : {"{}", "theme: hq", "screen:\nsources:\nanniversaries:\nnotices:\nplaylist:\ndwell:\n"}) {
    const auto checked = parse_config(yaml, "c.yaml");
    EXPECT_EQ(lines(checked), "") << yaml;
    EXPECT_EQ(checked.value, expected) << yaml;
  }
}

TEST(ParseConfig, ReadsAWindowSideBySide) {
  const auto checked = parse_config("anniversaries: [{name: a, since: 2/9/1945, window: {before: 5}}]", "c.yaml");
  ASSERT_TRUE(checked.value);
  EXPECT_EQ(checked.value->anniversaries.front().window, (Window{.days_before = 5, .days_after = 3}));
}

TEST(ParseConfig, ComposesDecomposedVietnamese) {
  const auto checked = parse_config("organisation: Co\xCC\x82ng an ti\xCC\x89nh", "c.yaml");
  ASSERT_TRUE(checked.value);
  EXPECT_EQ(checked.value->organisation, "Công an tỉnh");
}

TEST(ParseConfig, AcceptsAByteOrderMarkAndWindowsLineEnds) {
  const auto checked = parse_config("\xEF\xBB\xBForganisation: Sở Y tế\r\ntheme: hq\r\n", "c.yaml");
  EXPECT_EQ(lines(checked), "");
  ASSERT_TRUE(checked.value);
  EXPECT_EQ(checked.value->organisation, "Sở Y tế");
}

TEST(ParseConfig, AcceptsJson) {
  const auto checked = parse_config(R"({"organisation": "Sở", "sources": [{"name": "a", "photos": "p"}]})", "c.yaml");
  EXPECT_EQ(lines(checked), "");
  ASSERT_TRUE(checked.value);
  EXPECT_EQ(checked.value->sources, (std::vector<Source>{{"a", PhotoFolder{"p"}, std::chrono::minutes(10), 500}}));
}

TEST(ParseConfig, TakesAPathForWhatItLooksLike) {
  for (const char* location : {"feed.xml", "./portal.example/feed.xml", "/srv/feed.xml", "../a/feed.xml", "tin/1.0.xml",
                               "HTTPS://portal.example", "http://[::1]:8080/rss?a=b:c"}) {
    const auto checked = parse_config(format("sources: [{{name: a, feed: \"{}\"}}]", location), "c.yaml");
    EXPECT_EQ(lines(checked), "") << location;
    ASSERT_TRUE(checked.value) << location;
    EXPECT_EQ(std::get<FeedSource>(checked.value->sources.front().what).location, location);
  }
}

TEST(ParseConfig, CountsColumnsInCharacters) {
  EXPECT_EQ(config_findings("{organisation: Công an tỉnh Đồng Tháp, theme: X}"),
            "c.yaml:1:47: error: 'theme' must be a name of lower-case letters, digits and hyphens, not 'X'");
}

TEST(ParseConfig, RefusesMoreThan256KiB) {
  EXPECT_EQ(config_findings("theme: hq\n#" + std::string(262'143 - 10, 'x')), "");
  EXPECT_EQ(config_findings("theme: hq\n#" + std::string(262'144 - 10, 'x')),
            "c.yaml:1:1: error: the file has 262145 bytes; at most 262144 are read");
}

TEST(ParseConfig, CountsWhatIsBeyondAHundredFindings) {
  std::string yaml = "theme: hq\n";
  for (int key = 0; key < 150; ++key) yaml += format("unheard-of-{}: 1\n", key);
  const auto checked = parse_config(yaml, "c.yaml");
  EXPECT_TRUE(checked.value);
  ASSERT_EQ(checked.findings.size(), 101);
  EXPECT_EQ(to_string(checked.findings.back()), "c.yaml:101:1: warning: 50 more warnings are not listed");
}

TEST(ParseConfig, LetsAllSourcesTogetherKeepNoMoreThanAShowCanHold) {
  std::string yaml = "sources:\n  - {name: nhỏ, feed: x, keep: 12}\n";
  for (int folder = 0; folder < 9; ++folder) yaml += format("  - {{name: Ảnh {}, photos: {}}}\n", folder, folder);
  const auto checked = parse_config(yaml, "c.yaml");
  EXPECT_EQ(lines(checked),
            "c.yaml:2:3: warning: all sources together keep at most 4000 items; of each the newest 443 count");
  ASSERT_TRUE(checked.value);
  EXPECT_EQ(checked.value->sources.front().keep, 12);
  EXPECT_EQ(checked.value->sources.back().keep, 443);
  yaml.resize(yaml.rfind("  - "));
  yaml.resize(yaml.rfind("  - "));
  EXPECT_EQ(lines(parse_config(yaml, "c.yaml")), "");
}

TEST(ParseRecipe, ReadsARecipeAloneOrUnderItsKey) {
  for (const char* yaml :
       {"{item: //li, title: .//a, link: .//a/@href}", "recipe:\n  item: //li\n  title: .//a\n  link: .//a/@href\n"}) {
    const auto checked = parse_recipe(yaml, "r.yaml");
    EXPECT_EQ(lines(checked), "") << yaml;
    EXPECT_EQ(checked.value, (Recipe{"//li", ".//a", ".//a/@href", "", "", ""})) << yaml;
  }
}

TEST(ParseRecipe, FindsTheFaultsOfARecipe) {
  const Fault faults[] = {
      {"item: //li", "r.yaml:1:1: error: the key 'title' is missing"},
      {"{item: //li, title: a, links: b}", "r.yaml:1:24: error: unknown key 'links'; did you mean 'link'?"},
      {"recipe: //li", "r.yaml:1:9: error: 'recipe' must be a map, not '//li'"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(lines(parse_recipe(yaml, "r.yaml")), findings) << yaml;
}

TEST(ParseConfig, ReadsWhichStoriesOfASourceAreWanted) {
  const auto checked = parse_config(R"yaml(
sources:
  - name: Tin
    feed: https://portal.example/rss.xml
    show: photos
    include: {sections: [Văn hóa, Du lịch], words: [lễ hội]}
    exclude: {words: [quảng cáo]}
    hold: yes
    approved: ["https://portal.example/tin/1.html"]
  - name: Ảnh
    photos:
      - anh/1.jpg
      - {image: "https://portal.example/2.jpg", caption: Chợ phiên}
)yaml",
                                    "/etc/lobby-player/config.yaml");
  ASSERT_TRUE(checked.value);
  const Source& news = checked.value->sources[0];
  EXPECT_EQ(news.shown_as, ShownAs::photos);
  EXPECT_EQ(news.include, (Marks{{"Văn hóa", "Du lịch"}, {"lễ hội"}}));
  EXPECT_EQ(news.exclude, (Marks{{}, {"quảng cáo"}}));
  EXPECT_TRUE(news.hold);
  EXPECT_EQ(news.approved, std::vector<std::string>({"https://portal.example/tin/1.html"}));
  EXPECT_EQ(std::get<PhotoList>(checked.value->sources[1].what),
            (PhotoList{{{"anh/1.jpg", ""}, {"https://portal.example/2.jpg", "Chợ phiên"}}}));
}

}  // namespace
}  // namespace lobby::config
