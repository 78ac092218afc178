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

bool names(const std::string& entry, const Headline& headline) {
  if (entry == headline.id) return true;
  if (is_absolute(entry)) return !headline.link.empty() && link_key(entry) == link_key(headline.link);
  return !headline.title.empty() && text::compare_key(entry) == text::compare_key(headline.title);
}

}  // namespace

bool has_mark(const Headline& headline, const config::Marks& marks) {
  return says_one_of(headline.section, marks.sections) || says_one_of(headline.title, marks.words) ||
         says_one_of(headline.summary, marks.words);
}

bool is_wanted(const Headline& headline, const config::Source& source) {
  if (has_mark(headline, source.exclude)) return false;
  return source.include.empty() || has_mark(headline, source.include);
}

bool is_held(const Headline& headline, const config::Source& source) {
  if (!source.hold) return false;
  return std::ranges::none_of(source.approved, [&headline](const auto& entry) { return names(entry, headline); });
}

}  // namespace lobby::content
