#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

// JSON as strangers send it. Pure; any thread.
namespace lobby::content {

using Json = nlohmann::json;

/// Walks over JSON without parsing it: how deep it nests, and where the last whole element of its «items» ends.
class JsonOutline {
 public:
  explicit JsonOutline(std::string_view text);
  /// More than `most_nesting`: the parser would go as deep.
  bool too_deep() const;
  std::size_t whole_items_end() const { return end_; }  ///< 0: there is no whole item.

 private:
  void step(std::string_view text, std::size_t at);

  int depth_ = 0;
  int deepest_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
  bool in_items_ = false;
  std::size_t end_ = 0;
};

/// Half a character, as a summary has that was cut to a length, becomes U+FFFD: to the parser it is no JSON.
std::string without_lone_surrogates(std::string_view text);

/// What an object holds under a name; null where it is no object or has none.
const Json& member(const Json& object, const char* name);

/// A string, or a number as it is written; empty for anything else.
std::string string_of(const Json& object, const char* name);

}  // namespace lobby::content
