#include "content/selection.h"

#include <algorithm>

#include "content/links.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

/// A key between spaces and without signs, so that whole words are found in it.
std::string words_of(std::string_view text) {
  std::string words(" ");
  for (const char c : text::compare_key(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
    if (letter) {
      words += c;
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

bool says_one_of(std::string_view text, const std::vector<std::string>& phrases) {
  if (phrases.empty() || text.empty()) return false;
  const std::string words = words_of(text);
  return std::ranges::any_of(phrases, [&words](const std::string& phrase) {
    const std::string wanted = words_of(phrase);
    return wanted.size() > 1 && words.find(wanted) != std::string::npos;
  });
}

/// Sections between bars; what separates them is also what may stand inside the name of one.
std::string sections_of(std::string_view text) {
  constexpr std::string_view separator = ", ";
  std::string sections("|");
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    sections += words_of(text.substr(0, end)) + "|";
    text.remove_prefix(std::min(end + separator.size(), text.size()));
  }
  return sections;
}

bool lies_in_one_of(std::string_view section, const std::vector<std::string>& wanted) {
  if (wanted.empty() || section.empty()) return false;
  const std::string sections = sections_of(section);
  return std::ranges::any_of(wanted, [&sections](const std::string& name) {
    const std::string key = sections_of(name);
    return words_of(name).size() > 1 && sections.find(key) != std::string::npos;
  });
}

bool says_one_of(const Photo& photo, const std::vector<std::string>& words) {
  return says_one_of(photo.image.caption, words) || says_one_of(photo.name, words);
}

bool names(const std::string& entry, const Headline& headline) {
  if (entry == headline.id) return true;
  if (is_absolute(entry)) return !headline.link.empty() && link_key(entry) == link_key(headline.link);
  return !headline.title.empty() && text::compare_key(entry) == text::compare_key(headline.title);
}

}  // namespace

bool has_mark(const Headline& headline, const config::Marks& marks) {
  return lies_in_one_of(headline.section, marks.sections) || says_one_of(headline.title, marks.words) ||
         says_one_of(headline.summary, marks.words);
}

bool is_wanted(const Headline& headline, const config::Source& source) {
  if (has_mark(headline, source.exclude)) return false;
  return source.include.empty() || has_mark(headline, source.include);
}

bool is_wanted(const Photo& photo, const config::Source& source) {
  if (says_one_of(photo, source.exclude.words)) return false;
  return source.include.words.empty() || says_one_of(photo, source.include.words);
}

bool is_held(const Headline& headline, const config::Source& source) {
  if (!source.hold) return false;
  return std::ranges::none_of(source.approved, [&headline](const auto& entry) { return names(entry, headline); });
}

bool is_held(const Photo& photo, const config::Source& source) {
  if (!source.hold) return false;
  // A name that was typed is composed, one from a Mac's stick is not.
  const std::string name = text::compare_key(photo.name);
  return std::ranges::none_of(source.approved, [&](const std::string& entry) {
    return entry == photo.image.url || (!name.empty() && text::compare_key(entry) == name);
  });
}

}  // namespace lobby::content
