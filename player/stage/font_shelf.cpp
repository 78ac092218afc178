#include "stage/font_shelf.h"

#include <algorithm>

#include "base/format.h"
#include "text/unicode.h"

namespace lobby::stage {

namespace {

constexpr std::string_view vietnamese =
    "bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ"
    "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴĐ"
    "\u0300\u0309\u0303\u0301\u0323\u0302\u0306\u031B"
    "₫“”‘’–—…•°²³×0123456789";

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

/// A mark needs a letter to stand on.
std::string as_shown(char32_t code) {
  std::string shown = text::kind_of(code) == text::Kind::mark ? "◌" : "";
  text::append(shown, code);
  return shown;
}

/// Why a font cannot be the first of a face; empty where it can.
std::string fault_of(const std::string& file, const Typeface& typeface) {
  if (const auto missing = missing_in(typeface); !missing.empty()) {
    return format("font {} lacks {} and cannot carry Vietnamese", file, missing);
  }
  if (const auto undrawn = undrawn_in(typeface); !undrawn.empty()) {
    return format("font {} is damaged: it has nothing to draw {} with; copy it into 'fonts' again, or take another one",
                  file, undrawn);
  }
  return {};
}

struct Part {
  const Typeface* typeface;
  std::string text;
};

/// Fallback is by word, never by letter: a word in two faces looks broken. Only signs that its font lacks come from
/// another, and what no font has at all is left out.
std::vector<Part> parts_of(const FontFace& face, std::string_view word) {
  const auto cut = letters_and_signs(word);
  std::string letters;
  for (const auto part : cut) {
    if (part_of_word(part)) letters += part;
  }
  const Typeface* own = face.first_covering(letters);
  if (own != nullptr && own->covers(word)) return {{own, std::string(word)}};
  std::vector<Part> parts;
  for (auto part : cut) {
    while (!part.empty()) {
      const auto piece = own != nullptr ? part : part.substr(0, text::letter_end(part, 0));
      const auto* typeface = own != nullptr && own->covers(piece) ? own : face.first_covering(piece);
      part.remove_prefix(piece.size());
      if (typeface == nullptr) continue;
      if (parts.empty() || parts.back().typeface != typeface) parts.push_back({typeface, {}});
      parts.back().text += piece;
    }
  }
  return parts;
}

}  // namespace

std::string missing_in(const Typeface& typeface) {
  std::string missing;
  for (const char32_t code : text::code_points(vietnamese)) {
    if (!typeface.covers(code)) missing += as_shown(code);
  }
  return missing;
}

std::string undrawn_in(const Typeface& typeface) {
  constexpr int most_named = 8;
  std::string undrawn;
  int count = 0;
  for (const char32_t code : text::code_points(vietnamese)) {
    if (!typeface.draws(code) && ++count <= most_named) undrawn += as_shown(code);
  }
  return count > most_named ? format("{} and {} others", undrawn, count - most_named) : undrawn;
}

const Typeface* FontFace::first_covering(std::string_view part) const {
  const auto found = std::ranges::find_if(typefaces_, [&](const Typeface* one) { return one->covers(part); });
  return found != typefaces_.end() ? *found : nullptr;
}

const std::vector<Run>& FontFace::word(const Shaping& shaping, std::string_view spelling) {
  Words& words = words_[shaping];
  if (const auto known = words.find(spelling); known != words.end()) return known->second;
  auto& made = words[std::string(spelling)];
  for (const auto& part : parts_of(*this, text::compose(spelling))) {
    made.push_back({part.typeface, part.typeface->shaped(part.text, shaping)});
  }
  return made;
}

void FontFace::make_room(const Shaping& shaping) {
  constexpr std::size_t most_words = 600;
  Words& words = words_[shaping];
  if (words.size() > most_words) words.clear();
}

void FontShelf::put(FontFile file) {
  const std::string name = file.name;
  if (has(name)) return;
  auto typeface = Typeface::open(std::move(file));
  if (typeface) {
    typefaces_[name] = std::move(*typeface);
  } else {
    refusals_[name] = typeface.error().message;
  }
}

std::shared_ptr<FontFace> FontShelf::face(const std::vector<std::string>& files, std::vector<std::string>& complaints) {
  if (const auto known = faces_.find(files); known != faces_.end()) return known->second;
  auto made = std::make_shared<FontFace>();
  for (const auto& file : files) {
    if (const auto* typeface = usable(file, made->empty(), complaints)) made->add(*typeface);
  }
  if (made->empty()) return nullptr;
  return faces_[files] = made;
}

/// Null where the file is of no use; the first font of a face must have Vietnamese, and draw it.
const Typeface* FontShelf::usable(const std::string& file, bool first, std::vector<std::string>& complaints) {
  const auto found = typefaces_.find(file);
  if (found == typefaces_.end()) {
    const auto refusal = refusals_.find(file);
    complain(file, refusal != refusals_.end() ? refusal->second : format("font {} is missing", file), complaints);
    return nullptr;
  }
  const auto fault = first ? fault_of(file, *found->second) : std::string();
  if (fault.empty()) return found->second.get();
  complain(file, fault, complaints);
  return nullptr;
}

void FontShelf::complain(const std::string& file, std::string message, std::vector<std::string>& complaints) {
  if (complained_.insert(file).second) complaints.push_back(std::move(message));
}

}  // namespace lobby::stage
