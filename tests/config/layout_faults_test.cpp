#include <gtest/gtest.h>

#include "faults.h"

namespace lobby::config {
namespace {

TEST(ParseLayout, FindsTheFaultsOfAnElement) {
  const Fault faults[] = {
      {"elements: []", "l.yaml:1:11: error: 'elements' needs at least one entry"},
      {"elements:", "l.yaml:1:1: error: 'elements' needs at least one entry"},
      {"element: []",
       "l.yaml:1:1: error: unknown key 'element'; did you mean 'elements'?\n"
       "l.yaml:1:1: error: the key 'elements' is missing"},
      {"elements: [fill]", "l.yaml:1:12: error: an entry of 'elements' must be a map, not 'fill'"},
      {"elements: [null]",
       "l.yaml:1:12: error: an element has exactly one of the keys fill, glow, picture, scrim, ornament, stack, rows, "
       "table, tiles, region, art, qr, shape, ticker"},
      {"elements: [{}]",
       "l.yaml:1:12: error: an element has exactly one of the keys fill, glow, picture, scrim, ornament, stack, rows, "
       "table, tiles, region, art, qr, shape, ticker"},
      {"elements: [{fill: {colour: ink}, glow: {colour: ink}}]",
       "l.yaml:1:12: error: an element has exactly one of the keys fill, glow, picture, scrim, ornament, stack, rows, "
       "table, tiles, region, art, qr, shape, ticker"},
      {"elements: [{fil: {colour: ink}}]",
       "l.yaml:1:12: error: an element has exactly one of the keys fill, glow, picture, scrim, ornament, stack, rows, "
       "table, tiles, region, art, qr, shape, ticker\n"
       "l.yaml:1:13: error: unknown key 'fil'; did you mean 'fill'?"},
      {"elements: [{fill: }]", "l.yaml:1:13: error: the key 'colour' is missing"},
      {"elements: [{fill: ink}]", "l.yaml:1:19: error: 'fill' must be a map, not 'ink'"},
      {"elements: [{fill: {color: ink}}]",
       "l.yaml:1:19: error: the key 'colour' is missing\n"
       "l.yaml:1:20: error: unknown key 'color'; did you mean 'colour'?"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(layout_findings(yaml), findings) << yaml;
}

TEST(ParseLayout, FindsTheFaultsOfAColour) {
  const Fault faults[] = {
      {"elements: [{fill: {colour: inc}}]",
       "l.yaml:1:28: error: 'colour' must be a colour of the palette, or one such as \"#1a2b3c\" in quotes, not 'inc'; "
       "did you mean 'ink'?"},
      {R"(elements: [{fill: {colour: "#12345"}}])",
       "l.yaml:1:28: error: 'colour' must be a colour of the palette, or one such as \"#1a2b3c\" in quotes, not "
       "'#12345'"},
      {"elements: [{fill: {colour: #123456}}]",
       "l.yaml:1:19: error: this '{' is not closed, or a comma or quotes are missing in it"},
      {"elements: [{fill: {colour: ink, to: blakc}}]",
       "l.yaml:1:37: error: 'to' must be a colour of the palette, or one such as \"#1a2b3c\" in quotes, not 'blakc'; "
       "did you mean 'black'?"},
      {"elements: [{scrim: {colour: ink, text: txt}}]",
       "l.yaml:1:40: error: 'text' must be a colour of the palette, or one such as \"#1a2b3c\" in quotes, not 'txt'; "
       "did you mean 'text'?"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(layout_findings(yaml), findings) << yaml;
}

TEST(ParseLayout, FindsTheFaultsOfABox) {
  const Fault faults[] = {
      {"elements: [{picture: {box: [0, 0, 100]}}]",
       "l.yaml:1:28: error: 'box' must be a list of four numbers [x, y, width, height], not a list of 3"},
      {"elements: [{picture: {box: 5}}]",
       "l.yaml:1:28: error: 'box' must be a list of four numbers [x, y, width, height], not '5'"},
      {"elements: [{picture: {box: [0, 0, 101, 5]}}]",
       "l.yaml:1:35: error: a side of 'box' must be a number from 0 to 100, not '101'"},
      {"elements: [{picture: {box: [50, 0, 60, 5]}}]",
       "l.yaml:1:28: error: 'box' leaves the screen: it ends at 110 across and 5 down"},
      {"elements: [{picture: {box: [50, 0, 0, 5]}}]",
       "l.yaml:1:28: error: 'box' is empty; its third and fourth number are width and height"},
      {"elements: [{picture: {box: [a, 0, 9, 5]}}]",
       "l.yaml:1:29: error: a side of 'box' must be a number from 0 to 100, not 'a'"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(layout_findings(yaml), findings) << yaml;
}

TEST(ParseLayout, FindsTheFaultsOfACondition) {
  const Fault faults[] = {
      {"elements: [{picture: , when: [potrait]}]",
       "l.yaml:1:31: error: an entry of 'when' must be one of landscape, portrait, square, wide, photo, tall_photo, "
       "wide_photo, several_photos, series, shared_caption, link, qr, summary, tradition, memorial, mourning, motto, "
       "counted, "
       "round_year, "
       "half_round_year, banner, joint, countdown, now, urgent, or one of them "
       "after 'no_', "
       "not 'potrait'; did you mean 'portrait'?"},
      {"elements: [{picture: , when: photo}]", "l.yaml:1:30: error: 'when' must be a list, not 'photo'"},
      {"elements: [{picture: , when: [photo, no_photo]}]",
       "l.yaml:1:38: error: 'when' asks for 'no_photo' twice, or for both it and its opposite"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(layout_findings(yaml), findings) << yaml;
}

TEST(ParseLayout, FindsTheFaultsOfAnOrnament) {
  const Fault faults[] = {
      {"elements: [{ornament: {shape: circle, colour: ink}}]",
       "l.yaml:1:31: error: 'shape' must be one of ring, rays, dots, star, not 'circle'"},
      {"elements: [{ornament: {shape: star, colour: ink, count: 2, inner: 30}}]",
       "l.yaml:1:57: error: 'count' must be at least 3 for this shape\n"
       "l.yaml:1:67: error: 'inner' must be less than 'radius'"},
      {"elements: [{ornament: {shape: dots, colour: ink, count: 2}}]",
       "l.yaml:1:23: error: 'inner', the radius of each dot, must be greater than 0"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(layout_findings(yaml), findings) << yaml;
}

TEST(ParseLayout, FindsTheFaultsOfAText) {
  const Fault faults[] = {
      {"elements: [{stack: {texts: []}}]", "l.yaml:1:28: error: 'texts' needs at least one entry"},
      {"elements: [{stack: {align: center}}]",
       "l.yaml:1:20: error: the key 'texts' is missing\n"
       "l.yaml:1:28: error: 'align' must be one of top, middle, bottom, not 'center'"},
      {"elements: [{stack: {texts: [{parts: [a], face: body}]}}]", "l.yaml:1:29: error: the key 'role' is missing"},
      {R"(elements: [{stack: {texts: [{role: a, parts: ["{titel}"], face: body}]}}])",
       "l.yaml:1:47: error: unknown field '{titel}'; did you mean 'title'?"},
      {R"(elements: [{stack: {texts: [{role: a, parts: ["{title"], face: body}]}}])",
       "l.yaml:1:47: error: a brace in '{title' is not paired; a field is written as {title}"},
      {R"(elements: [{stack: {texts: [{role: a, parts: ["}{"], face: body}]}}])",
       "l.yaml:1:47: error: a brace in '}{' is not paired; a field is written as {title}"},
      {"elements: [{stack: {texts: [{role: a, parts: x, face: bdy}]}}]",
       "l.yaml:1:46: error: 'parts' must be a list, not 'x'\n"
       "l.yaml:1:55: error: 'face' must be a face of the theme (body, display, headline, strong), not 'bdy'; did you "
       "mean 'body'?"},
      {"elements: [{stack: {texts: [{role: a, parts: [a], face: body, size: 2}]}}]",
       "l.yaml:1:69: warning: text of size 2 may be drawn; below 2.4 it cannot be read from across a room"},
      {"elements: [{stack: {texts: [{role: a, parts: [a], face: body, size: [5, 4]}]}}]",
       "l.yaml:1:69: error: 'size' must be written as [least, most], the smaller number first"},
      {"elements: [{stack: {texts: [{role: a, parts: [a], face: body, size: [5]}]}}]",
       "l.yaml:1:69: error: 'size' must be a number or a list [least, most], not a list"},
      {"elements: [{stack: {texts: [{role: a, parts: [a], face: body, lines: [4, 3]}]}}]",
       "l.yaml:1:70: error: 'lines' must be written as [usual, most], the smaller number first"},
      {"elements: [{stack: {texts: [{role: a, parts: [a], face: body, lines: [4]}]}}]",
       "l.yaml:1:70: error: 'lines' must be a whole number or a list [usual, most], not a list"},
      {"elements: [{stack: {texts: [{role: a, parts: [a], face: body, align: center, lines: 0, gap: 51, digits: 5,\n  "
       "capitals: ALL, presence: maybe, tracking: 101}]}}]",
       "l.yaml:1:70: error: 'align' must be one of left, centre, right, not 'center'; did you mean 'centre'?\n"
       "l.yaml:1:85: error: 'lines' must be a whole number from 1 to 20, not '0'\n"
       "l.yaml:1:93: error: 'gap' must be a number from 0 to 50, not '51'\n"
       "l.yaml:1:105: error: 'digits' must be one of natural, equal, not '5'\n"
       "l.yaml:2:13: error: 'capitals' must be one of as_written, all, not 'ALL'\n"
       "l.yaml:2:28: error: 'presence' must be one of required, optional, not 'maybe'\n"
       "l.yaml:2:45: error: 'tracking' must be a number from -10 to 100, not '101'"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(layout_findings(yaml), findings) << yaml;
}

TEST(ParseLayout, FindsTheFaultsOfRows) {
  const Fault faults[] = {
      {"elements: [{rows: {most: 0}}]",
       "l.yaml:1:19: error: the key 'columns' is missing\n"
       "l.yaml:1:26: error: 'most' must be a whole number from 1 to 20, not '0'"},
      {"elements: [{rows: {columns: [{width: 60, texts: [{role: a, parts: [a], face: body}]}, {width: 60, texts: "
       "[]}]}}]",
       "l.yaml:1:29: error: the columns are 120 wide together, but their box 100\n"
       "l.yaml:1:106: error: 'texts' needs at least one entry"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(layout_findings(yaml), findings) << yaml;
}

TEST(ParseLayout, FindsTheFaultsOfAPicture) {
  const Fault faults[] = {
      {"elements: [{picture: {fit: whole, focus: 5, index: 4}}]",
       "l.yaml:1:28: error: 'fit' must be one of auto, cover, contain, blurred, not 'whole'\n"
       "l.yaml:1:42: error: 'focus' must be a list of two whole numbers [x, y], percents of the picture, not '5'\n"
       "l.yaml:1:52: error: 'index' must be a whole number from 0 to 3, not '4'"},
      {"elements: [{picture: {focus: [50, 101]}}]",
       "l.yaml:1:35: error: the second number of 'focus' must be a whole number from 0 to 100, not '101'"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(layout_findings(yaml), findings) << yaml;
}

TEST(ParseLayout, FindsTheFaultsOfARegionAndOfWhatLiesInIt) {
  const Fault faults[] = {
      {"elements: [{region: {gap: 2}}]", "l.yaml:1:21: error: the key 'cells' is missing"},
      {"elements: [{region: {direction: down, cells: [{weight: 0, elements: [{fill: {colour: inc}}]}]}}]",
       "l.yaml:1:33: error: 'direction' must be one of row, column, not 'down'\n"
       "l.yaml:1:56: error: 'weight' must be a number from 0.01 to 100, not '0'\n"
       "l.yaml:1:86: error: 'colour' must be a colour of the palette, or one such as \"#1a2b3c\" in quotes, not "
       "'inc'; did you mean 'ink'?"},
      {"elements: [{region: {cells: [5]}}]", "l.yaml:1:30: error: an entry of 'cells' must be a map, not '5'"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(layout_findings(yaml), findings) << yaml;
}

TEST(ParseLayout, FindsTheFaultsOfArtAndCodes) {
  const Fault faults[] = {
      {"elements: [{art: {file: star.svg}}]",
       "l.yaml:1:25: error: 'file' must be an .svg file in the theme's folder, which has none, not 'star.svg'"},
      {"elements: [{qr: {text: \"{lnk}\"}}]", "l.yaml:1:24: error: unknown field '{lnk}'; did you mean 'link'?"},
      {R"(elements: [{qr: {colour: "#ffffff", ground: ink}}])",
       "l.yaml:1:26: error: a QR code must be darker than its ground"},
      {R"(elements: [{qr: {colour: "#808080"}}])",
       "l.yaml:1:26: error: a QR code needs a contrast of 4:1 to its ground"},
      {"elements: [{qr: }]", ""},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(layout_findings(yaml), findings) << yaml;
}

TEST(ParseTheme, FindsTheFaultsOfATheme) {
  const Fault faults[] = {
      {"palette: {}\nfaces: 5",
       "t.yaml:1:10: error: 'palette' must be a map with at least one entry, not an empty map\n"
       "t.yaml:2:8: error: 'faces' must be a map with at least one entry, not '5'"},
      {"extends: HQ!\nfaces: {body: [a.ttf]}",
       "t.yaml:1:10: error: 'extends' must be a name of lower-case letters, digits and hyphens, not 'HQ!'"},
      {"extends: hq", ""},
      {"palette: {ink: red}\nfaces: {body: [a.ttf]}",
       "t.yaml:1:16: error: 'ink' must be a colour such as \"#1a2b3c\" or \"#1a2b3c80\", in quotes, not 'red'"},
      {"palette: {Ink: \"#123456\"}\nfaces: {body: a.ttf, x: [], y: [a/b.ttf, x.woff]}",
       "t.yaml:1:11: error: a key of 'palette' must be a name of lower-case letters, digits and hyphens, not 'Ink'\n"
       "t.yaml:2:15: error: 'body' must be a list, not 'a.ttf'\n"
       "t.yaml:2:25: error: 'x' needs at least one entry\n"
       "t.yaml:2:33: error: an entry of 'y' must be the name of a .ttf or .otf file in fonts/, not 'a/b.ttf'\n"
       "t.yaml:2:42: error: an entry of 'y' must be the name of a .ttf or .otf file in fonts/, not 'x.woff'"},
      {"palette: {ink: \"#12345g\"}\ncolours: {}",
       "t.yaml:1:1: error: the key 'faces' is missing\n"
       "t.yaml:1:16: error: 'ink' must be a colour such as \"#1a2b3c\" or \"#1a2b3c80\", in quotes, not '#12345g'\n"
       "t.yaml:2:1: error: unknown key 'colours'"},
  };
  for (const auto& [yaml, findings] : faults) EXPECT_EQ(theme_findings(yaml), findings) << yaml;
}

}  // namespace
}  // namespace lobby::config
