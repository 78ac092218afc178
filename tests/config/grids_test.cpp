#include <gmock/gmock.h>

#include "faults.h"

namespace lobby::config {
namespace {

Text cell(const std::string& role) {
  Text text;
  text.role = role;
  text.parts = {"{cell}"};
  text.face = "body";
  return text;
}

TEST(ParseLayout, ReadsATable) {
  const auto checked = parse_layout(R"yaml(
elements:
  - table:
      box: [5, 18, 90, 68]
      gap: 2
      rule: ink
      mark: "#ffffff40"
      head: [{role: head, parts: ["{cell}"], face: body}]
      cells: [{role: cell, parts: ["{cell}"], face: body}]
      marked: [{role: marked, parts: ["{cell}"], face: body}]
)yaml",
                                    "l.yaml", small_theme());
  ASSERT_EQ(lines(checked), "");
  const Table expected{{5, 18, 90, 68}, 2, "ink", "#ffffff40", {cell("head")}, {cell("cell")}, {cell("marked")}};
  EXPECT_EQ(std::get<Table>(checked.value->elements.at(0).what), expected);
}

TEST(ParseLayout, ReadsTiles) {
  const auto checked = parse_layout(R"yaml(
elements:
  - tiles: {box: [5, 18, 90, 68], gap: 2, rule: ink, texts: [{role: figure, parts: ["{cell}"], face: body}]}
)yaml",
                                    "l.yaml", small_theme());
  ASSERT_EQ(lines(checked), "");
  EXPECT_EQ(std::get<Tiles>(checked.value->elements.at(0).what), (Tiles{{5, 18, 90, 68}, 2, "ink", {cell("figure")}}));
}

TEST(ParseLayout, FindsTheFaultsOfTablesAndTiles) {
  const Fault faults[] = {
      {"elements: [{table: {head: [{role: a, parts: [b], face: body}]}}]",
       "l.yaml:1:20: error: the key 'cells' is missing"},
      {"elements: [{table: {cells: [{role: a, parts: [b], face: body}], head: []}}]",
       "l.yaml:1:71: error: 'head' needs at least one entry"},
      {"elements: [{tiles: {text: []}}]",
       "l.yaml:1:20: error: the key 'texts' is missing\n"
       "l.yaml:1:21: error: unknown key 'text'; did you mean 'texts'?"},
      {"elements: [{tiles: {rule: inc, texts: [{role: a, parts: [b], face: body}]}}]",
       "l.yaml:1:27: error: 'rule' must be a colour of the palette, or one such as \"#1a2b3c\" in quotes, not 'inc'; "
       "did you mean 'ink'?"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(layout_findings(yaml), findings) << yaml;
}

}  // namespace
}  // namespace lobby::config
