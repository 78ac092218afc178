#include "config/contrast.h"

#include <gtest/gtest.h>

#include "base/format.h"
#include "faults.h"

namespace lobby::config {
namespace {

std::string said(const std::string& yaml) {
  std::string text;
  Theme theme = small_theme();
  theme.palette.emplace("grey", Colour{0x80, 0x80, 0x80});
  theme.palette.emplace("white", Colour{0xFF, 0xFF, 0xFF});
  EXPECT_EQ(lines(parse_layout(yaml, "l.yaml", theme)), "") << yaml;
  for (const Finding& finding : contrast_findings(yaml, "l.yaml", theme)) {
    text += (text.empty() ? "" : "\n") + to_string(finding);
  }
  return text;
}

/// Elements, and a text over the whole screen in the next line.
std::string under(const std::string& elements, const std::string& style = "colour: white",
                  const std::string& element = "") {
  return "elements: [{" + elements + "},\n{stack: {texts: [{" + style + ", role: a, parts: [a], face: body}]}" +
         element + "}]";
}

std::string too_little(const std::string& ratio) {
  return "l.yaml:2:27: warning: text stands at a contrast of " + ratio + ":1 to what lies under it; it needs 7:1";
}

TEST(Contrast, OfTextToItsGroundIsMeasuredWhereItsColourStands) {
  EXPECT_EQ(said(under("fill: {colour: ink}")), "");
  EXPECT_EQ(said(under("fill: {colour: grey}")), too_little("3.94"));
  EXPECT_EQ(said("elements: [{fill: {colour: text}},\n{stack: {texts: [{role: a, parts: [a], face: body}]}}]"),
            "l.yaml:2:18: warning: text stands at a contrast of 1.00:1 to what lies under it; it needs 7:1");
}

TEST(Contrast, CountsAtTheWorseEndOfAGrade) {
  EXPECT_EQ(said(under("fill: {colour: ink, to: grey}")), too_little("4.30")) << "a sixteenth before the edge";
  EXPECT_EQ(said(under("fill: {box: [90, 0, 10, 100], colour: ink, to: grey, angle: 180}")), too_little("6.97"));
}

TEST(Contrast, CountsOnWhatLiesOverTheGround) {
  EXPECT_EQ(said(under(R"(fill: {colour: ink}}, {fill: {colour: "#ffffff80", box: [0, 0, 50, 50]})")),
            too_little("3.36"));
  EXPECT_EQ(said(under("fill: {colour: grey}}, {fill: {colour: ink}")), "") << "the upper one hides the lower";
  EXPECT_NE(said(under(R"(fill: {colour: ink}}, {glow: {colour: "#ffffff80"})")), "");
  EXPECT_NE(said(under("fill: {colour: ink}}, {ornament: {shape: rays, count: 9, radius: 90, line: 2, colour: grey}")),
            "");
  EXPECT_EQ(said(under("fill: {colour: ink}}, {ornament: {shape: rays, count: 9, radius: 90, colour: grey}")), "")
      << "hairlines are thinner than letters";
}

TEST(Contrast, LargeTextNeedsLess) {
  const std::string red = "fill: {colour: \"#b01016\"}";
  EXPECT_EQ(said(under(red, "colour: text, size: [6.4, 9]")), too_little("6.41"));
  EXPECT_EQ(said(under(red, "colour: text, size: [6.5, 9]")), "");
  EXPECT_EQ(said(under("fill: {colour: grey}", "colour: text, size: 20")),
            "l.yaml:2:27: warning: large text stands at a contrast of 3.53:1 to what lies under it; it needs 4.5:1");
}

TEST(Contrast, IsThatOfSlidesThatCanBe) {
  const std::string grounds = "fill: {colour: ink}, when: [no_urgent]}, {fill: {colour: white}, when: [urgent]";
  EXPECT_EQ(said(under(grounds, "colour: white", ", when: [no_urgent]")), "");
  EXPECT_EQ(said(under(grounds, "colour: black", ", when: [urgent]")), "");
  EXPECT_EQ(said(under(grounds, "colour: white, when: [urgent]")), too_little("1.00"));
  EXPECT_EQ(said(under(grounds)), too_little("1.00"));
  EXPECT_EQ(said(under("fill: {colour: ink}}, {fill: {colour: grey}, when: [portrait]", "colour: white",
                       ", when: [landscape]")),
            "");
  EXPECT_EQ(said(under("fill: {colour: ink}}, {fill: {colour: grey}, when: [mourning, no_memorial]")), "");
  EXPECT_EQ(said(under("fill: {colour: ink}}, {fill: {colour: grey}, when: [urgent, photo]")), "");
  EXPECT_EQ(said(under("fill: {colour: ink}}, {fill: {colour: grey}, when: [banner, photo]")), "");
}

TEST(Contrast, OnAPictureNeedsAScrim) {
  EXPECT_EQ(
      said(under("picture: {box: [0, 0, 50, 50]}")),
      "l.yaml:2:27: warning: text lies on a picture without a scrim, so that nobody knows whether it can be read");
  EXPECT_EQ(said(under("picture: {}}, {scrim: {colour: ink}")), "");
  EXPECT_EQ(said(under("picture: {}}, {scrim: {colour: grey}")), too_little("3.94"));
  EXPECT_EQ(said(under("picture: {}}, {fill: {colour: ink}")), "");
}

TEST(Contrast, IsSaidOnceForTheTextsOfAColourAtTheWorstOfThem) {
  const std::string text = "{role: a, parts: [a], face: body, colour: white}";
  EXPECT_EQ(said("elements: [{fill: {colour: ink}}, {fill: {colour: grey, box: [0, 50, 100, 50]}},\n"
                 "{stack: {texts: [" +
                 text + "]}},\n{stack: {box: [0, 50, 100, 50], texts: [" + text + ", " + text + "]}}]"),
            "l.yaml:2:60: warning: text stands at a contrast of 3.94:1 to what lies under it; it needs 7:1 (and 2 more "
            "texts of this colour)");
}

TEST(Contrast, CountsOnTheTrimOfTheTheme) {
  Theme theme = small_theme();
  theme.palette.emplace("white", Colour{0xFF, 0xFF, 0xFF});
  theme.palette.emplace("grey", Colour{0x80, 0x80, 0x80});
  theme.layouts["trim"] = *parse_layout("elements: [{fill: {colour: grey}, when: [urgent]}]", "trim.yaml", theme).value;
  const std::string yaml = under("fill: {colour: ink}");
  EXPECT_EQ(contrast_findings(yaml, "notice.yaml", theme).size(), 1U);
  EXPECT_EQ(contrast_findings(yaml, "strip.yaml", theme).size(), 0U) << "it does not lie over the strip";
}

TEST(Contrast, IsThatOfTheSlidesThatTheFileDraws) {
  Theme theme = small_theme();
  theme.palette.emplace("white", Colour{0xFF, 0xFF, 0xFF});
  theme.palette.emplace("grey", Colour{0x80, 0x80, 0x80});
  const auto found = [&](const std::string& file, const std::string& fact) {
    const std::string yaml = under("fill: {colour: ink}}, {fill: {colour: grey}, when: [" + fact + "]");
    return contrast_findings(yaml, "layouts/mine/" + file, theme).size();
  };
  EXPECT_EQ(found("welcome.yaml", "no_banner"), 0U) << "a welcome is always a banner";
  EXPECT_EQ(found("welcome.yaml", "banner"), 1U);
  EXPECT_EQ(found("headline.yaml", "urgent"), 0U);
  EXPECT_EQ(found("headline.yaml", "no_photo"), 1U);
  EXPECT_EQ(found("photo.yaml", "no_photo"), 0U);
  EXPECT_EQ(found("photo.yaml", "tall_photo, wide_photo"), 0U) << "no photo is both";
  EXPECT_EQ(found("figures.yaml", "tall_photo"), 0U);
  EXPECT_EQ(found("notice.yaml", "urgent"), 1U);
  EXPECT_EQ(found("strip.yaml", "urgent"), 1U) << "the strip hangs with every slide";
}

TEST(Contrast, SaysWhereMoreFactsAreToldApartThanItLooksAt) {
  std::string elements = "fill: {colour: ink}";
  for (const std::string fact :
       {"photo", "tall_photo", "wide_photo", "several_photos", "series", "link", "summary", "tradition", "memorial",
        "motto", "counted", "joint", "urgent", "banner", "countdown"}) {
    elements += "}, {fill: {colour: ink}, when: [" + fact + "]";
  }
  EXPECT_EQ(said(under(elements)),
            "l.yaml:1:1: warning: this layout tells more than 14 facts apart; contrast is looked at only where 1 of "
            "them does not hold");
}

TEST(Contrast, CountsInTheCellOfARegionAndInTheColumnOfATable) {
  const auto beside = [](const std::string& box) {
    return "elements: [{fill: {colour: ink}}, {fill: {colour: grey, box: " + box +
           "}},\n{region: {cells: [{}, {elements: [{stack: {texts: [{colour: white, role: a, parts: [a], face: "
           "body}]}}]}]}}]";
  };
  EXPECT_EQ(said(beside("[0, 0, 50, 100]")), "");
  EXPECT_NE(said(beside("[50, 0, 50, 100]")), "");
  const auto below = [](const std::string& box) {
    return "elements: [{fill: {colour: ink}}, {fill: {colour: grey, box: " + box +
           "}},\n{rows: {gap: 0, columns: [{width: 50, texts: [{colour: white, role: a, parts: [a], face: body}]}]}}]";
  };
  EXPECT_EQ(said(below("[50, 0, 50, 100]")), "");
  EXPECT_NE(said(below("[0, 0, 50, 100]")), "");
}

}  // namespace
}  // namespace lobby::config
