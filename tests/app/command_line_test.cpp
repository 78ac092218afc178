#include <gmock/gmock.h>

#include <sstream>

#include "../world/workplace.h"
#include "base/format.h"

namespace lobby::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

class CommandLine : public Workplace {};

TEST_F(CommandLine, ExitsWithTwoAndAReasonWhereItIsUsedWrongly) {
  configure(feed_config());
  const std::vector<Arguments> wrong{{},
                                     {"play"},
                                     {"check"},
                                     {"read"},
                                     {"read", "--as", "film", "-"},
                                     {"snapshot", "--config", config()},
                                     {"run", "--window", "wide"},
                                     {"run", "--window", "640x"},
                                     {"run", "--window", "1x1"},
                                     {"run", "--for", "a while"},
                                     {"run", "--for", "-1s"},
                                     {"fetch", "--colour"},
                                     {"calendar", "--year"},
                                     {"calendar", "nonsense"},
                                     {"doctor", "now"}};
  for (const Arguments& arguments : wrong) {
    const Outcome outcome = player(arguments);
    EXPECT_EQ(outcome.status, 2) << testing::PrintToString(arguments);
    EXPECT_THAT(outcome.messages, Not(IsEmpty())) << testing::PrintToString(arguments);
    EXPECT_THAT(outcome.output, IsEmpty()) << testing::PrintToString(arguments);
  }
}

TEST_F(CommandLine, ExplainsItselfAndEveryCommand) {
  const Outcome outcome = player({"--help"});
  EXPECT_EQ(outcome.status, 0);
  for (const std::string command : {"run", "snapshot", "check", "read", "fetch", "calendar", "doctor"}) {
    EXPECT_THAT(outcome.output, HasSubstr(command));
    const Outcome one = player({command, "--help"});
    EXPECT_EQ(one.status, 0) << command;
    EXPECT_THAT(one.output, HasSubstr(command));
    EXPECT_THAT(one.messages, IsEmpty()) << command;
  }
}

TEST_F(CommandLine, PrintsItsVersion) {
  EXPECT_THAT(player({"--version"}).output, MatchesRegex("[0-9]+\\.[0-9]+.*\n"));
}

TEST_F(CommandLine, ChecksACleanConfigInSilence) {
  configure(feed_config());
  const Outcome outcome = player({"check", config()});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.output, "");
}

TEST_F(CommandLine, ChecksTheFilesThatItComesWithInSilence) {
  const std::filesystem::path source = LOBBY_SOURCE_DIR;
  Arguments arguments{"check", source / "deploy/demo/config.yaml"};
  for (const auto& file : std::filesystem::directory_iterator(source / "layouts/hq")) arguments.push_back(file.path());
  const Outcome outcome = player(arguments);
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.output, Not(HasSubstr("error:")));
}

TEST_F(CommandLine, ChecksDrawingsToo) {
  const auto file = write(folder.path() / "star.svg", "<svg viewBox='0 0 8 8'>\n<text>a</text></svg>");
  const Outcome outcome = player({"check", file});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, StartsWith(file.string() + ":2:1: error: "));
}

TEST_F(CommandLine, NamesAFontThatWasCutInAThemeOfTheConfig) {
  namespace fs = std::filesystem;
  fs::create_directories(folder.path() / "fonts");
  fs::create_directories(folder.path() / "layouts" / "tinh");
  fs::copy(fs::path(LOBBY_SOURCE_DIR) / "fonts" / "BeVietnamPro-Regular.ttf", folder.path() / "fonts" / "My.ttf");
  write(folder.path() / "layouts" / "tinh" / "theme.yaml", "extends: hq\nfaces: {body: [My.ttf]}\n");
  configure("organisation: Sở Du lịch\ntheme: tinh\n");
  EXPECT_EQ(player({"check", config()}).output, "");
  fs::resize_file(folder.path() / "fonts" / "My.ttf", 125000);
  const Outcome outcome = player({"check", config()});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output,
              AllOf(HasSubstr("tinh/theme.yaml:1:1: warning: font My.ttf is damaged: its table 'glyf' "),
                    HasSubstr("error: the face 'body' has no font that covers Vietnamese")));
}

TEST_F(CommandLine, SuggestsTheKeyThatWasMeant) {
  configure("organization: Sở Du lịch\ntheme: hq\n");
  const Outcome outcome = player({"check", config()});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.output, AllOf(StartsWith(config().string() + ":1:1: warning: "), HasSubstr("did you mean"),
                                    HasSubstr("organisation")));
}

