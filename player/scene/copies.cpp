#include <algorithm>
#include <cstddef>

#include "scene/facts.h"
#include "scene/typeset.h"

namespace lobby::scene {

namespace {

/// The text without what its box has no room for at the smallest size: words are looked up only where somebody may read
/// them.
std::string within_reach(std::string text, const config::Text& style, const Place& place) {
  constexpr double narrow =
      0.3;  // Of an em, for a letter: the mean of Vietnamese is about 0.5, in a condensed face 0.4.
  const double letters_a_line = place.width / (narrow * std::max(1.0, style.least * unit_of(place.screen) / 100));
  const auto most = static_cast<std::size_t>(style.most_lines() * letters_a_line);
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins_letter = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (begins_letter && ++letters > most && text[at] == ' ') return text.substr(0, at).append("…");
  }
  return text;
}

}  // namespace

std::vector<Copy> copies_of(const std::vector<config::Text>& texts, const Fields& fields, const playlist::Slide& slide,
                            const Place& place, TextMeasurer& measurer) {
  std::vector<Copy> copies;
  for (const auto& text : texts) {
    if (!hold(text.when, slide, place.screen)) continue;
    auto pieces = text::pieces(within_reach(legible(filled(text, fields), text.face, measurer), text, place));
    if (!pieces.empty()) copies.push_back({&text, std::move(pieces), text.lines});
  }
  return copies;
}

bool allow_more_lines(std::vector<Copy>& copies) {
  bool changed = false;
  for (Copy& copy : copies) {
    changed = changed || copy.lines < copy.text->most_lines();
    copy.lines = copy.text->most_lines();
  }
  return changed;
}

}  // namespace lobby::scene
