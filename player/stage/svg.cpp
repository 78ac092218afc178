#include "stage/svg.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "base/format.h"
#include "stage/markup.h"
#include "stage/svg_values.h"

namespace lobby::stage {

namespace {

constexpr std::size_t deepest = 32;
constexpr int most_tags = 5000;

constexpr std::array<std::string_view, 12> drawn{"circle",   "defs",           "ellipse", "g",
                                                 "line",     "linearGradient", "path",    "polygon",
                                                 "polyline", "radialGradient", "rect",    "stop"};

/// What an editor writes beside the drawing.
bool is_note(std::string_view name) {
  return name == "title" || name == "desc" || name == "metadata" || name.find(':') != std::string_view::npos;
}

/// What the root says of its size; that is read by `view_of`.
bool is_size(std::string_view name) { return name == "x" || name == "y" || name == "width" || name == "height"; }

/// Writes a drawing anew, tag by tag.
class Copy {
 public:
  explicit Copy(std::string_view svg) : tags_(svg) {}

  Result<std::string> all() {
    while (true) {
      auto tag = tags_.next();
      if (!tag) return std::unexpected(std::move(tag.error()));
      if (!*tag) break;
      if (auto taken = take(**tag); !taken) return std::unexpected(std::move(taken.error()));
    }
    if (!open_.empty()) return wrong(format("<{}> is not closed", open_.back().name));
    if (copy_.empty()) return wrong("this is no SVG");
    return std::move(copy_);
  }

 private:
  struct Open {
    std::string_view name;
    bool is_note = false;
    double growth = 1;  ///< By all transformations around what lies in it.
    double stroke = 1;
  };

  std::unexpected<Error> wrong(std::string message, ErrorKind kind = ErrorKind::invalid) {
    return fail(kind, std::move(message), Where{{}, tags_.line(), 1});
  }

  Result<void> take(const Tag& tag) {
    if (++count_ > most_tags) return wrong(format("more than {} shapes are not drawn", most_tags), ErrorKind::refused);
    if (tag.kind == Tag::Kind::close) return close(tag);
    if (open_.size() == deepest) return wrong("the drawing is nested too deep", ErrorKind::refused);
    Open open{tag.name, is_note(tag.name) || in_note(), 1, 1};
    if (!open_.empty()) open.growth = open_.back().growth;
    if (!open_.empty()) open.stroke = open_.back().stroke;
    if (!open.is_note) {
      if (auto written = write(tag, open); !written) return written;
    }
    if (tag.kind == Tag::Kind::open) open_.push_back(open);
    return {};
  }

  bool in_note() const { return !open_.empty() && open_.back().is_note; }

  Result<void> close(const Tag& tag) {
    if (open_.empty() || open_.back().name != tag.name) return wrong(format("</{}> closes nothing", tag.name));
    if (!open_.back().is_note) copy_ += format("</{}>", tag.name);
    open_.pop_back();
    return {};
  }

  Result<void> write(const Tag& tag, Open& open) {
    if (open_.empty()) return write_root(tag, open);
    if (std::ranges::find(drawn, tag.name) == drawn.end()) {
      return wrong(format("<{}> is not drawn; turn it into paths and save the drawing as plain SVG", tag.name));
    }
    copy_ += format("<{}", tag.name);
    if (auto written = write_attributes(tag, open); !written) return written;
    copy_ += tag.kind == Tag::Kind::empty ? "/>" : ">";
    return {};
  }

  /// The root says the size and nothing else, so that the library has nothing to guess.
  Result<void> write_root(const Tag& tag, Open& open) {
    if (tag.name != "svg" || !copy_.empty()) return wrong("this is no SVG");
    const auto view = view_of(tag);
    if (!view) return wrong("the drawing needs a viewBox of four numbers, the last two from 1 to 100000");
    copy_ += format("<svg width=\"{2}\" height=\"{3}\" viewBox=\"{0} {1} {2} {3}\"", (*view)[0], (*view)[1], (*view)[2],
                    (*view)[3]);
    side_ = std::max((*view)[2], (*view)[3]);
    if (auto written = write_attributes(tag, open); !written) return written;
    copy_ += tag.kind == Tag::Kind::empty ? "/>" : ">";
    return {};
  }

  /// The style comes last: it stands in for attributes of the same name.
  Result<void> write_attributes(const Tag& tag, Open& open) {
    open.growth *= growth_of(value_of(tag, "transform"));
    std::string style;
    for (const auto& [name, value] : tag.attributes) {
      if (name == "style") {
        for (const auto& [property, setting] : declarations(value)) {
          if (auto fit = check(property, setting, open); !fit) return std::unexpected(std::move(fit.error()));
          if (is_drawn_property(property)) style += format("{}:{};", property, setting);
        }
        continue;
      }
      if (open_.empty() && is_size(name)) continue;
      if (auto fit = check(name, value, open); !fit) return fit;
      if (is_drawn_attribute(name)) copy_ += format(" {}=\"{}\"", name == "href" ? "xlink:href" : name, value);
    }
    if (open.stroke * open.growth > side_) return wrong("a stroke is wider than the drawing", ErrorKind::refused);
    if (!style.empty()) copy_ += format(" style=\"{}\"", style);
    return {};
  }

  /// Whether a value, if it is drawn, is drawn as it is meant.
  Result<void> check(std::string_view name, std::string_view value, Open& open) {
    if (auto fault = fault_of(name, value)) return wrong(*std::move(fault));
    if (name == "id" || (!is_drawn_attribute(name) && !is_drawn_property(name))) return {};
    for (const double number : numbers_in(value)) {
      if (!(number <= largest_number)) {
        return wrong(format("'{}' has a number beyond {:g}", name, largest_number), ErrorKind::refused);
      }
      if (name == "stroke-width") open.stroke = number;
      reach_ += std::max(1.0, name == "transform" ? 1.0 : number * open.growth / side_);
    }
    if (reach_ > most_reach) {
      return wrong("the drawing is too rich, or most of it lies far outside its viewBox", ErrorKind::refused);
    }
    return {};
  }

  static constexpr double largest_number = 1e6;
  /// Each number costs the drawing library the more, the farther it leads. An emblem in all its detail has half as
  /// many.
  static constexpr double most_reach = 20000;

  TagReader tags_;
  std::string copy_;
  std::vector<Open> open_;
  double side_ = 1;   ///< The longer one of the view.
  double reach_ = 0;  ///< The numbers so far, each at least as one and in sides of the view.
  int count_ = 0;
};

}  // namespace

Result<std::string> plain_svg(std::string_view svg) {
  if (svg.size() > most_svg_bytes) {
    return fail(ErrorKind::refused, format("a drawing has at most {} KiB", most_svg_bytes / 1024));
  }
  return Copy(svg).all();
}

}  // namespace lobby::stage
