#include "config/layout.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/format.h"
#include "config/layout_reader.h"

namespace lobby::config {

namespace {

/// Centres may lie outside the screen, so that a part of a circle shows.
const Scalar<double>& centre() {
  static const auto scalar = number(-100, 200);
  return scalar;
}

const Scalar<double>& radius() {
  static const auto scalar = number(0.1, 300);
  return scalar;
}

const Scalar<VerticalAlign>& vertical_align() {
  static const auto scalar = choice<VerticalAlign>(
      {{"top", VerticalAlign::top}, {"middle", VerticalAlign::middle}, {"bottom", VerticalAlign::bottom}});
  return scalar;
}

Fill read_fill(const Node& node, const LayoutReader& reader) {
  const MapReader map(node, "'fill'", {"box", "colour", "to", "angle", "radius"}, reader.report());
  Fill fill;
  reader.read_box(map, fill.box);
  reader.require_colour(map, fill.colour);
  reader.read_colour(map, "to", fill.to);
  map.read("angle", number(-360, 360), fill.angle);
  map.read("radius", number(0, 50), fill.radius);
  return fill;
}

Glow read_glow(const Node& node, const LayoutReader& reader) {
  const MapReader map(node, "'glow'", {"x", "y", "radius", "colour"}, reader.report());
  Glow glow;
  map.read("x", centre(), glow.x);
  map.read("y", centre(), glow.y);
  map.read("radius", radius(), glow.radius);
  reader.require_colour(map, glow.colour);
  return glow;
}

Scrim read_scrim(const Node& node, const LayoutReader& reader) {
  const MapReader map(node, "'scrim'", {"box", "colour", "text"}, reader.report());
  Scrim scrim;
  reader.read_box(map, scrim.box);
  reader.require_colour(map, scrim.colour);
  reader.read_colour(map, "text", scrim.text);
  return scrim;
}

/// A shape whose numbers would draw nothing is a slip.
void check_shape(const MapReader& map, const Ornament& ornament) {
  const bool is_ring = ornament.shape == OrnamentShape::ring;
  const bool is_dots = ornament.shape == OrnamentShape::dots;
  const int least = ornament.shape == OrnamentShape::star ? 3 : 1;
  if (!is_ring && ornament.count < least) {
    map.report().error(map.place("count"), format("'count' must be at least {} for this shape", least));
  }
  if (is_dots && ornament.inner <= 0) {
    map.report().error(map.place("inner"), "'inner', the radius of each dot, must be greater than 0");
  }
  if (!is_ring && ornament.inner >= ornament.radius) {
    map.report().error(map.place("inner"), "'inner' must be less than 'radius'");
  }
}

Ornament read_ornament(const Node& node, const LayoutReader& reader) {
  static const auto shape = choice<OrnamentShape>({{"ring", OrnamentShape::ring},
                                                   {"rays", OrnamentShape::rays},
                                                   {"dots", OrnamentShape::dots},
                                                   {"star", OrnamentShape::star}});
  const MapReader map(node, "'ornament'", {"shape", "x", "y", "radius", "inner", "count", "line", "colour"},
                      reader.report());
  Ornament ornament;
  const bool has_shape = map.require("shape", shape, ornament.shape);
  map.read("x", centre(), ornament.x);
  map.read("y", centre(), ornament.y);
  map.read("radius", radius(), ornament.radius);
  map.read("inner", number(0, 300), ornament.inner);
  map.read("count", whole_number(0, 720), ornament.count);
  map.read("line", number(0.01, 10), ornament.line);
  reader.require_colour(map, ornament.colour);
  if (has_shape) check_shape(map, ornament);
  return ornament;
}

Stack read_stack(const Node& node, const LayoutReader& reader) {
  const MapReader map(node, "'stack'", {"box", "align", "texts"}, reader.report());
  Stack stack;
  reader.read_box(map, stack.box);
  map.read("align", vertical_align(), stack.align);
  stack.texts = reader.read_texts(map);
  return stack;
}

Column read_column(const Node& node, const LayoutReader& reader) {
  const MapReader map(node, "an entry of 'columns'", {"width", "align", "texts"}, reader.report());
  Column column;
  map.require("width", number(0.1, 100), column.width);
  map.read("align", vertical_align(), column.align);
  column.texts = reader.read_texts(map);
  return column;
}

void read_columns(const MapReader& map, const LayoutReader& reader, Rows& rows) {
  double width = 0;
  for (const Node& entry : map.require_list("columns")) {
    rows.columns.push_back(read_column(entry, reader));
    width += rows.columns.back().width;
  }
  constexpr double rounding = 1e-6;
  if (width > rows.box.width + rounding) {
    reader.report().error(map.place("columns"),
                          format("the columns are {:g} wide together, but their box {:g}", width, rows.box.width));
  }
}

Rows read_rows(const Node& node, const LayoutReader& reader) {
  const MapReader map(node, "'rows'", {"box", "most", "gap", "rule", "columns"}, reader.report());
  Rows rows;
  reader.read_box(map, rows.box);
  map.read("most", whole_number(1, 20), rows.most);
  map.read("gap", number(0, 50), rows.gap);
  reader.read_colour(map, "rule", rows.rule);
  read_columns(map, reader, rows);
  return rows;
}

std::vector<Element> read_elements(std::span<const Node> entries, const LayoutReader& reader);

Cell read_cell(const Node& node, const LayoutReader& reader) {
  const MapReader map(node, "an entry of 'cells'", {"weight", "when", "elements"}, reader.report());
  Cell cell;
  if (!map.readable()) return cell;
  map.read("weight", number(0.01, 100), cell.weight);
  cell.when = reader.read_when(map);
  cell.elements = read_elements(map.list("elements"), reader);
  const auto is_ticker = [](const Element& element) { return std::holds_alternative<TickerBand>(element.what); };
  if (std::ranges::any_of(cell.elements, is_ticker)) {
    reader.report().error(map.at(), "a ticker runs from edge to edge of the screen; it cannot lie in a region");
  }
  return cell;
}

Region read_region(const Node& node, const LayoutReader& reader) {
  static const auto direction = choice<Direction>({{"row", Direction::row}, {"column", Direction::column}});
  const MapReader map(node, "'region'", {"box", "direction", "gap", "cells"}, reader.report());
  Region region;
  reader.read_box(map, region.box);
  map.read("direction", direction, region.direction);
  map.read("gap", number(0, 50), region.gap);
  for (const Node& entry : map.require_list("cells")) region.cells.push_back(read_cell(entry, reader));
  return region;
}

using What = decltype(Element::what);

struct ElementKind {
  std::string_view key;
  What (*read)(const Node&, const LayoutReader&);
};

template <auto read>
What as_what(const Node& node, const LayoutReader& reader) {
  return read(node, reader);
}

constexpr std::array<ElementKind, 14> element_kinds{{{"fill", as_what<read_fill>},
                                                     {"glow", as_what<read_glow>},
                                                     {"picture", as_what<read_picture>},
                                                     {"scrim", as_what<read_scrim>},
                                                     {"ornament", as_what<read_ornament>},
                                                     {"stack", as_what<read_stack>},
                                                     {"rows", as_what<read_rows>},
                                                     {"table", as_what<read_table>},
                                                     {"tiles", as_what<read_tiles>},
                                                     {"region", as_what<read_region>},
                                                     {"art", as_what<read_art>},
                                                     {"qr", as_what<read_qr>},
                                                     {"shape", as_what<read_shape>},
                                                     {"ticker", as_what<read_ticker_band>}}};

/// A ticker is the same under all slides.
void check_ticker(const MapReader& map, const Conditions& when, const LayoutReader& reader) {
  if (reader.role() != LayoutRole::strip) {
    reader.report().error(map.place("ticker"), "a ticker runs under all slides; it belongs into strip.yaml");
  }
  const auto of_slides = [](const Condition& condition) { return !holds_of_screen(condition.fact, {1, 1}); };
  if (std::ranges::any_of(when, of_slides)) {
    reader.report().error(map.place("when"),
                          "'when' of a ticker may ask for landscape, portrait, square and wide only");
  }
}

Element read_element(const Node& node, const LayoutReader& reader) {
  constexpr std::size_t count = element_kinds.size();
  std::array<std::string_view, count + 1> keys;
  std::ranges::transform(element_kinds, keys.begin(), &ElementKind::key);
  keys.back() = "when";
  const MapReader map(node, "an entry of 'elements'", keys, reader.report());
  Element element;
  if (!map.readable()) return element;
  element.when = reader.read_when(map);
  if (!map.has_one_of(std::span(keys).first(count),
                      "an element has exactly one of the keys fill, glow, picture, scrim, ornament, stack, rows, "
                      "table, tiles, region, art, qr, shape, ticker")) {
    return element;
  }
  const auto is_set = [&](const ElementKind& kind) { return map.has(kind.key); };
  const auto* kind = std::ranges::find_if(element_kinds, is_set);
  element.what = kind->read(*map.find(kind->key), reader);
  if (kind->key == "ticker") check_ticker(map, element.when, reader);
  return element;
}

std::vector<Element> read_elements(std::span<const Node> entries, const LayoutReader& reader) {
  std::vector<Element> elements;
  for (const Node& entry : entries) elements.push_back(read_element(entry, reader));
  return elements;
}

Layout read_layout(const Node& root, const LayoutReader& reader) {
  const MapReader map(root, "the file", {"elements"}, reader.report());
  return {read_elements(map.require_list("elements"), reader)};
}

}  // namespace

Checked<Layout> parse_layout(std::string_view yaml, const std::string& file, const Theme& theme,
                             std::vector<Position>* text_places) {
  Report report(file, Severity::error);
  Layout layout;
  if (const auto root = parse_yaml(yaml, report)) {
    const bool is_strip = std::filesystem::path(file).filename() == "strip.yaml";
    const LayoutReader reader(theme, is_strip ? LayoutRole::strip : LayoutRole::slide, report, text_places);
    layout = read_layout(*root, reader);
  }
  return std::move(report).checked(std::move(layout));
}

Schema layout_schema() {
  return Recorder::schema_of(
      [](const Node& root, Report& report) {
        Theme theme;
        theme.palette["text"] = {};
        read_layout(root, LayoutReader(theme, LayoutRole::strip, report, nullptr));
      },
      layout_notes());
}

}  // namespace lobby::config
