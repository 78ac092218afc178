#include "stage/markup.h"

#include <algorithm>

#include "base/format.h"

namespace lobby::stage {

namespace {

constexpr std::size_t most_attributes = 64;
constexpr std::string_view spaces = " \t\r\n";

bool is_of_a_name(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
         letter == ':' || letter == '_' || letter == '-' || letter == '.';
}

}  // namespace

std::string_view value_of(const Tag& tag, std::string_view attribute) {
  const auto found = std::ranges::find(tag.attributes, attribute, &Tag::Attribute::name);
  return found == tag.attributes.end() ? std::string_view() : found->value;
}

int TagReader::line() {
  line_ += static_cast<int>(std::ranges::count(text_.substr(counted_, at_ - counted_), '\n'));
  counted_ = at_;
  return line_;
}

std::unexpected<Error> TagReader::wrong(std::string message) {
  return fail(ErrorKind::invalid, std::move(message), Where{{}, line(), 1});
}

void TagReader::skip_spaces() { at_ = std::min(text_.find_first_not_of(spaces, at_), text_.size()); }

bool TagReader::take(char letter) {
  if (at_ >= text_.size() || text_[at_] != letter) return false;
  ++at_;
  return true;
}

std::string_view TagReader::name() {
  const std::size_t begin = at_;
  while (at_ < text_.size() && is_of_a_name(text_[at_])) ++at_;
  return text_.substr(begin, at_ - begin);
}

Result<void> TagReader::skip_past(std::string_view end, std::string_view what) {
  const std::size_t found = text_.find(end, at_);
  if (found == std::string_view::npos) return wrong(format("{} has no end", what));
  at_ = found + end.size();
  return {};
}

/// What begins with «<?» or «<!».
Result<void> TagReader::skip_declaration() {
  const std::string_view rest = text_.substr(at_);
  if (rest.starts_with("<!--")) {
    at_ += 4;  // «<!-->» is none that ends
    return skip_past("-->", "a comment");
  }
  if (rest.starts_with("<?")) return skip_past("?>", "an instruction");
  if (rest.starts_with("<![CDATA[")) return skip_past("]]>", "a section of text");
  if (rest.substr(0, rest.find('>')).find('[') != std::string_view::npos) {
    return wrong("a doctype that declares something is not read; save the drawing as plain SVG");
  }
  return skip_past(">", "a doctype");
}

Result<Tag::Attribute> TagReader::attribute() {
  Tag::Attribute attribute;
  attribute.name = name();
  skip_spaces();
  if (attribute.name.empty() || !take('=')) return wrong("a tag has something that is no attribute");
  skip_spaces();
  const char quote = at_ < text_.size() ? text_[at_] : ' ';
  if (quote != '"' && quote != '\'') return wrong(format("the value of '{}' has no quotes", attribute.name));
  const std::size_t end = text_.find(quote, ++at_);
  if (end == std::string_view::npos) return wrong(format("the value of '{}' has no end", attribute.name));
  attribute.value = text_.substr(at_, end - at_);
  at_ = end + 1;
  return attribute;
}

Result<Tag> TagReader::tag() {
  Tag tag;
  tag.line = line();
  ++at_;
  if (take('/')) tag.kind = Tag::Kind::close;
  tag.name = name();
  if (tag.name.empty()) return wrong("a '<' begins no tag");
  while (true) {
    const std::size_t before = at_;
    skip_spaces();
    if (take('>')) return tag;
    if (tag.kind == Tag::Kind::open && take('/')) {
      tag.kind = Tag::Kind::empty;
      if (take('>')) return tag;
    }
    if (tag.kind != Tag::Kind::open || before == at_) return wrong(format("the tag of '{}' does not end", tag.name));
    auto read = attribute();
    if (!read) return std::unexpected(std::move(read.error()));
    if (std::ranges::find(tag.attributes, read->name, &Tag::Attribute::name) != tag.attributes.end()) {
      return wrong(format("'{}' has the attribute '{}' twice", tag.name, read->name));
    }
    if (tag.attributes.size() == most_attributes) return wrong(format("'{}' has too many attributes", tag.name));
    tag.attributes.push_back(*read);
  }
}

Result<std::optional<Tag>> TagReader::next() {
  while (true) {
    at_ = text_.find('<', at_);
    if (at_ == std::string_view::npos) {
      at_ = text_.size();
      return std::nullopt;
    }
    const char after = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    if (after != '!' && after != '?') break;
    if (auto skipped = skip_declaration(); !skipped) return std::unexpected(std::move(skipped.error()));
  }
  auto read = tag();
  if (!read) return std::unexpected(std::move(read.error()));
  return std::optional(std::move(*read));
}

}  // namespace lobby::stage
