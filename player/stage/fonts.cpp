#include "stage/fonts.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/format.h"
#include "stage/coverage.h"
#include "text/direction.h"

namespace lobby::stage {

namespace {

scene::Ink pixels_of(const InkBox& ink, int size, int units_per_em) {
  const auto up = [&](int units) { return (to_sixty_fourths(units, size, units_per_em) + 63) >> 6; };
  return {std::max(0, up(ink.top)), std::max(0, up(-ink.bottom))};
}

}  // namespace

struct FontSet::State {
  std::shared_ptr<FontShelf> shelf;  // owns the fonts of the faces
  std::map<std::string, std::shared_ptr<FontFace>> faces;

  FontFace& face(const std::string& name) {
    const auto found = faces.find(name);
    return *(found != faces.end() ? found->second : faces.begin()->second);
  }

  /// Hands each run of the line to `use` with its distance from the start; returns where the line ends. Words are
  /// shaped one by one, so that a line is exactly as wide as its words and spaces.
  template <typename Use>
  double walk(const scene::TextSetting& setting, std::string_view line, const Use& use) {
    const Shaping shaping{setting.digits, setting.tracking == 0};
    FontFace& set_in = face(setting.face);
    set_in.make_room(shaping);
    const Typeface& first = set_in.first();
    const double space = static_cast<double>(first.space_advance()) * setting.size / first.units_per_em();
    double x = 0;
    while (!line.empty()) {
      if (line.front() == ' ') {
        x += space + setting.tracking;
        line.remove_prefix(1);
        continue;
      }
      const auto spelling = line.substr(0, line.find(' '));
      for (const Run& run : set_in.word(shaping, spelling)) {
        use(run, x);
        x += static_cast<double>(run.shaped.advance) * setting.size / run.typeface->units_per_em() +
             setting.tracking * run.shaped.letters;
      }
      line.remove_prefix(spelling.size());
    }
    return x;
  }
};

Result<std::string> missing_vietnamese(const FontFile& file) {
  const auto typeface = Typeface::open(file);
  if (!typeface) return std::unexpected(typeface.error());
  return missing_in(**typeface);
}

FontSet::FontSet(std::unique_ptr<State> state) : state_(std::move(state)) {}
FontSet::~FontSet() = default;

Result<std::unique_ptr<FontSet>> FontSet::open(const Faces& faces, const std::vector<FontFile>& files,
                                               std::vector<std::string>& complaints) {
  auto shelf = std::make_shared<FontShelf>();
  for (const auto& file : files) shelf->put(file);
  return open_from(std::move(shelf), faces, complaints);
}

Result<std::unique_ptr<FontSet>> FontSet::open_from(std::shared_ptr<FontShelf> shelf, const Faces& faces,
                                                    std::vector<std::string>& complaints) {
  auto state = std::make_unique<State>();
  for (const auto& [name, files] : faces) {
    auto face = shelf->face(files, complaints);
    if (!face) return fail(ErrorKind::invalid, format("the face '{}' has no font that covers Vietnamese", name));
    state->faces[name] = std::move(face);
  }
  if (state->faces.empty()) return fail(ErrorKind::invalid, "the theme names no faces");
  state->shelf = std::move(shelf);
  return std::unique_ptr<FontSet>(new FontSet(std::move(state)));
}

double FontSet::width(const scene::TextSetting& setting, std::string_view line) {
  const double end = state_->walk(setting, line, [](const Run&, double) {});
  return end > 0 ? end - setting.tracking : 0;
}

scene::Ink FontSet::ink(const scene::TextSetting& setting, std::string_view line) {
  scene::Ink ink;
  state_->walk(setting, line, [&](const Run& run, double) {
    const auto of_run = pixels_of(run.shaped.ink, setting.size, run.typeface->units_per_em());
    ink.above = std::max(ink.above, of_run.above);
    ink.below = std::max(ink.below, of_run.below);
  });
  return ink;
}

bool FontSet::covers(const std::string& face, std::string_view letter) {
  return state_->face(face).first_covering(letter) != nullptr;
}

void FontSet::draw(Canvas& canvas, const scene::TextSetting& setting, Colour colour, std::string_view logical, int x,
                   int baseline) {
  const std::string line = text::visual_order(logical);
  int left = 0;
  int right = 0;
  state_->walk(setting, line, [&](const Run& run, double at) {
    const double pixel = static_cast<double>(setting.size) / run.typeface->units_per_em();
    left = std::min(left, static_cast<int>(std::floor(at + run.shaped.ink.left * pixel)) - 1);
    const double end = at + run.shaped.ink.right * pixel + std::max(0, setting.tracking) * run.shaped.letters;
    right = std::max(right, static_cast<int>(std::ceil(end)) + 1);
  });
  const auto reach = ink(setting, line);
  Coverage coverage({left, -reach.above, right - left, reach.above + reach.below});
  state_->walk(setting, line, [&](const Run& run, double at) {
    const int units = run.typeface->units_per_em();
    for (const Glyph& glyph : run.shaped.glyphs) {
      const double place = at + static_cast<double>(glyph.x) * setting.size / units + setting.tracking * glyph.letter;
      run.typeface->add(coverage, glyph, setting.size, static_cast<int>(std::lround(place * 64)),
                        to_sixty_fourths(glyph.y, setting.size, units));
    }
  });
  blend_light(coverage, colour, canvas, x, baseline);
}

}  // namespace lobby::stage
