#include <algorithm>

#include "base/format.h"
#include "config/layers.h"

namespace lobby::config {

namespace {

constexpr std::size_t step = 2;

bool is_plain(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
         letter == '_' || letter == '-' || letter == '.' || letter == '/' || letter == '%' || letter == '+';
}

/// A scalar that our reader takes for the same text again. Every value is text to it, so that quotes change nothing.
std::string quoted(const std::string& text) {
  if (!text.empty() && text.front() != '-' && std::ranges::all_of(text, is_plain)) return text;
  std::string line = "\"";
  for (const char letter : text) {
    switch (letter) {
      case '"':
      case '\\':
        line += {'\\', letter};
        break;
      case '\n':
        line += "\\n";
        break;
      case '\t':
        line += "\\t";
        break;
      case '\r':
        line += "\\r";
        break;
      default:
        line += letter;
    }
  }
  return line + '"';
}

class Writer {
 public:
  explicit Writer(const Report& report) : report_(report) {}

  std::string text() && { return std::move(text_); }

  /// What stands behind a key or a dash, which is written already.
  void value(const Node& node, std::size_t indent, bool after_dash) {
    if (node.kind == Node::Kind::map && !node.entries.empty()) return map(node, indent, after_dash);
    if (node.kind == Node::Kind::list && !node.items.empty()) return list(node, indent, after_dash);
    const std::string empty = node.kind == Node::Kind::map ? "{}" : node.kind == Node::Kind::list ? "[]" : "~";
    const auto where = report_.where(node.at);
    text_ +=
        format(" {}  # {}:{}\n", node.kind == Node::Kind::scalar ? quoted(node.scalar) : empty, where.file, where.line);
  }

  void entries(const Node& node, std::size_t indent, bool first_in_line) {
    for (const MapEntry& entry : node.entries) {
      if (!std::exchange(first_in_line, false)) text_.append(indent, ' ');
      text_ += quoted(entry.key) + ":";
      value(entry.value, indent + step, false);
    }
  }

 private:
  void map(const Node& node, std::size_t indent, bool after_dash) {
    text_ += after_dash ? " " : "\n";
    entries(node, indent, after_dash);
  }

  void list(const Node& node, std::size_t indent, bool after_dash) {
    text_ += '\n';
    const std::size_t at = after_dash ? indent : indent - step;
    for (const Node& item : node.items) {
      text_.append(at, ' ');
      text_ += '-';
      value(item, at + step, true);
    }
  }

  const Report& report_;
  std::string text_;
};

}  // namespace

std::string written_out(const Node& root, const Report& report) {
  if (root.entries.empty()) return "{}\n";
  Writer writer(report);
  writer.entries(root, 0, false);
  return std::move(writer).text();
}

}  // namespace lobby::config
