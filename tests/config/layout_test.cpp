#include "config/layout.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/format.h"
#include "config/contrast.h"
#include "faults.h"

namespace lobby::config {
namespace {

std::string content_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(ParseTheme, ReadsColoursAndFaces) {
  constexpr std::string_view yaml = R"yaml(
palette: {ink: "#0c1a26", gold-line: "#F7D77458"}
faces:
  body: [BeVietnamPro-Regular.ttf, NotoSans-Regular.ttf]
)yaml";
  const auto checked = parse_theme(yaml, "layouts/hq/theme.yaml");
  EXPECT_EQ(lines(checked), "");
  Theme expected;
  expected.name = "hq";
  expected.palette = {{"ink", {12, 26, 38, 255}}, {"gold-line", {247, 215, 116, 88}}};
  expected.faces = {{"body", {"BeVietnamPro-Regular.ttf", "NotoSans-Regular.ttf"}}};
  EXPECT_EQ(checked.value, expected);
}

TEST(Resolve, KnowsThePaletteAndColoursWrittenOut) {
  EXPECT_EQ(resolve(small_theme(), "ink"), (Colour{12, 26, 38, 255}));
  EXPECT_EQ(resolve(small_theme(), "#ff0080"), (Colour{255, 0, 128, 255}));
  EXPECT_EQ(resolve(small_theme(), "#FF00801c"), (Colour{255, 0, 128, 28}));
}

TEST(ParseLayout, ReadsEveryKindOfElement) {
  constexpr std::string_view yaml = R"yaml(
elements:
  - fill: {box: [5, 9, 0.5, 68], colour: ink, to: "#00000080", angle: 30, radius: 2}
    when: [no_photo, landscape]
  - glow: {x: 50, y: 0, radius: 110, colour: "#d8141c90"}
  - picture: {box: [0, 0, 55.2, 89.6]}
  - picture:
  - picture: {fit: blurred, focus: [20, 0], index: 1}
  - scrim: {box: [0, 56, 100, 33.6], colour: ink, text: black}
  - ornament: {shape: star, x: 73, y: 44.8, radius: 27.2, inner: 22.5, count: 14, line: 0.14, colour: ink}
)yaml";
  const auto checked = parse_layout(yaml, "l.yaml", small_theme());
  EXPECT_EQ(lines(checked), "");
  ASSERT_TRUE(checked.value);
  const std::vector<Element> expected{
      {{{Fact::photo, false}, {Fact::landscape, true}}, Fill{{5, 9, 0.5, 68}, "ink", "#00000080", 30, 2}},
      {{}, Glow{50, 0, 110, "#d8141c90"}},
      {{}, Picture{{0, 0, 55.2, 89.6}}},
      {{}, Picture{{0, 0, 100, 100}}},
      {{}, Picture{{0, 0, 100, 100}, PictureFit::blurred, 20, 0, 1}},
      {{}, Scrim{{0, 56, 100, 33.6}, "ink", "black"}},
      {{}, Ornament{OrnamentShape::star, 73, 44.8, 27.2, 22.5, 14, 0.14, "ink"}},
  };
  EXPECT_EQ(checked.value->elements, expected);
}

TEST(ParseLayout, ReadsRegionsInRegions) {
  constexpr std::string_view yaml = R"yaml(
elements:
  - region:
      box: [5, 5, 90, 80]
      gap: 2
      cells:
        - {weight: 2, when: [photo], elements: [{picture: }]}
        - elements:
            - region:
                direction: column
                cells:
                  - elements: [{fill: {colour: ink}}]
                  - weight: 0.5
)yaml";
  const auto checked = parse_layout(yaml, "l.yaml", small_theme());
  EXPECT_EQ(lines(checked), "");
  ASSERT_TRUE(checked.value);
  Fill ink;
  ink.colour = "ink";
  const Region inner{{}, Direction::column, 0, {{1, {}, {{{}, ink}}}, {0.5, {}, {}}}};
  const Region outer{
      {5, 5, 90, 80}, Direction::row, 2, {{2, {{Fact::photo, true}}, {{{}, Picture{}}}}, {1, {}, {{{}, inner}}}}};
  EXPECT_EQ(checked.value->elements, (std::vector<Element>{{{}, outer}}));
}

