#include "config/contrast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "base/format.h"
#include "config/ground.h"
#include "config/layout_reader.h"

namespace lobby::config {

namespace {

constexpr std::array<Size, 4> screens{{{1600, 900}, {900, 1600}, {1200, 1200}, {2700, 900}}};

/// The facts of slides that a layout tells apart.
class FactsInUse {
 public:
  void add(const std::vector<Element>& elements) {
    for (const Element& element : elements) {
      add(element.when);
      std::visit([this](const auto& what) { add(what); }, element.what);
    }
  }

  std::set<Fact> facts;

 private:
  void add(const Conditions& conditions) {
    for (const Condition& condition : conditions) {
      if (!holds_of_screen(condition.fact, screens.front())) facts.insert(condition.fact);
    }
  }
  void add(const std::vector<Text>& texts) {
    for (const Text& text : texts) add(text.when);
  }
  void add(const Stack& stack) { add(stack.texts); }
  void add(const Tiles& tiles) { add(tiles.texts); }
  void add(const Table& table) {
    add(table.head);
    add(table.cells);
    add(table.marked);
  }
  void add(const Rows& rows) {
    for (const Column& column : rows.columns) add(column.texts);
  }
  void add(const Region& region) {
    for (const Cell& cell : region.cells) {
      add(cell.when);
      add(cell.elements);
    }
  }
  template <typename Other>
  void add(const Other&) {}
};

/// A slide that cannot be.
bool contradicts_itself(const World& world) {
  const auto is = [&](Fact fact) {
    return std::ranges::any_of(world, [&](const Condition& one) { return one.fact == fact && one.holds; });
  };
  const auto knows = [&](Fact fact) { return std::ranges::find(world, fact, &Condition::fact) != world.end(); };
  return (is(Fact::mourning) && knows(Fact::memorial) && !is(Fact::memorial)) ||
         (is(Fact::tradition) && (is(Fact::memorial) || is(Fact::mourning))) ||
         (is(Fact::round_year) && is(Fact::half_round_year));
}

std::vector<World> worlds_of(const Layout& layout) {
  FactsInUse in_use;
  in_use.add(layout.elements);
  constexpr std::size_t most = 12;  // beyond them the rest does not hold
  std::vector<Fact> facts(in_use.facts.begin(), in_use.facts.end());
  facts.resize(std::min(facts.size(), most));
  std::vector<World> worlds;
  for (std::size_t number = 0; number < (std::size_t{1} << facts.size()); ++number) {
    World world;
    for (std::size_t bit = 0; bit < facts.size(); ++bit) world.push_back({facts[bit], (number >> bit & 1U) != 0});
    if (!contradicts_itself(world)) worlds.push_back(std::move(world));
  }
  return worlds;
}

struct Worst {
  const Text* text = nullptr;
  double ratio = 21;
  bool is_on_picture = false;
};

/// Looks at a grid of points in the room of a text.
void measure(const PlacedText& placed_text, const PlacedLayout& layout, Size screen, const Theme& theme, Worst& worst) {
  constexpr int points = 8;
  const Colour letters = resolve(theme, placed_text.text->colour);
  worst.text = placed_text.text;
  for (int row = 0; row < points; ++row) {
    for (int column = 0; column < points; ++column) {
      const double x = placed_text.area.x + placed_text.area.width * (column + 0.5) / points;
      const double y = placed_text.area.y + placed_text.area.height * (row + 0.5) / points;
      const Ground ground = ground_at(x, y, placed_text, layout, screen, theme);
      worst.is_on_picture = worst.is_on_picture || ground.is_picture;
      if (ground.is_picture) continue;
      for (const Colour under : ground.colours) worst.ratio = std::min(worst.ratio, contrast_ratio(letters, under));
    }
  }
}

void report_worst(const Worst& worst, Position at, Report& report) {
  if (worst.is_on_picture) {
    report.warning(at, "text lies on a picture without a scrim, so that nobody knows whether it can be read");
  }
  const bool is_large = worst.text->least >= large;
  const double least = is_large ? least_contrast_of_large : least_contrast;
  // Down, so that what is reported never looks like enough.
  const double ratio = std::floor(worst.ratio * 100) / 100;
  if (ratio >= least) return;
  report.warning(at, format("{}text stands at a contrast of {:.2f}:1 to what lies under it; it needs {:g}:1",
                            is_large ? "large " : "", ratio, least));
}

}  // namespace

std::vector<Finding> contrast_findings(std::string_view yaml, const std::string& file, const Theme& theme) {
  std::vector<Position> places;
  const auto layout = parse_layout(yaml, file, theme, &places);
  if (!layout.value) return {};
  std::map<std::size_t, Worst> texts;
  for (const World& world : worlds_of(*layout.value)) {
    for (const Size screen : screens) {
      const PlacedLayout there = placed(*layout.value, screen, world);
      for (const PlacedText& text : there.texts) measure(text, there, screen, theme, texts[text.index]);
    }
  }
  Report report(file, Severity::error);
  for (const auto& [index, worst] : texts) report_worst(worst, places[index], report);
  return std::move(report).checked(0).findings;
}

}  // namespace lobby::config
