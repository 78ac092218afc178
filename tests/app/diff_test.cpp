#include <gmock/gmock.h>

#include <fstream>

#include "../world/workplace.h"

namespace lobby::app {
namespace {

namespace fs = std::filesystem;

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Diff : public Workplace {
 protected:
  /// Another config beside the first.
  fs::path other(const std::string& yaml) const {
    const fs::path file = folder.path() / "other.yaml";
    std::ofstream(file) << yaml;
    return file;
  }
  Outcome diff(const fs::path& after, const Arguments& more = {}) const {
    Arguments arguments{"diff", config().string(), after.string(), "--out", out().string(), "--size", "640x360"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    if (std::ranges::find(more, "--at") == more.end()) arguments.insert(arguments.end(), {"--at", "2024-07-01T08:00"});
    return player(arguments);
  }
  fs::path out() const { return folder.path() / "out"; }
  std::string page() const { return bytes_in(out() / "index.html"); }
};

constexpr const char* two_notices = "notices: [{text: Mở cửa lúc 7 giờ}, {text: Thứ Bảy nghỉ}]\nplaylist: [notices]\n";

TEST_F(Diff, SaysNothingOfAConfigThatShowsTheSame) {
  configure(two_notices);
  const Outcome outcome = diff(other(std::string("# A remark.\n") + two_notices));
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  EXPECT_EQ(outcome.output, "");
  EXPECT_THAT(outcome.messages, HasSubstr("the configs differ, but not in what is shown at that moment"));
  EXPECT_THAT(page(), AllOf(HasSubstr("Nothing changes."), HasSubstr("2 slides stay the same.")));
}

TEST_F(Diff, TellsWhatComesAndWhatGoes) {
  configure(two_notices);
  const Outcome outcome =
      diff(other("notices: [{text: Mở cửa lúc 8 giờ}, {text: Thứ Bảy nghỉ}]\nplaylist: [notices]\n"));
  EXPECT_EQ(outcome.status, 1) << outcome.messages;
  EXPECT_EQ(outcome.output, "+ notice: Mở cửa lúc 8 giờ (6.0 s): comes\n- notice: Mở cửa lúc 7 giờ (6.0 s): goes\n");
  EXPECT_THAT(page(), AllOf(HasSubstr("<h2>New</h2>"), HasSubstr("<h2>Gone</h2>"), Not(HasSubstr("<h2>Changed</h2>")),
                            HasSubstr("new/01-notice.png"), HasSubstr("old/01-notice.png")));
  EXPECT_TRUE(bytes_in(out() / "contact-sheet.png").starts_with("\x89PNG"));
}

TEST_F(Diff, ShowsBeforeAndAfterOfWhatLooksDifferent) {
  configure(std::string("theme: hq\n") + two_notices);
  const Outcome outcome = diff(other(std::string("theme: night\n") + two_notices));
  EXPECT_EQ(outcome.status, 1) << outcome.messages;
  EXPECT_EQ(outcome.output,
            "~ the theme: hq, then night\n"
            "~ notice: Mở cửa lúc 7 giờ (6.0 s): looks different\n"
            "~ notice: Thứ Bảy nghỉ (6.0 s): looks different\n");
  EXPECT_NE(bytes_in(out() / "old/01-notice.png"), bytes_in(out() / "new/01-notice.png"));
  EXPECT_THAT(page(), AllOf(HasSubstr("<span>before</span><span>after</span>"), HasSubstr("0 slides stay the same.")));
}

TEST_F(Diff, KnowsWhenTheStripAloneIsDifferent) {
  configure(std::string("organisation: A\n") + two_notices);
  const Outcome outcome = diff(other(std::string("organisation: B\n") + two_notices));
  EXPECT_THAT(outcome.output, HasSubstr("~ notice: Thứ Bảy nghỉ (6.0 s): looks different in the strip alone\n"));
}

TEST_F(Diff, TellsOfAnotherTimeThatASlideStays) {
  configure(two_notices);
  const Outcome outcome = diff(other(std::string("dwell: {fixed: 9s}\n") + two_notices));
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, HasSubstr("~ notice: Mở cửa lúc 7 giờ (6.0 s, then 9.0 s): looks the same\n"));
}

TEST_F(Diff, TellsOfAnotherOrderOfTurns) {
  configure(two_notices);
  const Outcome outcome =
      diff(other("notices: [{text: Thứ Bảy nghỉ}, {text: Mở cửa lúc 7 giờ}]\nplaylist: [notices]\n"));
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.output, "~ the order of turns: 2 in a round, then 2\n");
}

TEST_F(Diff, ComparesTheSameContentAtTheMomentThatIsAskedFor) {
  configure(feed_config());
  const Outcome alike = diff(other(feed_config()));
  EXPECT_EQ(alike.status, 0) << alike.output << alike.messages;
  const fs::path later = other(feed_config() + "notices: [{text: Nghỉ lễ, from: 2024-09-02, until: 2024-09-02}]\n");
  EXPECT_EQ(diff(later, {"--offline"}).status, 0);
  const Outcome then = diff(later, {"--offline", "--at", "2024-09-02T10:00"});
  EXPECT_EQ(then.status, 1);
  EXPECT_EQ(then.output, "+ notice: Nghỉ lễ (6.0 s): comes\n");
}

TEST_F(Diff, SaysWithAnotherStatusThatItCannotTell) {
  configure(two_notices);
  const Outcome faulty = diff(other("theme: HQ\n"));
  EXPECT_EQ(faulty.status, 2);
  EXPECT_THAT(faulty.messages, HasSubstr("other.yaml:1:8: error: 'theme' must be"));
  EXPECT_EQ(diff(folder.path() / "none.yaml").status, 2);
  EXPECT_EQ(diff(config(), {"--at", "soon"}).status, 2);
}

}  // namespace
}  // namespace lobby::app
