#include "config/source_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/format.h"
#include "text/clean.h"

namespace lobby::config {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Length of the character that starts at `at`, by its continuation bytes.
std::size_t character_length(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && end < at + 4 && continues_character(text[end])) ++end;
  return end - at;
}

/// YAML allows no control characters. yaml-cpp takes 0x04 for the end of the file, so the rest would be lost in
/// silence.
bool forbidden(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value == 0x7F || (value < 0x20 && value != '\t' && value != '\r');
}

/// Reports the first character of the line that must not be there. True when there is one.
bool bad_character(std::string_view line, int number, Report& report) {
  if (text::valid_utf8(line) && std::ranges::none_of(line, forbidden)) return false;
  int column = 1;
  for (std::size_t at = 0; at < line.size(); ++column) {
    const std::size_t length = character_length(line, at);
    const auto byte = static_cast<unsigned char>(line[at]);
    if (forbidden(line[at])) {
      report.error({number, column, report.file()}, format("a control character (0x{:02x}) is not allowed here", byte));
      return true;
    }
    if (!text::valid_utf8(line.substr(at, length))) {
      report.error({number, column, report.file()}, format("byte 0x{:02x} is not UTF-8; save the file as UTF-8", byte));
      return true;
    }
    at += length;
  }
  return true;
}

bool bad_encoding(std::string_view bytes, Report& report) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    report.error(report.top(), "the file is UTF-16; save it as UTF-8");
    return true;
  }
  for (int number = 1; !bytes.empty(); ++number) {
    const std::size_t end = bytes.find('\n');
    if (bad_character(bytes.substr(0, end), number, report)) return true;
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  }
  return false;
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// «404: Not Found», «502 Bad Gateway»: what a web server says in place of a file.
bool is_server_error(std::string_view line) {
  return line.size() > 4 && (line[0] == '4' || line[0] == '5') && is_digit(line[1]) && is_digit(line[2]) &&
         (line[3] == ' ' || line[3] == ':');
}

/// Downloads that went wrong must not be read as a config with odd keys.
bool is_something_else(std::string_view text, Report& report) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) {
    report.error(report.top(), "the file is empty");
    return true;
  }
  const std::string_view line = text.substr(start, text.find_first_of("\r\n", start) - start);
  const auto lines_above = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n');
  const Position at{static_cast<int>(lines_above) + 1, 1, report.file()};
  if (line.starts_with("<?xml")) {
    report.error(at, "this is an XML document, not a YAML file");
  } else if (line.front() == '<') {
    report.error(at, format("this is a web page, not a YAML file: '{}'", excerpt(line)));
  } else if (is_server_error(line)) {
    report.error(at, format("this is the error message of a web server, not a YAML file: '{}'", excerpt(line)));
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::optional<std::string_view> source_text(std::string_view bytes, Report& report) {
  if (bytes.size() > most_bytes) {
    report.error(report.top(), format("the file has {} bytes; at most {} are read", bytes.size(), most_bytes));
    return std::nullopt;
  }
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (bad_encoding(bytes, report) || is_something_else(bytes, report)) return std::nullopt;
  return bytes;
}

int count_characters(std::string_view utf8) {
  return static_cast<int>(std::ranges::count_if(utf8, [](char byte) { return !continues_character(byte); }));
}

std::string excerpt(std::string_view text) {
  constexpr int most = 40;
  std::string line;
  int count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    if (count == most) return line + "…";
    const std::size_t length = character_length(text, at);
    const bool control = static_cast<unsigned char>(text[at]) < 0x20;
    line += control ? std::string_view(" ") : text.substr(at, length);
    at += length;
  }
  return line;
}

}  // namespace lobby::config
