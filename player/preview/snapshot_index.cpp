#include "preview/snapshot_index.h"

#include <nlohmann/json.hpp>

namespace lobby::preview {

namespace {

using Json = nlohmann::ordered_json;

Json box_json(const Rect& box) { return {box.x, box.y, box.width, box.height}; }

Json text_json(const scene::TextOp& text) {
  Json lines = Json::array();
  for (const auto& line : text.lines) lines.push_back(line.text);
  Json json;
  json["role"] = text.role;
  json["lines"] = std::move(lines);
  json["font_px"] = text.setting.size;
  json["box"] = box_json(text.box);
  return json;
}

void add_ops(const scene::Scene& scene, Json& texts, Json& images) {
  for (const auto& op : scene.ops) {
    if (const auto* text = std::get_if<scene::TextOp>(&op)) texts.push_back(text_json(*text));
    if (const auto* picture = std::get_if<scene::PictureOp>(&op)) {
      Json json;
      json["file"] = picture->file;
      json["box"] = box_json(picture->box);
      images.push_back(std::move(json));
    }
  }
}

Json entry_json(const IndexEntry& entry) {
  const auto& slide = entry.composition->slide;
  Json texts = Json::array();
  Json images = Json::array();
  add_ops(entry.composition->scene, texts, images);
  add_ops(entry.composition->strip, texts, images);
  Json json;
  json["file"] = entry.file;
  json["kind"] = slide.kind();
  const double seconds = static_cast<double>(entry.dwell.count()) / 1000.0;
  if (entry.dwell.count() % 1000 == 0) {
    json["seconds"] = entry.dwell.count() / 1000;
  } else {
    json["seconds"] = seconds;
  }
  json["item"] = {{"title", slide.title()}, {"source", slide.source()}};
  json["texts"] = std::move(texts);
  json["images"] = std::move(images);
  return json;
}

}  // namespace

std::string snapshot_index(Size size, const std::string& at, const std::vector<IndexEntry>& entries) {
  Json index;
  index["size"] = {size.width, size.height};
  index["at"] = at;
  index["slides"] = Json::array();
  for (const auto& entry : entries) index["slides"].push_back(entry_json(entry));
  return index.dump(2) + "\n";
}

}  // namespace lobby::preview
