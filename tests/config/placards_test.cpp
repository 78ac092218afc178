#include <gmock/gmock.h>

#include "faults.h"

namespace lobby::config {
namespace {

using namespace std::chrono;
using enum PlaylistKind;
using testing::ElementsAre;

Config read(std::string_view yaml) {
  const auto checked = parse_config(yaml, "c.yaml");
  EXPECT_EQ(lines(checked), "");
  return checked.value.value_or(Config());
}

TEST(Welcomes, AreReadWithTheirTerm) {
  const auto config = read(R"yaml(
welcomes:
  - who: Đoàn  công tác Bộ Công an
    detail: Về thăm và làm việc
    from: 2026-12-01T08:00
    until: 2026-12-02
    when: {hours: "07:00-11:30"}
  - {who: Quý khách}
)yaml");
  const Term term{sys_days(2026y / 12 / 1) + 1h, sys_days(2026y / 12 / 2) + 17h, {.hours = {{7h, 11h + 30min}}}};
  EXPECT_THAT(config.placards.welcomes,
              ElementsAre(Welcome{"Đoàn công tác Bộ Công an", "Về thăm và làm việc", term}, Welcome{"Quý khách", {}}));
}

TEST(Welcomes, ComeFirstWhereTheFileHasNoPlaylist) {
  EXPECT_EQ(read("welcomes: [{who: Quý khách}]").playlist,
            (std::vector<PlaylistEntry>{
                {welcomes}, {notices}, {anniversaries}, {headlines, 5}, {photos, 2}, {headline_list}}));
}

TEST(Rosters, AreReadWithTheOccasionsOfTheirRows) {
  const auto config = read(R"yaml(
rosters:
  - title: Lịch trực ban
    columns: [Ca, Họ và tên, Điện thoại]
    rows:
      - [Sáng, Nguyễn Văn An, 0912 345 678]
      - {cells: [Chiều, "", 0229.3871.113], when: {weekdays: mon}}
    show: due
    until: 2026-12-01
)yaml");
  const Roster expected{
      "Lịch trực ban",
      {"Ca", "Họ và tên", "Điện thoại"},
      {{{"Sáng", "Nguyễn Văn An", "0912 345 678"}}, {{"Chiều", "", "0229.3871.113"}, {.weekdays = {Monday}}}},
      true,
      {.until = sys_days(2026y / 12 / 1) + 17h}};
  EXPECT_THAT(config.placards.rosters, ElementsAre(expected));
}

TEST(Figures, AreReadAsTheyAreWritten) {
  const auto config = read(R"yaml(
figures:
  - title: Kết quả năm 2026
    entries:
      - {value: 123.456.789.012, unit: đồng, caption: thu ngân sách, change: tăng 8%}
      - {value: 1e3, caption: hồ sơ}
)yaml");
  const FigureSet expected{"Kết quả năm 2026",
                           {{"123.456.789.012", "đồng", "thu ngân sách", "tăng 8%"}, {"1e3", {}, "hồ sơ", {}}}};
  EXPECT_THAT(config.placards.figures, ElementsAre(expected));
}

TEST(Quotations, LoseTheMarksAroundThemButNoneInside) {
  const std::pair<const char*, const char*> cases[] = {
      {"Không có gì quý hơn", "Không có gì quý hơn"},
      {"“Không có gì quý hơn”", "Không có gì quý hơn"},
      {R"('"Không có gì quý hơn"')", "Không có gì quý hơn"},
      {"«Không có gì quý hơn»", "Không có gì quý hơn"},
      {"“Cần” và “kiệm”", "“Cần” và “kiệm”"},
      {"“Cần”, kiệm", "“Cần”, kiệm"},
  };
  for (const auto& [written, text] : cases) {
    const auto config = read("quotations: [{text: " +
                             (std::string(written).find(',') == std::string::npos ? std::string(written)
                                                                                  : "'" + std::string(written) + "'") +
                             "}]");
    ASSERT_EQ(config.placards.quotations.size(), 1U) << written;
    EXPECT_EQ(config.placards.quotations[0].text, text);
  }
}

TEST(Placards, FollowTheNewsWhereTheFileHasNoPlaylist) {
  EXPECT_EQ(read("rosters: [{title: a, columns: [b], rows: [[c]]}]\n"
                 "figures: [{title: a, entries: [{value: 1, caption: b}, {value: 2, caption: c}]}]\n"
                 "quotations: [{text: a}]")
                .playlist,
            (std::vector<PlaylistEntry>{{notices},
                                        {anniversaries},
                                        {headlines, 5},
                                        {photos, 2},
                                        {headline_list},
                                        {rosters},
                                        {figures, 1},
                                        {quotations, 1}}));
}

TEST(Placards, ThatNoPlaylistNamesAreReported) {
  EXPECT_EQ(config_findings("welcomes: [{who: Quý khách}]\nplaylist: [photos]"),
            "c.yaml:1:11: warning: no step of 'playlist' shows 'welcomes'; add welcomes to it");
  EXPECT_EQ(config_findings("welcomes: [{who: Quý khách}]\nplaylist: [photos]\n"
                            "programmes: [{name: Sáng, playlist: [welcomes]}]"),
            "");
}

TEST(Placards, SayWhereAValueIsWrong) {
  const std::string long_text(301, 'a');
  const std::string too_long = "welcomes: [{who: " + long_text + "}]";
  const Fault faults[] = {
      {"welcomes: Quý khách", "c.yaml:1:11: error: 'welcomes' must be a list, not 'Quý khách'"},
      {"welcomes: [Quý khách]", "c.yaml:1:12: error: an entry of 'welcomes' must be a map, not 'Quý khách'"},
      {"welcomes: [{detail: a}]", "c.yaml:1:12: error: the key 'who' is missing"},
      {R"(welcomes: [{who: " "}])", "c.yaml:1:18: error: 'who' must be text of 1 to 300 characters, not ' '"},
      {"welcomes: [{who: a, wen: {}}]", "c.yaml:1:21: warning: unknown key 'wen'; did you mean 'when'?"},
      {"welcomes: [{who: a, from: 2026-12-02, until: 2026-12-01}]", "c.yaml:1:46: error: 'until' must be after 'from'"},
      {"welcomes: [{who: a, when: {weekdays: thu2}}]",
       "c.yaml:1:38: error: 'weekdays' must be days of the week such as mon, sat or mon-fri, not 'thu2'; did you mean "
       "'thu'?"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(config_findings(yaml), findings) << yaml;
  const Fault more[] = {
      {"rosters: [{title: a, columns: [b], rows: []}]", "c.yaml:1:42: error: 'rows' needs at least one entry"},
      {"rosters: [{title: a, columns: [], rows: [[b]]}]",
       "c.yaml:1:31: error: 'columns' needs at least one entry\n"
       "c.yaml:1:42: error: a row of 1 cells in a table of 0 columns"},
      {"rosters: [{title: a, columns: [b, c], rows: [[d, e], [f]]}]",
       "c.yaml:1:54: error: a row of 1 cells in a table of 2 columns"},
      {"rosters: [{title: a, columns: [b], rows: [c]}]",
       "c.yaml:1:43: error: an entry of 'rows' must be a list, not 'c'"},
      {"rosters: [{title: a, columns: [b], rows: [{cells: [[]]}]}]",
       "c.yaml:1:52: error: a cell of 'rows' must be text of at most 120 characters, not an empty list"},
      {"rosters: [{title: a, columns: [b], rows: [{when: {}}]}]", "c.yaml:1:43: error: the key 'cells' is missing"},
      {"rosters: [{title: a, columns: [b], rows: [[c]], show: today}]",
       "c.yaml:1:55: error: 'show' must be one of all, due, not 'today'"},
      {"rosters: [{title: a, columns: [b, c, d, e, f, g, h], rows: [[i]]}]",
       "c.yaml:1:50: error: 'columns' has more than 6 entries\n"
       "c.yaml:1:61: error: a row of 1 cells in a table of 6 columns"},
      {"figures: [{title: a, entries: [{value: 1, caption: b}]}]",
       "c.yaml:1:31: error: 'entries' needs at least 2 figures"},
      {"figures: [{title: a, entries: [{value: 1234567890123456789012345, caption: b}, {value: 1}]}]",
       "c.yaml:1:40: error: 'value' must be text of 1 to 24 characters, not '1234567890123456789012345'\n"
       "c.yaml:1:80: error: the key 'caption' is missing"},
      {"quotations: [{author: a}]", "c.yaml:1:14: error: the key 'text' is missing"},
      {"quotations: [{text: [a]}]", "c.yaml:1:21: error: 'text' must be text of 1 to 400 characters, not a list"},
  };
  for (const auto& [yaml, findings] : more) EXPECT_EQ(config_findings(yaml), findings) << yaml;
  EXPECT_TRUE(config_findings(too_long).starts_with("c.yaml:1:18: error: 'who' must be text of 1 to 300 characters"));
}

}  // namespace
}  // namespace lobby::config
