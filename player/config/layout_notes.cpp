#include "config/key_notes.h"

namespace lobby::config {

namespace {

constexpr std::string_view theme_text = R"(
the file
  extends: A theme whose colours, faces and layouts stand in for what is missing here.
  pictures: Photos as they are, or without their colours.
  calm: Nothing moves: what would, fades.
  weather_words: What visitors read where a layout says {condition}.
  palette: The colours by name; one named text is that of texts that name none.
  faces: The faces by name, each a list of font files: the first is the face, the others serve words that it lacks.

'weather_words'
  clear: Of a sky without clouds.
  cloudy: Of a sky full of clouds.
  drizzle: Of drizzle.
  fair: Of a sky with few clouds.
  fog: Of fog.
  hail: Of hail.
  heavy-rain: Of heavy rain.
  hot: Of heat.
  light-rain: Of light rain.
  partly-cloudy: Of a sky half covered.
  rain: Of rain.
  showers: Of showers.
  sleet: Of sleet.
  snow: Of snow.
  thunderstorm: Of a thunderstorm.
)";

constexpr std::string_view layout_text = R"(
the file
  elements: What the slide is drawn of, in this order.

an entry of 'elements'
  fill: A plain or graded rectangle.
  glow: Light that falls off from a centre.
  picture: One of the slide's pictures.
  scrim: Makes text on a picture legible.
  ornament: Line art around a centre.
  stack: Texts one under the other.
  rows: A table with one row for each part of the slide.
  table: The rows and columns of a roster.
  tiles: A stack for each figure, or for each day of the weather.
  region: A part of the screen, divided among cells.
  art: A drawing of the theme.
  qr: A code that leads to the story.
  shape: Lines, areas, circles.
  ticker: Where the line of news runs; in strip.yaml only.
  when: Drawn only where all of these facts hold.

'fill'
  box: [x, y, width, height] in percent of the screen; without it the whole screen.
  colour: Of the rectangle.
  to: The colour at the other end of a grade.
  angle: Direction of the grade in degrees: 0 left to right, 90 top to bottom.
  radius: Of the corners, percent of the shorter side.

'glow'
  x: Of its centre, percent of the width.
  y: Of its centre, percent of the height.
  radius: Percent of the shorter side.
  colour: In the middle, where it is strongest.

'picture'
  box: [x, y, width, height] in percent of the screen; without it the whole screen.
  fit: How it fills its box; auto covers, unless the crop would lose more than a third.
  focus: [x, y] in percent of the picture: what a crop spares first.
  index: 0 is the lead picture.

'scrim'
  box: [x, y, width, height] in percent of the screen: which texts it serves.
  colour: Blended over what lies under it, just enough for a contrast of 7:1.
  text: The colour of the text to be legible.

'ornament'
  shape: What is drawn.
  x: Of its centre, percent of the width.
  y: Of its centre, percent of the height.
  radius: Outer radius, percent of the shorter side.
  inner: Inner radius of rays and stars, radius of each dot.
  count: Rays, dots, or points of a star.
  line: Line width, percent of the shorter side.
  colour: Of its lines.

'stack'
  box: [x, y, width, height] in percent of the screen; without it the whole screen.
  align: Where the texts stand in the box.
  texts: The texts from top to bottom, set together at the largest sizes at which all fit.

an entry of 'texts'
  role: Its name in the index of snapshot.
  parts: Words and fields in braces; a part all of whose fields are empty is dropped.
  separator: Between parts.
  face: One of the theme's faces.
  size: Percent of the shorter side, or [least, most]: the largest at which everything fits.
  lines: At most so many, or [usual, most].
  align: Which edge the lines share.
  colour: Of the text.
  digits: Digits as the face draws them, or all equally wide, for clocks.
  presence: An optional text gives way where there is no room.
  capitals: As it is written, or all in capitals.
  tracking: Extra space between letters, percent of the text size.
  gap: Space above it inside its stack, percent of the shorter side.
  when: Shown only where all of these facts hold.

'rows'
  box: [x, y, width, height] in percent of the screen; without it the whole screen.
  most: At most so many rows.
  gap: Between columns, percent of the shorter side.
  rule: Colour of the hairline above each row; without it there is none.
  columns: From left to right; together no wider than the box.

an entry of 'columns'
  width: Percent of the screen's width.
  align: Where the texts stand in the row.
  texts: What stands in it, from top to bottom.

'table'
  box: [x, y, width, height] in percent of the screen; without it the whole screen.
  gap: Between columns, percent of the shorter side.
  rule: Colour of the hairline under the head and each row; without it there is none.
  mark: Colour under the rows that count now; without it there is none.
  head: How a cell of the head is set; {cell} is what stands there.
  cells: How a cell is set.
  marked: How a cell of a row is set that counts now; else as cells.

'tiles'
  box: [x, y, width, height] in percent of the screen; without it the whole screen.
  gap: Between tiles, percent of the shorter side.
  rule: Colour of the line above each tile; without it there is none.
  texts: What stands in each tile, from top to bottom.
  art: A drawing in each tile.

'region'
  box: [x, y, width, height] in percent of the screen; without it the whole screen.
  direction: Cells side by side, or one under the other.
  gap: Between cells, percent of the shorter side.
  cells: The parts; boxes inside a cell are percents of the cell.

an entry of 'cells'
  weight: The cell's share of the room.
  when: Where one of these facts does not hold the other cells share its room.
  elements: What is drawn in it; without any the room stays free.

'art'
  box: [x, y, width, height] in percent of the screen; without it the whole screen.
  file: An .svg file in the theme's folder; with {icon} in its name one for each condition of the weather.
  colour: Of the whole shape; without it its own colours.
  size: Its height, percent of the shorter side.
  gap: Above and below it, percent of the shorter side.
  after: How many of the texts stand above it.

'qr'
  box: [x, y, width, height] in percent of the screen; without it the whole screen.
  text: What a telephone reads, with fields in braces.
  colour: Of the modules; darker than the ground.
  ground: Of the square, with a contrast of at least 4:1 to the modules.

'shape'
  form: What is drawn.
  box: [x, y, width, height] in percent of the screen; without it the whole screen.
  points: Corners [x, y] in percent of the box: 3 to 64 of a polygon, 2 to 64 of a line.
  line: Line width, percent of the shorter side; 0: filled.
  colour: Of the shape.

'ticker'
  height: Of the band, percent of the screen's height.
  face: One of the theme's faces.
  size: Percent of the shorter side.
  colour: Of the text.
  ground: Of the band; nothing may shine through it.
  separator: Between two texts; empty: the gap alone.
  separator_colour: Of the separator; without it as the text.
  gap: On either side of the separator, percent of the shorter side.
)";

}  // namespace

std::vector<KeyNote> theme_notes() { return parse_key_notes(theme_text); }
std::vector<KeyNote> layout_notes() { return parse_key_notes(layout_text); }

}  // namespace lobby::config
