#include <gmock/gmock.h>

#include "plain_measurer.h"
#include "scene/build_scene.h"
#include "scene/fields.h"
#include "screens.h"

namespace lobby::scene {
namespace {

using testing::ElementsAre;

playlist::Slide slide_of(playlist::Placard placard) { return {"1", playlist::PlacardSlide{std::move(placard)}}; }

Fields placard_fields(playlist::Placard placard) { return fields_of(slide_of(std::move(placard)), Surroundings()); }

config::Element stack_of(const std::vector<std::string>& fields) {
  config::Stack stack;
  for (const auto& field : fields) {
    config::Text text;
    text.role = field;
    text.parts = {"{" + field + "}"};
    text.colour = "#ffffff";
    text.lines = 5;
    stack.texts.push_back(std::move(text));
  }
  return {{}, std::move(stack)};
}

std::vector<std::string> lines_of(const Scene& scene) {
  std::vector<std::string> lines;
  for (const auto& op : scene.ops) {
    if (const auto* text = std::get_if<TextOp>(&op)) {
      for (const auto& line : text->lines) lines.push_back(line.text);
    }
  }
  return lines;
}

TEST(Placards, AWelcomeSaysWhoComesAndWhatFor) {
  const auto fields = placard_fields(config::Welcome{"Đoàn công tác Bộ Công an", "Về thăm và làm việc"});
  EXPECT_EQ(fields.at("title"), "Đoàn công tác Bộ Công an");
  EXPECT_EQ(fields.at("summary"), "Về thăm và làm việc");
}

TEST(Placards, AQuotationNamesItsAuthorAndSource) {
  const auto fields = placard_fields(config::Quotation{"Học", "Lê-nin", "Toàn tập"});
  EXPECT_EQ(fields.at("title"), "Học");
  EXPECT_EQ(fields.at("author"), "Lê-nin");
  EXPECT_EQ(fields.at("source"), "Toàn tập");
}

TEST(Placards, FiguresAreARowEach) {
  const auto slide =
      slide_of(config::FigureSet{"Tháng 7", {{"1.024", "hồ sơ", "đã xong", "tăng 8%"}, {"2", {}, "b", {}}}});
  const auto rows = row_fields_of(slide, {});
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0], (Fields{{"figure", "1.024"}, {"unit", "hồ sơ"}, {"caption", "đã xong"}, {"change", "tăng 8%"}}));
}

TEST(Placards, ARosterCountsItsPagesWhereThereAreSeveral) {
  playlist::RosterPage page{"Trực ban", {"Tên"}, {{{"An"}}}};
  EXPECT_FALSE(placard_fields(page).contains("page"));
  page.page = 2;
  page.pages = 3;
  EXPECT_EQ(placard_fields(page).at("page"), "2/3");
}

config::Text cell_text(const std::string& role) {
  config::Text text;
  text.role = role;
  text.parts = {"{cell}"};
  text.colour = "#ffffff";
  text.least = 3;
  text.most = 6;
  text.lines = 3;
  return text;
}

config::Theme theme_of_tables() {
  config::Table table;
  table.box = {0, 0, 50, 50};
  table.mark = "#404040";
  table.head = {cell_text("head")};
  table.cells = {cell_text("cell")};
  table.marked = {cell_text("marked")};
  config::Theme theme;
  theme.layouts["roster"].elements = {{{}, table}};
  return theme;
}

std::vector<TextOp> texts_of(const Scene& scene) {
  std::vector<TextOp> texts;
  for (const auto& op : scene.ops) {
    if (const auto* text = std::get_if<TextOp>(&op)) texts.push_back(*text);
  }
  return texts;
}

