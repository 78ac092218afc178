#include "gather/page_judge.h"

#include <gmock/gmock.h>

#include "../world/temporary_folder.h"

namespace lobby::gather {
namespace {

using testing::HasSubstr;
using testing::Optional;
using namespace std::chrono_literals;

std::vector<content::Headline> stories(const std::string& path, bool dated) {
  std::vector<content::Headline> items;
  for (const char* const number : {"một", "hai", "ba", "bốn"}) {
    content::Headline item;
    item.title = "Tin " + path + " " + number;
    item.link = "https://portal.example/" + path + "/" + number;
    if (dated) item.published = WallTime(1720000000s);
    items.push_back(item);
  }
  return items;
}

content::Reading page(const std::string& path, bool dated) {
  content::Reading reading;
  reading.page_kind = content::PageKind::list;
  reading.items = stories(path, dated);
  return reading;
}

class PageJudging : public testing::Test {
 protected:
  /// What the judge says when the new design comes so many hours after the first time.
  std::optional<std::string> redesign(int hours) {
    return judge.objection("Tin", before, page("moi", false), began + std::chrono::hours(hours));
  }

  const WallTime began = std::chrono::sys_days(2024y / 7 / 1);
  const std::vector<content::Headline> before = stories("cu", true);
  TemporaryFolder folder;
  std::unique_ptr<store::Store> store = store::Store::open(folder.path() / "state");
  PageJudge judge{*store, TimeZone()};
};

TEST_F(PageJudging, TakesARedesignThatCameForThreeDays) {
  for (int hour = 0; hour < 72; ++hour) EXPECT_THAT(redesign(hour), Optional(HasSubstr("accepted on 2024-07-04")));
  EXPECT_EQ(redesign(72), std::nullopt);
}

TEST_F(PageJudging, RemembersATrialAcrossRestarts) {
  for (int hour = 0; hour < 72; ++hour) redesign(hour);
  store.reset();
  store = store::Store::open(folder.path() / "state");
  PageJudge after(*store, TimeZone());
  EXPECT_EQ(after.objection("Tin", before, page("moi", false), began + 72h), std::nullopt);
}

TEST_F(PageJudging, BeginsATrialAnewOnceTheOldPageCameBack) {
  for (int hour = 0; hour < 72; ++hour) redesign(hour);
  EXPECT_EQ(judge.objection("Tin", before, page("cu", true), began + 72h), std::nullopt);
  EXPECT_THAT(redesign(73), Optional(HasSubstr("accepted on 2024-07-07")));
}

TEST_F(PageJudging, LetsNoTrialGoOnByAClockThatIsNotBelieved) {
  EXPECT_THAT(judge.objection("Tin", before, page("moi", false), std::nullopt), Optional(HasSubstr("at its recipe")));
  EXPECT_EQ(store->state("trial:Tin"), std::nullopt);
}

TEST_F(PageJudging, NeverTakesAPageThatLeadsElsewhere) {
  auto hotspot = page("goi-cuoc", false);
  for (auto& item : hotspot.items) item.link.replace(0, 22, "https://hotspot.example");
  for (int hour = 0; hour < 100; ++hour) {
    EXPECT_THAT(judge.objection("Tin", before, hotspot, began + std::chrono::hours(hour)),
                Optional(HasSubstr("at its recipe")));
  }
}

}  // namespace
}  // namespace lobby::gather
