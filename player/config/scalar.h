#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/form.h"

// What a single value of a file may be. Pure; any thread.
namespace lobby::config {

/// How to read a value, and how to say what was expected to someone who wrote something else.
template <typename T>
struct Scalar {
  std::string expected;  ///< «a whole number from 1 to 500»: ends «… must be »
  std::function<std::optional<T>(std::string_view)> parse;
  std::vector<std::string_view> words = {};  ///< Words that are right, for a suggestion; they outlive this.
  Form form = {};                            ///< The same as data. «Expected» is taken from above where it is empty.
};

Scalar<int> whole_number(int least, int most);
Scalar<double> number(double least, double most);
/// true, yes, on; false, no, off.
Scalar<bool> truth();

/// Text for the screen, cleaned and NFC, of `least` to `most` characters.
Scalar<std::string> screen_text(int least, int most);
/// Bytes as written (a path, an expression), not empty.
Scalar<std::string> verbatim(std::string expected);
/// An http or https address with a host, without spaces.
Scalar<std::string> web_address();
/// Lower-case letters, digits and hyphens, no hyphen first.
Scalar<std::string> identifier();

/// A length of time: a number with a unit («90s», «1.5h», «250ms»). The limits are written the same way.
/// `duration` knows s, m, h and d; `short_duration` ms and s.
Scalar<std::chrono::seconds> duration(std::string_view least, std::string_view most);
Scalar<std::chrono::milliseconds> short_duration(std::string_view least, std::string_view most);

/// One word of a list, each standing for a value. The words outlive the scalar.
template <typename T>
Scalar<T> choice(std::vector<std::pair<std::string_view, T>> values) {
  Scalar<T> scalar{"one of ", {}};
  for (const auto& [word, value] : values) {
    if (!scalar.words.empty()) scalar.expected += ", ";
    scalar.expected += word;
    scalar.words.push_back(word);
  }
  scalar.form.kind = Form::Kind::words;
  scalar.parse = [values = std::move(values)](std::string_view text) -> std::optional<T> {
    for (const auto& [word, value] : values) {
      if (word == text) return value;
    }
    return std::nullopt;
  };
  return scalar;
}

/// One of the `names` that something else defines, as «a colour of the palette». The names outlive the scalar.
Scalar<std::string> name_of(std::string expected, std::vector<std::string_view> names);

}  // namespace lobby::config
