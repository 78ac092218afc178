#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lobby::stage {

/// A tag as it is written. The views are into the text that is read.
struct Tag {
  enum class Kind { open, empty, close };
  struct Attribute {
    std::string_view name;
    std::string_view value;  ///< Between its quotes, with entities as they are written.
  };

  Kind kind = Kind::open;
  std::string_view name;
  std::vector<Attribute> attributes;
  int line = 1;
};

/// The value of an attribute; empty where the tag has none of that name.
std::string_view value_of(const Tag& tag, std::string_view attribute);

/// Reads XML tag after tag, far more strictly than the drawing library, so that both see the same in what is let
/// through. Comments, instructions, a doctype and text are passed over; nothing is ever resolved or fetched.
class TagReader {
 public:
  /// The text outlives the reader and its tags.
  explicit TagReader(std::string_view text) : text_(text) {}

  /// The next tag; nothing at the end. Errs (invalid), with the line, where the text is no XML or has a doctype that
  /// declares anything.
  Result<std::optional<Tag>> next();

  /// Of what was read last, counted from 1.
  int line();

 private:
  Result<void> skip_declaration();
  Result<void> skip_past(std::string_view end, std::string_view what);
  Result<Tag> tag();
  Result<Tag::Attribute> attribute();
  std::string_view name();
  void skip_spaces();
  bool take(char letter);
  std::unexpected<Error> wrong(std::string message);

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t counted_ = 0;  ///< Up to here lines were counted.
  int line_ = 1;
};

}  // namespace lobby::stage
