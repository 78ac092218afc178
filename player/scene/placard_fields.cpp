#include "scene/placard_fields.h"

#include "base/format.h"

namespace lobby::scene {

namespace {

/// What is not empty, with something between.
std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (const auto& text : texts) {
    if (text.empty()) continue;
    if (!all.empty()) all += between;
    all += text;
  }
  return all;
}

void add(Fields& fields, const config::Welcome& welcome) {
  fields["title"] = welcome.who;
  fields["summary"] = welcome.detail;
}

void add(Fields& fields, const playlist::RosterPage& roster) {
  fields["title"] = roster.title;
  if (roster.pages > 1) fields["page"] = format("{}/{}", roster.page, roster.pages);
  std::vector<std::string> rows;
  for (const auto& row : roster.rows) rows.push_back(joined(row.cells, ", "));
  fields["summary"] = joined(rows, "; ");
}

void add(Fields& fields, const config::FigureSet& set) {
  fields["title"] = set.title;
  std::vector<std::string> figures;
  for (const auto& figure : set.entries) {
    figures.push_back(format("{}: {}", figure.caption, joined({figure.value, figure.unit}, " ")));
  }
  fields["summary"] = joined(figures, "; ");
}

void add(Fields& fields, const config::Quotation& quotation) {
  fields["title"] = quotation.text;
  fields["author"] = quotation.author;
  fields["source"] = quotation.source;
  fields["summary"] = joined({quotation.author, quotation.source}, ", ");
}

}  // namespace

void add_placard(Fields& fields, const playlist::Placard& placard) {
  std::visit([&](const auto& what) { add(fields, what); }, placard);
}

std::vector<Fields> rows_of(const playlist::Placard& placard) {
  std::vector<Fields> rows;
  if (const auto* set = std::get_if<config::FigureSet>(&placard)) {
    for (const auto& [value, unit, caption, change] : set->entries) {
      rows.push_back({{"figure", value}, {"unit", unit}, {"caption", caption}, {"change", change}});
    }
  }
  return rows;
}

}  // namespace lobby::scene
