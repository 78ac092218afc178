#include <gmock/gmock.h>

#include "../world/workplace.h"

namespace lobby::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* noon_rest = R"(
notices:
  - {text: Giờ tiếp công dân}
  - {text: Họp toàn cơ quan, from: 2024-07-02T08:00, until: 2024-07-02T09:00}
anniversaries: [{name: Ngày Quốc khánh, since: 2/9/1945}]
playlist: [notices]
programmes:
  - {name: Trưa, when: {hours: "11:30-13:00", not: {days: holidays}}, playlist: [anniversaries]}
dwell: {fixed: 10s}
)";

class Schedule : public Workplace {
 protected:
  std::string listing(const Arguments& more) const {
    Arguments arguments{"schedule", "--config", config().string(), "--offline"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto outcome = player(arguments);
    EXPECT_EQ(outcome.status, 0) << outcome.messages;
    return outcome.output;
  }
};

TEST_F(Schedule, SaysWhatIsShownOnADay) {
  configure(noon_rest);
  EXPECT_EQ(listing({"--at", "2024-07-02"}),
            "2024-07-02\n"
            "  00:00-08:00  playlist: -  theme: hq (-)\n"
            "    1 slide, 1 turn, a round of 10 s\n"
            "      10.0 s    1x  notice         Giờ tiếp công dân\n"
            "  08:00-09:00  playlist: -  theme: hq (-)\n"
            "    2 slides, 2 turns, a round of 20 s\n"
            "      10.0 s    1x  notice         Giờ tiếp công dân\n"
            "      10.0 s    1x  notice         Họp toàn cơ quan\n"
            "  09:00-11:30  playlist: -  theme: hq (-)\n"
            "    1 slide, 1 turn, a round of 10 s\n"
            "      10.0 s    1x  notice         Giờ tiếp công dân\n"
            "  11:30-13:00  playlist: Trưa  theme: hq (-)\n"
            "    the slides before\n"
            "  13:00-24:00  playlist: -  theme: hq (-)\n"
            "    the slides before\n");
}

TEST_F(Schedule, SaysWhenTheScreenIsOn) {
  configure(R"(
notices: [{text: Giờ tiếp công dân}]
screen: {on: [{hours: "06:30-11:30", weekdays: mon-fri}, {hours: "13:00-18:00", weekdays: mon-fri}]}
)");
  const std::string days = listing({"--at", "2024-07-05T09:00", "--days", "2"});
  EXPECT_THAT(days, HasSubstr("2024-07-05  screen on 09:00-11:30, 13:00-18:00\n  09:00-24:00  playlist: -"));
  EXPECT_THAT(days, HasSubstr("2024-07-06  screen off\n  00:00-24:00  playlist: -"));
  EXPECT_THAT(listing({"--at", "2024-07-05T09:00", "--days", "1", "--json"}), HasSubstr(R"("screen_on": [
    {
      "from": "2024-07-05T09:00:00+07:00",
      "until": "2024-07-05T11:30:00+07:00"
    },)"));
}

TEST_F(Schedule, KnowsHolidaysAndBanners) {
  configure(noon_rest);
  const std::string days = listing({"--at", "2024-09-01T12:00", "--days", "2"});
  EXPECT_THAT(days, HasSubstr("2024-09-01\n  12:00-13:00  playlist: Trưa"));
  EXPECT_THAT(days, HasSubstr("anniversary    Chào mừng kỷ niệm 79 năm Ngày Quốc khánh (2/9/1945 - 2/9/2024)"));
  EXPECT_THAT(days, HasSubstr("2024-09-02\n  00:00-24:00  playlist: -"));
}

TEST_F(Schedule, ListsWhatTheConfigPutsUp) {
  configure(R"(
welcomes: [{who: Đoàn công tác Bộ Công an, until: 2024-07-02}]
rosters: [{title: Lịch trực ban, columns: [Ca, Tên], rows: [[Sáng, An], [Chiều, Bình]]}]
figures: [{title: Kết quả, entries: [{value: 12, caption: vụ}, {value: 98%, caption: đúng hạn}]}]
quotations: [{text: Học, author: V. I. Lê-nin}]
dwell: {fixed: 10s}
)");
  EXPECT_EQ(listing({"--at", "2024-07-02", "--days", "2"}),
            "2024-07-02\n"
            "  00:00-24:00  playlist: -  theme: hq (-)\n"
            "    4 slides, 4 turns, a round of 40 s\n"
            "      10.0 s    1x  welcome        Đoàn công tác Bộ Công an\n"
            "      10.0 s    1x  roster         Lịch trực ban\n"
            "      10.0 s    1x  figures        Kết quả\n"
            "      10.0 s    1x  quotation      Học\n"
            "2024-07-03\n"
            "  00:00-24:00  playlist: -  theme: hq (-)\n"
            "    3 slides, 3 turns, a round of 30 s\n"
            "      10.0 s    1x  roster         Lịch trực ban\n"
            "      10.0 s    1x  figures        Kết quả\n"
            "      10.0 s    1x  quotation      Học\n");
  EXPECT_THAT(kinds_of(snapshot({"--offline"}, "2024-07-02T08:00:00")),
              ElementsAre("welcome", "roster", "figures", "quotation"));
}

TEST_F(Schedule, ASnapshotFollowsTheProgrammeOfItsTime) {
  configure(noon_rest);
  EXPECT_THAT(kinds_of(snapshot({"--offline"}, "2024-09-01T12:00:00")), ElementsAre("notice", "anniversary"));
  EXPECT_THAT(kinds_of(snapshot({"--offline"}, "2024-09-01T13:00:00")), ElementsAre("notice"));
}

TEST_F(Schedule, SaysTheSameAsJson) {
  configure(std::string(noon_rest) + "themes: {night: {from: 21:00, until: 06:00}}\n");
  const Json json = Json::parse(listing({"--at", "2024-07-02T08:00", "--json"}));
  ASSERT_EQ(json.at("parts").size(), 5U);
  EXPECT_EQ(json.at("parts")[0], Json::parse(R"({
      "from": "2024-07-02T08:00:00+07:00", "until": "2024-07-02T09:00:00+07:00", "playlist": null,
      "theme": "hq", "theme_reason": null, "turns": 2, "round_seconds": 20,
      "slides": [{"at": "2024-07-02T08:00:00+07:00", "kind": "notice", "id": "notice:Giờ tiếp công dân",
                  "title": "Giờ tiếp công dân", "source": "", "seconds": 10, "turns": 1},
                 {"at": "2024-07-02T08:00:10+07:00", "kind": "notice", "id": "notice:Họp toàn cơ quan",
                  "title": "Họp toàn cơ quan", "source": "", "seconds": 10, "turns": 1}]})"));
  EXPECT_EQ(json.at("parts")[2].at("playlist"), "Trưa");
  EXPECT_EQ(json.at("parts")[2].at("slides").size(), 1U) << "slides are there again where they are those before";
  EXPECT_EQ(json.at("parts")[4].at("theme"), "night");
  EXPECT_EQ(json.at("parts")[4].at("theme_reason"), "night");
  EXPECT_EQ(json.at("parts")[4].at("until"), "2024-07-03T00:00:00+07:00");
}

TEST_F(Schedule, RefusesAMomentThatIsNone) {
  configure(noon_rest);
  EXPECT_EQ(player({"schedule", "--config", config().string(), "--offline", "--at", "sometime"}).status, 1);
}

}  // namespace
}  // namespace lobby::app
