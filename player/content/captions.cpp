#include "content/captions.h"

#include <algorithm>
#include <array>

#include "content/ascii.h"
#include "content/limits.h"
#include "content/pictures.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

/// Longer ones are paragraphs that happen to be centred or italic.
constexpr int most_caption_words = 80;
constexpr int most_words_in_box = 40;
constexpr int most_steps_to_box = 4;
constexpr int most_credit_words = 12;

Node table_of(Node cell) {
  while (cell && !cell.is("table")) cell = cell.parent();
  return cell;
}

bool is_next_cell(const Block& image, const Block& text) {
  return image.cell && text.cell && image.cell != text.cell && table_of(image.cell) == table_of(text.cell);
}

/// Whether `text`, which follows `image` at once, speaks of it.
bool belongs_to(const Block& text, const Block& image) {
  const Paragraph& paragraph = text.paragraph;
  if (paragraph.heading || text::count_words(paragraph.text) > most_caption_words) return false;
  if (paragraph.caption) return true;
  if (image.figure && text.figure == image.figure) return true;
  return paragraph.centred || paragraph.italic || is_next_cell(image, text);
}

/// «Ảnh: Minh Anh» under a caption, in a paragraph of its own.
bool names_photographer(const Block& text, const Block& image) {
  const std::string& line = text.paragraph.text;
  const bool beside = image.figure && text.figure == image.figure;
  const bool marked = text.paragraph.author && text.paragraph.caption;
  return text::count_words(line) <= most_credit_words && (marked || (beside && credit_text(line) != line));
}

/// Pictures that follow each other, [first, last), and what stands under them.
class Captions {
 public:
  explicit Captions(const std::vector<Block>& blocks) : blocks_(blocks) {}

  Captioned all() {
    while (at_ < blocks_.size()) {
      if (blocks_[at_].is_image()) {
        take_run();
      } else {
        result_.paragraphs.push_back(blocks_[at_++].paragraph);
      }
    }
    return std::move(result_);
  }

 private:
  const Block* block(std::size_t index) const { return index < blocks_.size() ? &blocks_[index] : nullptr; }

  bool is_caption_of(std::size_t text, std::size_t image) const {
    const Block* const found = block(text);
    if (found == nullptr || found->is_image()) return false;
    return belongs_to(*found, blocks_[image]) || shares_box(text, image);
  }

  /// A story in pictures: each stands in a box of its own, with one short line, beside others of the kind.
  bool shares_box(std::size_t text, std::size_t image) const {
    const Paragraph& line = blocks_[text].paragraph;
    if (line.heading || line.linked || text::count_words(line.text) > most_words_in_box) return false;
    Node box = blocks_[text].container;
    int steps = 0;
    while (box && !is_inside(blocks_[image].inner, box)) box = ++steps < most_steps_to_box ? box.parent() : Node();
    const Block* const before = image > 0 ? &blocks_[image - 1] : nullptr;
    const auto is_outside = [&box](const Block* other) { return other == nullptr || !is_inside(other->inner, box); };
    const auto is_beside = [&box](const Block* other) {
      return other != nullptr && other->is_image() && is_inside(other->inner, box.parent());
    };
    const bool alone = box && is_outside(before) && is_outside(block(text + 1));
    return alone && (is_beside(block(text + 1)) || is_beside(image > 1 ? &blocks_[image - 2] : nullptr));
  }

  void take_run() {
    const std::size_t first = at_;
    while (at_ < blocks_.size() && blocks_[at_].is_image() && (at_ == first || same_run(at_ - 1, at_))) ++at_;
    const std::size_t last = at_;
    std::vector<std::string> under;
    const std::size_t most = in_row_of_cells(first, last) ? last - first : 1;
    while (under.size() < most && is_caption_of(at_, last - 1)) under.push_back(blocks_[at_++].paragraph.text);
    const std::string credit = take_credit(last - 1, !under.empty());
    const bool each = under.size() == last - first;
    for (std::size_t i = first; i < last; ++i) {
      const bool own = under.empty() || (!each && i + 1 < last && speaks_for_itself(i, last - 1));
      Image image = blocks_[i].image;
      image.credit = credit;
      add(std::move(image), own ? std::string() : (each ? under[i - first] : under.back()));
    }
  }

  /// What stands under a caption, still inside of its figure.
  std::string take_credit(std::size_t image, bool captioned) {
    const Block* const found = block(at_);
    if (!captioned || found == nullptr || found->is_image() || !names_photographer(*found, blocks_[image])) return {};
    ++at_;
    return credit_text(found->paragraph.text);
  }

  /// A picture before the last of a run whose own words differ: those below are the last one's.
  bool speaks_for_itself(std::size_t image, std::size_t last) const {
    const std::string& words = blocks_[image].image.caption;
    return !words.empty() && words != blocks_[last].image.caption;
  }

  /// A figure is whole in itself: what stands under it is not for the next one.
  bool same_run(std::size_t a, std::size_t b) const { return blocks_[a].figure == blocks_[b].figure; }

  /// Pictures side by side in a table have their captions side by side in the next row.
  bool in_row_of_cells(std::size_t first, std::size_t last) const {
    const auto cell = [this](std::size_t i) { return blocks_[i].cell; };
    return last - first > 1 && cell(first) && cell(first) != cell(last - 1) &&
           is_next_cell(blocks_[first], blocks_[last - 1]);
  }

  void add(Image image, const std::string& under) {
    const std::string caption = caption_text(under);
    if (!caption.empty()) image.caption = caption;
    const auto same = std::ranges::find(result_.images, image.url, &Image::url);
    if (same != result_.images.end()) {
      if (same->caption.empty()) same->caption = image.caption;
    } else if (result_.images.size() < most_images_per_item) {
      result_.images.push_back(std::move(image));
    }
  }

  const std::vector<Block>& blocks_;
  std::size_t at_ = 0;
  Captioned result_;
};

}  // namespace

std::string credit_text(const std::string& text) {
  const auto colon = text.find(':');
  if (colon == std::string::npos) return text;
  const std::string before = text::compare_key(text.substr(0, colon));
  static constexpr std::array<std::string_view, 5> openings{"ảnh", "nguồn", "nguồn ảnh", "photo", "tác giả"};
  const bool introduced = std::ranges::any_of(
      openings, [&before](std::string_view opening) { return before == text::compare_key(opening); });
  return introduced ? std::string(trimmed(std::string_view(text).substr(colon + 1))) : text;
}

Captioned captioned(const std::vector<Block>& blocks) { return Captions(blocks).all(); }

}  // namespace lobby::content
