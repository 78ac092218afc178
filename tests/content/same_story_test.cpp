#include "content/same_story.h"

#include <gmock/gmock.h>

#include "text/clean.h"

namespace lobby::content {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using namespace std::chrono_literals;
using Indices = std::vector<std::size_t>;

const WallTime today = std::chrono::sys_days(std::chrono::year(2024) / 7 / 24);
const std::string telling = text::compare_key("Công an tỉnh Vân Lam ra quân “Hòa bình”");
const std::string notice = text::compare_key("Thông báo kết quả thi tuyển công chức năm 2024");

struct StoryPair {
  const char* rule;
  std::vector<Identity> stories;
  Indices shown;
  Indices certain;
};

void PrintTo(const StoryPair& c, std::ostream* out) { *out << c.rule; }

class SameStory : public testing::TestWithParam<StoryPair> {};

TEST_P(SameStory, FollowsTheRule) {
  const Sameness same = sameness(GetParam().stories);
  EXPECT_THAT(same.shown, ElementsAreArray(GetParam().shown)) << GetParam().rule;
  EXPECT_THAT(same.certain, ElementsAreArray(GetParam().certain)) << GetParam().rule;
}

INSTANTIATE_TEST_SUITE_P(
    WithinOneSource, SameStory,
    testing::Values(StoryPair{"two ids are two stories, whatever the title",
                              {{"A", "1", "a.vn/1", "tin buồn", today}, {"A", "2", "a.vn/2", "tin buồn", today}},
                              {0, 1},
                              {0, 1}},
                    StoryPair{"two ids are two stories, whatever the title says",
                              {{"A", "1", "", telling, today}, {"A", "2", "", telling, today}},
                              {0, 1},
                              {0, 1}},
                    StoryPair{"two ids behind one link are two stories",
                              {{"A", "1", "a.vn/thong-bao", "cắt điện", today},
                               {"A", "2", "a.vn/thong-bao", "nghỉ lễ", today},
                               {"A", "3", "a.vn/thong-bao", "tiêm chủng", today}},
                              {0, 1, 2},
                              {0, 1, 2}},
                    StoryPair{"two ids with one link and one title are an item that was issued again",
                              {{"A", "1", "a.vn/1", "cắt điện", today}, {"A", "2", "a.vn/1", "cắt điện", today}},
                              {0, 0},
                              {0, 0}},
                    StoryPair{"one id is one story, whatever the title",
                              {{"A", "1", "a.vn/1", "một", today}, {"A", "1", "a.vn/1", "hai", today}},
                              {0, 0},
                              {0, 0}},
                    StoryPair{"one id is one story, whatever the link",
                              {{"A", "1", "a.vn/1", "một", today}, {"A", "1", "a.vn/2", "một", today}},
                              {0, 0},
                              {0, 0}},
                    StoryPair{"one id for everything is none",
                              {{"A", "https://a.vn", "a.vn/1", "một", today},
                               {"A", "https://a.vn", "a.vn/2", "hai", today},
                               {"A", "https://a.vn", "a.vn/2", "hai", today}},
                              {0, 1, 1},
                              {0, 1, 1}},
                    StoryPair{"two links are two stories on a page without ids",
                              {{"A", "", "a.vn/1", telling, today}, {"A", "", "a.vn/2", telling, today}},
                              {0, 1},
                              {0, 1}},
                    StoryPair{"one link is one story without ids",
                              {{"A", "", "a.vn/1", "một", today}, {"A", "", "a.vn/1", "hai", today}},
                              {0, 0},
                              {0, 0}},
                    StoryPair{"a title that is all there is",
                              {{"A", "", "", "tin buồn", today}, {"A", "", "", "tin buồn", today - 24h}},
                              {0, 0},
                              {0, 1}},
                    StoryPair{"nothing at all", {{"A", "", "", "", {}}, {"A", "", "", "", {}}}, {0, 1}, {0, 1}}));

INSTANTIATE_TEST_SUITE_P(
    AcrossSources, SameStory,
    testing::Values(
        StoryPair{"a number of one portal is not one of another",
                  {{"A", "news_1234", "", "một", today}, {"B", "news_1234", "", "hai", today}},
                  {0, 1},
                  {0, 1}},
        StoryPair{"a name for the whole world is one",
                  {{"A", "urn:uuid:7", "a.vn/1", "một", today}, {"B", "urn:uuid:7", "b.vn/2", "hai", today}},
                  {0, 0},
                  {0, 0}},
        StoryPair{"feed and page of one portal, with an edit on one of them",
                  {{"A", "news_1", "a.vn/1", "một", today}, {"B", "", "a.vn/1", "một (sửa)", {}}},
                  {0, 0},
                  {0, 0}},
        StoryPair{"a link that several notices share joins only those with the same title",
                  {{"A", "1", "a.vn/tb", "cắt điện", today},
                   {"A", "2", "a.vn/tb", "nghỉ lễ", today},
                   {"B", "", "a.vn/tb", "thông báo", today},
                   {"B", "7", "a.vn/tb", "nghỉ lễ", today}},
                  {0, 1, 2, 1},
                  {0, 1, 2, 1}},
        StoryPair{"a title of two portals on the same days",
                  {{"A", "1", "a.vn/1", telling, today}, {"B", "2", "b.vn/2", telling, today - 71h}},
                  {0, 0},
                  {0, 1}},
        StoryPair{"a title of two portals, one without a date",
                  {{"A", "1", "a.vn/1", telling, today}, {"B", "2", "b.vn/2", telling, {}}},
                  {0, 0},
                  {0, 1}},
        StoryPair{"a title of another week",
                  {{"A", "1", "a.vn/1", telling, today}, {"B", "2", "b.vn/2", telling, today - 73h}},
                  {0, 1},
                  {0, 1}},
        StoryPair{"a title without a date among two weeks belongs to neither",
                  {{"A", "", "a.vn/1", telling, today},
                   {"B", "", "b.vn/2", telling, today - 200h},
                   {"C", "", "c.vn/3", telling, {}}},
                  {0, 1, 2},
                  {0, 1, 2}},
        StoryPair{"a title with two links on one host",
                  {{"A", "", "a.vn/1", telling, today}, {"B", "", "a.vn/2", telling, today}},
                  {0, 1},
                  {0, 1}},
        StoryPair{"a title that one portal has twice says nothing of another's",
                  {{"A", "", "a.vn/1", telling, today},
                   {"A", "", "a.vn/2", telling, today},
                   {"B", "", "b.vn/1", telling, today}},
                  {0, 1, 2},
                  {0, 1, 2}},
        StoryPair{
            "a short title", {{"A", "", "", "tin buồn", today}, {"B", "", "", "tin buồn", today}}, {0, 1}, {0, 1}},
        StoryPair{
            "the title of a notice", {{"A", "", "", notice, today}, {"B", "", "", notice, today}}, {0, 1}, {0, 1}},
        StoryPair{
            "a third joins two by link and title",
            {{"A", "", "a.vn/1", telling, today}, {"B", "", "b.vn/1", telling, today}, {"C", "", "b.vn/1", "x", today}},
            {0, 0, 0},
            {0, 1, 1}}));

TEST(Identity, HasAnIdOnlyWhereTheSourceGaveOne) {
  Headline headline;
  headline.title = "Ra quân";
  headline.link = "https://a.vn/1?utm_source=x";
  headline.id = headline.link;
  EXPECT_EQ(identity_of(headline).id, "");
  headline.id = "http://www.a.vn/1/";
  EXPECT_EQ(identity_of(headline).id, "");
  headline.id = "news_1";
  EXPECT_EQ(identity_of(headline).id, "news_1");
  headline.link = "https://a.vn/";
  headline.id = "https://a.vn/";
  EXPECT_EQ(identity_of(headline).id, "");
  EXPECT_EQ(identity_of(headline).link, "");
}

TEST(JoinedByKeys, GoesThroughThirds) {
  EXPECT_THAT(joined_by_keys({{"a"}, {"b"}, {}, {"b", "a"}}), ElementsAre(0U, 0U, 2U, 0U));
}

}  // namespace
}  // namespace lobby::content
