#include "config/layout_reader.h"

namespace lobby::config {

Table read_table(const Node& node, const LayoutReader& reader) {
  const MapReader map(node, "'table'", {"box", "gap", "rule", "mark", "head", "cells", "marked"}, reader.report());
  Table table;
  reader.read_box(map, table.box);
  map.read("gap", number(0, 50), table.gap);
  reader.read_colour(map, "rule", table.rule);
  reader.read_colour(map, "mark", table.mark);
  table.head = reader.read_texts(map, "head");
  table.cells = reader.read_texts(map, "cells");
  for (const Node& text : map.list("marked")) table.marked.push_back(reader.read_text(text));
  return table;
}

Tiles read_tiles(const Node& node, const LayoutReader& reader) {
  const MapReader map(node, "'tiles'", {"box", "gap", "rule", "texts"}, reader.report());
  Tiles tiles;
  reader.read_box(map, tiles.box);
  map.read("gap", number(0, 50), tiles.gap);
  reader.read_colour(map, "rule", tiles.rule);
  tiles.texts = reader.read_texts(map);
  return tiles;
}

}  // namespace lobby::config
