#include <gmock/gmock.h>

#include "plain_measurer.h"
#include "scene/build_scene.h"
#include "scene/facts.h"
#include "scene/fields.h"
#include "scene/typeset.h"
#include "screens.h"

namespace lobby::scene {
namespace {

using namespace std::chrono;
using testing::ElementsAre;
using testing::IsEmpty;

const LocalTime morning{2024y / July / 24, 9h, 41min, 0s};

playlist::Slide headline_slide(const std::string& title, const std::string& summary = {}) {
  content::Headline headline{"1", title, {}, summary, {}, sys_days(2024y / July / 24), {}, "Tin tức"};
  return {"headline:1", playlist::HeadlineSlide{headline}};
}

config::Text text(const std::string& role, std::vector<std::string> parts, double least, double most, int lines) {
  config::Text made;
  made.role = role;
  made.parts = std::move(parts);
  made.face = "headline";
  made.least = least;
  made.most = most;
  made.lines = lines;
  made.colour = "#ffffff";
  return made;
}

config::Theme theme_of(const std::string& name, std::vector<config::Element> elements) {
  config::Theme theme;
  theme.layouts[name].elements = std::move(elements);
  return theme;
}

std::vector<std::string> lines_of(const Scene& scene, const std::string& role) {
  std::vector<std::string> lines;
  for (const auto& op : scene.ops) {
    const auto* text_op = std::get_if<TextOp>(&op);
    if (text_op == nullptr || text_op->role != role) continue;
    for (const auto& line : text_op->lines) lines.push_back(line.text);
  }
  return lines;
}

const TextOp& op_of(const Scene& scene, const std::string& role) {
  for (const auto& op : scene.ops) {
    if (const auto* text_op = std::get_if<TextOp>(&op); text_op != nullptr && text_op->role == role) return *text_op;
  }
  throw std::runtime_error("no text with the role " + role);
}

TEST(Fields, TellTheDateOfTheStripInVietnamese) {
  const auto fields = fields_of(headline_slide("Tin"), {"Công an tỉnh Ninh Bình", TimeZone(), morning, std::nullopt});
  EXPECT_EQ(fields.at("weekday_date"), "Thứ Tư, 24/07/2024");
  EXPECT_EQ(fields.at("lunar_date"), "19 tháng Sáu, năm Giáp Thìn");
  EXPECT_EQ(fields.at("time"), "09:41");
}

TEST(Fields, TellTheDayInWordsAndAsTheAlmanacHasIt) {
  const auto fields = fields_of(headline_slide("Tin"), {"Sở", TimeZone(), morning, std::nullopt});
  EXPECT_EQ(fields.at("date_in_words"), "ngày 24 tháng 7 năm 2024");
  EXPECT_EQ(fields.at("can_chi_day"), "Kỷ Sửu");
  EXPECT_EQ(fields.at("solar_term"), "Đại thử");
}

calendar::Occurrence army_in(std::chrono::year year) {
  return {{.name = "Ngày thành lập Quân đội", .day = 1944y / December / 22},
          year / December / 22,
          static_cast<int>(year) - 1944};
}

calendar::Occurrence hung_kings() {
  return {{.name = "Giỗ Tổ", .day = calendar::YearlyDay{calendar::LunarDay{10, 3}}, .tone = calendar::Tone::tradition},
          2026y / April / 26};
}

Fields fields_of_day(std::variant<calendar::Banner, calendar::Countdown> day) {
  playlist::Slide slide{"1", playlist::StandbySlide()};
  if (auto* banner = std::get_if<calendar::Banner>(&day)) slide.what = playlist::AnniversarySlide{*banner};
  if (auto* countdown = std::get_if<calendar::Countdown>(&day)) slide.what = playlist::CountdownSlide{*countdown};
  return fields_of(slide, {"Sở", TimeZone(), morning, std::nullopt});
}

struct DayFields {
  std::variant<calendar::Banner, calendar::Countdown> day;
  const char *greeting, *figure, *unit, *mark, *range;
};

TEST(Fields, OfAnAnniversaryTellItsYearsOrItsDayOrTheDaysThatAreLeft) {
  calendar::Occurrence tet = hung_kings();
  tet.anniversary.day = calendar::YearlyDay{calendar::LunarDay{1, 1}};
  tet.date = 2026y / February / 17;
  const calendar::Occurrence teachers{{.name = "A", .day = calendar::YearlyDay{November / 20}}, 2026y / November / 20};
  const DayFields cases[] = {
      {calendar::Banner{{army_in(2026y)}}, "Chào mừng kỷ niệm", "82", "năm", "82 năm", "22/12/1944 – 22/12/2026"},
      {calendar::Banner{{army_in(2024y)}}, "Nhiệt liệt chào mừng kỷ niệm", "80", "năm", "80 năm",
       "22/12/1944 – 22/12/2024"},
      {calendar::Banner{{hung_kings()}}, "Kỷ niệm", "10", "tháng 3 âm lịch", "10/3 ÂL", "Chủ Nhật, 26/4/2026"},
      {calendar::Banner{{tet}}, "Kỷ niệm", "1", "tháng Giêng", "1/1 ÂL", "Thứ Ba, 17/2/2026"},
      {calendar::Banner{{teachers}}, "Chào mừng", "20", "tháng 11", "20/11", "Thứ Sáu, 20/11/2026"},
      {calendar::Countdown{army_in(2026y), 5}, "Còn 5 ngày đến", "5", "ngày", "82 năm", "Thứ Ba, 22/12/2026"},
      {calendar::Countdown{hung_kings(), 1}, "Còn 1 ngày đến", "1", "ngày", "10/3 ÂL", "Chủ Nhật, 26/4/2026"},
  };
  for (const auto& [day, greeting, figure, unit, mark, range] : cases) {
    const auto fields = fields_of_day(day);
    EXPECT_EQ(fields.at("greeting"), greeting);
    EXPECT_EQ(fields.at("figure"), figure);
    EXPECT_EQ(fields.at("unit"), unit);
    EXPECT_EQ(fields.at("mark"), mark);
    EXPECT_EQ(fields.at("range"), range);
  }
}

std::string facts_of(const playlist::Slide& slide) {
  using enum config::Fact;
  const std::pair<config::Fact, const char*> facts[] = {
      {tradition, "tradition "},  {memorial, "memorial "}, {mourning, "mourning "},
      {motto, "motto "},          {counted, "counted "},   {round_year, "round_year "},
      {half_round_year, "half "}, {joint, "joint "},       {countdown, "countdown "}};
  std::string result;
  for (const auto& [fact, name] : facts) result += holds(fact, slide, full_hd) ? name : "";
  return result;
}

TEST(Facts, OfAnAnniversaryDecideItsLook) {
  const auto banner = [](std::vector<calendar::Occurrence> occurrences) {
    return facts_of({"1", playlist::AnniversarySlide{{std::move(occurrences)}}});
  };
  calendar::Occurrence mourned = army_in(2026y);
  mourned.anniversary.tone = calendar::Tone::mourning;
  calendar::Occurrence remembered = army_in(2025y);
  remembered.anniversary.tone = calendar::Tone::memorial;
  remembered.anniversary.motto = "Uống nước nhớ nguồn";
  EXPECT_EQ(banner({army_in(2026y)}), "counted ");
  EXPECT_EQ(banner({army_in(2024y)}), "counted round_year ");
  EXPECT_EQ(banner({army_in(2029y)}), "counted half ");
  EXPECT_EQ(banner({army_in(2029y), army_in(2024y)}), "counted round_year joint ");
  EXPECT_EQ(banner({hung_kings()}), "tradition ");
  EXPECT_EQ(banner({mourned}), "memorial mourning counted ");
  EXPECT_EQ(banner({remembered}), "memorial motto counted ");
  EXPECT_EQ(facts_of({"1", playlist::CountdownSlide{{army_in(2024y), 5}}}), "counted countdown ");
  EXPECT_EQ(facts_of({"1", playlist::CountdownSlide{{hung_kings(), 3}}}), "tradition counted countdown ");
  EXPECT_EQ(facts_of(headline_slide("Tin")), "");
}

TEST(Fields, WithoutATrustedClockThereIsNoDateAndNoTime) {
  const auto fields = fields_of(headline_slide("Tin"), {"Sở", TimeZone(), std::nullopt, std::nullopt});
  for (const char* field : {"weekday_date", "date_in_words", "lunar_date", "can_chi_day", "solar_term", "time"}) {
    EXPECT_FALSE(fields.contains(field)) << field;
  }
}

struct PublishedCase {
  WallTime published;
  std::optional<LocalTime> now;
  std::string relative;
};

TEST(Fields, ADateOfPublicationIsRelativeToTheDayInTheLobby) {
  const auto first_second = sys_days(2024y / July / 23) + 17h;  // 24 July, 00:00 at UTC+7
  const LocalTime last_minute{2024y / July / 24, 23h, 59min, 59s};
  const LocalTime midnight{2024y / July / 25, 0h, 0min, 0s};
  const PublishedCase cases[] = {
      {first_second, last_minute, "Hôm nay"},      {first_second + 23h, last_minute, "Hôm nay"},
      {first_second - 1s, last_minute, "Hôm qua"}, {first_second + 23h, midnight, "Hôm qua"},
      {first_second - 1s, midnight, "23/07/2024"}, {first_second + 24h, last_minute, "25/07/2024"},
      {first_second, std::nullopt, "24/07/2024"},
  };
  for (const auto& [published, now, relative] : cases) {
    const content::Headline headline{"1", "Tin", {}, {}, {}, published, {}, "Tin tức"};
    const Surroundings surroundings{"Sở", TimeZone(), now, std::nullopt};
    EXPECT_EQ(fields_of({"1", playlist::HeadlineSlide{headline}}, surroundings).at("published_relative"), relative);
    const auto rows = row_fields_of({"2", playlist::HeadlineListSlide{{headline, headline}}}, surroundings);
    EXPECT_EQ(rows.at(1).at("published_relative"), relative);
  }
}

TEST(Fields, ADateOfPublicationStaysInFiguresBesideTheRelativeOne) {
  const auto fields = fields_of(headline_slide("Tin"), {"Sở", TimeZone(), morning, std::nullopt});
  EXPECT_EQ(fields.at("published"), "24/07/2024");
  EXPECT_EQ(fields.at("date"), "24/07/2024");
  EXPECT_EQ(fields.at("published_relative"), "Hôm nay");
}

struct FilledCase {
  std::vector<std::string> parts;
  std::string expected;
};

TEST(Fields, PartsWithoutAValueAreLeftOut) {
  const Fields fields{{"title", "Tin"}, {"source", ""}};
  const FilledCase cases[] = {
      {{"{title}"}, "Tin"}, {{"ẢNH", "{source}"}, "ẢNH"},           {{"ẢNH", "{title}"}, "ẢNH · Tin"},
      {{"{source}"}, ""},   {{"{source} năm {title}"}, " năm Tin"}, {{"{unknown}", "{source}"}, ""},
  };
  for (const auto& [parts, expected] : cases) EXPECT_EQ(filled(text("kicker", parts, 3, 3, 1), fields), expected);
}

TEST(Fields, CapitalsKeepEveryMark) {
  auto kicker = text("kicker", {"{source}"}, 3, 3, 1);
  kicker.capitals = config::Capitals::all;
  EXPECT_EQ(filled(kicker, {{"source", "Phường Đông Thành"}}), "PHƯỜNG ĐÔNG THÀNH");
}

TEST(Stack, ATitleTakesTheLargestSizeAtWhichItFits) {
  config::Stack stack;
  stack.box = {0, 0, 50, 50};
  stack.texts = {text("title", {"{title}"}, 5, 10, 2)};
  PlainMeasurer measurer;
  const auto theme = theme_of("headline", {{{}, stack}});
  const auto small = build_scene(headline_slide("Tin"), theme, {}, full_hd, measurer);
  EXPECT_EQ(op_of(small, "title").setting.size, 108);
  const auto large =
      build_scene(headline_slide("Lực lượng Công an cơ sở giúp nhân dân thu hoạch lúa"), theme, {}, full_hd, measurer);
  EXPECT_LT(op_of(large, "title").setting.size, 108);
  EXPECT_GE(op_of(large, "title").setting.size, 54);
  EXPECT_EQ(op_of(large, "title").lines.size(), 2U);
}

TEST(Stack, WhatItsFaceCannotDrawIsGoneBeforeLinesAreBroken) {
  config::Stack stack;
  stack.box = {0, 0, 90, 50};
  stack.texts = {text("kicker", {"{source}", "東京"}, 4, 4, 1), text("title", {"{title}"}, 5, 10, 2),
                 text("summary", {"{summary}"}, 3, 3, 2)};
  PlainMeasurer measurer;
  const auto scene = build_scene(headline_slide("Hội nghị (東京) 2026", "京東"), theme_of("headline", {{{}, stack}}),
                                 {}, full_hd, measurer);
  EXPECT_THAT(lines_of(scene, "kicker"), ElementsAre("Tin tức"));
  EXPECT_THAT(lines_of(scene, "title"), ElementsAre("Hội nghị 2026"));
  EXPECT_THAT(lines_of(scene, "summary"), IsEmpty());
}

TEST(Stack, ATitleGrowsSmallerRatherThanTearAWord) {
  config::Stack stack;
  stack.box = {0, 0, 38, 74};
  stack.texts = {text("title", {"{title}"}, 5, 9, 5)};
  PlainMeasurer measurer;
  for (double width = 25; width < 60; width += 1) {
    stack.box.width = width;
    const auto scene = build_scene(headline_slide("Ngày truyền thống lực lượng An ninh nhân dân"),
                                   theme_of("headline", {{{}, stack}}), {}, full_hd, measurer);
    for (const auto& line : lines_of(scene, "title")) {
      EXPECT_FALSE(line.ends_with("truyền") || line.ends_with("lực") || line.ends_with("An")) << width << ": " << line;
    }
  }
}

/// A title set by itself in a box of that width.
Block set_title(const std::string& title, const config::Text& style, int width = 1000) {
  PlainMeasurer measurer;
  const std::vector texts{style};
  const auto copies = copies_of(texts, {{"title", title}}, headline_slide(title), {full_hd, full_hd.width}, measurer);
  Block block = set_stack(copies, {width, 900}, 1000, measurer).front();
  block.text = nullptr;  // It ends with this function.
  return block;
}

TEST(Stack, ATitleGrowsSomewhatSmallerRatherThanHaveARaggedEdge) {
  const std::string title = "Gặp bà Nguyễn Thị Ánh Hồng";
  const auto block = set_title(title, text("title", {"{title}"}, 4, 10, 4));
  EXPECT_THAT(block.lines, ElementsAre(title));  // At 90 pixels «Gặp» would stand alone above the name.
  EXPECT_EQ(block.setting.size, 75);
}

TEST(Stack, ATitleGrowsSomewhatSmallerRatherThanEndALineInAPreposition) {
  for (int width = 600; width < 1400; width += 20) {
    const auto block = set_title("Bằng khen của Thủ tướng Chính phủ", text("title", {"{title}"}, 4, 10, 4), width);
    for (const auto& line : block.lines) EXPECT_FALSE(line.ends_with(" của")) << width;
  }
}

TEST(Stack, ATitleTakesMoreLinesOnlyWhereItWouldEndEarly) {
  config::Text style = text("title", {"{title}"}, 4, 10, 2);
  style.more_lines = 6;
  const std::string two = "Hội nghị trực tuyến toàn tỉnh đánh giá kết quả thực hiện";
  EXPECT_EQ(set_title(two, style).lines.size(), 2U);
  const auto lines = set_title(two + " " + two + " " + two + " " + two, style).lines;
  EXPECT_GT(lines.size(), 2U);
  EXPECT_FALSE(lines.back().ends_with("…"));
}

TEST(Stack, ATitleThatEndsBeforeALongQuotationIsSetAsLargeAsItFits) {
  std::string title = "Tổng kết mô hình “Mắt thần";
  for (int i = 0; i < 30; ++i) title += " giữ bình yên thôn xóm";
  title += "”";
  const auto block = set_title(title, text("title", {"{title}"}, 4, 10, 3));
  EXPECT_THAT(block.lines, ElementsAre("Tổng kết mô hình…"));
  EXPECT_EQ(block.setting.size, 100);
}

TEST(Stack, AnOptionalTextIsShortenedThenLeftOut) {
  config::Stack stack;
  stack.box = {0, 0, 50, 30};
  auto summary = text("summary", {"{summary}"}, 5, 5, 4);
  summary.presence = config::Presence::optional;
  stack.texts = {text("title", {"{title}"}, 5, 8, 2), summary};
  PlainMeasurer measurer;
  std::string lead;
  for (int sentence = 0; sentence < 12; ++sentence) lead += "Hôm nay nhân dân trong tỉnh cùng trồng cây. ";
  auto scene =
      build_scene(headline_slide("Trồng cây", lead), theme_of("headline", {{{}, stack}}), {}, full_hd, measurer);
  ASSERT_THAT(lines_of(scene, "summary"), testing::SizeIs(testing::Ge(2U)));
  EXPECT_TRUE(lines_of(scene, "summary").back().ends_with("…"));

  stack.box.height = 12;
  scene = build_scene(headline_slide("Trồng cây", lead), theme_of("headline", {{{}, stack}}), {}, full_hd, measurer);
  EXPECT_THAT(lines_of(scene, "summary"), IsEmpty());
  EXPECT_THAT(lines_of(scene, "title"), ElementsAre("Trồng cây"));
}

TEST(Stack, InkOfStackedMarksNeverTouchesTheLineAbove) {
  config::Stack stack;
  stack.box = {0, 0, 30, 90};
  stack.texts = {text("title", {"{title}"}, 8, 8, 6)};
  PlainMeasurer measurer;
  const auto scene = build_scene(headline_slide("NGÀY MẪU ẴM CHÁU ẴM EM Ở NHÀ"), theme_of("headline", {{{}, stack}}),
                                 {}, full_hd, measurer);
  const auto& title = op_of(scene, "title");
  ASSERT_GE(title.lines.size(), 2U);
  for (std::size_t index = 1; index < title.lines.size(); ++index) {
    const Ink above = measurer.ink(title.setting, title.lines[index - 1].text);
    const Ink below = measurer.ink(title.setting, title.lines[index].text);
    EXPECT_GT(title.lines[index].baseline - below.above, title.lines[index - 1].baseline + above.below);
  }
}

TEST(Stack, StaysInsideItsBox) {
  config::Stack stack;
  stack.box = {10, 10, 40, 40};
  stack.align = config::VerticalAlign::bottom;
  stack.texts = {text("title", {"{title}"}, 3, 9, 4)};
  PlainMeasurer measurer;
  std::string title = "Hội nghị";
  for (int word = 0; word < 60; ++word) {
    const auto scene = build_scene(headline_slide(title), theme_of("headline", {{{}, stack}}), {}, full_hd, measurer);
    const Rect box = op_of(scene, "title").box;
    EXPECT_GE(box.x, 192);
    EXPECT_LE(box.right(), 960);
    EXPECT_GE(box.y, 108);
    EXPECT_LE(box.bottom(), 540);
    title += " nhân dân";
  }
}

TEST(Rows, ShareOneSize) {
  config::Rows rows;
  rows.box = {5, 20, 90, 60};
  rows.most = 2;
  config::Column column;
  column.width = 60;
  column.texts = {text("title", {"{title}"}, 3, 6, 1)};
  rows.columns = {column};
  content::Headline first{"1", "Ngắn", {}, {}, {}, std::nullopt, {}, "Tin"};
  content::Headline second{
      "2", "Một tiêu đề dài hơn nhiều để cỡ chữ phải nhỏ lại một chút", {}, {}, {}, std::nullopt, {}, "Tin"};
  const playlist::Slide slide{"headline-list", playlist::HeadlineListSlide{{first, second, first}}};
  PlainMeasurer measurer;
  const auto scene = build_scene(slide, theme_of("headline-list", {{{}, rows}}), {}, full_hd, measurer);
  std::vector<int> sizes;
  for (const auto& op : scene.ops) {
    if (const auto* text_op = std::get_if<TextOp>(&op)) sizes.push_back(text_op->setting.size);
  }
  ASSERT_EQ(sizes.size(), 2U);
  EXPECT_EQ(sizes[0], sizes[1]);
}

TEST(Scrim, IsSolidFromTheTextUpwardsAndMadeForItsLeastLegibleColour) {
  config::Scrim scrim{{0, 50, 100, 40}, "#000000", "#ffffff"};
  config::Stack stack;
  stack.box = {5, 60, 80, 25};
  stack.align = config::VerticalAlign::bottom;
  auto caption = text("caption", {"{title}"}, 5, 5, 1);
  caption.colour = "#e3b04b";
  stack.texts = {caption};
  PlainMeasurer measurer;
  const auto scene =
      build_scene(headline_slide("Chú thích"), theme_of("headline", {{{}, scrim}, {{}, stack}}), {}, full_hd, measurer);
  const auto& op = std::get<ScrimOp>(scene.ops.front());
  EXPECT_LT(op.solid_from, op_of(scene, "caption").box.y);
  EXPECT_LT(op.box.y, op.solid_from);
  EXPECT_EQ(op.text, (Colour{0xe3, 0xb0, 0x4b}));
}

TEST(Scrim, WithoutTextIsNotDrawn) {
  config::Scrim scrim{{0, 50, 100, 40}, "#000000", "#ffffff"};
  PlainMeasurer measurer;
  const auto scene = build_scene(headline_slide("Tin"), theme_of("headline", {{{}, scrim}}), {}, full_hd, measurer);
  EXPECT_THAT(scene.ops, IsEmpty());
}

struct FitCase {
  Size picture;
  PictureFit expected;
};

TEST(PictureFit, CoversUnlessTheCropWouldLoseMoreThanAThird) {
  for (const auto& [picture, expected] :
       {FitCase{{1920, 1080}, PictureFit::cover}, FitCase{{1600, 1200}, PictureFit::cover},
        FitCase{{1200, 1800}, PictureFit::whole}, FitCase{{3000, 900}, PictureFit::whole},
        FitCase{{1280, 1080}, PictureFit::cover}, FitCase{{1270, 1080}, PictureFit::whole}}) {
    EXPECT_EQ(fit_for(picture, full_hd), expected) << picture.width << "x" << picture.height;
  }
}

}  // namespace
}  // namespace lobby::scene
