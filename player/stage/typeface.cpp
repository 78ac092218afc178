#include "stage/typeface.h"

#include <freetype/freetype.h>
#include <freetype/ftbbox.h>
#include <freetype/ftoutln.h>
#include <hb.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "base/format.h"
#include "stage/font_tables.h"
#include "text/unicode.h"

namespace lobby::stage {

namespace {

template <auto destroy>
struct Release {
  template <typename T>
  void operator()(T* thing) const {
    destroy(thing);
  }
};
using Blob = std::unique_ptr<hb_blob_t, Release<hb_blob_destroy>>;
using ShapingFace = std::unique_ptr<hb_face_t, Release<hb_face_destroy>>;
using ShapingFont = std::unique_ptr<hb_font_t, Release<hb_font_destroy>>;
using Buffer = std::unique_ptr<hb_buffer_t, Release<hb_buffer_destroy>>;
using Library = std::unique_ptr<FT_LibraryRec_, Release<FT_Done_FreeType>>;
using Outlines = std::unique_ptr<FT_FaceRec_, Release<FT_Done_Face>>;

constexpr FT_Int32 unscaled = FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP;

bool digit(char c) { return c >= '0' && c <= '9'; }

std::vector<hb_feature_t> features_of(const Shaping& shaping) {
  const auto feature = [](const char* tag, std::uint32_t value) {
    return hb_feature_t{hb_tag_from_string(tag, -1), value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  };
  std::vector<hb_feature_t> features;
  if (!shaping.ligatures) features = {feature("liga", 0), feature("clig", 0)};
  if (shaping.digits == scene::DigitWidth::equal) {
    features.push_back(feature("tnum", 1));
    features.push_back(feature("kern", 0));
  }
  return features;
}

void unite(InkBox& all, const InkBox& box, int x, int y) {
  if (box.left == box.right) return;
  const InkBox moved{box.left + x, box.bottom + y, box.right + x, box.top + y};
  all = all.left == all.right ? moved
                              : InkBox{std::min(all.left, moved.left), std::min(all.bottom, moved.bottom),
                                       std::max(all.right, moved.right), std::max(all.top, moved.top)};
}

/// Puts a mark that the font has no place for («đ» + acute) over or under the middle of its letter, where it would else
/// stand beside it.
void stack(Glyph& mark, const InkBox& ink, const InkBox& letter) {
  if (ink.left == ink.right || letter.left == letter.right) return;
  const int left = mark.x + ink.left;
  const int right = mark.x + ink.right;
  if (left < letter.right && right > letter.left) return;
  mark.x += (letter.left + letter.right - left - right) / 2;
  const int air = (ink.top - ink.bottom) / 4;
  const bool above = ink.bottom + ink.top > letter.bottom + letter.top;
  mark.y = above ? std::max(mark.y, letter.top + air - ink.bottom) : std::min(mark.y, letter.bottom - air - ink.top);
}

/// Where FreeType's rasteriser leaves its spans.
void take_spans(int y, int count, const FT_Span* spans, void* target) {
  auto& coverage = *static_cast<Coverage*>(target);
  for (const FT_Span* span = spans; span != spans + count; ++span) {
    coverage.add(span->x, -1 - y, span->len, span->coverage);
  }
}

}  // namespace

int to_sixty_fourths(int units, int size, int units_per_em) {
  return static_cast<int>(std::lround(64.0 * units * size / units_per_em));
}

struct Typeface::Parts {
  FontFile file;
  Blob blob;
  ShapingFace face;
  ShapingFont font;
  Library library;
  Outlines outlines;
  mutable std::unordered_map<std::uint32_t, InkBox> inks;  // of single glyphs

  const FT_Outline* outline(std::uint32_t glyph) const {
    if (FT_Load_Glyph(outlines.get(), glyph, unscaled) != 0) return nullptr;
    const FT_GlyphSlot slot = outlines->glyph;
    return slot->format == FT_GLYPH_FORMAT_OUTLINE && slot->outline.n_points > 0 ? &slot->outline : nullptr;
  }

  /// Measured on the outline: what the file says of its own bounds is not believed.
  InkBox ink(std::uint32_t glyph) const {
    const auto [known, added] = inks.try_emplace(glyph);
    if (!added) return known->second;
    FT_BBox box;
    if (const auto* shape = outline(glyph);
        shape != nullptr && FT_Outline_Get_BBox(const_cast<FT_Outline*>(shape), &box) == 0) {
      known->second = {static_cast<int>(box.xMin), static_cast<int>(box.yMin), static_cast<int>(box.xMax),
                       static_cast<int>(box.yMax)};
    }
    return known->second;
  }

  Buffer shape(std::string_view word, const Shaping& shaping) const {
    static const hb_language_t vietnamese = hb_language_from_string("vi", -1);
    Buffer buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), word.data(), static_cast<int>(word.size()), 0, -1);
    hb_buffer_set_language(buffer.get(), vietnamese);
    hb_buffer_guess_segment_properties(buffer.get());
    const auto features = features_of(shaping);
    hb_shape(font.get(), buffer.get(), features.data(), static_cast<unsigned>(features.size()));
    return buffer;
  }

