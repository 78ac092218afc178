#include "app/slide_page.h"

#include <algorithm>
#include <cctype>

#include "base/format.h"
#include "config/layout_text.h"
#include "scene/facts.h"
#include "text/unicode.h"

namespace lobby::app {

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
.facts { font-family: ui-monospace, monospace; font-size: .75rem; }
)";

/// For texts and attributes. What no document may hold is left out or replaced.
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

/// A relative path as a link: what an address would read as its own signs is written by numbers.
std::string link_to(std::string_view path) {
  std::string out;
  for (const char letter : path) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool plain = std::isalnum(byte) != 0 || std::string_view("/-._~").find(letter) != std::string_view::npos;
    out += plain ? std::string(1, letter) : format("%{:02X}", byte);
  }
  return out;
}

std::string id_of(const PageSection& section) {
  return format("{}-{}x{}", section.theme, section.size.width, section.size.height);
}

std::string name_of(const PageSection& section) {
  return format("{} · {} × {}", section.theme, section.size.width, section.size.height);
}

std::string paragraph(std::string_view name, std::string_view text) {
  return text.empty() ? std::string() : format("<p class=\"{}\">{}</p>\n", name, escaped(text));
}

std::string figure_of(const PageSlide& slide, const PageSection& section) {
  const std::string file = link_to(section.folder + slide.file);
  const auto& alternative = slide.title.empty() ? slide.kind : slide.title;
  return format(
      "<li><figure><a href=\"{0}\"><img src=\"{0}\" width=\"{1}\" height=\"{2}\" loading=\"lazy\" alt=\"{3}\"/></a>\n"
      "<figcaption>\n<div class=\"kind\"><span>{4}</span> <span>{5} s</span></div>\n{6}{7}{8}</figcaption>"
      "</figure></li>\n",
      file, section.size.width, section.size.height, escaped(alternative),
      escaped(format("{} · {}", slide.kind, slide.file)), slide.seconds, paragraph("title", slide.title),
      paragraph("source", slide.source), paragraph("facts", slide.facts));
}

/// Pictures of one section are as wide as lets them be compared with those of the others.
int column_width(Size size) {
  constexpr int usual = 380;
  return size.width < size.height ? usual * 6 / 10 : size.width >= size.height * 2 ? usual * 16 / 10 : usual;
}

std::string count_of(const std::vector<PageSlide>& slides) {
  return format("{} slide{}", slides.size(), slides.size() == 1 ? "" : "s");
}

std::string html_of(const PageSection& section) {
  std::string html = format(
      "<section id=\"{}\" style=\"--wide: {}px\">\n<div class=\"head\"><h2>{}</h2> <span>{}</span> "
      "<a href=\"{}\">contact sheet</a></div>\n<ol class=\"slides\">\n",
      escaped(id_of(section)), column_width(section.size), escaped(name_of(section)), count_of(section.slides),
      link_to(section.folder + "contact-sheet.png"));
  for (const auto& slide : section.slides) html += figure_of(slide, section);
  return html + "</ol>\n</section>\n";
}

std::string navigation(const SlidePage& page) {
  if (page.sections.size() < 2) return {};
  std::string html = "<nav><ul>\n";
  for (const auto& section : page.sections) {
    html += format("<li><a href=\"#{}\">{}</a></li>\n", escaped(id_of(section)), escaped(name_of(section)));
  }
  return html + "</ul></nav>\n";
}

std::string html_of(const PageFindings& findings) {
  if (findings.lines.empty()) return {};
  std::string html = format("<section>\n<h2>check: {}</h2>\n<div class=\"findings\">", escaped(findings.theme));
  for (const auto& line : findings.lines) html += escaped(line) + "\n";
  return html + "</div>\n</section>\n";
}

}  // namespace

PageSection section_of(const SlideFolder& folder, const std::string& theme, const std::string& place) {
  PageSection section{theme, folder.screen(), place, {}};
  for (const auto& written : folder.slides()) {
    const auto& slide = written.composition.slide;
    std::string facts;
    for (const auto& [word, fact] : config::fact_words()) {
      if (!scene::holds(fact, slide, folder.screen())) continue;
      facts += facts.empty() ? "" : ", ";
      facts += word;
    }
    section.slides.push_back({written.file, std::string(slide.kind()), slide.title(), slide.source(), std::move(facts),
                              static_cast<double>(written.dwell.count()) / 1000.0});
  }
  return section;
}

std::string html_of(const SlidePage& page) {
  std::string html = format(
      "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>{0}</title>\n"
      "<style>{1}</style>\n</head>\n<body>\n<header>\n<h1>{0}</h1>\n<p>{2}</p>\n{3}</header>\n<main>\n",
      escaped(page.title), style, escaped(page.note), navigation(page));
  for (const auto& findings : page.findings) html += html_of(findings);
  for (const auto& section : page.sections) html += html_of(section);
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace lobby::app
