#include "notices/notice_inbox.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "../world/temporary_folder.h"
#include "base/format.h"

namespace lobby::notices {
namespace {

namespace fs = std::filesystem;

using namespace std::chrono;
using testing::ElementsAre;
using testing::IsEmpty;

/// The duty officer's folder, and a clock that the test moves.
class NoticeInboxTest : public testing::Test {
 protected:
  NoticeInboxTest() {
    fs::create_directory(duty);
    inbox.look(now());
  }
  playlist::Moment now() const { return {clock.wall(), true, clock.steady()}; }
  std::vector<std::string> texts() {
    inbox.look(now());
    std::vector<std::string> texts;
    for (const auto& dropped : inbox.notices()) {
      texts.push_back((dropped.notice.urgent ? "!" : "") + dropped.notice.text);
    }
    return texts;
  }
  /// The same some seconds later, when everything that still can count does.
  std::vector<std::string> texts_later() {
    for (int second = 0; second < 4; ++second) {
      inbox.look(now());
      clock.advance(1s);
    }
    return texts();
  }

  TemporaryFolder folder;
  const fs::path duty = folder.path() / "notices";
  ManualClock clock{WallTime(hours(480000))};
  NoticeInbox inbox{duty, TimeZone()};
};

TEST_F(NoticeInboxTest, TakesAFileAsSoonAsItIsWhole) {
  write(duty / "khan.txt", "Sơ tán\nTheo cầu thang bộ.\n");
  EXPECT_THAT(texts(), ElementsAre("!Sơ tán"));
  EXPECT_EQ(inbox.notices().front().notice.detail, "Theo cầu thang bộ.");
  write(duty / "mat-nuoc.yaml", "text: Mất nước\n");
  EXPECT_THAT(texts(), ElementsAre("!Sơ tán", "Mất nước"));
}

TEST_F(NoticeInboxTest, IsUrgentByTheNameOfATextOrTheKeyOfAYaml) {
  write(duty / "KHAN-1.TXT", "a");
  write(duty / "urgent-2.txt", "b");
  write(duty / "thuong.txt", "c");
  write(duty / "khan-3.yaml", "text: d\n");
  write(duty / "x.yml", "{text: e, urgent: true}\n");
  EXPECT_THAT(texts(), ElementsAre("!a", "d", "c", "!b", "!e"));
}

TEST_F(NoticeInboxTest, NeverTakesAFileThatIsStillBeingWritten) {
  std::ofstream slow(duty / "khan.txt");
  slow << "Cấm" << std::flush;
  EXPECT_THAT(texts_later(), IsEmpty());
  slow << " vào phòng máy" << std::flush;
  EXPECT_THAT(texts_later(), IsEmpty());
  slow.close();
  EXPECT_THAT(texts(), ElementsAre("!Cấm vào phòng máy"));
}

TEST_F(NoticeInboxTest, KeepsTheOldTextWhileANewOneIsWrittenInItsPlace) {
  write(duty / "khan.txt", "Sơ tán tầng 1");
  EXPECT_THAT(texts(), ElementsAre("!Sơ tán tầng 1"));
  std::ofstream slow(duty / "khan.txt");
  slow << "Sơ tán cả" << std::flush;
  EXPECT_THAT(texts_later(), ElementsAre("!Sơ tán tầng 1"));
  slow << " toà nhà";
  slow.close();
  EXPECT_THAT(texts(), ElementsAre("!Sơ tán cả toà nhà"));
}

TEST_F(NoticeInboxTest, TakesAFileThatIsMovedInOrReplacedAtOnce) {
  write(folder.path() / "1", "một");
  fs::rename(folder.path() / "1", duty / "a.txt");
  EXPECT_THAT(texts(), ElementsAre("một"));
  const std::string id = inbox.notices().front().id;
  write(folder.path() / "2", "hai");
  fs::rename(folder.path() / "2", duty / "a.txt");
  EXPECT_THAT(texts(), ElementsAre("hai"));
  EXPECT_NE(inbox.notices().front().id, id);
}

TEST_F(NoticeInboxTest, ForgetsAFileThatIsRemovedOrMovedAway) {
  write(duty / "a.txt", "một");
  write(duty / "b.txt", "hai");
  EXPECT_THAT(texts(), ElementsAre("một", "hai"));
  fs::remove(duty / "a.txt");
  EXPECT_THAT(texts(), ElementsAre("hai"));
  fs::rename(duty / "b.txt", duty / "b.txt.cu");
  EXPECT_THAT(texts(), IsEmpty());
  EXPECT_TRUE(inbox.knows_all());
}

TEST_F(NoticeInboxTest, TakesWhatLayThereBeforeOnceItRests) {
  write(duty / "khan.txt", "Sơ tán");
  NoticeInbox later(duty, TimeZone());
  later.look(now());
  EXPECT_THAT(later.notices(), IsEmpty()) << "it may still be written";
  EXPECT_FALSE(later.knows_all());
  EXPECT_EQ(later.next_look(), clock.steady() + 1s);
  clock.advance(1s);
  later.look(now());
  EXPECT_EQ(later.notices().size(), 1U);
  EXPECT_TRUE(later.knows_all());
}

TEST_F(NoticeInboxTest, HasTheSameNameForTheSameFileAfterARestart) {
  write(duty / "khan.txt", "Sơ tán");
  inbox.look(now());
  NoticeInbox later(duty, TimeZone());
  for (int second = 0; second < 3; ++second) {
    later.look(now());
    clock.advance(1s);
  }
  EXPECT_EQ(later.notices().at(0).id, inbox.notices().at(0).id);
}

TEST_F(NoticeInboxTest, PassesOverWhatIsNoNotice) {
  write(duty / "rong.txt", "");
  write(duty / "trang.txt", "  \n\t\n");
  write(duty / "rong.yaml", "");
  write(duty / "sai.yaml", "text: Sơ tán\nurgnt: true\n");
  write(duty / "hong.txt", "S\xC6");
  write(duty / "lon.txt", std::string(20000, 'a'));
  write(duty / "lon.yaml", "text: a\ndetail: '" + std::string(20000, 'a') + "'\n");
  write(duty / ".an.txt", "a");
  write(duty / "~$khan.txt", "a");
  write(duty / "#khan.txt#", "a");
  write(duty / "#khan.txt", "a");
  write(duty / "khan.txt~", "a");
  write(duty / "khan.txt.part", "a");
  write(duty / "khan.docx", "a");
  write(folder.path() / "elsewhere.txt", "a");
  fs::create_symlink(folder.path() / "elsewhere.txt", duty / "link.txt");
  fs::create_symlink("/dev/zero", duty / "zero.txt");
  fs::create_directory(duty / "x.yaml");
  ASSERT_EQ(mkfifo((duty / "fifo.txt").c_str(), 0600), 0);
  EXPECT_THAT(texts_later(), IsEmpty());
  EXPECT_TRUE(inbox.knows_all());
}

TEST_F(NoticeInboxTest, TakesNoMoreThanAHundredOfAThousand) {
  for (int number = 0; number < 1000; ++number) write(duty / format("{:04}.txt", number), std::to_string(number));
  EXPECT_EQ(texts_later().size(), NoticeInbox::most_files);
  EXPECT_EQ(texts().back(), "99");
}

TEST_F(NoticeInboxTest, PassesOverAFileThatMayNotBeReadAndTakesItOnceItMay) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  write(duty / "khan.txt", "Sơ tán");
  fs::permissions(duty / "khan.txt", fs::perms::none);
  EXPECT_THAT(texts_later(), IsEmpty());
  fs::permissions(duty / "khan.txt", fs::perms::owner_read);
  EXPECT_THAT(texts_later(), ElementsAre("!Sơ tán"));
}

TEST_F(NoticeInboxTest, ReadsAFolderThatItMayNotWriteTo) {
  write(duty / "khan.txt", "Sơ tán");
  fs::permissions(duty, fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_THAT(texts_later(), ElementsAre("!Sơ tán"));
  fs::permissions(duty, fs::perms::owner_all);
}

TEST_F(NoticeInboxTest, DoesNotUseAFolderThatEverybodyMayWriteTo) {
  write(duty / "khan.txt", "Sơ tán");
  EXPECT_THAT(texts(), ElementsAre("!Sơ tán"));
  fs::permissions(duty, fs::perms::all);
  EXPECT_THAT(texts_later(), IsEmpty());
  fs::permissions(duty, fs::perms::owner_all);
  EXPECT_THAT(texts_later(), ElementsAre("!Sơ tán"));
}

TEST_F(NoticeInboxTest, HearsOfAFolderThatComesLaterOrIsReplaced) {
  fs::remove(duty);
  EXPECT_THAT(texts(), IsEmpty());
  EXPECT_TRUE(inbox.knows_all());
  fs::create_directory(duty);
  EXPECT_THAT(texts(), IsEmpty());
  write(duty / "a.txt", "một");
  EXPECT_THAT(texts(), ElementsAre("một"));
  fs::rename(duty, folder.path() / "old");
  EXPECT_THAT(texts(), IsEmpty());
  fs::create_directory(duty);
  write(duty / "b.txt", "hai");
  EXPECT_THAT(texts_later(), ElementsAre("hai"));
}

}  // namespace
}  // namespace lobby::notices
