#include "stage/fonts.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "base/format.h"
#include "stage/coverage.h"
#include "text/direction.h"
#include "text/unicode.h"

namespace lobby::stage {

namespace {

constexpr std::string_view vietnamese =
    "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴĐ"
    "\u0300\u0309\u0303\u0301\u0323\u0302\u0306\u031B"
    "₫“”‘’–—…•°²³×0123456789";

std::string missing_in(const Typeface& typeface) {
  std::string missing;
  for (const char32_t code : text::code_points(vietnamese)) {
    if (typeface.covers(code)) continue;
    if (text::kind_of(code) == text::Kind::mark) missing += "◌";
    text::append(missing, code);
  }
  return missing;
}

/// A part of a word in one font.
struct Run {
  const Typeface* typeface;
  ShapedWord shaped;
};

bool part_of_word(std::string_view letter) {
  const auto kind = text::kind_of(text::code_point_at(letter, 0).value);
  return kind == text::Kind::letter || kind == text::Kind::mark || kind == text::Kind::digit;
}

/// Cuts a word into runs of letters and digits, and single signs.
std::vector<std::string_view> letters_and_signs(std::string_view word) {
  std::vector<std::string_view> parts;
  bool letters = false;
  while (!word.empty()) {
    const auto letter = word.substr(0, text::letter_end(word, 0));
    const bool goes_on = part_of_word(letter);
    if (goes_on && letters) {
      parts.back() = {parts.back().data(), parts.back().size() + letter.size()};
    } else {
      parts.push_back(letter);
    }
    letters = goes_on;
    word.remove_prefix(letter.size());
  }
  return parts;
}

scene::Ink pixels_of(const InkBox& ink, int size, int units_per_em) {
  const auto up = [&](int units) { return (to_sixty_fourths(units, size, units_per_em) + 63) >> 6; };
  return {std::max(0, up(ink.top)), std::max(0, up(-ink.bottom))};
}

}  // namespace

/// Finds words without making strings of them.
struct Hash : std::hash<std::string_view> {
  using is_transparent = void;
};

struct FontSet::State {
  using Word = std::vector<Run>;
  using Words = std::unordered_map<std::string, Word, Hash, std::equal_to<>>;

  struct Face {
    std::vector<const Typeface*> typefaces;  // best first
    std::map<Shaping, Words> words;          // shaped once for all sizes
  };

  std::map<std::string, std::unique_ptr<Typeface>> typefaces;  // by name of their file
  std::map<std::string, Face> faces;

  Face& face(const std::string& name) {
    const auto found = faces.find(name);
    return found != faces.end() ? found->second : faces.begin()->second;
  }

  static const Typeface* first_covering(const Face& face, std::string_view part) {
    const auto found = std::ranges::find_if(face.typefaces, [&](const Typeface* one) { return one->covers(part); });
    return found != face.typefaces.end() ? *found : nullptr;
  }

  struct Part {
    const Typeface* typeface;
    std::string text;
  };

  /// Fallback is by word, never by letter: a word in two faces looks broken. Only signs that its font lacks come from
  /// another, and what no font has at all is left out.
  static std::vector<Part> parts_of(const Face& face, std::string_view word) {
    const auto cut = letters_and_signs(word);
    std::string letters;
    for (const auto part : cut) {
      if (part_of_word(part)) letters += part;
    }
    const Typeface* own = first_covering(face, letters);
    if (own != nullptr && own->covers(word)) return {{own, std::string(word)}};
    std::vector<Part> parts;
    for (auto part : cut) {
      while (!part.empty()) {
        const auto piece = own != nullptr ? part : part.substr(0, text::letter_end(part, 0));
        const auto* typeface = own != nullptr && own->covers(piece) ? own : first_covering(face, piece);
        part.remove_prefix(piece.size());
        if (typeface == nullptr) continue;
        if (parts.empty() || parts.back().typeface != typeface) parts.push_back({typeface, {}});
        parts.back().text += piece;
      }
    }
    return parts;
  }

