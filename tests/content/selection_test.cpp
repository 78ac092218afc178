#include "content/selection.h"

#include <gmock/gmock.h>

#include "content/merge.h"

namespace lobby::content {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Headline story(const std::string& title, const std::string& section = "") {
  Headline headline;
  headline.id = "id-of-" + title;
  headline.title = title;
  headline.section = section;
  headline.link = "https://vanlam.example/tin/" + title;
  return headline;
}

config::Source with(config::Marks include, config::Marks exclude = {}) {
  config::Source source;
  source.name = "Tin";
  source.include = std::move(include);
  source.exclude = std::move(exclude);
  return source;
}

struct Case {
  const char* rule;
  config::Marks include;
  config::Marks exclude;
  Headline headline;
  bool wanted;
};

class Selection : public testing::TestWithParam<Case> {};

TEST_P(Selection, FollowsTheRule) {
  const Case& c = GetParam();
  EXPECT_EQ(is_wanted(c.headline, with(c.include, c.exclude)), c.wanted) << c.rule;
}

INSTANTIATE_TEST_SUITE_P(
    Rules, Selection,
    testing::Values(
        Case{"no rule lets everything pass", {}, {}, story("Hội chợ xuân"), true},
        Case{"a word of the title", {{}, {"hội chợ"}}, {}, story("Khai mạc Hội chợ xuân"), true},
        Case{"whole words only", {{}, {"chợ"}}, {}, story("Hội chợp xuân"), false},
        Case{"a phrase, not its scattered words", {{}, {"hội xuân"}}, {}, story("Hội chợ xuân"), false},
        Case{"whatever its case", {{}, {"HỘI CHỢ"}}, {}, story("hội chợ xuân"), true},
        Case{"wherever its tone stands", {{}, {"văn hoá"}}, {}, story("Ngày hội Văn hóa"), true},
        Case{"next to a sign", {{}, {"văn hóa"}}, {}, story("“Văn hóa”, bản sắc"), true},
        Case{"other marks make other words", {{}, {"ma"}}, {}, story("Phố mã mới"), false},
        Case{"a section", {{"Văn hóa"}, {}}, {}, story("Hội chợ", "Tin tức, Văn hóa"), true},
        Case{"another section", {{"Văn hóa"}, {}}, {}, story("Văn hóa đọc", "Kinh tế"), false},
        Case{"a section whole, not the first word of another",
             {},
             {{"Tin"}, {}},
             story("Hội chợ", "Tin tức, Tin buồn"),
             true},
        Case{"a section whole, not its last word", {}, {{"tức"}, {}}, story("Hội chợ", "Tin tức"), true},
        Case{"one of several sections", {}, {{"tin BUỒN"}, {}}, story("Hội chợ", "Tin tức, Tin buồn"), false},
        Case{"a section with a comma",
             {{"Văn hóa, Thể thao"}, {}},
             {},
             story("Hội chợ", "Tin tức, Văn hóa, Thể thao, Xã hội"),
             true},
        Case{"section or word", {{"Văn hóa"}, {"đọc"}}, {}, story("Ngày hội đọc", "Kinh tế"), true},
        Case{"excluded by a word", {}, {{}, {"tuyển dụng"}}, story("Thông báo tuyển dụng"), false},
        Case{"excluded by its section", {}, {{"Rao vặt"}, {}}, story("Bán xe", "Rao vặt"), false},
        Case{"exclusion is stronger", {{}, {"xuân"}}, {{}, {"chợ"}}, story("Hội chợ xuân"), false},
        Case{"a mark of signs alone marks nothing", {}, {{}, {"…"}}, story("Hội chợ… xuân"), true}));

TEST(Selection, LooksIntoTheSummaryToo) {
  Headline headline = story("Chuyện ngày mới");
  headline.summary = "Phiên chợ vùng cao mở lại sau lũ.";
  EXPECT_TRUE(is_wanted(headline, with({{}, {"vùng cao"}})));
}

config::Source holding(std::vector<std::string> approved) {
  config::Source source;
  source.name = "Tin";
  source.hold = true;
  source.approved = std::move(approved);
  return source;
}

TEST(Approval, IsNotNeededUnlessTheSourceHolds) {
  config::Source open;
  EXPECT_FALSE(is_held(story("Một"), open));
  EXPECT_TRUE(is_held(story("Một"), holding({})));
}

TEST(Approval, NamesALinkAnIdOrATitle) {
  EXPECT_FALSE(is_held(story("Một"), holding({"http://www.vanlam.example/tin/Một/"})));
  EXPECT_FALSE(is_held(story("Một"), holding({"id-of-Một"})));
  EXPECT_FALSE(is_held(story("Hội chợ xuân"), holding({"hội chợ  xuân"})));
  EXPECT_TRUE(is_held(story("Hội chợ xuân"), holding({"hội chợ"})));
}

TEST(Approval, OfALinkOutlivesAnEditButOfATitleDoesNot) {
  Headline edited = story("Một");
  edited.title = "Một (sửa)";
  EXPECT_FALSE(is_held(edited, holding({"https://vanlam.example/tin/Một"})));
  EXPECT_TRUE(is_held(edited, holding({"Một"})));
}

Photo photo(const std::string& name, const std::string& caption = "") {
  Photo photo;
  photo.image.url = "usb://digest-of-" + name;
  photo.image.caption = caption;
  photo.name = name;
  return photo;
}

TEST(Selection, LooksForWordsInTheCaptionAndTheNameOfAPhoto) {
  const config::Source no_trial = with({}, {{"Tin"}, {"nháp"}});
  EXPECT_FALSE(is_wanted(photo("1.jpg", "Bản nháp"), no_trial));
  EXPECT_FALSE(is_wanted(photo("nháp_1.jpg"), no_trial));
  EXPECT_TRUE(is_wanted(photo("cho.jpg", "Chợ phiên"), no_trial));
  EXPECT_TRUE(is_wanted(photo("cho.jpg", "Chợ phiên"), with({{}, {"chợ phiên"}})));
  EXPECT_FALSE(is_wanted(photo("cho.jpg"), with({{}, {"chợ phiên"}})));
  EXPECT_TRUE(is_wanted(photo("cho.jpg"), with({{"Văn hóa"}, {}}))) << "photos have no sections";
}

TEST(Approval, OfAPhotoNamesItsFileOrItsAddress) {
  EXPECT_FALSE(is_held(photo("Chợ.jpg"), config::Source()));
  EXPECT_TRUE(is_held(photo("Chợ.jpg"), holding({"chợ", "cho.jpg"})));
  EXPECT_FALSE(is_held(photo("Cho\xCC\xA3\xCC\x9B.jpg"), holding({"chợ.jpg"}))) << "decomposed, as Macs write it";
  EXPECT_FALSE(is_held(photo("a.jpg"), holding({"usb://digest-of-a.jpg"})));
  EXPECT_TRUE(is_held(photo(""), holding({""})));
}

std::vector<std::string> titles(const Merged& merged) {
  std::vector<std::string> found;
  for (const Headline& headline : merged.headlines) found.push_back(headline.title);
  return found;
}

TEST(Merge, DropsWhatTheRulesLeaveOutBeforeItCountsTheNewest) {
  SourceItems items{with({}, {{}, {"quảng cáo"}}), {story("Quảng cáo"), story("Một"), story("Hai")}, {}};
  items.source.keep = 2;
  EXPECT_THAT(titles(merge({items}, {})), ElementsAre("Một", "Hai"));
}

TEST(Merge, KeepsHeldStoriesAndTheirPhotosBack) {
  SourceItems items{holding({"Hai"}), {story("Một"), story("Hai")}, {}};
  items.headlines[0].images.push_back({"https://vanlam.example/1.jpg", {}});
  const Merged merged = merge({items}, {});
  EXPECT_THAT(titles(merged), ElementsAre("Hai"));
  EXPECT_THAT(merged.photos, IsEmpty());
}

TEST(Merge, KeepsHeldAndUnwantedPhotosBack) {
  SourceItems items{holding({"a.jpg", "nháp.jpg"}), {}, {photo("a.jpg"), photo("b.jpg"), photo("nháp.jpg")}};
  items.source.exclude.words = {"nháp"};
  const Merged merged = merge({items}, {});
  ASSERT_EQ(merged.photos.size(), 1U);
  EXPECT_EQ(merged.photos[0].name, "a.jpg");
}

TEST(Merge, MakesAFeedOfPhotosPhotosAlone) {
  SourceItems items{with({}), {story("Sương sớm trên đèo")}, {}};
  items.source.shown_as = config::ShownAs::photos;
  items.headlines[0].images = {{"https://vanlam.example/1.jpg", "Đèo Mây, 6 giờ sáng"},
                               {"https://vanlam.example/2.jpg", ""}};
  const Merged merged = merge({items}, {});
  EXPECT_THAT(merged.headlines, IsEmpty());
  ASSERT_EQ(merged.photos.size(), 2U);
  EXPECT_EQ(merged.photos[0].image.caption, "Đèo Mây, 6 giờ sáng");
  EXPECT_EQ(merged.photos[1].image.caption, "Sương sớm trên đèo");
  EXPECT_EQ(merged.photos[1].source, "Tin");
}

}  // namespace
}  // namespace lobby::content
