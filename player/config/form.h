#pragma once

#include <string>
#include <vector>

namespace lobby::config {

/// What a scalar may be, as data: a schema is made of it. The reader itself goes by Scalar::parse.
struct Form {
  enum class Kind {
    untold,   ///< Nobody said.
    text,     ///< `least` to `most` characters.
    whole,    ///< A whole number from `least` to `most`.
    number,   ///< The same with a point.
    truth,    ///< true, yes, on; false, no, off.
    words,    ///< One of `words`.
    pattern,  ///< What `pattern` matches, or one of `words`.
  };
  Kind kind = Kind::untold;
  double least = 0;
  double most = 0;            ///< Of text 0 is without a limit; of a pattern 0 is that no number is right.
  std::string pattern = {};   ///< A regular expression as in ECMA 262 for the whole text.
  std::string expected = {};  ///< «a whole number from 1 to 500»: ends «… must be »
  std::vector<std::string> words = {};
  bool operator==(const Form&) const = default;
};

/// That of a text that `pattern` matches.
inline Form form_of_pattern(std::string pattern) {
  return {.kind = Form::Kind::pattern, .pattern = std::move(pattern)};
}

/// The same where all of it may be figures, those of numbers from `least` to `most`: YAML reads it as a number if it
/// stands without quotes.
inline Form form_of_pattern(std::string pattern, double least, double most) {
  return {.kind = Form::Kind::pattern, .least = least, .most = most, .pattern = std::move(pattern)};
}

}  // namespace lobby::config