  static const Word& word(const Face& face, Words& words, const Shaping& shaping, std::string_view spelling) {
    if (const auto known = words.find(spelling); known != words.end()) return known->second;
    Word& made = words[std::string(spelling)];
    for (const auto& part : parts_of(face, text::compose(spelling))) {
      made.push_back({part.typeface, part.typeface->shaped(part.text, shaping)});
    }
    return made;
  }

  /// Hands each run of the line to `use` with its distance from the start; returns where the line ends. Words are
  /// shaped one by one, so that a line is exactly as wide as its words and spaces.
  template <typename Use>
  double walk(const scene::TextSetting& setting, std::string_view line, const Use& use) {
    constexpr std::size_t most_words = 600;  // More than a slide has; about 200 KB.
    const Shaping shaping{setting.digits, setting.tracking == 0};
    Face& set_in = face(setting.face);
    Words& words = set_in.words[shaping];
    if (words.size() > most_words) words.clear();
    const Typeface& first = *set_in.typefaces.front();
    const double space = static_cast<double>(first.space_advance()) * setting.size / first.units_per_em();
    double x = 0;
    while (!line.empty()) {
      if (line.front() == ' ') {
        x += space + setting.tracking;
        line.remove_prefix(1);
        continue;
      }
      const auto spelling = line.substr(0, line.find(' '));
      for (const Run& run : word(set_in, words, shaping, spelling)) {
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

namespace {

/// Opens files once each and says once what is wrong with one.
class Opener {
 public:
  Opener(const std::vector<FontFile>& files, std::map<std::string, std::unique_ptr<Typeface>>& typefaces,
         std::vector<std::string>& complaints)
      : files_(files), typefaces_(typefaces), complaints_(complaints) {}

  /// Null where the file is of no use; the first font of a face must cover Vietnamese.
  const Typeface* usable(const std::string& name, bool first) {
    const auto* typeface = opened(name);
    if (typeface == nullptr || !first) return typeface;
    const auto missing = missing_in(*typeface);
    if (missing.empty()) return typeface;
    complain(name, format("font {} lacks {} and cannot carry Vietnamese", name, missing));
    return nullptr;
  }

 private:
  const Typeface* opened(const std::string& name) {
    if (const auto known = typefaces_.find(name); known != typefaces_.end()) return known->second.get();
    const auto file = std::ranges::find(files_, name, &FontFile::name);
    if (file == files_.end()) {
      complain(name, format("font {} is missing", name));
      return nullptr;
    }
    auto typeface = Typeface::open(*file);
    if (!typeface) {
      complain(name, typeface.error().message);
      return nullptr;
    }
    return (typefaces_[name] = std::move(*typeface)).get();
  }

  void complain(const std::string& name, std::string message) {
    if (complained_.insert(name).second) complaints_.push_back(std::move(message));
  }

  const std::vector<FontFile>& files_;
  std::map<std::string, std::unique_ptr<Typeface>>& typefaces_;
  std::vector<std::string>& complaints_;
  std::set<std::string> complained_;
};

}  // namespace

Result<std::unique_ptr<FontSet>> FontSet::open(const Faces& faces, const std::vector<FontFile>& files,
                                               std::vector<std::string>& complaints) {
  auto state = std::make_unique<State>();
  Opener opener(files, state->typefaces, complaints);
  for (const auto& [name, file_names] : faces) {
    auto& face = state->faces[name].typefaces;
    for (const auto& file_name : file_names) {
      if (const auto* typeface = opener.usable(file_name, face.empty())) face.push_back(typeface);
    }
    if (face.empty()) return fail(ErrorKind::invalid, format("the face '{}' has no font that covers Vietnamese", name));
  }
  if (state->faces.empty()) return fail(ErrorKind::invalid, "the theme names no faces");
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
  return State::first_covering(state_->face(face), letter) != nullptr;
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
