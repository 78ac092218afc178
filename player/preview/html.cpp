#include "preview/html.h"

#include <cctype>

#include "base/format.h"
#include "text/unicode.h"

namespace lobby::preview {

namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; --ground: #f3f1ec; --card: #ffffff; --ink: #1d2733; --quiet: #5a6570; --line: #d9d4c8;
  --accent: #8a6100; }
@media (prefers-color-scheme: dark) { :root { --ground: #12181f; --card: #1b242d; --ink: #eef0f2; --quiet: #a3aeb8;
  --line: #2e3a45; --accent: #e3b04b; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem clamp(1rem, 3vw, 3rem) 4rem; background: var(--ground); color: var(--ink);
  font: 16px/1.5 "Be Vietnam Pro", "Noto Sans", system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 0; font-size: 1.25rem; }
a { color: var(--accent); }
header p { margin: .35rem 0 0; color: var(--quiet); }
nav ul { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0 0; padding: 0; list-style: none; }
nav a { display: block; padding: .2rem .75rem; border: 1px solid var(--line); border-radius: 1rem;
  background: var(--card); text-decoration: none; }
section { margin-top: 2.5rem; }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; padding-bottom: .5rem;
  border-bottom: 1px solid var(--line); }
.findings { margin: 1rem 0 0; padding: .75rem 1rem; border-left: 4px solid var(--accent); background: var(--card);
  font: 13px/1.6 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.slides { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--wide)), 1fr)); gap: 1.25rem;
  margin: 1.25rem 0 0; padding: 0; list-style: none; }
figure { margin: 0; height: 100%; border-radius: 6px; overflow: hidden; background: var(--card);
  box-shadow: 0 1px 3px rgb(0 0 0 / 20%); }
img { display: block; width: 100%; height: auto; background: #808080; }
figcaption { padding: .6rem .8rem .8rem; overflow-wrap: anywhere; }
.kind { display: flex; justify-content: space-between; gap: 1rem; color: var(--quiet); font-size: .8125rem; }
.title { display: -webkit-box; margin: .15rem 0 0; font-weight: 600; overflow: hidden; -webkit-box-orient: vertical;
  -webkit-line-clamp: 3; }
.source, .facts { margin: .15rem 0 0; color: var(--quiet); font-size: .8125rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 2px; }
.pair span { padding: .35rem .8rem; color: var(--quiet); font-size: .8125rem; }
.facts { font-family: ui-monospace, monospace; font-size: .75rem; }
)";

}  // namespace

std::string escaped(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto point = text::code_point_at(utf8, at);
    at += point.size;
    switch (point.value) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      default:
        if (point.value >= U' ' || point.value == U'\n') {
          if (text::kind_of(point.value) != text::Kind::invisible) text::append(out, point.value);
        }
    }
  }
  return out;
}

std::string link_to(std::string_view path) {
  std::string out;
  for (const char letter : path) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool plain = std::isalnum(byte) != 0 || std::string_view("/-._~").find(letter) != std::string_view::npos;
    out += plain ? std::string(1, letter) : format("%{:02X}", byte);
  }
  return out;
}

std::string html_page(std::string_view language, std::string_view title, std::string_view note, std::string_view head,
                      std::string_view body) {
  return format(
      "<!DOCTYPE html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>{1}</title>\n"
      "<style>{2}</style>\n</head>\n<body>\n<header>\n<h1>{1}</h1>\n<p>{3}</p>\n{4}</header>\n<main>\n{5}"
      "</main>\n</body>\n</html>\n",
      language, escaped(title), style, escaped(note), head, body);
}

}  // namespace lobby::preview
