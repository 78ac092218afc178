#include "preview/show_changes.h"

#include <algorithm>
#include <map>

#include "base/format.h"
#include "host/files.h"

namespace lobby::preview {

namespace {

constexpr std::size_t largest_picture = std::size_t{256} << 20U;

std::string seconds_of(const WrittenSlide& slide) {
  return format("{:.1f} s", static_cast<double>(slide.dwell.count()) / 1000.0);
}

SlideChange described(const WrittenSlide& slide) {
  const auto& what = slide.composition.slide;
  SlideChange change;
  change.kind = what.kind();
  change.title = what.title();
  change.seconds = seconds_of(slide);
  return change;
}

const std::string& id_of(const WrittenSlide& slide) { return slide.composition.slide.id; }

/// The encoder gives the same bytes for the same pixels and other bytes for others.
Result<bool> look_alike(const SlideFolder& before, const WrittenSlide& old_slide, const SlideFolder& after,
                        const WrittenSlide& new_slide) {
  const auto old_bytes = host::read_file(before.folder() / old_slide.file, largest_picture);
  if (!old_bytes) return std::unexpected(old_bytes.error());
  const auto new_bytes = host::read_file(after.folder() / new_slide.file, largest_picture);
  if (!new_bytes) return std::unexpected(new_bytes.error());
  return *old_bytes == *new_bytes;
}

/// Says of a slide that is in both shows what is different; whether nothing is.
Result<bool> compare(const DrawnShow& before, const DrawnShow& after, SlideChange& change) {
  const auto& old_slide = before.slides->slides()[static_cast<std::size_t>(change.before)];
  const auto& new_slide = after.slides->slides()[static_cast<std::size_t>(change.after)];
  const auto alike = look_alike(*before.slides, old_slide, *after.slides, new_slide);
  if (!alike) return alike;
  change.looks_different = !*alike;
  change.strip_alone = !*alike && old_slide.composition.scene == new_slide.composition.scene;
  const bool as_long = old_slide.dwell == new_slide.dwell;
  if (!as_long) change.seconds = format("{}, then {}", seconds_of(old_slide), seconds_of(new_slide));
  return *alike && as_long;
}

void note_rest(const DrawnShow& before, const DrawnShow& after, ShowChanges& changes) {
  if (before.theme != after.theme) changes.notes.push_back(format("the theme: {}, then {}", before.theme, after.theme));
  const bool same_slides =
      std::ranges::none_of(changes.slides, [](const SlideChange& change) { return change.comes() || change.goes(); });
  if (same_slides && before.turns != after.turns) {
    changes.notes.push_back(
        format("the order of turns: {} in a round, then {}", before.turns.size(), after.turns.size()));
  }
}

std::string_view what_happens(const SlideChange& change) {
  if (change.comes()) return "comes";
  if (change.goes()) return "goes";
  if (change.strip_alone) return "looks different in the strip alone";
  return change.looks_different ? "looks different" : "looks the same";
}

std::string line_of(const SlideChange& change) {
  const std::string_view sign = change.comes() ? "+" : change.goes() ? "-" : "~";
  return format("{} {}: {} ({}): {}\n", sign, change.kind, change.title, change.seconds, what_happens(change));
}

}  // namespace

Result<ShowChanges> changes_between(const DrawnShow& before, const DrawnShow& after) {
  ShowChanges changes;
  const auto& old_slides = before.slides->slides();
  const auto& new_slides = after.slides->slides();
  std::map<std::string, int> old_places;
  for (std::size_t at = 0; at < old_slides.size(); ++at)
    old_places.emplace(id_of(old_slides[at]), static_cast<int>(at));
  std::vector<SlideChange> come;
  for (std::size_t at = 0; at < new_slides.size(); ++at) {
    SlideChange change = described(new_slides[at]);
    change.after = static_cast<int>(at);
    const auto place = old_places.extract(id_of(new_slides[at]));
    if (place.empty()) {
      come.push_back(std::move(change));
      continue;
    }
    change.before = place.mapped();
    const auto alike = compare(before, after, change);
    if (!alike) return std::unexpected(alike.error());
    if (!*alike) changes.slides.push_back(std::move(change));
    if (*alike) ++changes.alike;
  }
  std::ranges::move(come, std::back_inserter(changes.slides));
  for (std::size_t at = 0; at < old_slides.size(); ++at) {
    if (!old_places.contains(id_of(old_slides[at]))) continue;
    changes.slides.push_back(described(old_slides[at]));
    changes.slides.back().before = static_cast<int>(at);
  }
  note_rest(before, after, changes);
  return changes;
}

std::string text_of(const ShowChanges& changes) {
  std::string text;
  for (const auto& note : changes.notes) text += format("~ {}\n", note);
  for (const auto& change : changes.slides) text += line_of(change);
  return text;
}

}  // namespace lobby::preview
