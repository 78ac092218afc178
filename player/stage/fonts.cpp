#include "stage/fonts.h"

#include <SDL_ttf.h>

#include <algorithm>
#include <list>
#include <set>

#include "base/format.h"
#include "stage/surface.h"

namespace lobby::stage {

namespace {

struct FontDeleter {
  void operator()(TTF_Font* font) const { TTF_CloseFont(font); }
};
using Font = std::unique_ptr<TTF_Font, FontDeleter>;

class Library {
 public:
  Library() : ready_(TTF_Init() == 0) {}
  ~Library() {
    if (ready_) TTF_Quit();
  }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

 private:
  bool ready_;
};

Font open_font(const FontFile& file, int size) {
  SDL_RWops* stream = SDL_RWFromConstMem(file.bytes.data(), static_cast<int>(file.bytes.size()));
  Font font(TTF_OpenFontRW(stream, 1, size));
  if (font) TTF_SetFontHinting(font.get(), TTF_HINTING_NONE);
  return font;
}

/// The next code point of valid UTF-8.
char32_t take_code_point(std::string_view& rest) {
  const auto lead = static_cast<unsigned char>(rest.front());
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t code = length == 1 ? lead : lead & (0xFFU >> (length + 1));
  for (std::size_t index = 1; index < length && index < rest.size(); ++index) {
    code = code << 6U | (static_cast<unsigned char>(rest[index]) & 0x3FU);
  }
  rest.remove_prefix(std::min(length, rest.size()));
  return code;
}

bool combining(char32_t code) { return code >= 0x300 && code <= 0x36F; }

bool covers(TTF_Font* font, std::string_view text) {
  while (!text.empty()) {
    const char32_t code = take_code_point(text);
    if (code != U' ' && TTF_GlyphIsProvided32(font, code) == 0) return false;
  }
  return true;
}

constexpr std::string_view vietnamese =
    "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴĐ"
    "₫“”‘’–—…•°²³×0123456789";

}  // namespace

Result<std::string> missing_vietnamese(const FontFile& file) {
  const Library library;
  const Font font = open_font(file, 16);
  if (!font) return fail(ErrorKind::invalid, format("{} is no usable font: {}", file.name, TTF_GetError()));
  std::string missing;
  std::string_view rest = vietnamese;
  while (!rest.empty()) {
    const std::string_view before = rest;
    const char32_t code = take_code_point(rest);
    if (TTF_GlyphIsProvided32(font.get(), code) == 0) missing += before.substr(0, before.size() - rest.size());
  }
  return missing;
}

struct FontSet::State {
  Library library;
  std::vector<FontFile> files;
  std::map<std::string, std::vector<std::size_t>, std::less<>> faces;  // indexes of `files`

  struct Opened {
    std::size_t file;
    int size;
    Font font;
  };
  std::list<Opened> opened;  // the most recently used first

  /// Each size of a file is a font of its own to SDL_ttf; a bounded number stays open.
  TTF_Font* at(std::size_t file, int size) {
    constexpr std::size_t most = 32;
    const auto found =
        std::ranges::find_if(opened, [&](const Opened& entry) { return entry.file == file && entry.size == size; });
    if (found != opened.end()) {
      opened.splice(opened.begin(), opened, found);
      return opened.front().font.get();
    }
    if (opened.size() >= most) opened.pop_back();
    opened.push_front({file, size, open_font(files[file], size)});
    return opened.front().font.get();
  }

  /// The face's first font that has every letter of a word; the face itself where none has.
  TTF_Font* font_for(const std::vector<std::size_t>& face, int size, std::string_view word) {
    for (const auto file : face) {
      TTF_Font* font = at(file, size);
      if (covers(font, word)) return font;
    }
    return at(face.front(), size);
  }

  struct Run {
    TTF_Font* font;
    std::string text;
  };