TEST(ParseLayout, ReadsTextsInStacks) {
  constexpr std::string_view yaml = R"yaml(
elements:
  - stack:
      box: [5, 48.6, 90, 38.5]
      align: bottom
      texts:
        - {role: kicker, parts: ["TIN MỚI", "{published}"], separator: " – ", face: strong, size: 2.75, colour: ink}
        - {role: title, parts: ["{years} năm {title}"], face: headline, size: [4.6, 6.6], lines: 5, gap: 3.2,
           align: centre, digits: equal, presence: optional, capitals: all, tracking: 34, when: [round_year]}
)yaml";
  const auto checked = parse_layout(yaml, "l.yaml", small_theme());
  EXPECT_EQ(lines(checked), "");
  ASSERT_TRUE(checked.value);
  const Text kicker{.role = "kicker",
                    .parts = {"TIN MỚI", "{published}"},
                    .separator = " – ",
                    .face = "strong",
                    .least = 2.75,
                    .most = 2.75,
                    .colour = "ink",
                    .when = {}};
  const Text title{.role = "title",
                   .parts = {"{years} năm {title}"},
                   .face = "headline",
                   .least = 4.6,
                   .most = 6.6,
                   .lines = 5,
                   .align = HorizontalAlign::centre,
                   .digits = Digits::equal,
                   .presence = Presence::optional,
                   .capitals = Capitals::all,
                   .tracking = 34,
                   .gap = 3.2,
                   .when = {{Fact::round_year, true}}};
  const Stack expected{{5, 48.6, 90, 38.5}, VerticalAlign::bottom, {kicker, title}};
  EXPECT_EQ(checked.value->elements, (std::vector<Element>{{{}, expected}}));
}

TEST(ParseLayout, ReadsRowsOfColumns) {
  constexpr std::string_view yaml = R"yaml(
elements:
  - rows:
      box: [9, 19, 82, 64]
      most: 4
      gap: 4
      rule: ink
      columns:
        - {width: 24, texts: [{role: date, parts: ["{date}"], face: body}]}
        - {width: 58, align: top, texts: [{role: title, parts: ["{title}"], face: body}]}
)yaml";
  const auto checked = parse_layout(yaml, "l.yaml", small_theme());
  EXPECT_EQ(lines(checked), "");
  ASSERT_TRUE(checked.value);
  const Text date{.role = "date", .parts = {"{date}"}, .face = "body", .when = {}};
  const Text title{.role = "title", .parts = {"{title}"}, .face = "body", .when = {}};
  const Rows expected{
      {9, 19, 82, 64}, 4, 4, "ink", {{24, VerticalAlign::middle, {date}}, {58, VerticalAlign::top, {title}}}};
  EXPECT_EQ(checked.value->elements, (std::vector<Element>{{{}, expected}}));
}

TEST(ParseLayout, MissesADefaultColourThatThePaletteLacks) {
  Theme theme = small_theme();
  theme.palette.erase("text");
  const auto checked = parse_layout("elements: [{scrim: {colour: ink}}]", "l.yaml", theme);
  EXPECT_EQ(lines(checked),
            "l.yaml:1:20: error: 'text' is missing, and the palette has no colour 'text' to stand in for it");
}

TEST(ParseLayout, KnowsEveryFieldItNames) {
  std::string parts;
  for (const std::string_view field : known_fields()) parts += format("\"{{{}}}\", ", field);
  EXPECT_EQ(layout_findings(format("elements: [{{stack: {{texts: [{{role: a, parts: [{}], face: body}}]}}}}]", parts)),
            "");
  EXPECT_THAT(known_fields(), testing::Contains("weekday_date"));
}

TEST(ThemeHq, HasNoFinding) {
  const std::filesystem::path folder = std::filesystem::path(LOBBY_SOURCE_DIR) / "layouts" / "hq";
  auto theme = parse_theme(content_of(folder / "theme.yaml"), (folder / "theme.yaml").string());
  ASSERT_EQ(lines(theme), "");
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".svg") theme.value->art.emplace(entry.path().filename().string(), nullptr);
  }
  std::vector<std::string> kinds;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml" || entry.path().stem() == "theme") continue;
    const auto layout = parse_layout(content_of(entry.path()), entry.path().string(), *theme.value);
    EXPECT_EQ(lines(layout), "");
    for (const auto& finding : contrast_findings(content_of(entry.path()), entry.path().string(), *theme.value)) {
      ADD_FAILURE() << to_string(finding);
    }
    kinds.push_back(entry.path().stem().string());
  }
  EXPECT_THAT(kinds, testing::IsSupersetOf(
                         {"anniversary", "headline", "headline-list", "notice", "photo", "standby", "strip"}));
}

}  // namespace
}  // namespace lobby::config