TEST(Tables, NeverPartATelephoneNumberAndKeepWithinTheirBox) {
  PlainMeasurer measurer;
  const auto slide = slide_of(playlist::RosterPage{
      "Trực ban",
      {"Ngày", "Họ và tên", "Điện thoại"},
      {{{"Thứ Hai", "Đồng chí phụ trách bộ phận tiếp nhận và trả kết quả của cơ quan", "0912 345 678"}},
       {{"Thứ Ba", "Bình", "0229 3871 113"}}}});
  const auto texts = texts_of(build_scene(slide, theme_of_tables(), {}, full_hd, measurer));
  ASSERT_EQ(texts.size(), 9U);
  for (const auto& text : texts) {
    EXPECT_GE(text.box.x, 0);
    EXPECT_LE(text.box.right(), 960);
    EXPECT_LE(text.box.bottom(), 540);
  }
  EXPECT_THAT(texts[5].lines, testing::SizeIs(1));
  EXPECT_THAT(texts[8].lines, testing::SizeIs(1));
  EXPECT_GT(texts[4].lines.size(), 1U);
  EXPECT_EQ(texts[3].setting.size, texts[7].setting.size);
}

TEST(Tables, WithoutRoomPartNamesBeforeNumbers) {
  PlainMeasurer measurer;
  const auto slide = slide_of(
      playlist::RosterPage{"Trực ban",
                           {"Ca", "Họ và tên", "Đơn vị", "Điện thoại"},
                           {{{"Sáng", "Thượng tá Nguyễn Thị Phương Thảo", "Bệnh viện Ninh Bình", "0912 345 678"}}}});
  config::Theme theme = theme_of_tables();
  std::get<config::Table>(theme.layouts["roster"].elements[0].what).box = {0, 0, 40, 100};
  const auto texts = texts_of(build_scene(slide, theme, {}, full_hd, measurer));
  ASSERT_EQ(texts.size(), 8U);
  EXPECT_GT(texts[5].lines.size(), 1U);
  ASSERT_EQ(texts[7].lines.size(), 1U);
  EXPECT_EQ(texts[7].lines[0].text, "0912 345 678");
  EXPECT_LE(texts[7].box.right(), 768);
}

TEST(Tables, MarkTheRowThatCountsNow) {
  PlainMeasurer measurer;
  const auto slide = slide_of(playlist::RosterPage{"Trực ban", {"Tên"}, {{{"An"}}, {{"Bình"}, true}}});
  const Scene scene = build_scene(slide, theme_of_tables(), {}, full_hd, measurer);
  const auto texts = texts_of(scene);
  ASSERT_EQ(texts.size(), 3U);
  EXPECT_EQ(texts[1].role, "cell");
  EXPECT_EQ(texts[2].role, "marked");
  const auto fill = std::ranges::find_if(scene.ops, [](const Op& op) { return std::holds_alternative<FillOp>(op); });
  ASSERT_NE(fill, scene.ops.end());
  EXPECT_EQ(intersection(std::get<FillOp>(*fill).box, texts[2].box), texts[2].box);
  EXPECT_TRUE(intersection(std::get<FillOp>(*fill).box, texts[1].box).empty());
}

TEST(Tables, TooFullForTheirBoxEndEarlyAndStayInIt) {
  PlainMeasurer measurer;
  const std::string endless(400, 'a');
  const std::string many = "một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba mười bốn mười lăm";
  playlist::RosterPage page{"Trực", {"A", "B", "C", "D", "E", "F"}, {}};
  for (int row = 0; row < 6; ++row) page.rows.push_back({{many, many, endless, many, many, many}});
  for (const auto& text : texts_of(build_scene(slide_of(page), theme_of_tables(), {}, full_hd, measurer))) {
    EXPECT_LE(text.box.right(), 960);
    EXPECT_LE(text.box.bottom(), 540);
  }
}

