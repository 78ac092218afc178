#include "stage/svg.h"

#include <gtest/gtest.h>

#include "base/format.h"

namespace lobby::stage {
namespace {

std::string said(std::string_view svg) {
  const auto plain = plain_svg(svg);
  if (plain) return *plain;
  return format("{}: {}", plain.error().where ? plain.error().where->line : 0, plain.error().message);
}

/// A drawing with something in it.
std::string around(std::string_view inside) { return format("<svg viewBox='0 0 9 9'>{}</svg>", inside); }

TEST(PlainSvg, KeepsShapesAndLeavesOutTheNotesOfEditors) {
  EXPECT_EQ(said(R"(<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" width="2cm" height="100%" viewBox="0 0,40.5 20" fill="#fff">
  <!-- <rect width="9" height="9"/> -->
  <title>Sao</title><sodipodi:namedview><grid/></sodipodi:namedview>
  <g inkscape:label="Lớp 1" id="layer1"><path class="a" d="M1 2 3 4z" style="fill:none; -x:1; stroke: red"/></g>
</svg>)"),
            R"(<svg width="40.5" height="20" viewBox="0 0 40.5 20" fill="#fff">)"
            R"(<g id="layer1"><path d="M1 2 3 4z" style="fill:none;stroke:red;"/></g></svg>)");
}

TEST(PlainSvg, TakesItsOwnCopyAsItIs) {
  const std::string once = said("<svg width='8px' height='4'><defs><linearGradient id='g' href='#h'/></defs></svg>");
  EXPECT_EQ(
      once,
      R"(<svg width="8" height="4" viewBox="0 0 8 4"><defs><linearGradient id="g" xlink:href="#h"/></defs></svg>)");
  EXPECT_EQ(said(once), once);
}

TEST(PlainSvg, NamesWhatWouldBeMissingOnTheScreen) {
  const std::pair<std::string, std::string> faults[] = {
      {around("\n<text>Tết</text>"), "2: <text> is not drawn; turn it into paths and save the drawing as plain SVG"},
      {around("<image href='file:///etc/passwd'/>"),
       "1: <image> is not drawn; turn it into paths and save the drawing as plain SVG"},
      {around("<style>.a{}</style>"), "1: <style> is not drawn; turn it into paths and save the drawing as plain SVG"},
      {around("<svg width='0'/>"), "1: <svg> is not drawn; turn it into paths and save the drawing as plain SVG"},
      {around("<g mask='url(#m)'/>"),
       "1: 'mask' is not drawn; turn what it does into paths and save the drawing as plain SVG"},
      {around("<g style='stroke-dasharray:0.0001'/>"),
       "1: 'stroke-dasharray' is not drawn; turn what it does into paths and save the drawing as plain SVG"},
      {around("<g transform='skewX(90)'/>"),
       "1: a skewed shape is not drawn; turn it into paths and save the drawing as plain SVG"},
      {around("<path fill='currentColor'/>"), "1: 'fill' needs a colour of its own, not currentColor"},
      {around("<path fill='url(http://portal.example/a.svg#b)'/>"),
       "1: 'fill' refers to something outside the drawing"},
      {around("<linearGradient xlink:href=''/>"), "1: 'xlink:href' refers to something outside the drawing"},
  };
  for (const auto& [svg, message] : faults) EXPECT_EQ(said(svg), message) << svg;
}

TEST(PlainSvg, RefusesWhatIsNoSvgOrHasNoSize) {
  const std::string size = "1: the drawing needs a viewBox of four numbers, the last two from 1 to 100000";
  const std::pair<std::string, std::string> faults[] = {
      {"", "1: this is no SVG"},
      {"\x89PNG", "1: this is no SVG"},
      {"<html>", "1: this is no SVG"},
      {around("") + "<svg viewBox='0 0 9 9'/>", "1: this is no SVG"},
      {"<svg></svg>", size},
      {"<svg width='100%' height='100%'/>", size},
      {"<svg width='0' height='9'/>", size},
      {"<svg width='9' height='9' viewBox='0 0 9'/>", size},
      {"<svg viewBox='0 0 9 nan'/>", size},
      {"<svg viewBox='0 0 9 1e9'/>", size},
      {"<svg viewBox='0 0 9 9' viewBox='0 0 0 0'/>", "1: 'svg' has the attribute 'viewBox' twice"},
      {"<svg viewBox='0 0 9 9'>\n<g></svg>", "2: </svg> closes nothing"},
      {"<svg viewBox='0 0 9 9'>\n<g>", "2: <g> is not closed"},
      {"<svg viewBox=0>", "1: the value of 'viewBox' has no quotes"},
      {"<svg viewBox='0", "1: the value of 'viewBox' has no end"},
      {"<svg viewBox", "1: a tag has something that is no attribute"},
      {"<svg / viewBox='0 0 9 9'>", "1: the tag of 'svg' does not end"},
      {"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>",
       "1: a doctype that declares something is not read; save the drawing as plain SVG"},
      {"<!-- <svg/>", "1: a comment has no end"},
      {around("<path d='M0 0 &#65;'/>"), "1: 'd' has letters that do not belong there"},
  };
  for (const auto& [svg, message] : faults) EXPECT_EQ(said(svg), message) << svg;
}

std::string repeated(std::string_view part, int times) {
  std::string all;
  for (int time = 0; time < times; ++time) all += part;
  return all;
}

TEST(PlainSvg, RefusesWhatNoDrawingNeeds) {
  const std::string far = "1: the drawing is too rich, or most of it lies far outside its viewBox";
  const std::pair<std::string, std::string> faults[] = {
      {std::string(300U * 1024U, ' '), "0: a drawing has at most 256 KiB"},
      {around(repeated("<g>", 40) + repeated("</g>", 40)), "1: the drawing is nested too deep"},
      {around(repeated("<g/>", 6000)), "1: more than 5000 shapes are not drawn"},
      {around("<path d='M1 1e7'/>"), "1: 'd' has a number beyond 1e+06"},
      {around("<path d='M1-1e999'/>"), "1: 'd' has a number beyond 1e+06"},
      {around("<path d='" + repeated("1 ", 20001) + "'/>"), far},
      {around("<path d='" + repeated("9e3 ", 25) + "'/>"), far},
      {around("<g transform='scale(9)'><path d='M9e3' transform='matrix(0,99,0,0,1,1)'/></g>"), far},
      {around("<path style='stroke-width:10'/>"), "1: a stroke is wider than the drawing"},
      {around("<g stroke-width='9'><path transform='scale(2)'/></g>"), "1: a stroke is wider than the drawing"},
  };
  for (const auto& [svg, message] : faults) EXPECT_EQ(said(svg), message) << svg.substr(0, 80);
  EXPECT_EQ(said(around("<g transform='scale(0.001)'><path d='" + repeated("9e3 ", 25) + "'/></g>")).substr(0, 4),
            "<svg");
  EXPECT_EQ(said(around("<g transform='translate(2000 9)'/><g id='a1e9' fill='#1e9000'/>")).substr(0, 4), "<svg");
}

}  // namespace
}  // namespace lobby::stage