  /// Fallback is by word, never by letter: a word in two faces looks broken.
  std::vector<Run> runs(const scene::TextSetting& setting, std::string_view line) {
    const auto face = faces.find(setting.face);
    const auto& files_of_face = face != faces.end() ? face->second : faces.begin()->second;
    std::vector<Run> result;
    while (!line.empty()) {
      const auto word_end = std::min(line.find(' '), line.size());
      const auto end = std::min(line.find_first_not_of(' ', word_end), line.size());
      TTF_Font* font = font_for(files_of_face, setting.size, line.substr(0, word_end));
      if (result.empty() || result.back().font != font) result.push_back({font, {}});
      result.back().text += line.substr(0, end);
      line.remove_prefix(end);
    }
    return result;
  }
};

namespace {

int width_of(TTF_Font* font, const std::string& text) {
  int width = 0;
  TTF_SizeUTF8(font, text.c_str(), &width, nullptr);
  return width;
}

int digit_cell(TTF_Font* font) {
  int widest = 0;
  for (char digit = '0'; digit <= '9'; ++digit) widest = std::max(widest, width_of(font, std::string(1, digit)));
  return widest;
}

struct Cell {
  std::string letter;
  int offset;   // of the letter inside its cell
  int advance;  // to the next cell
};

/// Letter by letter, for tracked text and for digits of equal width; a combining mark stays with its letter.
std::vector<Cell> cells(TTF_Font* font, const scene::TextSetting& setting, std::string_view text) {
  const int digit_width = setting.digits == scene::DigitWidth::equal ? digit_cell(font) : 0;
  std::vector<Cell> result;
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t code = take_code_point(text);
    const auto letter = before.substr(0, before.size() - text.size());
    if (combining(code) && !result.empty()) {
      result.back().letter += letter;
      continue;
    }
    Cell cell{std::string(letter), 0, 0};
    const int width = width_of(font, cell.letter);
    const bool digit = digit_width > 0 && code >= U'0' && code <= U'9';
    cell.offset = digit ? (digit_width - width) / 2 : 0;
    cell.advance = (digit ? digit_width : width) + setting.tracking;
    result.push_back(std::move(cell));
  }
  return result;
}

bool by_letter(const scene::TextSetting& setting) {
  return setting.tracking != 0 || setting.digits == scene::DigitWidth::equal;
}

scene::Ink ink_of(TTF_Font* font, std::string_view text) {
  scene::Ink ink;
  while (!text.empty()) {
    int lowest = 0;
    int highest = 0;
    if (TTF_GlyphMetrics32(font, take_code_point(text), nullptr, nullptr, &lowest, &highest, nullptr) != 0) continue;
    ink.above = std::max(ink.above, highest);
    ink.below = std::max(ink.below, -lowest);
  }
  return ink;
}

/// Blends the coverage of a rendered text onto the canvas, clipped to it.
void stamp(const SDL_Surface& text, Canvas& canvas, Colour colour, int left, int top) {
  const Rect area = intersection({left, top, text.w, text.h}, canvas.bounds());
  for (int y = area.y; y < area.bottom(); ++y) {
    const auto* source = reinterpret_cast<const std::uint32_t*>(static_cast<const unsigned char*>(text.pixels) +
                                                                static_cast<std::ptrdiff_t>(y - top) * text.pitch) -
                         left;
    std::uint32_t* target = canvas.row(y);
    for (int x = area.x; x < area.right(); ++x) {
      const std::uint32_t coverage = (source[x] >> 24U) * colour.alpha / 255U;
      if (coverage != 0) target[x] = blend(target[x], colour, coverage);
    }
  }
}

/// SDL_ttf pushes a line down by as much as its ink rises over the font's ascent.
int baseline_in_surface(TTF_Font* font, std::string_view text) {
  const int ascent = TTF_FontAscent(font);
  return std::max(ascent, ink_of(font, text).above);
}

void stamp_text(Canvas& canvas, TTF_Font* font, const std::string& text, Colour colour, int x, int baseline) {
  const Surface surface(TTF_RenderUTF8_Blended(font, text.c_str(), SDL_Color{255, 255, 255, 255}));
  if (surface) stamp(*surface, canvas, colour, x, baseline - baseline_in_surface(font, text));
}

}  // namespace

FontSet::FontSet(std::unique_ptr<State> state) : state_(std::move(state)) {}
FontSet::~FontSet() = default;

Result<std::unique_ptr<FontSet>> FontSet::open(const Faces& faces, const std::vector<FontFile>& files,
                                               std::vector<std::string>& complaints) {
  auto state = std::make_unique<State>();
  std::set<std::string> known;
  for (const auto& [face, names] : faces) {
    auto& indexes = state->faces[face];
    for (const auto& name : names) {
      const auto file = std::ranges::find(files, name, &FontFile::name);
      if (file == files.end()) {
        if (known.insert(name).second) complaints.push_back(format("font {} is missing", name));
        continue;
      }
      const auto missing = missing_vietnamese(*file);
      const bool primary = indexes.empty();
      if (!missing || (primary && !missing->empty())) {
        if (known.insert(name).second) {
          complaints.push_back(!missing ? missing.error().message
                                        : format("font {} lacks {} and cannot carry Vietnamese", name, *missing));
        }
        continue;
      }
      auto loaded = std::ranges::find(state->files, name, &FontFile::name);
      if (loaded == state->files.end()) loaded = state->files.insert(loaded, *file);
      indexes.push_back(static_cast<std::size_t>(loaded - state->files.begin()));
    }
    if (indexes.empty()) {
      return fail(ErrorKind::invalid, format("the face '{}' has no font that covers Vietnamese", face));
    }
  }
  if (state->faces.empty()) return fail(ErrorKind::invalid, "the theme names no faces");
  return std::unique_ptr<FontSet>(new FontSet(std::move(state)));
}

double FontSet::width(const scene::TextSetting& setting, std::string_view line) {
  int width = 0;
  for (const auto& run : state_->runs(setting, line)) {
    if (!by_letter(setting)) {
      width += width_of(run.font, run.text);
      continue;
    }
    for (const auto& cell : cells(run.font, setting, run.text)) width += cell.advance;
  }
  return by_letter(setting) && width > 0 ? width - setting.tracking : width;
}

scene::Ink FontSet::ink(const scene::TextSetting& setting, std::string_view line) {
  scene::Ink ink;
  for (const auto& run : state_->runs(setting, line)) {
    const auto of_run = ink_of(run.font, run.text);
    ink.above = std::max(ink.above, of_run.above);
    ink.below = std::max(ink.below, of_run.below);
  }
  return ink;
}

void FontSet::draw(Canvas& canvas, const scene::TextSetting& setting, Colour colour, std::string_view line, int x,
                   int baseline) {
  for (const auto& run : state_->runs(setting, line)) {
    if (!by_letter(setting)) {
      stamp_text(canvas, run.font, run.text, colour, x, baseline);
      x += width_of(run.font, run.text);
      continue;
    }
    for (const auto& cell : cells(run.font, setting, run.text)) {
      stamp_text(canvas, run.font, cell.letter, colour, x + cell.offset, baseline);
      x += cell.advance;
    }
  }
}

}  // namespace lobby::stage