/// The left edges and tops of the figures of a set.
std::vector<std::pair<int, int>> places_of(int count, const config::Box& box, const std::string& value) {
  config::Tiles tiles;
  tiles.box = box;
  tiles.texts = {cell_text("figure")};
  tiles.texts[0].parts = {"{figure}"};
  tiles.texts[0].lines = 1;
  config::Theme theme;
  theme.layouts["figures"].elements = {{{}, tiles}};
  config::FigureSet set{"a", {}};
  for (int figure = 0; figure < count; ++figure) set.entries.push_back({value, {}, "b", {}});
  PlainMeasurer measurer;
  std::vector<std::pair<int, int>> places;
  for (const auto& text : texts_of(build_scene(slide_of(set), theme, {}, full_hd, measurer))) {
    places.emplace_back(text.box.x, text.box.y);
  }
  return places;
}

TEST(Tiles, StandSideBySideWhereThereIsRoomAndElseInRows) {
  EXPECT_THAT(places_of(2, {0, 0, 100, 50}, "12"), ElementsAre(std::pair(0, 236), std::pair(981, 236)));
  EXPECT_THAT(places_of(2, {0, 0, 30, 100}, "123.456.789.012"), ElementsAre(std::pair(0, 225), std::pair(0, 786)));
  // Two rows of two leave no place free, and each number is as large as in a row of its own.
  const auto four = places_of(4, {0, 0, 60, 100}, "123.456.789.012");
  ASSERT_EQ(four.size(), 4U);
  EXPECT_EQ(four[0].second, four[1].second);
  EXPECT_EQ(four[0].first, four[2].first);
}

TEST(Tiles, EndACaptionEarlyRatherThanANumber) {
  config::Tiles tiles;
  tiles.box = {0, 0, 40, 100};
  tiles.texts = {cell_text("figure"), cell_text("caption")};
  tiles.texts[0].parts = {"{figure}"};
  tiles.texts[1].parts = {"{caption}"};
  for (auto& text : tiles.texts) text.lines = 1;
  config::Theme theme;
  theme.layouts["figures"].elements = {{{}, tiles}};
  config::FigureSet set{"a", {}};
  for (int figure = 0; figure < 5; ++figure) set.entries.push_back({"999.999.999.999 đồng", {}, "thu", {}});
  set.entries.push_back({"12", {}, "hồ sơ thủ tục hành chính đã tiếp nhận và giải quyết đúng hạn trên hệ thống", {}});
  PlainMeasurer measurer;
  const auto lines = lines_of(build_scene(slide_of(set), theme, {}, full_hd, measurer));
  EXPECT_EQ(std::ranges::count(lines, "999.999.999.999 đồng"), 5);
  EXPECT_EQ(std::ranges::count_if(lines, [](const auto& line) { return line.ends_with("…"); }), 1);
}

TEST(PhotoPair, ShowsItsFirstPhotoInAThemeThatKnowsNoPairs) {
  PlainMeasurer measurer;
  config::Theme theme;
  theme.layouts["photo"].elements = {stack_of({"caption"})};
  const auto photo = [](const std::string& name) {
    return content::Photo{{name, name, "/" + name, {600, 800}}, {}, std::nullopt, "Ảnh"};
  };
  const playlist::Slide slide{"1", playlist::PhotoPairSlide{photo("Bến sông"), photo("Chợ nổi")}};
  EXPECT_THAT(lines_of(build_scene(slide, theme, {}, full_hd, measurer)), ElementsAre("Bến sông"));
}

TEST(Placards, AreNoticesInAThemeThatDoesNotKnowThem) {
  PlainMeasurer measurer;
  config::Theme theme;
  theme.layouts["notice"].elements = {stack_of({"title", "summary"})};
  const auto slide = slide_of(config::Welcome{"Quý khách", "Mời vào"});
  EXPECT_THAT(lines_of(build_scene(slide, theme, {}, full_hd, measurer)), ElementsAre("Quý khách", "Mời vào"));
  theme.layouts["welcome"].elements = {stack_of({"title"})};
  EXPECT_THAT(lines_of(build_scene(slide, theme, {}, full_hd, measurer)), ElementsAre("Quý khách"));
}

}  // namespace
}  // namespace lobby::scene
