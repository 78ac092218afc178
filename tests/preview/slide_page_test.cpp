#include "preview/slide_page.h"

#include <gmock/gmock.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <memory>

namespace lobby::preview {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// What the parsers of libxml2 have against a page: nothing, where it is well-formed.
std::string complaints(const std::string& html) {
  std::string said;
  const auto say = [&said](const xmlError* error) {
    if (error != nullptr) said += error->message;
  };
  const int size = static_cast<int>(html.size());
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> xml(
      xmlReadMemory(html.data(), size, "page", "UTF-8", XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET),
      xmlFreeDoc);
  if (!xml) say(xmlGetLastError());
  xmlResetLastError();
  // libxml2's HTML is older than <main>, <section> and <figure>.
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> page(
      htmlReadMemory(html.data(), size, "page", "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET),
      xmlFreeDoc);
  const auto* error = xmlGetLastError();
  if (error != nullptr && error->code != XML_HTML_UNKNOWN_TAG) say(error);
  return said;
}

SlidePage page_of(const PageSlide& slide) {
  return {"Công an tỉnh Vân Lam", "2026-11-22T08:41:00+07:00", {}, {{"hq", {1920, 1080}, "hq/1920x1080/", {slide}}}};
}

TEST(SlidePage, ShowsEachSlideWithWhatIsKnownOfIt) {
  const auto html = html_of(page_of({"01-photo.png", "photo", "Sen đầu hạ", "Ảnh đẹp", "landscape, photo", 6.5}));
  EXPECT_THAT(complaints(html), IsEmpty());
  for (const char* part :
       {"<meta charset=\"utf-8\"/>", "src=\"hq/1920x1080/01-photo.png\"", "loading=\"lazy\"", "Sen đầu hạ", "Ảnh đẹp",
        "landscape, photo", "6.5 s", "hq · 1920 × 1080", "href=\"hq/1920x1080/contact-sheet.png\""}) {
    EXPECT_THAT(html, HasSubstr(part));
  }
}

TEST(SlidePage, NeedsNoScriptAndNoNetwork) {
  const auto html = html_of(page_of({"01-photo.png", "photo", "Sen", "Ảnh", "photo", 6}));
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("://")));
  EXPECT_THAT(html, Not(HasSubstr("url(")));
}

TEST(SlidePage, IsWellFormedWhateverTitlesSay) {
  const char* titles[] = {
      "</title></style></figure><script>alert(1)</script>",
      "\" onload=\"alert(1)",
      "a && b &amp; c &#0; &bogus;",
      "<!-- -- > ]]> <![CDATA[",
      "\x01\x02\x7f\x1b[31m đỏ",
      "hỏng \xff\xfe\xc3 nửa chữ",
      "\xef\xbf\xbe\xed\xa0\x80",
      "",
  };
  for (const char* title : titles) {
    const auto html = html_of(page_of({"01-photo.png", std::string("photo") + title, title, title, title, 6}));
    EXPECT_THAT(complaints(html), IsEmpty()) << title;
    EXPECT_THAT(html, Not(HasSubstr("<script"))) << title;
    EXPECT_THAT(html, Not(HasSubstr("alt=\"\""))) << "a picture says what it shows, or its kind: " << title;
  }
}

TEST(SlidePage, EscapesAllThatIsNotItsOwn) {
  SlidePage page = page_of({"01-\"ảnh\" #1?.png", "photo", "a", "b", "c", 6});
  page.title = page.note = "<b>&\"";
  page.findings = {{"<hq>", {"theme.yaml:1:1: error: '<' & \"x\""}}};
  page.sections.front().theme = "<hq>";
  const auto html = html_of(page);
  EXPECT_THAT(complaints(html), IsEmpty());
  EXPECT_THAT(html, HasSubstr("src=\"hq/1920x1080/01-%22%E1%BA%A3nh%22%20%231%3F.png\""));
  EXPECT_THAT(html, HasSubstr("&lt;b&gt;&amp;&quot;"));
  EXPECT_THAT(html, HasSubstr("error: '&lt;' &amp; &quot;x&quot;"));
}

TEST(SlidePage, LeadsToEachOfSeveralSections) {
  SlidePage page = page_of({"01-photo.png", "photo", "a", "b", "c", 6});
  EXPECT_THAT(html_of(page), Not(HasSubstr("<nav>")));
  page.sections.push_back({"night", {1080, 1920}, "night/1080x1920/", {}});
  const auto html = html_of(page);
  EXPECT_THAT(complaints(html), IsEmpty());
  EXPECT_THAT(html, HasSubstr("<a href=\"#night-1080x1920\">night · 1080 × 1920</a>"));
  EXPECT_THAT(html, HasSubstr("<section id=\"night-1080x1920\""));
}

}  // namespace
}  // namespace lobby::preview
