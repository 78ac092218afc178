#include "preview/diff_page.h"

#include <array>

#include "base/format.h"
#include "preview/contact_sheet.h"
#include "preview/html.h"
#include "stage/shapes.h"

namespace lobby::preview {

namespace {

/// What stands where a slide is not in one of the shows.
constexpr Colour nothing_there{128, 128, 128};

std::string picture(std::string_view folder, const SlideFolder& slides, int index, std::string_view alternative) {
  const auto& written = slides.slides()[static_cast<std::size_t>(index)];
  const std::string file = link_to(format("{}/{}", folder, written.file));
  return format("<a href=\"{0}\"><img src=\"{0}\" width=\"{1}\" height=\"{2}\" loading=\"lazy\" alt=\"{3}\"/></a>\n",
                file, slides.screen().width, slides.screen().height, escaped(alternative));
}

std::string caption(const SlideChange& change) {
  const bool stays = !change.comes() && !change.goes();
  const std::string_view remark = change.strip_alone                 ? "Different in the strip alone."
                                  : stays && !change.looks_different ? "Looks the same."
                                                                     : "";
  return format(
      "<figcaption>\n<div class=\"kind\"><span>{}</span> <span>{}</span></div>\n<p class=\"title\">{}</p>\n<p "
      "class=\"source\">{}</p>\n</figcaption>",
      escaped(change.kind), escaped(change.seconds), escaped(change.title), remark);
}

std::string figure(const SlideChange& change, const DrawnShow& before, const DrawnShow& after) {
  std::string pictures;
  if (!change.comes()) pictures += picture("old", *before.slides, change.before, format("before: {}", change.title));
  if (!change.goes()) pictures += picture("new", *after.slides, change.after, format("after: {}", change.title));
  const bool pair = !change.comes() && !change.goes();
  const std::string head = pair ? "<div class=\"pair\"><span>before</span><span>after</span>\n" : "<div>";
  return format("<li><figure>{}{}</div>\n{}</figure></li>\n", head, pictures, caption(change));
}

/// The slides of which `is_its` is true, under a heading; nothing where there are none.
template <typename Predicate>
std::string section(std::string_view heading, int width, const ShowChanges& changes, const DrawnShow& before,
                    const DrawnShow& after, Predicate is_its) {
  std::string figures;
  int count = 0;
  for (const auto& change : changes.slides) {
    if (!is_its(change)) continue;
    figures += figure(change, before, after);
    ++count;
  }
  if (count == 0) return {};
  return format(
      "<section style=\"--wide: {}px\">\n<div class=\"head\"><h2>{}</h2> <span>{} slide{}</span></div>\n<ol "
      "class=\"slides\">\n{}</ol>\n</section>\n",
      width, heading, count, count == 1 ? "" : "s", figures);
}

std::string notes(const ShowChanges& changes) {
  std::string text = format("<p>{} slide{} the same. <a href=\"contact-sheet.png\">contact sheet</a></p>\n",
                            changes.alike, changes.alike == 1 ? " stays" : "s stay");
  if (changes.none()) text += "<p>Nothing changes.</p>\n";
  for (const auto& note : changes.notes) text += format("<p>{}</p>\n", escaped("Changes: " + note));
  return text;
}

}  // namespace

std::string diff_page(const ShowChanges& changes, const DrawnShow& before, const DrawnShow& after,
                      const std::string& names, const std::string& at) {
  constexpr int single = 380;
  constexpr int pair = 760;
  const auto changed = [](const SlideChange& change) { return !change.comes() && !change.goes(); };
  const auto comes = [](const SlideChange& change) { return change.comes(); };
  const auto goes = [](const SlideChange& change) { return change.goes(); };
  const std::string body = section("Changed", pair, changes, before, after, changed) +
                           section("New", single, changes, before, after, comes) +
                           section("Gone", single, changes, before, after, goes);
  return html_page("en", names, at, notes(changes), body);
}

Canvas diff_sheet(const ShowChanges& changes, const DrawnShow& before, const DrawnShow& after) {
  constexpr int before_and_after = 2;
  ContactSheet sheet(before_and_after);
  const auto add = [&](const DrawnShow& show, int index) {
    const auto& copies = show.slides->sheet().copies();
    const bool there = index >= 0 && static_cast<std::size_t>(index) < copies.size();
    if (there) sheet.add(copies[static_cast<std::size_t>(index)]);
    if (there || copies.empty()) return;
    Canvas empty(copies.front().size());
    stage::draw_box(empty, empty.bounds(), nothing_there, 0);
    sheet.add(empty);
  };
  for (const auto& change : changes.slides) {
    add(before, change.before);
    add(after, change.after);
  }
  return sheet.canvas();
}

}  // namespace lobby::preview
