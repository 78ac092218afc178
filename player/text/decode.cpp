#include "text/decode.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "text/charset.h"
#include "text/clean.h"
#include "text/repair.h"
#include "text/syllable.h"
#include "text/unicode.h"

namespace lobby::text {
namespace {

/// Enough of a document to tell what it is.
constexpr std::size_t sample_size = 64 * 1024;

Decoded decoded(std::string_view bytes, std::string_view charset, std::string_view reason) {
  std::string text = converted(bytes, charset);
  constexpr std::string_view mark = "\uFEFF";
  if (text.starts_with(mark)) text.erase(0, mark.size());
  return {std::move(text), std::string(charset), std::string(reason)};
}

std::optional<std::string_view> charset_of_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return "utf-8";
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return "utf-32le";
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return "utf-32be";
  if (bytes.starts_with("\xFF\xFE"sv)) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF"sv)) return "utf-16be";
  return std::nullopt;
}

/// Markup, spaces and plain letters have a zero byte on one side in UTF-16, and nothing has one on the other.
std::optional<std::string_view> charset_of_zeros(std::string_view bytes) {
  const std::size_t units = std::min(bytes.size(), sample_size) / 2;
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < units; ++i) {
    if (bytes[2 * i] == '\0') ++even;
    if (bytes[2 * i + 1] == '\0') ++odd;
  }
  if (units < 4) return std::nullopt;
  if (odd * 5 >= units && even * 100 < units) return "utf-16le";
  if (even * 5 >= units && odd * 100 < units) return "utf-16be";
  return std::nullopt;
}

/// UTF-8 with errors: a download that broke off, or one bad field among thousands, does not make the rest another
/// charset. Every error must be outweighed by `weight` letters of two bytes or more.
bool is_damaged_utf8(std::string_view bytes, std::size_t weight) {
  constexpr std::size_t longest = 4;
  std::size_t letters = 0;
  std::size_t errors = 0;
  bool ascii = true;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint next = code_point_at(bytes, at);
    if (next.size > 1) ++letters;
    if (!next.valid && bytes.size() - at >= longest) ++errors;  // A last letter that was cut off is none.
    if (!next.valid || next.size > 1) ascii = false;
    at += next.size;
  }
  return ascii || (letters > 0 && errors * weight <= letters);
}

/// Words with marks that can be Vietnamese, against all with letters beyond ASCII.
struct Reading {
  int syllables = 0;
  int others = 0;
};

Reading reading(std::string_view text) {
  const std::u32string letters = code_points(lower(nfc(text)));
  Reading result;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    std::size_t end = at;
    while (end < letters.size() && kind_of(letters[end]) == Kind::letter) ++end;
    const auto word = std::u32string_view(letters).substr(at, end - at);
    if (std::ranges::any_of(word, [](char32_t c) { return c >= 0x80; })) {
      ++(is_syllable(word) && has_marks(word) ? result.syllables : result.others);
    }
    at = end;
  }
  return result;
}

/// Vietnamese in one of its two charsets or the west of Europe: whichever reading has most words that can be. Bytes of
/// a legacy font are read as western, and repaired article by article.
Decoded guessed(std::string_view bytes, std::string_view reason) {
  const std::string_view sample = bytes.substr(0, sample_size);
  const std::string western = converted(sample, "windows-1252");
  const Legacy font = legacy_of(western);
  int most = reading(font == Legacy::cp1258 ? western : repaired(western, font)).syllables;
  std::string_view best = "windows-1252";
  for (const std::string_view charset : {"windows-1258", "viscii"}) {
    const Reading vietnamese = reading(converted(sample, charset));
    if (vietnamese.syllables <= most || vietnamese.syllables <= vietnamese.others) continue;
    most = vietnamese.syllables;
    best = charset;
  }
  return decoded(bytes, best, reason);
}

}  // namespace

Decoded decode(std::string_view bytes, const Declared& declared) {
  if (const auto charset = charset_of_mark(bytes)) return decoded(bytes, *charset, "byte order mark");
  if (valid_utf8(bytes)) return decoded(bytes, "utf-8", "valid UTF-8");
  if (const auto charset = charset_of_zeros(bytes)) return decoded(bytes, *charset, "zero bytes of UTF-16");

  const std::string_view http = charset_named(declared.http).value_or("");
  const std::string_view document = charset_named(declared.document).value_or("");
  const bool says_utf8 = http == "utf-8" || document == "utf-8";
  if (is_damaged_utf8(bytes, says_utf8 ? 1 : 4)) return decoded(bytes, "utf-8", "UTF-8 with errors");
  // Latin-1 is what many servers say of everything: it is a guess of theirs.
  const auto says_something = [](std::string_view charset) {
    return !charset.empty() && charset != "utf-8" && charset != "windows-1252";
  };
  if (says_something(http)) return decoded(bytes, http, "declared by HTTP");
  // A declaration that could be read as ASCII does not stand in UTF-16 or UTF-32.
  if (says_something(document) && !document.starts_with("utf-")) {
    return decoded(bytes, document, "declared by the document");
  }
  if (http == "windows-1252") return guessed(bytes, "declared by HTTP as Latin-1");
  if (document == "windows-1252") return guessed(bytes, "declared by the document as Latin-1");
  return guessed(bytes, "no declaration");
}

}  // namespace lobby::text
