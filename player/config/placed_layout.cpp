#include <algorithm>
#include <optional>

#include "config/ground.h"

namespace lobby::config {

Area Area::part(const Box& box) const {
  return {x + box.x * width / 100, y + box.y * height / 100, box.width * width / 100, box.height * height / 100};
}

bool Area::contains(double at_x, double at_y) const {
  return at_x >= x && at_x <= x + width && at_y >= y && at_y <= y + height;
}

bool Area::meets(const Area& other) const {
  return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
}

namespace {

/// Places elements as the scene does, but for the sizes of texts.
class Placing {
 public:
  Placing(Size screen, const World& world) : screen_(screen), world_(world) {}

  void add(const std::vector<Element>& elements, const Area& frame, bool is_shown) {
    for (const Element& element : elements) {
      const bool shows = is_shown && hold(element.when);
      if (shows) layout.grounds.push_back({&element, frame});
      std::visit([&](const auto& what) { add(what, frame, shows); }, element.what);
    }
  }

  PlacedLayout layout;

 private:
  bool hold(const Conditions& conditions) const {
    return std::ranges::all_of(conditions, [&](const Condition& condition) {
      if (const auto shape = holds_of_screen(condition.fact, screen_)) return *shape == condition.holds;
      const auto known = std::ranges::find(world_, condition.fact, &Condition::fact);
      return (known != world_.end() && known->holds) == condition.holds;
    });
  }

  void add(const std::vector<Text>& texts, const Area& area, bool is_shown, std::string_view mark = {}) {
    for (const Text& text : texts) {
      if (is_shown && hold(text.when)) layout.texts.push_back({&text, area, mark, index_});
      ++index_;
    }
  }

  void add(const Stack& stack, const Area& frame, bool is_shown) { add(stack.texts, frame.part(stack.box), is_shown); }

  void add(const Rows& rows, const Area& frame, bool is_shown) {
    Area column = frame.part(rows.box);
    for (const Column& one : rows.columns) {
      column.width = one.width * frame.width / 100;
      add(one.texts, column, is_shown);
      column.x += column.width + rows.gap * unit_of(screen_) / 100;
    }
  }

  void add(const Table& table, const Area& frame, bool is_shown) {
    const Area whole = frame.part(table.box);
    add(table.head, whole, is_shown);
    add(table.cells, whole, is_shown, table.marked.empty() ? std::string_view(table.mark) : std::string_view());
    add(table.marked, whole, is_shown, table.mark);
  }

  void add(const Tiles& tiles, const Area& frame, bool is_shown) { add(tiles.texts, frame.part(tiles.box), is_shown); }

  void add(const Region& region, const Area& frame, bool is_shown) {
    const Area whole = frame.part(region.box);
    const bool in_a_row = region.direction == Direction::row;
    const double gap = region.gap * unit_of(screen_) / 100;
    double weights = 0;
    double gaps = -gap;
    for (const Cell& cell : region.cells) {
      if (!hold(cell.when)) continue;
      weights += cell.weight;
      gaps += gap;
    }
    const double shared = std::max(0.0, (in_a_row ? whole.width : whole.height) - gaps);
    double begin = 0;
    for (const Cell& cell : region.cells) {
      const bool holds = hold(cell.when);
      const double length = holds ? shared * cell.weight / weights : 0;
      const Area area = in_a_row ? Area{whole.x + begin, whole.y, length, whole.height}
                                 : Area{whole.x, whole.y + begin, whole.width, length};
      add(cell.elements, area, is_shown && holds);
      if (holds) begin += length + gap;
    }
  }

  template <typename Other>
  void add(const Other&, const Area&, bool) {}

  Size screen_;
  const World& world_;
  std::size_t index_ = 0;
};

}  // namespace

PlacedLayout placed(const Layout& layout, Size screen, const World& world) {
  Placing placing(screen, world);
  placing.add(layout.elements, Area{0, 0, static_cast<double>(screen.width), static_cast<double>(screen.height)}, true);
  return std::move(placing.layout);
}

}  // namespace lobby::config
