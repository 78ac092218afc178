#include "content/json.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "content/ascii.h"
#include "content/limits.h"

namespace lobby::content {

namespace {

bool is_items(std::string_view before) {
  before = trimmed(before);
  if (!before.ends_with(':')) return false;
  before.remove_suffix(1);
  return trimmed(before).ends_with("\"items\"");
}

std::optional<unsigned> unit_at(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  unsigned unit = 0;
  const auto [end, error] = std::from_chars(text.begin() + at + 2, text.begin() + at + 6, unit, 16);
  if (error != std::errc{} || end != text.begin() + at + 6) return std::nullopt;
  return unit;
}

}  // namespace

JsonOutline::JsonOutline(std::string_view text) {
  for (std::size_t at = 0; at < text.size() && !too_deep(); ++at) step(text, at);
}

bool JsonOutline::too_deep() const { return deepest_ > most_nesting; }

void JsonOutline::step(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (in_string_) {
    in_string_ = escaped_ || c != '"';
    escaped_ = !escaped_ && c == '\\';
  } else if (c == '"') {
    in_string_ = true;
  } else if (c == '{' || c == '[') {
    if (depth_ == 1 && c == '[') in_items_ = is_items(text.substr(0, at));
    deepest_ = std::max(deepest_, ++depth_);
  } else if (c == '}' || c == ']') {
    --depth_;
    if (depth_ == 2 && c == '}' && in_items_) end_ = at + 1;
  }
}

std::string without_lone_surrogates(std::string_view text) {
  std::string out(text);
  for (std::size_t at = out.find('\\'); at < out.size(); at = out.find('\\', at)) {
    const unsigned unit = unit_at(out, at).value_or(0);
    const unsigned next = unit_at(out, at + 6).value_or(0);
    const bool pair = unit >= 0xD800 && unit < 0xDC00 && next >= 0xDC00 && next < 0xE000;
    if (!pair && unit >= 0xD800 && unit < 0xE000) out.replace(at, 6, "\\ufffd");
    at += pair ? 12 : 2;
  }
  return out;
}

const Json& member(const Json& object, const char* name) {
  static const Json none;
  if (!object.is_object()) return none;
  const auto found = object.find(name);
  return found == object.end() ? none : *found;
}

std::string string_of(const Json& object, const char* name) {
  const Json& value = member(object, name);
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() ? value.dump() : std::string();
}

}  // namespace lobby::content
