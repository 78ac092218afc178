#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "preview/slide_folder.h"

// One HTML page that shows written slides to people. It holds all that it needs but the pictures, which lie beside it.
// Pure; any thread.
namespace lobby::preview {

/// A slide on the page.
struct PageSlide {
  std::string file;  ///< Of its picture, relative to the page.
  std::string kind;
  std::string title;
  std::string source;
  std::string facts;  ///< What a layout may ask of it, in the words of `when`.
  double seconds = 0;
  bool operator==(const PageSlide&) const = default;
};

/// The slides of one theme at one size.
struct PageSection {
  std::string theme;
  Size size;
  std::string folder;  ///< Where its pictures lie, relative to the page; empty: beside it.
  std::vector<PageSlide> slides;
  bool operator==(const PageSection&) const = default;
};

/// What `check` says of a theme, each on a line.
struct PageFindings {
  std::string theme;
  std::vector<std::string> lines;
};

struct SlidePage {
  std::string title;
  std::string note;
  std::vector<PageFindings> findings;
  std::vector<PageSection> sections;
};

/// What was written to a folder. `place` is the way to it from the page.
PageSection section_of(const SlideFolder& folder, const std::string& theme, const std::string& place);

/// UTF-8, well-formed as HTML and as XML whatever the titles say. The same page gives the same bytes.
std::string html_of(const SlidePage& page);

}  // namespace lobby::preview