  int widest_digit() const {
    int widest = 0;
    for (const char* figure = "0123456789"; *figure != '\0'; ++figure) {
      const Buffer buffer = shape(std::string_view(figure, 1), {scene::DigitWidth::equal, true});
      unsigned count = 0;
      const auto* place = hb_buffer_get_glyph_positions(buffer.get(), &count);
      if (count > 0) widest = std::max(widest, place->x_advance);
    }
    return widest;
  }
};

Typeface::Typeface(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Typeface::~Typeface() = default;

Result<std::unique_ptr<Typeface>> Typeface::open(FontFile file) {
  auto parts = std::make_unique<Parts>();
  parts->file = std::move(file);
  const auto& bytes = parts->file.bytes;
  FT_Library library = nullptr;
  FT_Face outlines = nullptr;
  if (FT_Init_FreeType(&library) != 0) return fail(ErrorKind::invalid, "FreeType does not start");
  parts->library.reset(library);
  if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()), static_cast<FT_Long>(bytes.size()), 0,
                         &outlines) != 0 ||
      !FT_IS_SCALABLE(outlines)) {
    return fail(ErrorKind::invalid, format("{} is no usable font", parts->file.name));
  }
  parts->outlines.reset(outlines);
  if (const auto whole = check_tables(bytes); !whole) {
    return fail(ErrorKind::invalid, format("font {} is damaged: {}; copy the whole file into 'fonts' again",
                                           parts->file.name, whole.error().message));
  }
  parts->blob.reset(
      hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  parts->face.reset(hb_face_create(parts->blob.get(), 0));
  parts->font.reset(hb_font_create(parts->face.get()));
  const int units = static_cast<int>(hb_face_get_upem(parts->face.get()));
  hb_font_set_scale(parts->font.get(), units, units);
  return std::unique_ptr<Typeface>(new Typeface(std::move(parts)));
}

int Typeface::units_per_em() const { return static_cast<int>(hb_face_get_upem(parts_->face.get())); }

bool Typeface::covers(char32_t code) const {
  constexpr char32_t hyphen_that_never_breaks = 0x2011;  // HarfBuzz draws it as the other hyphen.
  constexpr char32_t hyphen = 0x2010;
  hb_codepoint_t glyph = 0;
  if (hb_font_get_nominal_glyph(parts_->font.get(), code, &glyph) != 0) return true;
  if (code == hyphen_that_never_breaks) return covers(hyphen);
  const auto kind = text::kind_of(code);
  return kind == text::Kind::space || kind == text::Kind::invisible;
}

bool Typeface::covers(std::string_view utf8) const {
  for (std::size_t at = 0; at < utf8.size();) {
    const auto next = text::code_point_at(utf8, at);
    if (!covers(next.value)) return false;
    at += next.size;
  }
  return true;
}

bool Typeface::draws(char32_t code) const {
  hb_codepoint_t glyph = 0;
  if (hb_font_get_nominal_glyph(parts_->font.get(), code, &glyph) == 0) return false;
  const InkBox ink = parts_->ink(glyph);
  return ink.left < ink.right && ink.bottom < ink.top;
}

ShapedWord Typeface::shaped(std::string_view word, const Shaping& shaping) const {
  const Buffer buffer = parts_->shape(word, shaping);
  const int cell = shaping.digits == scene::DigitWidth::equal ? parts_->widest_digit() : 0;
  unsigned count = 0;
  const auto* glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const auto* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
  ShapedWord result;
  std::optional<std::uint32_t> last_cluster;
  InkBox letter;
  for (unsigned index = 0; index < count; ++index) {
    if (glyphs[index].codepoint == 0) continue;  // The box of what a font does not have, never to be seen.
    const auto cluster = glyphs[index].cluster;
    const bool is_mark = last_cluster == cluster;  // Of the letter before it.
    if (!is_mark) ++result.letters;
    last_cluster = cluster;
    const auto& place = places[index];
    const int spare = cell > 0 && digit(word[cluster]) ? cell - place.x_advance : 0;
    Glyph glyph{glyphs[index].codepoint, result.advance + place.x_offset + spare / 2, place.y_offset,
                result.letters - 1};
    if (is_mark) stack(glyph, parts_->ink(glyph.index), letter);
    if (!is_mark) letter = {};
    unite(letter, parts_->ink(glyph.index), glyph.x, glyph.y);
    unite(result.ink, parts_->ink(glyph.index), glyph.x, glyph.y);
    result.glyphs.push_back(glyph);
    result.advance += place.x_advance + spare;
  }
  return result;
}

int Typeface::space_advance() const {
  hb_codepoint_t glyph = 0;
  hb_font_get_nominal_glyph(parts_->font.get(), U' ', &glyph);
  return hb_font_get_glyph_h_advance(parts_->font.get(), glyph);
}

void Typeface::add(Coverage& coverage, const Glyph& glyph, int size, int x, int y) const {
  const auto* outline = parts_->outline(glyph.index);
  if (outline == nullptr) return;
  const int units = units_per_em();
  for (int index = 0; index < outline->n_points; ++index) {
    FT_Vector& point = outline->points[index];
    point.x = to_sixty_fourths(static_cast<int>(point.x), size, units) + x;
    point.y = to_sixty_fourths(static_cast<int>(point.y), size, units) + y;
  }
  FT_Raster_Params spans{};
  spans.flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT;
  spans.gray_spans = take_spans;
  spans.user = &coverage;
  FT_Outline_Render(parts_->library.get(), const_cast<FT_Outline*>(outline), &spans);
}

}  // namespace lobby::stage
