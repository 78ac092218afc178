#include <gmock/gmock.h>

#include "../world/workplace.h"

namespace lobby::app {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A player whose data folder has one good calendar and one with a slip.
class Calendars : public Workplace {
 protected:
  Calendars() {
    const fs::path source = LOBBY_SOURCE_DIR;
    const fs::path data = folder.path() / "data";
    fs::create_directories(data / "calendars");
    fs::create_directory_symlink(source / "layouts", data / "layouts");
    fs::create_directory_symlink(source / "fonts", data / "fonts");
    fs::copy_file(source / "deploy" / "calendars" / "state.yaml", data / "calendars" / "state.yaml");
    broken_ = write(data / "calendars" / "army.yaml",
                    "anniversaries:\n  - {name: Ngày Quân đội, since: 22/13/1944, source: Luật Quốc phòng}\n");
    environment["LOBBY_PLAYER_DATA"] = data;
  }

  fs::path broken_;
};

TEST_F(Calendars, ABrokenOneCostsItsOwnBannersAndNothingElse) {
  configure("calendars: [state, army]\n");
  EXPECT_THAT(titles_of(snapshot({"--offline"}, "2026-12-18T08:00"), "anniversary"),
              ElementsAre("Kỷ niệm 80 năm Ngày Toàn quốc kháng chiến (19/12/1946 - 19/12/2026)"));
}

TEST_F(Calendars, AreCheckedWithTheConfigThatNamesThem) {
  const std::string fault = broken_.string() + ":2:34: error: 'since' must be a day of the calendar";
  configure("calendars: [state, army]\n");
  const Outcome named = player({"check", config()});
  EXPECT_EQ(named.status, 1);
  EXPECT_THAT(named.output, HasSubstr(fault));
  configure("calendars: [state]\n");
  const Outcome other = player({"check", config()});
  EXPECT_EQ(other.status, 0);
  EXPECT_THAT(other.output, IsEmpty());
}

TEST_F(Calendars, AreCheckedByThemselves) {
  const Outcome outcome = player({"check", broken_});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, HasSubstr(":2:34: error: 'since'"));
  EXPECT_EQ(player({"check", fs::path(LOBBY_SOURCE_DIR) / "deploy" / "calendars" / "army.yaml"}).status, 0);
}

TEST_F(Calendars, AnUnknownOneIsAWarning) {
  configure("calendars: [stat]\n");
  const Outcome outcome = player({"check", config()});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.output,
              HasSubstr("config.yaml:1:13: warning: there is no calendar 'stat'; did you mean 'state'?"));
}

}  // namespace
}  // namespace lobby::app
