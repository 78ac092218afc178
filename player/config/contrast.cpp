#include "config/contrast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/format.h"
#include "config/ground.h"
#include "config/layout_reader.h"
#include "config/worlds.h"

namespace lobby::config {

namespace {

constexpr std::array<Size, 4> screens{{{1600, 900}, {900, 1600}, {1200, 1200}, {2700, 900}}};

struct Worst {
  const Text* text = nullptr;
  double ratio = 21;
  bool is_on_picture = false;
};

bool may_lie_under(const PlacedElement& ground, const Area& area) {
  return std::visit(
      [&](const auto& what) {
        if constexpr (requires { what.box; }) {
          return ground.frame.part(what.box).meets(area);
        } else {
          return true;
        }
      },
      ground.element->what);
}

/// Looks at the texts of a file in one world after the other. Where the same lies under a text as in an earlier world
/// it is not looked at again, or fourteen facts would take a minute.
class Looker {
 public:
  explicit Looker(const Theme& theme) : theme_(theme) {}

  void look(const PlacedLayout& there, Size screen) {
    for (const PlacedText& text : there.texts) {
      PlacedLayout under;
      for (const auto& ground : there.grounds) {
        if (may_lie_under(ground, text.area)) under.grounds.push_back(ground);
      }
      const bool is_new = seen_[{text.index, screen.width, screen.height}].insert({text.area, under.grounds}).second;
      if (is_new) measure(text, under, screen);
    }
  }

  const std::map<std::size_t, Worst>& texts() const { return texts_; }

 private:
  struct View {
    Area area;
    std::vector<PlacedElement> grounds;
    auto operator<=>(const View&) const = default;
  };

  /// Looks at a grid of points in the room of a text.
  void measure(const PlacedText& text, const PlacedLayout& under, Size screen) {
    constexpr int points = 8;
    const Colour letters = resolve(theme_, text.text->colour);
    Worst& worst = texts_[text.index];
    worst.text = text.text;
    for (int row = 0; row < points; ++row) {
      for (int column = 0; column < points; ++column) {
        const double x = text.area.x + text.area.width * (column + 0.5) / points;
        const double y = text.area.y + text.area.height * (row + 0.5) / points;
        const Ground ground = ground_at(x, y, text, under, screen, theme_);
        worst.is_on_picture = worst.is_on_picture || ground.is_picture;
        if (ground.is_picture) continue;
        for (const Colour colour : ground.colours) worst.ratio = std::min(worst.ratio, contrast_ratio(letters, colour));
      }
    }
  }

  const Theme& theme_;
  std::map<std::size_t, Worst> texts_;  ///< By their index in the file.
  std::map<std::tuple<std::size_t, int, int>, std::set<View>> seen_;
};

/// Texts of one colour that share a fault: it is said once, at the worst of them.
struct Fault {
  std::size_t index = 0;
  double ratio = 21;
  int texts = 0;

  void add(std::size_t text, double its_ratio) {
    if (texts++ == 0 || its_ratio < ratio) {
      index = text;
      ratio = its_ratio;
    }
  }
  std::string others() const {
    if (texts < 2) return {};
    return format(" (and {} more {} of this colour)", texts - 1, texts == 2 ? "text" : "texts");
  }
};

class Faults {
 public:
  explicit Faults(const std::map<std::size_t, Worst>& texts) {
    for (const auto& [index, worst] : texts) {
      const bool is_large = worst.text->least >= large;
      // Down, so that what is reported never looks like enough.
      const double ratio = std::floor(worst.ratio * 100) / 100;
      if (worst.is_on_picture) on_pictures_[worst.text->colour].add(index, 0);
      if (ratio < least(is_large)) too_weak_[{worst.text->colour, is_large}].add(index, ratio);
    }
  }

  void report(const std::vector<Position>& places, Report& report) const {
    for (const auto& [colour, fault] : on_pictures_) {
      report.warning(places[fault.index],
                     format("text lies on a picture without a scrim, so that nobody knows whether it can be read{}",
                            fault.others()));
    }
    for (const auto& [kind, fault] : too_weak_) {
      const bool is_large = kind.second;
      report.warning(places[fault.index],
                     format("{}text stands at a contrast of {:.2f}:1 to what lies under it; it needs {:g}:1{}",
                            is_large ? "large " : "", fault.ratio, least(is_large), fault.others()));
    }
  }

 private:
  static double least(bool is_large) { return is_large ? least_contrast_of_large : least_contrast; }

  std::map<std::string, Fault> on_pictures_;                ///< By colour.
  std::map<std::pair<std::string, bool>, Fault> too_weak_;  ///< By colour, large ones by themselves.
};

/// What lies over every slide of a theme, but neither over the strip nor over itself.
const Layout& trim_over(const std::string& file, const Theme& theme) {
  static const Layout none;
  const auto trim = theme.layouts.find("trim");
  return trim == theme.layouts.end() || file.ends_with("trim.yaml") || file.ends_with("strip.yaml") ? none
                                                                                                    : trim->second;
}

}  // namespace

std::vector<Finding> contrast_findings(std::string_view yaml, const std::string& file, const Theme& theme) {
  std::vector<Position> places;
  const auto layout = parse_layout(yaml, file, theme, &places);
  if (!layout.value) return {};
  const Layout& trim = trim_over(file, theme);
  const Worlds worlds = worlds_of(*layout.value, trim, file);
  Looker looker(theme);
  for (const World& world : worlds.all) {
    for (const Size screen : screens) {
      PlacedLayout there = placed(*layout.value, screen, world);
      for (const auto& ground : placed(trim, screen, world).grounds) there.grounds.push_back(ground);
      looker.look(there, screen);
    }
  }
  Report report(file, Severity::error);
  Faults(looker.texts()).report(places, report);
  if (worlds.facts_left_out > 0) {
    report.warning({1, 1}, format("this layout tells more than {} facts apart; contrast is looked at only where {} of "
                                  "them {} not hold",
                                  most_facts, worlds.facts_left_out, worlds.facts_left_out == 1 ? "does" : "do"));
  }
  auto findings = std::move(report).checked(0).findings;
  std::ranges::stable_sort(findings, {},
                           [](const Finding& one) { return std::pair(one.where.line, one.where.column); });
  return findings;
}

}  // namespace lobby::config
