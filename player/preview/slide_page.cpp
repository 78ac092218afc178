#include "preview/slide_page.h"

#include "base/format.h"
#include "config/layout_text.h"
#include "preview/html.h"
#include "scene/facts.h"

namespace lobby::preview {

namespace {

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
  std::string body;
  for (const auto& findings : page.findings) body += html_of(findings);
  for (const auto& section : page.sections) body += html_of(section);
  return html_page("vi", page.title, page.note, navigation(page), body);
}

}  // namespace lobby::preview
