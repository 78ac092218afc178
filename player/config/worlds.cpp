#include "config/worlds.h"

#include <algorithm>
#include <optional>
#include <set>

#include "config/slide_kinds.h"

namespace lobby::config {

namespace {

constexpr Size any_screen{1600, 900};

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
      if (!holds_of_screen(condition.fact, any_screen)) facts.insert(condition.fact);
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

constexpr Fact facts_of_photos[] = {Fact::photo,          Fact::tall_photo, Fact::wide_photo,
                                    Fact::several_photos, Fact::series,     Fact::shared_caption};
constexpr Fact facts_of_banners[] = {Fact::tradition,  Fact::motto,           Fact::counted,
                                     Fact::round_year, Fact::half_round_year, Fact::banner,
                                     Fact::joint,      Fact::countdown,       Fact::memorial};

/// A slide that cannot be.
bool contradicts_itself(const World& world) {
  const auto is = [&](Fact fact) {
    return std::ranges::any_of(world, [&](const Condition& one) { return one.fact == fact && one.holds; });
  };
  const auto knows = [&](Fact fact) { return std::ranges::find(world, fact, &Condition::fact) != world.end(); };
  const bool has_photo = std::ranges::any_of(facts_of_photos, is);
  const bool is_banner = std::ranges::any_of(facts_of_banners, is);
  return (is(Fact::mourning) && knows(Fact::memorial) && !is(Fact::memorial)) ||
         (is(Fact::tradition) && (is(Fact::memorial) || is(Fact::mourning))) ||
         (is(Fact::tall_photo) && is(Fact::wide_photo)) || (is(Fact::round_year) && is(Fact::half_round_year)) ||
         (is(Fact::urgent) && (has_photo || is_banner)) || (is_banner && has_photo) ||
         (has_photo && knows(Fact::photo) && !is(Fact::photo));
}

enum class Holds { never, sometimes, always };

/// What is true of all slides of a kind.
struct Kind {
  std::string_view name;
  Holds photo = Holds::never;
  Holds banner = Holds::never;
  Holds urgent = Holds::never;
};
/// Of any other kind nothing of that is ever true.
constexpr Kind special_kinds[] = {
    {.name = "headline", .photo = Holds::sometimes}, {.name = "photo", .photo = Holds::always},
    {.name = "photo-pair", .photo = Holds::always},  {.name = "anniversary", .banner = Holds::always},
    {.name = "welcome", .banner = Holds::always},    {.name = "notice", .urgent = Holds::sometimes}};

/// The kind of slide that a layout file is for; nothing for the strip, the trim, and names that no slide has.
std::optional<Kind> kind_of(std::string_view file) {
  file.remove_prefix(std::min(file.size(), file.find_last_of('/') + 1));
  if (file.ends_with(".yaml")) file.remove_suffix(5);
  if (std::ranges::find(slide_kinds, file) == slide_kinds.end()) return std::nullopt;
  const auto* special = std::ranges::find(special_kinds, file, &Kind::name);
  return special != std::end(special_kinds) ? *special : Kind{.name = file};
}

bool may_be(const Kind& kind, const World& world) {
  const auto agrees = [&](Fact fact, Holds holds) {
    const auto known = std::ranges::find(world, fact, &Condition::fact);
    return known == world.end() || holds == Holds::sometimes || known->holds == (holds == Holds::always);
  };
  const bool no_photo = kind.photo == Holds::never;
  return agrees(Fact::photo, kind.photo) && agrees(Fact::banner, kind.banner) && agrees(Fact::urgent, kind.urgent) &&
         std::ranges::all_of(facts_of_photos, [&](Fact fact) { return !no_photo || agrees(fact, Holds::never); });
}

}  // namespace

Worlds worlds_of(const Layout& layout, const Layout& trim, std::string_view file) {
  const auto kind = kind_of(file);
  FactsInUse in_use;
  in_use.add(layout.elements);
  in_use.add(trim.elements);
  std::vector<Fact> facts(in_use.facts.begin(), in_use.facts.end());
  Worlds worlds;
  worlds.facts_left_out = facts.size() - std::min(facts.size(), most_facts);
  facts.resize(facts.size() - worlds.facts_left_out);
  for (std::size_t number = 0; number < (std::size_t{1} << facts.size()); ++number) {
    World world;
    for (std::size_t bit = 0; bit < facts.size(); ++bit) world.push_back({facts[bit], (number >> bit & 1U) != 0});
    if (contradicts_itself(world) || (kind && !may_be(*kind, world))) continue;
    worlds.all.push_back(std::move(world));
  }
  return worlds;
}

}  // namespace lobby::config
