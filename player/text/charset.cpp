#include "text/charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "text/unicode.h"

namespace lobby::text {
namespace {

struct Alias {
  std::string_view label, name;
};

// Labels of https://encoding.spec.whatwg.org/#names-and-labels that occur, and the Vietnamese ones it lacks.
constexpr std::array aliases = std::to_array<Alias>({
    {"utf-8", "utf-8"},
    {"utf8", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"utf-16", "utf-16le"},
    {"utf-16le", "utf-16le"},
    {"utf-16be", "utf-16be"},
    {"unicode", "utf-16le"},
    {"ucs-2", "utf-16le"},
    {"iso-10646-ucs-2", "utf-16le"},
    {"utf-32", "utf-32le"},
    {"utf-32le", "utf-32le"},
    {"utf-32be", "utf-32be"},
    {"windows-1258", "windows-1258"},
    {"cp1258", "windows-1258"},
    {"x-cp1258", "windows-1258"},
    {"viscii", "viscii"},
    {"csviscii", "viscii"},
    {"viscii1.1-1", "viscii"},
    {"x-viscii", "viscii"},
    {"x-viet-viscii", "viscii"},
    {"windows-1252", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"ansi", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"l1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"iso-8859-2", "iso-8859-2"},
    {"iso-8859-15", "iso-8859-15"},
    {"windows-1250", "windows-1250"},
    {"windows-1251", "windows-1251"},
    {"koi8-r", "koi8-r"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"gb18030", "gb18030"},
    {"big5", "big5"},
    {"shift_jis", "shift_jis"},
    {"euc-jp", "euc-jp"},
    {"euc-kr", "euc-kr"},
});

std::string utf8_repaired(std::string_view bytes) {
  std::u32string text = code_points(bytes);
  std::ranges::replace(text, U'\0', replacement);
  return to_utf8(text);
}

/// The size of the smallest unit, which is what is skipped where a unit has no meaning.
std::size_t unit_of(std::string_view charset) {
  if (charset.starts_with("utf-16")) return 2;
  return charset.starts_with("utf-32") ? 4 : 1;
}

class Converter {
 public:
  explicit Converter(std::string_view charset) : handle_(iconv_open("UTF-8", std::string(charset).c_str())) {}
  ~Converter() {
    if (open()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  bool open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  /// Converts what it can of `rest`, advances it, and returns 0 or the errno that stopped it.
  int convert(std::string_view& rest, std::string& out) {
    char* from = const_cast<char*>(rest.data());  // POSIX forgot the const; iconv does not write there.
    std::size_t left = rest.size();
    const int error = run(&from, &left, out);
    rest.remove_prefix(rest.size() - left);
    return error;
  }

  /// A composing charset keeps its last letter back until it knows that no mark follows: this gets it out.
  void flush(std::string& out) { run(nullptr, nullptr, out); }

 private:
  int run(char** from, std::size_t* left, std::string& out) {
    std::array<char, 4096> buffer;
    char* to = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t status = iconv(handle_, from, left, &to, &room);
    const int error = status == static_cast<std::size_t>(-1) ? errno : 0;
    out.append(buffer.data(), buffer.size() - room);
    return error;
  }

  iconv_t handle_;
};

}  // namespace

std::optional<std::string_view> charset_named(std::string_view label) {
  constexpr std::string_view blanks = " \t\r\n\f\"'";
  const auto first = label.find_first_not_of(blanks);
  if (first == std::string_view::npos) return std::nullopt;
  std::string key(label.substr(first, label.find_last_not_of(blanks) + 1 - first));
  std::ranges::transform(key, key.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto found = std::ranges::find(aliases, key, &Alias::label);
  if (found == aliases.end()) return std::nullopt;
  return found->name;
}

std::string converted(std::string_view bytes, std::string_view charset) {
  if (charset == "utf-8") return utf8_repaired(bytes);
  Converter converter(charset);
  if (!converter.open()) return utf8_repaired(bytes);
  std::string out;
  out.reserve(bytes.size() * 2);
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const int error = converter.convert(rest, out);
    if (error == 0 || error == E2BIG) continue;
    converter.flush(out);
    append(out, replacement);
    rest.remove_prefix(std::min(unit_of(charset), rest.size()));
  }
  converter.flush(out);
  return utf8_repaired(out);
}

}  // namespace lobby::text
