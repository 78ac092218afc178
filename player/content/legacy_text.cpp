#include "content/legacy_text.h"

#include <algorithm>

#include "content/ascii.h"
#include "content/markup.h"
#include "text/repair.h"

namespace lobby::content {

namespace {

constexpr std::size_t most_entity = 16;

/// The letter beyond ASCII that an entity at the start of `text` stands for, however often it is escaped, and its size.
struct Entity {
  std::string letter;
  std::size_t size = 0;
};

Entity entity_at(std::string_view text) {
  std::size_t at = 1;
  while (text.substr(at).starts_with("amp;")) at += 4;
  const auto end = text.substr(0, at + most_entity).find(';', at);
  if (end == text.npos) return {};
  std::string letter = entity(text.substr(at, end - at));
  if (letter.empty() || static_cast<unsigned char>(letter.front()) < 0x80) return {};
  return {std::move(letter), end + 1};
}

/// Letters of legacy fonts are often written as entities («C&laquo;ng»); those of markup itself stay.
std::string with_letters_decoded(std::string_view html) {
  std::string out;
  while (!html.empty()) {
    const auto at = std::min(html.find('&'), html.size());
    out.append(html.substr(0, at));
    html.remove_prefix(at);
    if (html.empty()) break;
    const Entity found = entity_at(html);
    out.append(found.size > 0 ? std::string_view(found.letter) : html.substr(0, 1));
    html.remove_prefix(std::max<std::size_t>(found.size, 1));
  }
  return out;
}

/// A run of text between tags, or the inside of a tag with its attributes.
std::vector<std::string> runs_of(std::string_view html) {
  std::vector<std::string> runs;
  while (!html.empty()) {
    const auto end = html.find_first_of("<>", 1);
    runs.push_back(with_letters_decoded(html.substr(0, end)));
    html.remove_prefix(std::min(end, html.size()));
  }
  return runs;
}

/// Worth judging: words beyond ASCII that are no syllables as they stand.
bool is_odd(std::string_view run) {
  if (!text::is_suspect(run)) return false;
  const text::Plausibility as_is = text::plausibility(run);
  return as_is.syllables < as_is.words;
}

bool may_need_repair(std::string_view html) {
  return html.find('&') != html.npos ||
         std::ranges::any_of(html, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

class Article {
 public:
  explicit Article(const std::vector<std::string*>& parts) {
    for (const std::string* part : parts) {
      parts_.push_back(may_need_repair(*part) ? runs_of(*part) : std::vector<std::string>());
    }
  }

  /// The encoding of what is odd, and its repair; nothing where all is right.
  text::Legacy repair_once() {
    std::string odd;
    for_each_run([&odd](const std::string& run) {
      if (is_odd(run)) odd.append(run).append("\n");
    });
    const text::Legacy legacy = text::legacy_of(odd);
    if (legacy == text::Legacy::none) return legacy;
    for_each_run([legacy](std::string& run) {
      if (!is_odd(run)) return;
      std::string repaired = text::repaired(run, legacy);
      if (text::plausibility(repaired).marked > text::plausibility(run).marked) run = std::move(repaired);
    });
    return legacy;
  }

  void write_to(const std::vector<std::string*>& parts) const {
    for (std::size_t index = 0; index < parts.size(); ++index) {
      if (parts_[index].empty()) continue;
      parts[index]->clear();
      for (const std::string& run : parts_[index]) parts[index]->append(run);
    }
  }

 private:
  template <typename Function>
  void for_each_run(Function function) {
    for (auto& runs : parts_) std::ranges::for_each(runs, function);
  }

  std::vector<std::vector<std::string>> parts_;
};

}  // namespace

void repair_legacy(const std::vector<std::string*>& parts, Repairs& repairs) {
  if (std::ranges::none_of(parts, [](const std::string* part) { return may_need_repair(*part); })) return;
  constexpr int most_encodings = 3;  // A page may hold old articles of several hands.
  Article article(parts);
  bool changed = false;
  for (int pass = 0; pass < most_encodings; ++pass) {
    const text::Legacy legacy = article.repair_once();
    if (legacy == text::Legacy::none) break;
    ++repairs[std::string(text::name_of(legacy))];
    changed = true;
  }
  if (changed) article.write_to(parts);
}

}  // namespace lobby::content
