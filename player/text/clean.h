#pragma once

#include <string>
#include <string_view>

// From a string of a document to text that may go on screen. Pure; any thread. Input is valid UTF-8.
namespace lobby::text {

/// Unicode NFC, and the stacks that NFC leaves (é + U+0302) composed to the Vietnamese letter they stand for.
std::string nfc(std::string_view utf8);

/// One clean line: NFC, look-alike letters repaired inside Vietnamese words, controls and invisible characters
/// dropped, every kind of space one plain space, none at either end.
std::string clean(std::string_view utf8);

/// `clean`, and what portals leave in titles and captions is cut: image ids of exactly 20 hexadecimal digits glued
/// to or standing before a caption, the end-of-document mark «./.».
std::string clean_caption(std::string_view utf8);

/// Upper case by code point; right for all Vietnamese letters, whatever the locale.
std::string upper(std::string_view utf8);

/// A key under which spellings of the same title compare equal: case, tone placement (hòa/hoà), i/y, quotes, dashes and
/// spaces folded. Never shown.
std::string compare_key(std::string_view utf8);

/// True where the bytes are valid UTF-8 without NUL.
bool valid_utf8(std::string_view bytes);

/// The number of syllables (runs between spaces): what reading time counts.
int count_words(std::string_view text);

}  // namespace lobby::text