TEST_F(CommandLine, WarnsOfRulesThatSayNothingOfPhotos) {
  std::filesystem::create_directory(folder.path() / "anh");
  configure("sources: [{name: Ảnh, photos: anh, max_age: 7d, exclude: {sections: [Tin], words: [nháp]}}]\n");
  const Outcome outcome = player({"check", config()});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.output, AllOf(HasSubstr("photos have no sections"), HasSubstr("'max_age' says nothing of them")));
}

TEST_F(CommandLine, NamesThePlaceOfEachThemeThatDoesNotExist) {
  configure(
      "theme: hq\n"
      "themes: {mourning: morning, festive: 3x}\n"
      "programmes: [{name: Hè, theme: nigth}]\n");
  const Outcome outcome = player({"check", config()});
  EXPECT_EQ(outcome.status, 0);
  const std::string file = config().string();
  EXPECT_THAT(outcome.output,
              AllOf(HasSubstr(file + ":2:20: warning: there is no theme 'morning' in "),
                    HasSubstr("'mourning' stands in for it; did you mean 'mourning'?"),
                    HasSubstr(file + ":2:38: warning: there is no theme '3x' in "),
                    HasSubstr(file + ":3:32: warning: there is no theme 'nigth' in "), Not(HasSubstr(":1:1:"))));
}

TEST_F(CommandLine, NamesTheLineOfAKeyThatIsNone) {
  configure("theme: hq\nnotice_feed:\n  url: https://portal.example/khan.yaml\n  public_key: RWQabc\n");
  const Outcome outcome = player({"check", config()});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, StartsWith(config().string() + ":4:15: error: 'notice_feed': 'public_key' "));
}

TEST_F(CommandLine, SaysWhereYamlIsBroken) {
  configure("theme: hq\nsources: [\n");
  const Outcome outcome = player({"check", config()});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, MatchesRegex(config().string() + ":[0-9]+:[0-9]+: error: .*\n"));
}

TEST_F(CommandLine, FailsTheCheckOfAFileThatIsNotThere) {
  const Outcome outcome = player({"check", config()});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, HasSubstr("there is no such file"));
}

