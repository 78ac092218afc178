#include "content/budget.h"

#include <algorithm>

#include "content/ascii.h"
#include "content/limits.h"

namespace lobby::content {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// The end of what begins at `at` and is closed by `mark`; the end of all where it is not.
std::size_t past(std::string_view text, std::string_view mark, std::size_t at) {
  const auto found = text.find(mark, at);
  return found == text.npos ? text.size() : found + mark.size();
}

/// A tag, read as the parser reads it: a quote counts only after «=».
class TagReader {
 public:
  TagReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  struct Tag {
    std::size_t kept = 0;  ///< The end of what stays.
    std::size_t end = 0;   ///< Behind «>».
    std::size_t attributes = 0;
  };

  Tag read() {
    Tag tag;
    skip_name();
    while (at_ < text_.size() && text_[at_] != '>') {
      if (is_blank(text_[at_]) || text_[at_] == '/') {
        ++at_;
        continue;
      }
      if (++tag.attributes == most_attributes + 1) tag.kept = at_;
      skip_attribute();
    }
    const std::size_t bracket = at_;
    tag.end = std::min(bracket + 1, text_.size());
    if (tag.attributes <= most_attributes) tag.kept = bracket;
    return tag;
  }

 private:
  void skip_name() {
    while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '>') ++at_;
  }

  void skip_attribute() {
    while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '>' && text_[at_] != '=') ++at_;
    auto next = text_.find_first_not_of(" \t\r\n\f", at_);
    if (next == text_.npos || text_[next] != '=') return;
    next = text_.find_first_not_of(" \t\r\n\f", next + 1);
    at_ = std::min(next, text_.size());
    if (at_ == text_.size()) return;
    if (text_[at_] == '"' || text_[at_] == '\'') {
      at_ = past(text_, text_.substr(at_, 1), at_ + 1);
    } else {
      while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '>') ++at_;
    }
  }

  std::string_view text_;
  std::size_t at_;
};

/// The beginning of `text`, at most so many bytes, without half a character: the parser would take all for Latin-1.
std::string_view whole_characters(std::string_view text, std::size_t most_bytes) {
  if (text.size() <= most_bytes) return text;
  while (most_bytes > 0 && (static_cast<unsigned char>(text[most_bytes]) & 0xC0U) == 0x80U) --most_bytes;
  return text.substr(0, most_bytes);
}

bool is_tag(std::string_view rest) {
  return rest.size() > 1 &&
         (is_ascii_letter(rest[1]) || rest[1] == '_' || rest[1] == '/' || static_cast<unsigned char>(rest[1]) >= 0x80);
}

/// The end of a comment, a CDATA section, or a «<» that begins nothing.
std::size_t end_of_other(std::string_view markup, std::size_t open) {
  const std::string_view rest = markup.substr(open);
  if (rest.starts_with("<!--")) return past(markup, "-->", open + 4);
  if (rest.starts_with("<![CDATA[")) return past(markup, "]]>", open + 9);
  return open + 1;
}

bool begins_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && lower_ascii(text.substr(0, word.size())) == word;
}

/// Where the content of a script or a style that begins at `at` ends; `at` itself for every other tag.
std::size_t end_of_raw_text(std::string_view markup, std::string_view tag, std::size_t at) {
  for (const std::string_view name : {"script", "style"}) {
    if (!begins_with_word(tag.substr(1), name)) continue;
    for (auto end = markup.find("</", at); end != markup.npos; end = markup.find("</", end + 2)) {
      if (begins_with_word(markup.substr(end + 2), name)) return end;
    }
    return markup.size();
  }
  return at;
}

}  // namespace

std::string within_budget(std::string_view markup, const Budget& budget) {
  std::string kept;
  kept.reserve(std::min(markup.size(), most_document_bytes));
  std::size_t units = 0;
  std::size_t text_left = budget.text;
  for (std::size_t at = 0; at < markup.size();) {
    const std::size_t open = std::min(markup.find('<', at), markup.size());
    const std::string_view text = whole_characters(markup.substr(at, open - at), text_left);
    kept.append(text);
    text_left = text.size() < open - at ? 0 : text_left - text.size();
    if (open == markup.size() || ++units > budget.units) break;
    const std::string_view rest = markup.substr(open);
    if (!is_tag(rest)) {
      at = end_of_other(markup, open);
      kept.append(markup, open, at - open);
      continue;
    }
    const auto read = TagReader(markup, open + 1).read();
    units += std::min(read.attributes, most_attributes);
    kept.append(markup, open, read.kept - open);
    if (read.end > read.kept && markup[read.end - 1] == '>') kept += '>';
    at = end_of_raw_text(markup, rest, read.end);
    kept.append(markup, read.end, at - read.end);
  }
  return kept;
}

}  // namespace lobby::content
