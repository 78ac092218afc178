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

namespace {

TileArt read_tile_art(const Node& node, const LayoutReader& reader, std::size_t texts) {
  const MapReader map(node, "'art'", {"file", "size", "gap", "after"}, reader.report());
  TileArt art;
  reader.require_art(map, art.file);
  map.read("size", number(0.5, 80), art.size);
  map.read("gap", number(0, 50), art.gap);
  Scalar<int> after = whole_number(0, static_cast<int>(texts));
  after.form.most = 100;
  after.form.expected = "a whole number, at most as many as there are texts";
  map.read("after", after, art.after);
  return art;
}

}  // namespace

Tiles read_tiles(const Node& node, const LayoutReader& reader) {
  const MapReader map(node, "'tiles'", {"box", "gap", "rule", "texts", "art"}, reader.report());
  Tiles tiles;
  reader.read_box(map, tiles.box);
  map.read("gap", number(0, 50), tiles.gap);
  reader.read_colour(map, "rule", tiles.rule);
  tiles.texts = reader.read_texts(map);
  if (const Node* art = map.find("art")) tiles.art = read_tile_art(*art, reader, tiles.texts.size());
  return tiles;
}

}  // namespace lobby::config