TEST_F(CommandLine, PrintsADateWithItsLunarDate) {
  const Outcome outcome = player({"calendar", "2024-07-24"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.output,
            "{\"date\":\"2024-07-24\",\"text\":\"Thứ Tư, 24/07/2024\",\"lunar\":{\"day\":19,\"month\":6,\"leap\":false,"
            "\"year\":2024,\"year_name\":\"Giáp Thìn\",\"text\":\"19 tháng Sáu, năm Giáp Thìn\",\"month_name\":\"Tân "
            "Mùi\",\"day_name\":\"Kỷ Sửu\"},\"observances\":[],\"solar_term\":\"Đại thử\",\"solar_term_since\":"
            "\"2024-07-22\"}\n");
}

TEST_F(CommandLine, PrintsTheNameOfTheHourForATime) {
  EXPECT_THAT(player({"calendar", "2024-07-24T08:30"}).output,
              HasSubstr("\"day_name\":\"Kỷ Sửu\",\"hour_name\":\"Mậu Thìn\"}"));
  EXPECT_THAT(player({"calendar", "2024-07-24T16:30Z"}).output,
              HasSubstr("\"day_name\":\"Kỷ Sửu\",\"hour_name\":\"Bính Tý\"}"));
}

TEST_F(CommandLine, PrintsDatesOutsideTheTablesWithoutALunarDateAndSaysSo) {
  const Outcome outcome = player({"calendar", "2300-09-02", "1899-12-31", "1900-01-01", "2200-02-14"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.output, StartsWith("{\"date\":\"2300-09-02\",\"text\":\"Chủ Nhật, 02/09/2300\",\"lunar\":null,"
                                         "\"observances\":[\"Quốc khánh\"]}\n"));
  const std::string reach = " has neither lunar date nor solar term here: the tables cover 1900-01-01 to 2200-02-14";
  EXPECT_THAT(outcome.messages, AllOf(HasSubstr("2300-09-02" + reach), HasSubstr("1899-12-31" + reach),
                                      Not(HasSubstr("1900-01-01 has")), Not(HasSubstr("2200-02-14 has"))));
}

TEST_F(CommandLine, ReadsDaysAsAConfigHasThem) {
  for (const std::string date : {"3/2/2024", "03/02/2024", "2024-2-3"}) {
    const Outcome outcome = player({"calendar", date});
    EXPECT_EQ(outcome.status, 0) << date;
    EXPECT_THAT(outcome.output, StartsWith("{\"date\":\"2024-02-03\"")) << date;
    EXPECT_THAT(outcome.output, Not(HasSubstr("hour_name"))) << date;
  }
}

TEST_F(CommandLine, ReadsDatesFromStandardInput) {
  const Outcome outcome = player({"calendar", "-"}, "2024-07-24\r\n\n \t2025-01-29  \n  \n");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.output, AllOf(StartsWith("{\"date\":\"2024-07-24\""), HasSubstr("\n{\"date\":\"2025-01-29\""),
                                    HasSubstr("Tết Nguyên đán")));
}

TEST_F(CommandLine, PrintsTenThousandDatesInTheirOrderAsJson) {
  constexpr std::chrono::sys_days first(std::chrono::year(2020) / std::chrono::January / 1);
  std::string dates;
  std::vector<std::string> expected;
  for (int day = 0; day < 10'000; ++day) {
    expected.push_back(format("{:%Y-%m-%d}", first + std::chrono::days(day)));
    dates += expected.back() + "\n";
  }
  std::istringstream output(player({"calendar", "-"}, dates).output);
  std::vector<std::string> printed;
  for (std::string line; std::getline(output, line);) {
    const Json json = Json::parse(line, nullptr, false);
    ASSERT_TRUE(json.is_object()) << line;
    ASSERT_TRUE(json.at("lunar").is_object()) << line;
    printed.push_back(json.at("date"));
  }
  EXPECT_EQ(printed, expected);
}

TEST_F(CommandLine, KnowsNoDateBeforeTheYearOneOrAfterTheYear9999) {
  for (const std::string date : {"0000-01-01", "0001-01-01T05:00+14:00", "9999-12-31T20:00Z"}) {
    const Outcome outcome = player({"calendar", date});
    EXPECT_EQ(outcome.status, 2) << date;
    EXPECT_THAT(outcome.output, IsEmpty()) << date;
    EXPECT_THAT(outcome.messages, HasSubstr("'" + date + "' lies in no year from 0001 to 9999; write a date such as"));
  }
  for (const std::string date : {"0001-01-01", "9999-12-31"}) EXPECT_EQ(player({"calendar", date}).status, 0) << date;
}

TEST_F(CommandLine, ExitsWithTwoForADateThatIsNoneAndPrintsTheOthers) {
  const Outcome outcome = player({"calendar", "2024-02-30", "2024-07-24"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.messages, HasSubstr("30 February 2024 does not exist: February 2024 has 29 days"));
  EXPECT_THAT(outcome.output, StartsWith("{\"date\":\"2024-07-24\""));
  const Outcome of_input = player({"calendar", "-"}, "hôm nay\n2024-07-24\n");
  EXPECT_EQ(of_input.status, 2);
  EXPECT_THAT(of_input.messages, HasSubstr("'hôm nay' is not a date"));
  EXPECT_THAT(of_input.output, StartsWith("{\"date\":\"2024-07-24\""));
  EXPECT_THAT(player({"calendar", "31/4/2025"}).messages,
              HasSubstr("31 April 2025 does not exist: April 2025 has 30 days"));
}

TEST_F(CommandLine, FindsTheMachineFitWithAGoodConfigAndUnfitWithABadOne) {
  configure(feed_config());
  const Outcome fit = player({"doctor", "--config", config()});
  EXPECT_EQ(fit.status, 0) << fit.output;
  EXPECT_THAT(fit.output, HasSubstr("fonts cover Vietnamese"));
  EXPECT_THAT(fit.output, HasSubstr("ok       pictures /"));
  configure("sources: 7\n");
  const Outcome unfit = player({"doctor", "--config", config()});
  EXPECT_EQ(unfit.status, 1);
  EXPECT_THAT(unfit.output, HasSubstr("error    config"));
}

TEST_F(CommandLine, FindsTheMachineUnfitWithoutItsLayouts) {
  configure(feed_config());
  environment["LOBBY_PLAYER_DATA"] = folder.path();
  const Outcome outcome = player({"doctor", "--config", config()});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, HasSubstr("error    data"));
}

TEST_F(CommandLine, ChecksThatARecipeIsXPath) {
  configure(page_config("//div["));
  const Outcome outcome = player({"check", config()});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, AllOf(HasSubstr("error: source 'Tin tức': 'item' of the recipe: "),
                                    HasSubstr("is not an XPath 1.0 expression")));
}

}  // namespace
}  // namespace lobby::app
