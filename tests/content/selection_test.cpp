#include "content/selection.h"

#include <gmock/gmock.h>

#include "content/merge.h"

namespace lobby::content {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Headline piece(const std::string& title, const std::string& section = "") {
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

struct Choice {
  const char* rule;
  config::Marks include;
  config::Marks exclude;
  Headline headline;
  bool wanted;
};

class Selection : public testing::TestWithParam<Choice> {};

TEST_P(Selection, FollowsTheRule) {
  const Choice& c = GetParam();
  EXPECT_EQ(is_wanted(c.headline, with(c.include, c.exclude)), c.wanted) << c.rule;
}

INSTANTIATE_TEST_SUITE_P(
    Rules, Selection,
    testing::Values(
        Choice{"no rule lets everything pass", {}, {}, piece("Hội chợ xuân"), true},
        Choice{"a word of the title", {{}, {"hội chợ"}}, {}, piece("Khai mạc Hội chợ xuân"), true},
        Choice{"whole words only", {{}, {"chợ"}}, {}, piece("Hội chợp xuân"), false},
        Choice{"a phrase, not its scattered words", {{}, {"hội xuân"}}, {}, piece("Hội chợ xuân"), false},
        Choice{"whatever its case", {{}, {"HỘI CHỢ"}}, {}, piece("hội chợ xuân"), true},
        Choice{"wherever its tone stands", {{}, {"văn hoá"}}, {}, piece("Ngày hội Văn hóa"), true},
        Choice{"next to a sign", {{}, {"văn hóa"}}, {}, piece("“Văn hóa”, bản sắc"), true},
        Choice{"other marks make other words", {{}, {"ma"}}, {}, piece("Phố mã mới"), false},
        Choice{"a section", {{"Văn hóa"}, {}}, {}, piece("Hội chợ", "Tin tức, Văn hóa"), true},
        Choice{"another section", {{"Văn hóa"}, {}}, {}, piece("Văn hóa đọc", "Kinh tế"), false},
        Choice{"a section whole, not the first word of another",
               {},
               {{"Tin"}, {}},
               piece("Hội chợ", "Tin tức, Tin buồn"),
               true},
        Choice{"a section whole, not its last word", {}, {{"tức"}, {}}, piece("Hội chợ", "Tin tức"), true},
        Choice{"one of several sections", {}, {{"tin BUỒN"}, {}}, piece("Hội chợ", "Tin tức, Tin buồn"), false},
        Choice{"a section with a comma",
               {{"Văn hóa, Thể thao"}, {}},
               {},
               piece("Hội chợ", "Tin tức, Văn hóa, Thể thao, Xã hội"),
               true},
        Choice{"section or word", {{"Văn hóa"}, {"đọc"}}, {}, piece("Ngày hội đọc", "Kinh tế"), true},
        Choice{"excluded by a word", {}, {{}, {"tuyển dụng"}}, piece("Thông báo tuyển dụng"), false},
        Choice{"excluded by its section", {}, {{"Rao vặt"}, {}}, piece("Bán xe", "Rao vặt"), false},
        Choice{"exclusion is stronger", {{}, {"xuân"}}, {{}, {"chợ"}}, piece("Hội chợ xuân"), false},
        Choice{"a mark of signs alone marks nothing", {}, {{}, {"…"}}, piece("Hội chợ… xuân"), true}));

TEST(Selection, LooksIntoTheSummaryToo) {
  Headline headline = piece("Chuyện ngày mới");
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
  EXPECT_FALSE(is_held(piece("Một"), open));
  EXPECT_TRUE(is_held(piece("Một"), holding({})));
}

TEST(Approval, NamesALinkAnIdOrATitle) {
  EXPECT_FALSE(is_held(piece("Một"), holding({"http://www.vanlam.example/tin/Một/"})));
  EXPECT_FALSE(is_held(piece("Một"), holding({"id-of-Một"})));
  EXPECT_FALSE(is_held(piece("Hội chợ xuân"), holding({"hội chợ  xuân"})));
  EXPECT_TRUE(is_held(piece("Hội chợ xuân"), holding({"hội chợ"})));
}

TEST(Approval, OfALinkOutlivesAnEditButOfATitleDoesNot) {
  Headline edited = piece("Một");
  edited.title = "Một (sửa)";
  EXPECT_FALSE(is_held(edited, holding({"https://vanlam.example/tin/Một"})));
  EXPECT_TRUE(is_held(edited, holding({"Một"})));
}

Photo named_photo(const std::string& name, const std::string& caption = "") {
  Photo named_photo;
  named_photo.image.url = "usb://digest-of-" + name;
  named_photo.image.caption = caption;
  named_photo.name = name;
  return named_photo;
}

TEST(Selection, LooksForWordsInTheCaptionAndTheNameOfAPhoto) {
  const config::Source no_trial = with({}, {{"Tin"}, {"nháp"}});
  EXPECT_FALSE(is_wanted(named_photo("1.jpg", "Bản nháp"), no_trial));
  EXPECT_FALSE(is_wanted(named_photo("nháp_1.jpg"), no_trial));
  EXPECT_TRUE(is_wanted(named_photo("cho.jpg", "Chợ phiên"), no_trial));
  EXPECT_TRUE(is_wanted(named_photo("cho.jpg", "Chợ phiên"), with({{}, {"chợ phiên"}})));
  EXPECT_FALSE(is_wanted(named_photo("cho.jpg"), with({{}, {"chợ phiên"}})));
  EXPECT_TRUE(is_wanted(named_photo("cho.jpg"), with({{"Văn hóa"}, {}}))) << "photos have no sections";
}

TEST(Approval, OfAPhotoNamesItsFileOrItsAddress) {
  EXPECT_FALSE(is_held(named_photo("Chợ.jpg"), config::Source()));
  EXPECT_TRUE(is_held(named_photo("Chợ.jpg"), holding({"chợ", "cho.jpg"})));
  EXPECT_FALSE(is_held(named_photo("Cho\xCC\xA3\xCC\x9B.jpg"), holding({"chợ.jpg"}))) << "decomposed, as Macs write it";
  EXPECT_FALSE(is_held(named_photo("a.jpg"), holding({"usb://digest-of-a.jpg"})));
  EXPECT_TRUE(is_held(named_photo(""), holding({""})));
}

std::vector<std::string> merged_titles(const Merged& merged) {
  std::vector<std::string> found;
  for (const Headline& headline : merged.headlines) found.push_back(headline.title);
  return found;
}

TEST(Merge, DropsWhatTheRulesLeaveOutBeforeItCountsTheNewest) {
  SourceItems items{with({}, {{}, {"quảng cáo"}}), {piece("Quảng cáo"), piece("Một"), piece("Hai")}, {}};
  items.source.keep = 2;
  EXPECT_THAT(merged_titles(merge({items}, {})), ElementsAre("Một", "Hai"));
}

TEST(Merge, KeepsHeldStoriesAndTheirPhotosBack) {
  SourceItems items{holding({"Hai"}), {piece("Một"), piece("Hai")}, {}};
  items.headlines[0].images.push_back({"https://vanlam.example/1.jpg", {}});
  const Merged merged = merge({items}, {});
  EXPECT_THAT(merged_titles(merged), ElementsAre("Hai"));
  EXPECT_THAT(merged.photos, IsEmpty());
}

TEST(Merge, KeepsHeldAndUnwantedPhotosBack) {
  SourceItems items{
      holding({"a.jpg", "nháp.jpg"}), {}, {named_photo("a.jpg"), named_photo("b.jpg"), named_photo("nháp.jpg")}};
  items.source.exclude.words = {"nháp"};
  const Merged merged = merge({items}, {});
  ASSERT_EQ(merged.photos.size(), 1U);
  EXPECT_EQ(merged.photos[0].name, "a.jpg");
}

TEST(Merge, MakesAFeedOfPhotosPhotosAlone) {
  SourceItems items{with({}), {piece("Sương sớm trên đèo")}, {}};
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
